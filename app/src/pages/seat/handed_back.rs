//! What stands on a tablet that a child has handed back themselves: thank you, and who gets the tablet now.
//!
//! Deliberately not the page of a place that was closed: whoever has just told everything is not shut out of anything.

/// What is said in a language when a tablet was handed back.
pub fn handed_back_page(language: &board::language::Language) -> crate::given::SeatPage {
    crate::given::SeatPage::HandedBack {
        tongue: language.tongue.clone(),
        head: language.words.say("ended.thanks"),
        text: language.words.say("ended.handed_back"),
    }
}
