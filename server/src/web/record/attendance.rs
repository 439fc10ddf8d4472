//! The table of who is here, saved at once.
//!
//! Deliberately not here: counting a quorum.

use board::file::Typed;
use board::keeping::Keeping;
use board::people::{Attendance, Person};

use super::{Kept, Sender, although};

/// Keeps every line that is otherwise than before.
pub(super) async fn keep(sender: &Sender, typed: &Typed) -> Kept {
    let people = sender.read(|file| file.people.clone()).await?;
    let changed = people.iter().filter_map(|person| changed(person, typed));
    sender.keep_all(changed.map(|person| although(Keeping::Person(person), typed)).collect()).await
}

/// Somebody as the table has them, where that is otherwise than before.
fn changed(person: &Person, typed: &Typed) -> Option<Person> {
    let code = typed.words(&format!("how:{}", person.id))?;
    let attendance: Attendance = serde_json::from_value(code.into()).ok()?;
    let attended = typed.words(&format!("when:{}", person.id));
    let changed = Person { attendance, attended, ..person.clone() };
    (changed != *person).then_some(changed)
}
