//! Getting ready: what meeting it is, who it is about, who comes, and what the children have said beforehand.
//!
//! Deliberately not here: the board. What is prepared here is what the console then works with.

use leptos::prelude::*;

use crate::given::{self, receive};
use crate::ui::{IntoPart as _, Stopped};

mod attendance;
mod birth;
mod child_form;
mod children;
mod do_not_show;
mod editable;
mod field;
mod known_by;
mod meeting;
mod next_dates;
mod own;
mod page;
mod people;
mod person_form;
mod relations;
mod side_room;
mod tablet;
mod tool_form;
mod tools;
mod way_in;
mod words;

/// The page at `/conferences/:id/prepare`.
#[component]
pub fn PreparePage() -> impl IntoView {
    match receive::<given::PreparePage>() {
        Ok(given::PreparePage { opened, tools, handed }) => view! { <page::Page opened tools handed /> }.into_part(),
        Err(why) => view! { <Stopped why /> }.into_part(),
    }
}
