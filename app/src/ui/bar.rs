//! The top of the staff's pages, and what stands there when a page could not be made.
//!
//! Deliberately not here: the console's own bar.

use leptos::prelude::*;

use super::Icon;
use crate::failure::Failure;
use crate::given::{Place, Staff};
use crate::ui::{Inside, IntoPart as _};

/// The mark, what can be done on this page, who is signed in, and the way out.
#[component]
pub fn Bar(
    /// Who is signed in.
    staff: Staff,
    /// What can be done on this page.
    #[prop(optional)]
    children: Option<Inside>,
) -> impl IntoView {
    let ways = [(Place::People, "/people", "People and teams"), (Place::Looked, "/looked", "Who looked")];
    let house = ways.into_iter().filter(|(place, ..)| staff.has(*place));
    let house =
        house.map(|(_, to, words)| view! { <a class="button" data-kind="plain" href=to rel="external">{words}</a> });
    let house = house.collect_view();
    view! {
        <header class="bar" aria-label="Hearth">
            <a class="mark" href="/conferences">
                <Icon name="mark" />
                "Hearth"
            </a>
            <p class="state"><a href="/account">{staff.name.clone()}</a></p>
            {house}
            {children.map(Inside::draw)}
            <form method="post" action="/sign-out">
                <button type="submit" class="button" data-kind="plain">"Sign out"</button>
            </form>
        </header>
    }
    .into_part()
}

/// Why there is no page here, and the way on.
#[component]
pub fn Stopped(
    /// Why.
    why: Failure,
) -> impl IntoView {
    let (href, way) = match why {
        Failure::SignedOut => ("/", "Sign in"),
        Failure::NotFound => ("/conferences", "Your conferences"),
        Failure::Unavailable => ("", "Try again"),
    };
    view! {
        <main class="plain">
            <h1>{heading(&why)}</h1>
            <p>{why.to_string()}</p>
            <p>
                <a class="button" data-kind="main" href=href rel="external">
                    {way}
                </a>
            </p>
        </main>
    }
}

fn heading(why: &Failure) -> &'static str {
    match why {
        Failure::SignedOut => "You are signed out",
        Failure::NotFound => "This page is not here",
        Failure::Unavailable => "Hearth cannot answer just now",
    }
}
