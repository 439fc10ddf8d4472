//! Quotation marks around a child's words, in the manner of the language they are in.
//!
//! It never touches the words between them, and words that bring their own marks get no second pair.

/// Every mark that can open a quotation, so that a pair the child wrote is recognised.
const OPENING: [char; 8] = ['"', '\u{201C}', '\u{201E}', '\u{00AB}', '\u{2018}', '\u{201A}', '\u{201D}', '\u{300C}'];

/// Every mark that can close one.
const CLOSING: [char; 7] = ['"', '\u{201D}', '\u{201C}', '\u{00BB}', '\u{2019}', '\u{2018}', '\u{300D}'];

/// The marks to put before and after a child's words.
pub(crate) fn around(words: &str, language: &str) -> (&'static str, &'static str) {
    if brings_its_own(words.trim()) {
        return ("", "");
    }
    match language.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase().as_str() {
        "pl" | "ro" | "hu" => ("\u{201E}", "\u{201D}"),
        "de" | "cs" | "sk" | "bg" | "lt" => ("\u{201E}", "\u{201C}"),
        "ar" | "es" | "it" | "pt" | "uk" | "ru" | "el" => ("\u{00AB}", "\u{00BB}"),
        "fr" => ("\u{00AB}\u{202F}", "\u{202F}\u{00BB}"),
        // In Urdu and Persian the opening mark is the one that curls like a closing one in English.
        "ur" => ("\u{201D}", "\u{201C}"),
        _ => ("\u{201C}", "\u{201D}"),
    }
}

/// Whether the words stand inside one pair of marks already; a mark in the middle means they only quote somebody.
fn brings_its_own(words: &str) -> bool {
    let mut inner = words.chars();
    let (Some(first), Some(last)) = (inner.next(), inner.next_back()) else {
        return false;
    };
    let pair = OPENING.contains(&first) && CLOSING.contains(&last);
    pair && !inner.any(|c| c == first || c == last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_follow_the_language() {
        assert_eq!(around("Lubię", "pl"), ("„", "”"));
        assert_eq!(around("I listen", "en-GB"), ("“", "”"));
        assert_eq!(around("", "en"), ("“", "”"));
    }

    #[test]
    fn a_pair_the_child_wrote_is_enough() {
        assert_eq!(around("„Chcę, żeby mama się nie bała.”", "pl"), ("", ""));
        assert_eq!(around("\"go away\" he said \"now\"", "en"), ("“", "”"));
        assert_eq!(around("\"", "en"), ("“", "”"));
    }
}
