//! What the server draws for a console as texts: the copy of the wall, the band of the curtain, what stands beside the wall's switch, last
//! time's board and numbers, the keys. All of it is plain forms, so it works before the page is alive; a page that is alive reads the
//! same forms ([`crate::meeting`]).
//!
//! Deliberately not here: who may know what. The rules keep it, and this draws what a console is served.

use board::id::ConferenceId;
use board::view::{LastTime, View};
use leptos::prelude::*;

mod beside;
mod curtain;
mod keys;
mod last_time;
mod then_and_today;

use super::Icon;
use super::wall_screen::wall_text;
use crate::given::DrawnNow;
use crate::ui::IntoPart as _;
use beside::Beside;
use curtain::Band;
use keys::Keys;
use last_time::{Ghosts, Numbers};
pub(crate) use then_and_today::then_and_today;

/// Draws everything that changes, from what a console and the wall are served.
pub fn drawn_now(view: &View, wall: View, last_time: Option<&LastTime>, conference: &ConferenceId) -> DrawnNow {
    let action = format!("/conferences/{conference}/meeting");
    let (copy, pages) = wall_text(wall, conference);
    let band = text(|| view! { <Band view=view.clone() action=action.clone() /> }.into_part());
    let beside = text(|| view! { <Beside view=view.clone() action=action.clone() /> }.into_part());
    let mut texts = vec![("wall".to_owned(), copy), ("band".to_owned(), band), ("beside".to_owned(), beside)];
    if let Some(last_time) = last_time {
        let record = format!("/conferences/{conference}/record/earlier");
        texts.extend(view.head.columns.iter().map(|column| {
            let (last_time, column, action) = (last_time.clone(), column.clone(), action.clone());
            let key = format!("last-{}", column.key);
            (key, text(|| view! { <Ghosts last_time column action record=record.clone() /> }.into_part()))
        }));
        let last_time = last_time.clone();
        texts.push(("numbers".to_owned(), text(|| view! { <Numbers last_time /> }.into_part())));
    }
    DrawnNow { pages, texts }
}

/// The keys and what they do, drawn once.
pub fn keys_text() -> String {
    text(|| view! { <Keys /> }.into_part())
}

fn text(draw: impl FnOnce() -> AnyView) -> String {
    Owner::new().with(|| draw().to_html())
}
