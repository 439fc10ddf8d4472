//! Words in a plan that nobody can check: said, never forbidden. People choose their own words.
//!
//! Deliberately not here: any change of wording.

/// Words for a time that is no day.
const NO_DAY: [&str; 6] = ["ongoing", "asap", "as soon as possible", "tbc", "tba", "continuing"];

/// Verbs that say nothing without how one would know.
const NO_DEED: [&str; 4] = ["support", "monitor", "engage", "encourage"];

/// Owners who are nobody.
const NOBODY: [&str; 7] = ["all", "everyone", "everybody", "core group", "the core group", "family", "professionals"];

fn words_of(text: &str) -> Vec<String> {
    let letters = |c: char| !c.is_alphabetic();
    text.split(letters).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

/// A day that is no day: "ongoing".
pub(super) fn no_day(said: &str) -> bool {
    let said = said.trim().to_lowercase();
    said.is_empty() || NO_DAY.contains(&said.as_str())
}

/// The first verb of a deed that says nothing by itself.
pub(super) fn no_deed(what: &str) -> Option<&'static str> {
    let words = words_of(what);
    NO_DEED.into_iter().find(|verb| words.iter().any(|word| word == verb))
}

/// Whether an owner in words is nobody in particular.
pub(super) fn nobody(owner: &str) -> bool {
    let owner = owner.trim().trim_end_matches('.').to_lowercase();
    owner.is_empty() || NOBODY.contains(&owner.as_str())
}
