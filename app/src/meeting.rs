//! What the forms about the meeting itself ask for: the curtain, the parts of a split conference, hidden numbers. The console reads
//! them where its page is alive, and the server where it is not.
//!
//! Deliberately not here: drawing the forms (that is `ui::meeting`), and the rules.

use board::command::Command;

use crate::here::Asked;

/// What a form asks for; nothing when it cannot be read. `part` is a new id for what the record keeps of an opened curtain.
pub fn command(form: &Asked, part: String) -> Option<Command> {
    Some(match form.get("do")?.as_str() {
        "draw" => Command::DrawCurtain { paused: None, why: None },
        "pause" => Command::DrawCurtain { paused: Some(form.all("who")), why: form.get("why") },
        "open" => Command::OpenCurtain { part: part.try_into().ok()?, shared: form.all("line") },
        "begin" => Command::BeginSitting { sitting: form.all("part").pop() },
        "hide" => Command::HideNumbers { hidden: true },
        "reveal" => Command::HideNumbers { hidden: false },
        _ => return None,
    })
}
