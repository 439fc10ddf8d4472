//! What the layout promises of every page, checked on where things stand before anything is written.

use board::document::{Block, Document, Edition, Running, Span, Voice};

use super::{
    PdfOptions, layout,
    line::Line,
    page::{Item, Page, Paint, Shape},
    pdf,
    sheet::{HEIGHT, SIDE, WIDTH},
};

mod any;
mod breaking;
mod long;

/// A paper with these blocks.
fn paper(blocks: Vec<Block>) -> Document {
    let running = Running {
        authority: "Fenmarsh County Council".into(),
        reference: "FCC-104417".into(),
        edition: Some(Edition::draft("13:52")),
        copy: "Copy A. 24 September 2026".into(),
        demo: None,
    };
    Document { title: "Minutes".into(), language: "en-GB".into(), running, blocks }
}

/// The pages of a paper in ordinary type.
fn pages(blocks: Vec<Block>) -> Vec<Page> {
    layout(&paper(blocks), &PdfOptions::default()).0
}

/// The lines that belong to the paper itself, with their tops.
fn words(page: &Page) -> impl Iterator<Item = (f32, &Line)> {
    page.items.iter().filter_map(|item| match item {
        Item::Text { node: Some(_), top, line, .. } => Some((*top, line)),
        Item::Text { .. } | Item::Drawing(_) => None,
    })
}

/// The shapes drawn on a page.
fn shapes(page: &Page) -> impl Iterator<Item = &Shape> {
    page.items.iter().filter_map(|item| match item {
        Item::Drawing(shape) => Some(shape),
        Item::Text { .. } => None,
    })
}

/// The characters of a line, from left to right.
fn said(line: &Line) -> String {
    line.runs.iter().flat_map(|run| &run.clusters).map(|cluster| cluster.text.as_str()).collect()
}

/// All text of a page with what it repeats, a line of type a line.
fn text(page: &Page) -> String {
    let lines = page.items.iter().filter_map(|item| match item {
        Item::Text { line, .. } => Some(said(line)),
        Item::Drawing(_) => None,
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Says what runs off a page, if anything does.
fn outside(page: &Page) -> Option<String> {
    let beyond = |x: f32, y: f32| !(0.0..=WIDTH).contains(&x) || !(0.0..=HEIGHT).contains(&y);
    page.items.iter().find_map(|item| match item {
        Item::Text { x, top, line, .. } => {
            let right = x + line.right;
            let sides = *x < SIDE - 1.0 || right > WIDTH - SIDE + 1.0;
            let glyphs = line.runs.iter().flat_map(|run| &run.clusters).flat_map(|cluster| &cluster.glyphs);
            let strays = glyphs.into_iter().any(|glyph| beyond(x + glyph.x, top + line.baseline - glyph.rise));
            (sides || strays || beyond(*x, *top) || beyond(right, top + line.height))
                .then(|| format!("{:?} from {x} to {right} at {top}", said(line)))
        }
        Item::Drawing(shape) => {
            let width = match shape.paint {
                Paint::Fill(_) => 0.0,
                Paint::Stroke { width, .. } => width,
            };
            let off =
                shape.points.iter().any(|point| beyond(point.x - width, point.y) || beyond(point.x + width, point.y));
            off.then(|| format!("{shape:?}"))
        }
    })
}

#[test]
fn an_empty_paper_is_one_page_that_says_whose_it_is() {
    let pages = pages(Vec::new());
    assert_eq!(pages.len(), 1);
    assert!(text(&pages[0]).contains("Fenmarsh County Council"));
    assert!(text(&pages[0]).contains("Page 1 of 1"));
}

#[test]
fn arabic_begins_on_the_right_and_english_on_the_left() {
    let arabic = Span { language: Some("ar".into()), ..Span::plain("أريد أن يسألني أحد") };
    let pages = pages(vec![Block::Paragraph(vec![arabic]), Block::Paragraph(vec![Span::plain("I want to be asked")])]);
    let lines: Vec<&Line> = words(&pages[0]).map(|(_, line)| line).collect();
    assert!((lines[0].right - super::sheet::CONTENT).abs() < 1.0, "{}", lines[0].right);
    assert!(lines[1].right < 200.0, "{}", lines[1].right);
}

#[test]
fn a_word_without_an_end_goes_on_in_the_next_line_as_large_as_it_was() {
    let pages = pages(vec![Block::Paragraph(vec![Span::plain("a".repeat(200))])]);
    let lines: Vec<&Line> = words(&pages[0]).map(|(_, line)| line).collect();
    assert!(lines.len() > 2);
    assert!(lines.iter().flat_map(|line| &line.runs).all(|run| (run.size - 14.0).abs() < 0.01));
}

#[test]
fn a_name_is_set_in_one_face_from_end_to_end() {
    let pages = pages(vec![Block::Paragraph(vec![Span::plain("Adébáyọ̀ Nguyễn O’Connor")])]);
    let (_, line) = words(&pages[0]).next().unwrap();
    for name in ["Adébáyọ̀", "Nguyễn", "O’Connor"] {
        let whole = line.runs.iter().any(|run| {
            let text: String = run.clusters.iter().map(|cluster| cluster.text.as_str()).collect();
            text.contains(name)
        });
        assert!(whole, "{name}");
    }
}

#[test]
fn every_letter_of_the_papers_languages_has_a_shape() {
    let all = "Małgorzata Żółtowski Siân Ó Dálaigh Côté Ødegård Adébáyọ̀ Æthelflæd Ffŵl Brû Nguyễn Thị Hồng Ánh ŁĄĆ \
        أريد أن يسألني أحد قبل أن يقرّروا عني میں چاہتا ہوں کہ ابو اور امی لڑنا بند کریں۔ \
        আমি সব কথা বলি না কারণ আমি চাই না আম্মু কষ্ট পাক। কিন্তু আমি ক্লান্ত। \
        👨‍👩‍👧‍👦 👍🏽 🎧 💛 😬 🏳️‍🌈 ❤️ 1️⃣ 🇬🇧 Українська «» „” “” … – — € £ ½";
    let pages = pages(vec![Block::Paragraph(vec![Span::plain(all), Span::strong(all)])]);
    for (_, line) in words(&pages[0]) {
        for cluster in line.runs.iter().flat_map(|run| &run.clusters) {
            assert!(cluster.glyphs.iter().all(|glyph| glyph.id != 0), "{:?} is a box", cluster.text);
        }
    }
}

#[test]
fn the_same_paper_is_the_same_file() {
    let paper = paper(vec![Block::Words {
        who: "In Maja’s words".into(),
        detail: None,
        words: Span::plain("আমি ক্লান্ত 💛"),
        translation: None,
        voice: Voice::Own,
    }]);
    let options = PdfOptions::default();
    assert_eq!(pdf(&paper, &options).unwrap(), pdf(&paper, &options).unwrap());
}
