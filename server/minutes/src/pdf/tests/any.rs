//! Any paper at all: whatever is written on it, every letter is on a page, nothing is off it, and nothing fails.

use board::document::{Block, Column, Document, Edition, Fingerprint, Running, Span, Status, Voice};
use proptest::prelude::*;

use super::{Item, PdfOptions, layout, outside, paper, pdf, said};
use crate::pictures::Pictures;
use crate::text::showable;

/// Words that people write, and characters that nobody should.
fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        any::<String>(),
        "[ -~]{0,200}",
        "\\PC{0,60}",
        "[\u{600}-\u{6ff} ]{0,60}",
        "[\u{980}-\u{9ff} ]{0,60}",
        "[\u{200b}-\u{206f}a-c\u{1f3fb}-\u{1f3ff}\u{1f468}-\u{1f469}\u{fe0f}]{0,40}",
        "[a\u{300}-\u{36f}]{0,80}",
        Just("a".repeat(400)),
        Just("\u{fdfd}\u{fdfa} ".repeat(20)),
        Just("<3 mum & babcia > \"the loud man\"\0\u{1b}[31m\n\r\n\t\u{feff}\u{fffe}\u{10ffff}".to_owned()),
        Just(" ".repeat(500)),
        Just("\n".repeat(70)),
    ]
}

fn span() -> impl Strategy<Value = Span> {
    let language =
        prop_oneof![Just(None), prop_oneof!["ar", "ur", "bn", "pl", "", "en-GB", "\\PC{0,9}"].prop_map(Some),];
    (words(), language, any::<bool>()).prop_map(|(text, language, strong)| Span { text, language, strong })
}

fn spans() -> impl Strategy<Value = Vec<Span>> {
    prop::collection::vec(span(), 0..4)
}

fn table() -> impl Strategy<Value = Block> {
    let column = (words(), any::<u16>()).prop_map(|(head, share)| Column { head, share });
    let rows = prop::collection::vec(prop::collection::vec(spans(), 0..5), 0..4);
    (words(), prop::collection::vec(column, 0..30), rows).prop_map(|(caption, columns, rows)| Block::Table {
        caption,
        columns,
        rows,
    })
}

fn block() -> impl Strategy<Value = Block> {
    let voice = prop_oneof![Just(Voice::Own), Just(Voice::Said), Just(Voice::Drawn)];
    let maybe = || prop::option::of(words());
    prop_oneof![
        (any::<u8>(), words(), any::<bool>()).prop_map(|(level, text, new_page)| Block::Heading {
            level,
            text,
            new_page
        }),
        spans().prop_map(Block::Paragraph),
        prop::collection::vec(spans(), 0..5).prop_map(Block::List),
        table(),
        (words(), maybe(), spans()).prop_map(|(who, detail, words)| Block::Line { who, detail, words }),
        (words(), maybe(), span(), maybe(), voice).prop_map(|(who, detail, words, translation, voice)| {
            Block::Words { who, detail, words, translation, voice }
        }),
        maybe().prop_map(|text| Block::Answer { text }),
        picture(),
    ]
}

/// Pictures of any size, drawn or not.
fn picture() -> impl Strategy<Value = Block> {
    let name = prop_oneof![Just("drawing"), Just("gone")];
    (name, words(), prop::option::of(words()), any::<u32>(), any::<u32>()).prop_map(
        |(id, alt, caption, width, height)| Block::Picture {
            picture: id.parse().unwrap(),
            alt,
            caption,
            width,
            height,
        },
    )
}

/// A PNG that says it is this large; layout asks for no more of it.
fn pictures(width: u32, height: u32) -> Pictures {
    let head = [&b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR"[..], &width.to_be_bytes(), &height.to_be_bytes(), &[8, 2, 0, 0, 0]];
    [("drawing".parse().unwrap(), head.concat())].into_iter().collect()
}

fn edition() -> impl Strategy<Value = Option<Edition>> {
    let status = prop_oneof![Just(Status::Final), words().prop_map(|as_at| Status::Draft { as_at })];
    let fingerprint = prop::option::of(any::<[u8; 32]>().prop_map(Fingerprint::from));
    let edition = (status, any::<u32>(), fingerprint);
    prop::option::of(edition.prop_map(|(status, version, fingerprint)| Edition { status, version, fingerprint }))
}

fn document() -> impl Strategy<Value = Document> {
    let running = (words(), words(), edition(), words(), prop::option::of(words()))
        .prop_map(|(authority, reference, edition, copy, demo)| Running { authority, reference, edition, copy, demo });
    (words(), words(), running, prop::collection::vec(block(), 0..6))
        .prop_map(|(title, language, running, blocks)| Document { title, language, running, blocks })
}

/// The letters and figures of some words; white space and what steers it may change at the end of a line.
fn letters(words: &str) -> Vec<char> {
    let mut letters: Vec<char> = showable(words).chars().filter(|c| c.is_alphanumeric()).collect();
    letters.sort_unstable();
    letters
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_off_the_page(
        document in document(), size in prop_oneof![Just(14.0_f32), any::<f32>()], width in any::<u32>(), height in any::<u32>()
    ) {
        let (pages, _) = layout(&document, &PdfOptions { text_size_pt: size, pictures: pictures(width, height) });
        for page in &pages {
            prop_assert_eq!(outside(page), None);
        }
    }

    #[test]
    fn every_paper_can_be_written(document in document()) {
        let file = pdf(&document, &PdfOptions::default());
        prop_assert!(file.is_ok_and(|file| lopdf::Document::load_mem(&file).is_ok()));
    }

    #[test]
    fn no_letter_is_lost(spans in spans()) {
        let written: String = spans.iter().map(|span| span.text.as_str()).collect();
        let (pages, _) = layout(&paper(vec![Block::Paragraph(spans)]), &PdfOptions::default());
        let own = pages.iter().flat_map(|page| &page.items).filter_map(|item| match item {
            Item::Text { node: Some(_), line, .. } => Some(said(line)),
            Item::Text { .. } | Item::Drawing(_) => None,
        });
        prop_assert_eq!(letters(&own.collect::<String>()), letters(&written));
    }
}
