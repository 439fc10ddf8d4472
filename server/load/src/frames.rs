//! What is said to either server, and how an edit is found again in what comes back.
//!
//! Deliberately the same words for both: the floor stores and passes on what Hearth would be asked.

use board::command::Command;
use board::wire::{FromClient, PROTOCOL};
use serde_json::json;

/// What stands before an edit's number, in a command as in a view.
const MARK: &str = "\"words\":\"edit ";

/// The rest of an edit's line: as long as lines are.
const WORDS: &str = "said at the meeting: a neighbour heard shouting on the stairs, and somebody came down to look";

/// What a page says first.
pub(crate) fn hello() -> anyhow::Result<String> {
    Ok(serde_json::to_string(&FromClient::Hello { protocol: PROTOCOL, build: None })?)
}

/// The edit with this number: a new line on the board.
pub(crate) fn edit(number: usize) -> anyhow::Result<String> {
    let card = json!({
        "id": format!("edit-{number}"), "section": "harm", "words": words(number), "line": "reported",
        "source": { "agency": "Police" }, "may_know": { "who": "everyone" },
    });
    command(&format!("edit-{number}"), Command::AddCard { card: serde_json::from_value(card)? })
}

/// The same for a board that shall not grow: the first is a new line, each further one has that line say something else.
pub(crate) fn steady(number: usize) -> anyhow::Result<String> {
    match number.checked_sub(1) {
        None => edit(number),
        Some(last) => reword(&format!("edit-{number}"), "edit-0", words(last), words(number)),
    }
}

/// A line that says something else from now on.
pub(crate) fn reword(id: &str, card: &str, was: String, words: String) -> anyhow::Result<String> {
    command(id, Command::RewordCard { card: card.parse()?, was, words })
}

/// What the edit with this number says.
pub(crate) fn words(number: usize) -> String {
    format!("edit {number} {WORDS}")
}

/// A command on its way.
pub(crate) fn command(id: &str, command: Command) -> anyhow::Result<String> {
    Ok(serde_json::to_string(&FromClient::Command { id: id.parse()?, command: command.into() })?)
}

/// The numbers of the edits in a frame, as they stand there.
pub(crate) fn edits(frame: &str) -> impl Iterator<Item = usize> {
    frame.split(MARK).skip(1).filter_map(|rest| {
        let digits = rest.split(|c: char| !c.is_ascii_digit()).next()?;
        digits.parse().ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edit_is_found_again_in_what_was_said() -> anyhow::Result<()> {
        let both = format!("{}{}", edit(7)?, edit(12)?);
        assert_eq!(edits(&both).collect::<Vec<_>>(), [7, 12]);
        assert_eq!(edits(&hello()?).count(), 0);
        Ok(())
    }
}
