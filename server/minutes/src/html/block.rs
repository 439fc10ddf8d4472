//! Each block of a paper as HTML: headings, paragraphs, lines, a child's card and the answer under it.

use board::document::{Block, Span, Voice};

use super::{
    escape::text,
    picture::picture,
    spans::{block_attributes, inline, language_attributes},
    table::table,
};
use crate::pictures::Pictures;
use crate::{quotes, wording};

/// One block, in a paper written in `paper`.
pub(super) fn block(block: &Block, paper: &str, pictures: &Pictures) -> String {
    match block {
        Block::Heading { level, text: words, new_page } => heading(*level, words, *new_page),
        Block::Paragraph(spans) => format!("<p{}>{}</p>\n", block_attributes(spans, paper), inline(spans, paper)),
        Block::List(items) => list(items, paper),
        Block::Table { caption, columns, rows } => table(caption, columns, rows, paper),
        Block::Line { who, detail, words } => line(who, detail.as_deref(), words, paper),
        Block::Words { who, detail, words, translation, voice } => {
            card(who, detail.as_deref(), words, translation.as_deref(), *voice, paper)
        }
        Block::Picture { picture: id, alt, caption, width: _, height: _ } => {
            picture(pictures, id, alt, caption.as_deref())
        }
        Block::Answer { text: answer } => answered(answer.as_deref()),
    }
}

/// A heading; the levels a document does not have are drawn as the nearest it does.
fn heading(level: u8, words: &str, new_page: bool) -> String {
    let level = level.clamp(1, 4);
    let class = if new_page { " class=\"new-page\"" } else { "" };
    format!("<h{level}{class} dir=\"auto\">{}</h{level}>\n", text(words))
}

/// A list whose order does not matter.
fn list(items: &[Vec<Span>], paper: &str) -> String {
    let one = |item: &Vec<Span>| format!("<li{}>{}</li>\n", block_attributes(item, paper), inline(item, paper));
    let items: String = items.iter().map(one).collect();
    if items.is_empty() { items } else { format!("<ul>\n{items}</ul>\n") }
}

/// An adult's line: who said it in a column of its own, the words beside it.
fn line(who: &str, detail: Option<&str>, words: &[Span], paper: &str) -> String {
    format!(
        "<div class=\"card\"><p class=\"who\" dir=\"auto\"><b>{}</b>{}</p><p class=\"words\"{}>{}</p></div>\n",
        text(who),
        detail.map(under).unwrap_or_default(),
        block_attributes(words, paper),
        inline(words, paper),
    )
}

/// A child's words, on the one thing that has a card's shape.
fn card(who: &str, detail: Option<&str>, words: &Span, translation: Option<&str>, voice: Voice, paper: &str) -> String {
    let language = words.language.as_deref().unwrap_or(paper);
    let (open, close) = quotes::around(&words.text, language);
    let attributes = words.language.as_deref().map_or_else(|| " dir=\"auto\"".to_owned(), language_attributes);
    let exact = text(words.text.trim_end());
    let exact = if words.strong { format!("<b>{exact}</b>") } else { exact };
    let note = translation.map(|it| format!("<p class=\"note\" dir=\"auto\">{}</p>", text(it))).unwrap_or_default();
    format!(
        "<figure class=\"card\" data-kind=\"{}\"><figcaption class=\"who\" dir=\"auto\">{}{}</figcaption><blockquote class=\"words\"{attributes}>{open}{exact}{close}</blockquote>{note}</figure>\n",
        kind(voice),
        text(who),
        detail.map(under).unwrap_or_default(),
    )
}

/// How the words came, or how a person knows, under who said them; the space keeps the two apart when read aloud.
fn under(detail: &str) -> String {
    format!(" <span>{}</span>", text(detail))
}

/// The name the style sheet has for how a child's words came.
fn kind(voice: Voice) -> &'static str {
    match voice {
        Voice::Own => "own",
        Voice::Said => "said",
        Voice::Drawn => "drawn",
    }
}

/// What was done about the words above, or the dashed box that says nothing has been said yet.
fn answered(answer: Option<&str>) -> String {
    let (state, words) = match answer {
        Some(answer) => ("", text(answer)),
        None => (" data-state=\"missing\"", text(wording::NO_ANSWER)),
    };
    format!("<p class=\"answer\"{state} dir=\"auto\"><b>{}</b> {words}</p>\n", wording::ANSWER)
}
