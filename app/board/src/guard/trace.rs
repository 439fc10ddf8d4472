//! What somebody can be found by: postcodes, telephone numbers, NHS numbers and email addresses, by their shape.
//!
//! Deliberately not here: street names. They are on the conference's own list.

use serde::{Deserialize, Serialize};

/// What a found text looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Trace {
    /// A UK postcode.
    Postcode,
    /// A telephone number, or another long number such as an NHS number.
    Number,
    /// An email address.
    Email,
}

/// Everything in a text by which somebody can be found, as it stands there.
pub fn traces(text: &str) -> Vec<(String, Trace)> {
    let mut found = numbers(text);
    let words: Vec<&str> = text.split_whitespace().map(trimmed).filter(|word| !word.is_empty()).collect();
    found.extend(words.iter().filter(|word| is_email(word)).map(|word| ((*word).to_owned(), Trace::Email)));
    found.extend(words.iter().filter(|word| is_postcode(word)).map(|word| ((*word).to_owned(), Trace::Postcode)));
    let pairs = words.windows(2).map(|pair| pair.join(" "));
    let split = pairs.filter(|pair| is_postcode(pair));
    found.extend(split.map(|pair| (pair, Trace::Postcode)));
    found
}

fn trimmed(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// Ten digits and more with nothing but what stands inside a number between them.
fn numbers(text: &str) -> Vec<(String, Trace)> {
    let inside = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '-' | '(' | ')' | '+' | '.' | '\u{a0}');
    let rows = text.split(|c: char| !inside(c));
    let long = rows.filter(|row| row.chars().filter(char::is_ascii_digit).count() >= 10);
    long.map(|row| (row.trim().to_owned(), Trace::Number)).collect()
}

fn is_email(word: &str) -> bool {
    word.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
}

/// The shapes of a UK postcode: one or two letters, a digit, perhaps one more, then a digit and two letters.
fn is_postcode(text: &str) -> bool {
    let plain: Vec<char> = text.chars().filter(|c| *c != ' ').map(|c| c.to_ascii_uppercase()).collect();
    let Some((area, inward)) = plain.len().checked_sub(3).and_then(|at| plain.split_at_checked(at)) else {
        return false;
    };
    let inward_ok =
        matches!(inward, [digit, a, b] if digit.is_ascii_digit() && a.is_ascii_uppercase() && b.is_ascii_uppercase());
    let letters = area.iter().take_while(|c| c.is_ascii_uppercase()).count();
    let rest = area.get(letters..).unwrap_or_default();
    let area_ok = (1..=2).contains(&letters)
        && match rest {
            [digit] => digit.is_ascii_digit(),
            [digit, last] => digit.is_ascii_digit() && last.is_ascii_alphanumeric(),
            _ => false,
        };
    inward_ok && area_ok
}
