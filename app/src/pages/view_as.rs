//! The conference through somebody else's eyes: exactly what their seat has, held still, and what they do not get.
//!
//! Deliberately not here: a second drawing of anything. The very parts that draw the seat draw it here, from the very view
//! that the seat is sent.

use board::id::ConferenceId;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

use crate::api::{AsPage, AsShown, SeatPage, WallPage, open_view_as};
use crate::failure::Failure;

mod differences;
mod everybody;
mod seen;

use super::conferences::{Bar, Stopped};
use crate::ui::DemoMark;
use differences::Differences;
use everybody::Everybody;
use seen::{Seat, Wall};

/// The page at `/conferences/:id/as/:who`.
#[component]
pub fn ViewAsPage() -> impl IntoView {
    let params = use_params_map();
    let asked = Memo::new(move |_| {
        params.with(|params| {
            let id = params.get("id").and_then(|id| id.parse::<ConferenceId>().ok())?;
            Some((id, params.get("who")?))
        })
    });
    let page = Resource::new_blocking(
        move || asked.get(),
        |asked| async move {
            match asked {
                Some((id, who)) => open_view_as(id, who).await,
                None => Err(Failure::NotFound),
            }
        },
    );
    view! {
        <Title text="Hearth: view as" />
        <Suspense>
            {move || Suspend::new(async move {
                match page.await {
                    Ok(page) => view! { <Through page /> }.into_any(),
                    Err(why) => view! { <Stopped why /> }.into_any(),
                }
            })}
        </Suspense>
    }
}

/// The band that says whose eyes these are, what they see, and what they do not.
#[component]
fn Through(
    /// What they have.
    page: AsPage,
) -> impl IntoView {
    let AsPage { id, staff, looked_at, everybody, shown, differences } = page;
    let band = format!("This is what {} shows. Nothing here can be changed.", looked_at.words);
    let (eyes, again) = (looked_at.who.clone(), format!("/conferences/{id}/as/{}", looked_at.who));
    let board = format!("/conferences/{id}");
    let demo = demo(&shown);
    view! {
        <div class="list view-as">
            <Bar staff>
                <DemoMark demo />
                <a class="button" data-kind="main" href=board rel="external">"Back to the board"</a>
            </Bar>
            <aside class="band" role="status">
                <p>{band}</p>
                <a class="button" href=again rel="external">"Look again"</a>
            </aside>
            <div class="through">
                <Everybody id everybody eyes />
                <section class="seen" aria-label="What they see">
                    {match shown {
                        AsShown::Seat(seat) => view! { <Seat seat /> }.into_any(),
                        AsShown::Wall(wall) => view! { <Wall wall /> }.into_any(),
                        AsShown::Paper(address) => view! { <iframe class="paper-seen" src=address title="The paper, as it is given out"></iframe> }.into_any(),
                    }}
                </section>
                <Differences differences />
            </div>
        </div>
    }
    .into_any()
}

/// Whether these are invented people.
fn demo(shown: &AsShown) -> bool {
    match shown {
        AsShown::Seat(
            SeatPage::Person { view, .. } | SeatPage::SideRoom { view, .. } | SeatPage::Tablet { view, .. },
        )
        | AsShown::Wall(WallPage::Board { view }) => view.head.demo,
        AsShown::Seat(SeatPage::None | SeatPage::Lobby { .. })
        | AsShown::Wall(WallPage::Pairing { .. })
        | AsShown::Paper(_) => false,
    }
}
