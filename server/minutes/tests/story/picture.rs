//! A child's drawing and a photo on paper: in the page itself, in the PDF and in the Word file, with words for whoever cannot see them.
//!
//! Deliberately also without the pictures: their words must stand where they would be.

use board::document::{Block, Span, Voice};
use lopdf::{Dictionary, Document as File, Object};
use minutes::{DocxOptions, HtmlOptions, PdfOptions, Pictures, docx, html, pdf};

use crate::office::{paragraphs, part, parts};
use crate::paper::{answer, card, only};
use crate::reader::says;

const DRAWING: &[u8] = include_bytes!("../data/drawing.png");
const PHOTO: &[u8] = include_bytes!("../data/photo.jpg");

fn pictures() -> Pictures {
    let files = [("house", DRAWING), ("cat", PHOTO)];
    files.into_iter().map(|(id, file)| (id.parse().unwrap(), file.to_vec())).collect()
}

fn picture(id: &str, alt: &str, caption: Option<&str>, width: u32, height: u32) -> Block {
    Block::Picture { picture: id.parse().unwrap(), alt: alt.into(), caption: caption.map(Into::into), width, height }
}

/// Tomek's words with his drawing under them, a photo on its own, and the drawing once more.
fn blocks() -> Vec<Block> {
    vec![
        card(Voice::Drawn, Span::plain("A house where the door isn't a thing."), None),
        picture("house", "A house with a blue door", None, 160, 120),
        answer("It is in the plan."),
        picture("cat", "A photo from Tomek, not described yet", Some("A photo from Tomek"), 96, 64),
        picture("house", "A house with a blue door", None, 160, 120),
    ]
}

#[test]
fn a_page_holds_its_pictures_itself_with_their_words() {
    let page = html(&only(blocks()), &HtmlOptions { pictures: pictures(), ..HtmlOptions::default() });
    assert!(page.contains("<img src=\"data:image/png;base64,iVBORw0KGgo"));
    assert!(page.contains("alt=\"A house with a blue door\" width=\"160\" height=\"120\""));
    assert!(page.contains("<img src=\"data:image/jpeg;base64,/9j/"));
    assert!(page.contains("<figcaption dir=\"auto\">A photo from Tomek</figcaption>"));
    assert!(!page.contains("http") && !page.contains("class=\"missing\""));
}

#[test]
fn words_stand_where_a_picture_cannot_be_drawn() {
    let quoted = picture("gone", "\"><script>alert(1)</script>", None, 160, 120);
    let page = html(&only(vec![quoted]), &HtmlOptions { pictures: pictures(), ..HtmlOptions::default() });
    assert!(page.contains("<p class=\"missing\" dir=\"auto\">&quot;&gt;&lt;script&gt;") && !page.contains("<img"));
    let file = pdf(&only(blocks()), &PdfOptions::default()).unwrap();
    assert!(says(&file, "A house with a blue door") && images(&file).is_empty());
}

/// The pictures in a file, by width and filter.
fn images(file: &[u8]) -> Vec<(i64, Vec<u8>)> {
    let file = File::load_mem(file).unwrap();
    let streams = file.objects.values().filter_map(|object| object.as_stream().ok()).map(|stream| &stream.dict);
    let is_image = |dict: &&Dictionary| dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|it| it == b"Image");
    let seen = streams.filter(is_image).map(|dict| {
        let filter = dict.get(b"Filter").and_then(Object::as_name).unwrap().to_vec();
        (dict.get(b"Width").and_then(Object::as_i64).unwrap(), filter)
    });
    let mut seen: Vec<_> = seen.collect();
    seen.sort_unstable();
    seen
}

#[test]
fn a_pdf_has_each_picture_once_however_often_it_is_drawn() {
    let file = pdf(&only(blocks()), &PdfOptions { pictures: pictures(), ..PdfOptions::default() }).unwrap();
    assert_eq!(images(&file), [(96, b"DCTDecode".to_vec()), (160, b"FlateDecode".to_vec())]);
    let loaded = File::load_mem(&file).unwrap();
    let operations = loaded.get_pages().into_values();
    let operations = operations.flat_map(|page| loaded.get_and_decode_page_content(page).unwrap().operations);
    assert_eq!(operations.filter(|operation| operation.operator == "Do").count(), 3);
    assert!(says(&file, "A photo from Tomek") && !says(&file, "A house with a blue door"));
}

#[test]
fn whoever_hears_the_pdf_hears_what_is_on_its_pictures() {
    let file = pdf(&only(blocks()), &PdfOptions { pictures: pictures(), ..PdfOptions::default() }).unwrap();
    let file = File::load_mem(&file).unwrap();
    let parts = file.objects.values().filter_map(|object| object.as_dict().ok());
    let figures = parts.filter(|part| part.get(b"S").and_then(Object::as_name).is_ok_and(|kind| kind == b"Figure"));
    let mut said: Vec<String> =
        figures.map(|part| lopdf::decode_text_string(part.get(b"Alt").unwrap()).unwrap()).collect();
    said.sort_unstable();
    assert_eq!(said, ["A house with a blue door", "A house with a blue door", "A photo from Tomek, not described yet"]);
}

#[test]
fn a_word_file_has_each_picture_once_as_it_was_kept_with_its_words_and_its_proportions() {
    let file = docx(&only(blocks()), &DocxOptions { pictures: pictures(), ..DocxOptions::default() }).unwrap();
    let kept = parts(&file);
    let media: Vec<&String> = kept.keys().filter(|path| path.contains("media")).collect();
    assert_eq!(media, ["word/media/picture1.png", "word/media/picture2.jpeg"]);
    assert!(kept["word/media/picture1.png"] == DRAWING && kept["word/media/picture2.jpeg"] == PHOTO);

    let document = part(&file, "word/document.xml");
    let drawn = document.all("wp:inline");
    let said = |name: &str, what: &str| -> Vec<String> {
        drawn.iter().map(|one| one.first(name).unwrap().attributes[what].clone()).collect()
    };
    let house = "A house with a blue door";
    assert_eq!(said("wp:docPr", "descr"), [house, "A photo from Tomek, not described yet", house]);
    assert_eq!(said("wp:docPr", "id"), ["1", "2", "3"]);
    assert_eq!(said("wp:extent", "cx"), ["1524000", "914400", "1524000"]);
    assert_eq!(said("wp:extent", "cy"), ["1143000", "609600", "1143000"]);
    let names = part(&file, "word/_rels/document.xml.rels");
    let target = |id: &String| {
        names.children.iter().find(|one| one.attributes["Id"] == *id).unwrap().attributes["Target"].clone()
    };
    let targets: Vec<String> = said("a:blip", "r:embed").iter().map(target).collect();
    assert_eq!(targets, ["media/picture1.png", "media/picture2.jpeg", "media/picture1.png"]);
}

#[test]
fn in_a_word_file_a_picture_stays_with_its_words_its_caption_and_its_answer() {
    let file = docx(&only(blocks()), &DocxOptions { pictures: pictures(), ..DocxOptions::default() }).unwrap();
    let document = part(&file, "word/document.xml");
    let kept: Vec<(&str, bool)> = document
        .all("w:p")
        .into_iter()
        .map(|one| (one.value("w:pStyle").unwrap(), one.first("w:keepNext").is_some()))
        .collect();
    assert_eq!(
        kept,
        [
            ("ChildsWordsDrawn", true),
            ("ChildsWordsDrawn", true),
            ("Picture", true),
            ("Answer", false),
            ("Picture", true),
            ("Caption", false),
            ("Picture", false),
        ]
    );
}

#[test]
fn in_a_word_file_words_stand_where_a_picture_cannot_be_drawn() {
    let file = docx(&only(blocks()), &DocxOptions::default()).unwrap();
    let missing: Vec<String> =
        paragraphs(&file).into_iter().filter(|(style, _)| style == "PictureMissing").map(|(_, said)| said).collect();
    let house = "A house with a blue door";
    assert_eq!(missing, [house, "A photo from Tomek, not described yet", house]);
    assert!(part(&file, "word/document.xml").first("w:drawing").is_none());
    assert!(parts(&file).keys().all(|path| !path.contains("media")));
}
