//! The conference through somebody else's eyes: exactly what their seat has, held still, and what they do not get.
//!
//! Deliberately not here: a second drawing of anything. The very parts that draw the seat draw it here, from the very view
//! that the seat is sent.

use leptos::prelude::*;

mod differences;
mod everybody;
mod seen;

use crate::given::{AsPage, AsShown, receive};
use crate::ui::{Bar, DemoMark, IntoPart as _, PicturesAt, Stopped};
use differences::Differences;
use everybody::Everybody;
use seen::{Seat, Wall};

/// The page at `/conferences/:id/as/:who`.
#[component]
pub fn ViewAsPage() -> impl IntoView {
    match receive() {
        Ok(page) => view! { <Through page /> }.into_part(),
        Err(why) => view! { <Stopped why /> }.into_part(),
    }
}

/// The band that says whose eyes these are, what they see, and what they do not.
#[component]
fn Through(
    /// What they have.
    page: AsPage,
) -> impl IntoView {
    let board = format!("/conferences/{}", page.id);
    let AsPage { id, staff, demo, looked_at, shown, beside } = page;
    let band = format!("This is what {} shows. Nothing here can be changed.", looked_at.words);
    let (everybody, differences) = beside.map(|beside| (beside.everybody, beside.differences)).unzip();
    let back = if everybody.is_some() {
        (board, "Back to the board")
    } else {
        ("/conferences".to_owned(), "Your conferences")
    };
    let (eyes, again) = (looked_at.who.clone(), format!("/conferences/{id}/as/{}", looked_at.who));
    provide_context(PicturesAt::console(&id));
    view! {
        <div class="list view-as">
            <Bar staff>
                <DemoMark demo />
                <a class="button" data-kind="main" href=back.0>{back.1}</a>
            </Bar>
            <section class="band" aria-label="Whose eyes">
                <h1>{band}</h1>
                <a class="button" href=again>"Look again"</a>
            </section>
            <div class="through" role="main" aria-label="Through their eyes">
                {everybody.map(|everybody| view! { <Everybody id everybody eyes /> })}
                <section class="seen" aria-label="What they see">
                    {match shown {
                        AsShown::Seat(seat) => view! { <Seat seat /> }.into_part(),
                        AsShown::Wall(wall) => view! { <Wall wall /> }.into_part(),
                        AsShown::Paper(address) => view! { <iframe class="paper-seen" src=address title="The paper, as it is given out"></iframe> }.into_part(),
                    }}
                </section>
                {differences.map(|differences| view! { <Differences differences /> })}
            </div>
        </div>
    }
    .into_part()
}
