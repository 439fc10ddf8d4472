//! A child's words, and what was done about them.
//!
//! The thick edge is theirs alone: nothing an adult says may be drawn with it. It is equally thick whether a child wrote,
//! spoke or drew; a thin line beside it means that somebody wrote it down, a broken one that a drawing was put into words.

use board::document::{Span, Voice};

use super::{
    blocks::who_said_it,
    paragraph::Paragraph,
    runs::{Weight, Words},
    size::{INSIDE, mm10},
    styles::{EMBER, EMBER_THIN, INK, line, own, spacing},
};
use crate::xml::{Element, el};
use crate::{
    quotes,
    wording::{ANSWER, NO_ANSWER},
};

/// A child's words, exactly, between the marks of their language; who said them above, the translation under them.
pub(super) fn card(
    who: &str,
    words: &Span,
    (detail, translation, voice): (Option<&str>, Option<&str>, Voice),
    paper: &str,
    goes_on: bool,
) -> Vec<Element> {
    let (open, close) = quotes::around(&words.text, words.language.as_deref().unwrap_or(paper));
    let quoted = Span { text: format!("{open}{}{close}", words.text.trim_end()), ..words.clone() };
    let style = style(voice);
    let mut parts = vec![Paragraph::said(style, who_said_it(who, detail)), Paragraph::of(style, &[quoted], paper)];
    parts.extend(translation.map(|it| Paragraph::soft(style, it)));
    let last = parts.len() - 1;
    let kept = |(at, part): (usize, Paragraph)| part.with_next(at < last || goes_on).element();
    parts.into_iter().enumerate().map(kept).collect()
}

/// The style of a child's words, by how they came. Paragraphs of one style in a row are drawn as one card.
fn style(voice: Voice) -> &'static str {
    match voice {
        Voice::Own => "ChildsWords",
        Voice::Said => "ChildsWordsSaid",
        Voice::Drawn => "ChildsWordsDrawn",
    }
}

/// The edge of a child's card, with the thin lines that close it.
fn edge(voice: Voice) -> Element {
    // A double line takes its second part and the gap from the room between the edge and the words.
    let (kind, distance) = match voice {
        Voice::Own => ("single", 8),
        Voice::Said => ("thinThickMediumGap", 2),
        Voice::Drawn => ("dashed", 8),
    };
    let thin = |side| line(side, "single", 6, 4, EMBER_THIN);
    el("w:pBdr")
        .with(thin("w:top"))
        .with(line("w:left", kind, 48, distance, EMBER))
        .with(thin("w:bottom"))
        .with(thin("w:right"))
}

/// What was done about the words above, or the dashed box that says nothing has been said yet.
pub(super) fn answer(text: Option<&str>) -> Element {
    let style = if text.is_some() { "Answer" } else { "AnswerMissing" };
    let words = text.unwrap_or(NO_ANSWER);
    let said = vec![Words::new(ANSWER, Weight::Strong), Words::new(&format!("  {words}"), Weight::Plain)];
    Paragraph::said(style, said).element()
}

/// The styles of a child's words, and of what was done about them.
pub(super) fn styles() -> Vec<Element> {
    let voice = |id, name, voice| {
        let properties = el("w:pPr")
            .with(el("w:keepLines"))
            .with(edge(voice))
            .with(spacing(mm10(60), 0))
            .with(el("w:ind").attr("w:left", INSIDE).attr("w:right", INSIDE))
            .with(el("w:contextualSpacing"));
        own(id, name, properties)
    };
    let under = |left: u32, right: u32| el("w:ind").attr("w:left", left).attr("w:right", right);
    let dashed = ["w:top", "w:left", "w:bottom", "w:right"]
        .into_iter()
        .fold(el("w:pBdr"), |around, side| around.with(line(side, "dashed", 6, 4, INK)));
    let missing = el("w:pPr").with(dashed).with(spacing(mm10(40), 0)).with(under(INSIDE + 90, 90));
    vec![
        voice("ChildsWords", "Child’s words", Voice::Own),
        voice("ChildsWordsSaid", "Child’s words, written down by somebody", Voice::Said),
        voice("ChildsWordsDrawn", "Child’s words for a drawing", Voice::Drawn),
        own("Answer", "Answer", el("w:pPr").with(spacing(mm10(34), 0)).with(under(INSIDE, 0))),
        own("AnswerMissing", "Answer missing", missing.clone()),
        own("Picture", "Picture", el("w:pPr").with(spacing(mm10(34), 0)).with(under(INSIDE, 0))),
        own("PictureMissing", "Picture missing", missing),
    ]
}
