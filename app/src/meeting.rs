//! What the forms that the server draws for a console ask for: the curtain, the parts of a split conference, hidden numbers, what became
//! of a line of last time. The console reads them where its page is alive, and the server where it is not.
//!
//! Deliberately not here: drawing the forms (that is `ui::console_text`), and the rules.

use board::command::Command;
use board::curtain::Thing;
use board::matter::ReviewState;

use crate::here::Asked;

/// What a form asks for; nothing when it cannot be read. `part` is a new id for whatever the record keeps of it.
pub fn command(form: &Asked, part: String) -> Option<Command> {
    Some(match form.get("do")?.as_str() {
        "draw" => Command::DrawCurtain { paused: None, why: None },
        "pause" => Command::DrawCurtain { paused: Some(form.all("who")), why: form.get("why") },
        "open" => Command::OpenCurtain { part: part.try_into().ok()?, shared: form.all("line"), things: things(form) },
        "share" => Command::ShareBehind { things: things(form) },
        "begin" => Command::BeginSitting { sitting: form.all("part").pop() },
        "hide" => Command::HideNumbers { hidden: true },
        "reveal" => Command::HideNumbers { hidden: false },
        "became" => {
            let said = form.get("state")?;
            Command::TellFate {
                fate: part.clone().try_into().ok()?,
                card: form.get("line")?.try_into().ok()?,
                state: ReviewState::ALL.into_iter().find(|state| state.words() == said)?,
                now: part.try_into().ok()?,
            }
        }
        _ => return None,
    })
}

/// What is shared with the room beside the lines.
fn things(form: &Asked) -> Vec<Thing> {
    form.all::<String>("thing").iter().filter_map(|name| Thing::named(name)).collect()
}
