//! Languages as Word knows them: with a country.
//!
//! Deliberately not here: guessing a language from words. Nobody's words are marked as what nobody said they are.

/// The country with which Word knows a language, for the languages that families here speak most.
const COUNTRIES: [(&str, &str); 30] = [
    ("ar", "ar-SA"),
    ("bg", "bg-BG"),
    ("bn", "bn-BD"),
    ("cs", "cs-CZ"),
    ("cy", "cy-GB"),
    ("de", "de-DE"),
    ("en", "en-GB"),
    ("es", "es-ES"),
    ("fa", "fa-IR"),
    ("fr", "fr-FR"),
    ("ga", "ga-IE"),
    ("gd", "gd-GB"),
    ("gu", "gu-IN"),
    ("hi", "hi-IN"),
    ("hu", "hu-HU"),
    ("it", "it-IT"),
    ("lt", "lt-LT"),
    ("lv", "lv-LV"),
    ("pa", "pa-IN"),
    ("pl", "pl-PL"),
    ("ps", "ps-AF"),
    ("pt", "pt-PT"),
    ("ro", "ro-RO"),
    ("ru", "ru-RU"),
    ("sk", "sk-SK"),
    ("so", "so-SO"),
    ("tr", "tr-TR"),
    ("uk", "uk-UA"),
    ("ur", "ur-PK"),
    ("vi", "vi-VN"),
];

/// The tag as it is, or with a country where it names none and Word needs one.
pub(super) fn with_country(tag: &str) -> &str {
    COUNTRIES.iter().find(|(language, _)| tag.eq_ignore_ascii_case(language)).map_or(tag, |(_, country)| country)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_gets_a_country_and_keeps_the_one_it_has() {
        assert_eq!(with_country("pl"), "pl-PL");
        assert_eq!(with_country("ar-SY"), "ar-SY");
        assert_eq!(with_country("syl"), "syl");
    }
}
