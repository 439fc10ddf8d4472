//! The only way that words from a document reach the page: escaped, as text or inside a quoted attribute.

use crate::text::showable;

/// Words as the content of an element.
pub(super) fn text(words: &str) -> String {
    escape(words)
}

/// Words as a value between double quotes.
pub(super) fn attribute(words: &str) -> String {
    escape(words).replace('\n', "&#10;")
}

/// Escapes for both places at once, so that a value moved from one to the other stays safe.
fn escape(words: &str) -> String {
    let words = showable(words);
    let mut safe = String::with_capacity(words.len() + words.len() / 8);
    for c in words.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            c => safe.push(c),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_childs_angle_brackets_stay_words() {
        assert_eq!(text("<3 mum & babcia > \"the loud man\""), "&lt;3 mum &amp; babcia &gt; &quot;the loud man&quot;");
        assert_eq!(attribute("a' onload='x\n"), "a&#39; onload=&#39;x&#10;");
    }
}
