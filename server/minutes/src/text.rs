//! What both drawings must know about a piece of text before they can set it: its characters and its direction.
//!
//! It never changes a word. It only leaves out characters that no page can show, and it does not decide how
//! right-to-left text is reordered: the browser and the PDF's text engine do that.

use std::borrow::Cow;

use board::document::Span;

/// Primary language subtags that are written from right to left.
const RIGHT_TO_LEFT: [&str; 9] = ["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ur", "yi"];

/// Whether a BCP 47 tag names a language written from right to left.
pub(crate) fn is_rtl(language: &str) -> bool {
    let primary = language.split(['-', '_']).next().unwrap_or_default();
    RIGHT_TO_LEFT.iter().any(|tag| primary.eq_ignore_ascii_case(tag))
}

/// The text without characters that have no shape and no meaning on a page, and with one kind of line end.
///
/// Control characters can end a PDF string or an HTML text early in some readers, so they stop here.
pub(crate) fn showable(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|c| c == '\r' || is_hidden(c)) {
        return Cow::Borrowed(text);
    }
    let one_line_end = text.replace("\r\n", "\n").replace('\r', "\n");
    Cow::Owned(one_line_end.chars().filter(|c| !is_hidden(*c)).collect())
}

/// Control characters but for the line end and the tab, and the code points that are no characters at all.
fn is_hidden(c: char) -> bool {
    let no_character = matches!(c, '\u{FDD0}'..='\u{FDEF}') || u32::from(c) & 0xFFFE == 0xFFFE;
    (c.is_control() && !matches!(c, '\n' | '\t' | '\r')) || no_character || c == '\u{FEFF}'
}

/// The one language that all of a block's words share, when they do and it is not the paper's own.
pub(crate) fn shared_language<'a>(spans: &'a [Span], paper: &str) -> Option<&'a str> {
    let (first, rest) = spans.split_first()?;
    let language = first.language.as_deref()?;
    let shared = rest.iter().all(|span| span.language.as_deref() == Some(language));
    (shared && !language.eq_ignore_ascii_case(paper)).then_some(language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_stop_here_and_words_do_not() {
        assert_eq!(showable("a\0b\u{1b}[31mc\u{feff}"), "ab[31mc");
        assert_eq!(showable("one\r\ntwo\rthree\tfour"), "one\ntwo\nthree\tfour");
        assert_eq!(showable("Adébáyọ̀ 👨‍👩‍👧‍👦"), "Adébáyọ̀ 👨‍👩‍👧‍👦");
    }

    #[test]
    fn arabic_and_urdu_run_from_the_right() {
        assert!(is_rtl("ar") && is_rtl("ur-PK") && is_rtl("AR-sy"));
        assert!(!is_rtl("pl") && !is_rtl("") && !is_rtl("arn"));
    }

    #[test]
    fn a_block_has_a_language_only_when_every_word_does() {
        let urdu = Span { language: Some("ur".into()), ..Span::plain("ابو") };
        assert_eq!(shared_language(&[urdu.clone(), urdu.clone()], "en-GB"), Some("ur"));
        assert_eq!(shared_language(&[urdu.clone(), Span::plain("dad")], "en-GB"), None);
        assert_eq!(shared_language(&[urdu], "UR"), None);
        assert_eq!(shared_language(&[], "en-GB"), None);
    }
}
