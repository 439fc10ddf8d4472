//! Getting ready: what meeting it is, who it is about, who comes, and what the children have said beforehand.
//!
//! Deliberately not here: the board. What is prepared here is what the console then works with.

use std::str::FromStr;

use board::id::ConferenceId;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

use crate::api;
use crate::failure::Failure;

use super::conferences::Stopped;

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
mod page;
mod people;
mod person_form;
mod relations;
mod saving;
mod side_room;
mod tablet;
mod tool_form;
mod tools;
mod way_in;
mod words;

pub(super) use saving::{Saving, SavingLine};

/// The page at `/conferences/:id/prepare`.
#[component]
pub fn PreparePage() -> impl IntoView {
    let params = use_params_map();
    let id = move || params.with(|params| params.get("id")).and_then(|id| ConferenceId::from_str(&id).ok());
    let opened = Resource::new(id, |id| async move {
        match id {
            Some(id) => Ok((api::open_console(id).await?, api::list_tools().await?)),
            None => Err(Failure::NotFound),
        }
    });
    view! {
        <Title text="Hearth: prepare" />
        <Suspense>
            {move || Suspend::new(async move {
                match opened.await {
                    Ok((opened, tools)) => view! { <page::Page opened tools /> }.into_any(),
                    Err(why) => view! { <Stopped why /> }.into_any(),
                }
            })}
        </Suspense>
    }
}
