//! What every printed page of a saved copy repeats, in the margins that a browser leaves for it.
//!
//! Deliberately not on a page that a server sends: its policy allows no style but the server's own, and it is printed from
//! the PDF.

use std::fmt::Write as _;

use board::document::Running;

use crate::text::showable;
use crate::wording;

/// The rules for the margins: whose paper and which status above; whose copy, which edition and which page below.
pub(super) fn margins(running: &Running) -> String {
    let edition = running.edition.as_ref();
    let status = edition.map(|edition| edition.status.words()).unwrap_or_default();
    let edition = edition.map(wording::edition).unwrap_or_default();
    let demo = running.demo.as_deref().unwrap_or_default();
    let above = joined(&[demo, &running.authority]);
    let right = joined(&[&running.reference, &status]);
    let below = joined(&[&running.copy, &edition]);
    format!(
        "@page {{\n@top-left {{ content: {above}; }}\n@top-right {{ content: {right}; }}\n@bottom-left {{ content: {below}; }}\n\
         @bottom-right {{ content: \"Page \" counter(page) \" of \" counter(pages); }}\n}}\n"
    )
}

/// What there is to say, as a text in a style sheet that nothing in it can end.
fn joined(parts: &[&str]) -> String {
    let said: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
    let mut quoted = String::from("\"");
    for c in showable(&said.join(". ")).chars() {
        if c.is_alphanumeric() || matches!(c, ' ' | '.' | ',') {
            quoted.push(c);
        } else {
            // Writing to a text cannot fail.
            let _ = write!(quoted, "\\{:x} ", u32::from(c));
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_can_end_the_style_sheet_it_stands_in() {
        assert_eq!(joined(&["</style>", "", "a\"}\n"]), "\"\\3c \\2f style\\3e . a\\22 \\7d \\a \"");
    }
}
