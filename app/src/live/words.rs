//! The words in a command that this device had asked for, so that they can be given back to whoever wrote them.
//!
//! Deliberately read as text: taking a frame apart by its fields would weigh more than the rest of this page's connection.

/// Every text in a command's frame that has more than one word, and whatever is called words.
pub(super) fn words_in(frame: &str) -> Vec<String> {
    let mut found = Vec::new();
    let (mut begun, mut escaped, mut named) = (None, false, "");
    for (at, letter) in frame.char_indices() {
        match (begun, letter) {
            _ if escaped => escaped = false,
            (Some(_), '\\') => escaped = true,
            (None, '"') => begun = Some(at),
            (Some(from), '"') => {
                begun = None;
                let quoted = frame.get(from..=at).unwrap_or_default();
                if named == r#""words""# || quoted.contains(' ') {
                    found.extend(board::lean::read::<String>(quoted));
                }
                named = quoted;
            }
            _ => {}
        }
    }
    found
}
