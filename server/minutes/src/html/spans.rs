//! Stretches of text inside a block, each with its language and direction.
//!
//! A block whose words are all in one other language carries it itself, because an element whose only
//! children have a direction of their own would be laid out as if it were empty.

use board::document::Span;

use super::escape::{attribute, text};
use crate::text::{is_rtl, shared_language};

/// The `lang` and `dir` attributes of a block with these words, with the space before them.
pub(super) fn block_attributes(spans: &[Span], paper: &str) -> String {
    match shared_language(spans, paper) {
        Some(language) => language_attributes(language),
        None => " dir=\"auto\"".to_owned(),
    }
}

/// The words of a block, each stretch in the weight and language it has.
pub(super) fn inline(spans: &[Span], paper: &str) -> String {
    let carried = shared_language(spans, paper);
    spans.iter().map(|span| one(span, carried, paper)).collect()
}

/// The attributes of words in one language.
pub(super) fn language_attributes(language: &str) -> String {
    let direction = if is_rtl(language) { "rtl" } else { "auto" };
    format!(" lang=\"{}\" dir=\"{direction}\"", attribute(language))
}

/// One stretch; its language is named unless the block or the paper names it already.
fn one(span: &Span, carried: Option<&str>, paper: &str) -> String {
    let words = text(&span.text);
    let own = span.language.as_deref().filter(|own| Some(*own) != carried && !own.eq_ignore_ascii_case(paper));
    let attributes = own.map(language_attributes).unwrap_or_default();
    match (span.strong, attributes.is_empty()) {
        (true, _) => format!("<b{attributes}>{words}</b>"),
        (false, true) => words,
        (false, false) => format!("<span{attributes}>{words}</span>"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_block_in_arabic_is_laid_out_from_the_right() {
        let spans = [Span { language: Some("ar".into()), ..Span::plain("مرحبا") }];
        assert_eq!(block_attributes(&spans, "en-GB"), " lang=\"ar\" dir=\"rtl\"");
        assert_eq!(inline(&spans, "en-GB"), "مرحبا");
    }

    #[test]
    fn a_few_polish_words_in_english_are_marked_where_they_stand() {
        let spans =
            [Span::plain("with "), Span { language: Some("pl".into()), ..Span::plain("tata") }, Span::strong("!")];
        assert_eq!(block_attributes(&spans, "en-GB"), " dir=\"auto\"");
        assert_eq!(inline(&spans, "en-GB"), "with <span lang=\"pl\" dir=\"auto\">tata</span><b>!</b>");
    }
}
