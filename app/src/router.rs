//! Which address shows which page.
//!
//! Deliberately not here: what a page asks for or draws.

use leptos::prelude::*;
use leptos_meta::{Title, provide_meta_context};
use leptos_router::components::{Route, Router, Routes};
use leptos_router::{SsrMode, path};

use crate::pages::{
    Conferences, ConsolePage, Door, FeedbackForm, FeedbackResults, FeedbackThanks, NewConference, NotFound,
    PreparePage, SeatRoute, Setup, ViewAsPage, WallRoute,
};

/// All pages. Every one is whole before it is sent, so that it can be read without a script.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    view! {
        <Title text="Hearth" />
        <Router>
            <Routes fallback=NotFound>
                <Route path=path!("/") view=Door ssr=SsrMode::Async />
                <Route path=path!("/setup/:token") view=Setup ssr=SsrMode::Async />
                <Route path=path!("/conferences") view=Conferences ssr=SsrMode::Async />
                <Route path=path!("/conferences/new") view=NewConference ssr=SsrMode::Async />
                <Route path=path!("/conferences/:id") view=ConsolePage ssr=SsrMode::Async />
                <Route path=path!("/conferences/:id/prepare") view=PreparePage ssr=SsrMode::Async />
                <Route path=path!("/conferences/:id/as/:who") view=ViewAsPage ssr=SsrMode::Async />
                <Route path=path!("/feedback/results") view=FeedbackResults ssr=SsrMode::Async />
                <Route path=path!("/feedback/thanks") view=FeedbackThanks ssr=SsrMode::Async />
                <Route path=path!("/feedback/:form") view=FeedbackForm ssr=SsrMode::Async />
                <Route path=path!("/seat") view=SeatRoute ssr=SsrMode::Async />
                <Route path=path!("/wall") view=WallRoute ssr=SsrMode::Async />
            </Routes>
        </Router>
    }
}
