//! The page itself: one connection, and the parts of getting ready one under another.
//!
//! Deliberately not here: saving everything at once. Each part is saved where it was changed.

use leptos::prelude::*;

use super::children::Children;
use super::do_not_show::DoNotShow;
use super::meeting::Meeting;
use super::own::OwnConferences;
use super::people::{People, Side};
use super::side_room::SideRoom;
use super::tablet::Tablets;
use super::tools::Tools;
use super::way_in::WayIn;
use crate::given::{Device, Handed, Opened, ToolLine};
use crate::live::Live;
use crate::ui::{Bar, DemoMark, NotTakenNote, SignInAgain, StatusLine};

/// How often the page asks whether it is still connected, in seconds.
const HEARTBEAT: u32 = 5;

/// What is shown to somebody who reads without a script.
const STILL: &str =
    "<p class=\"news\">This page can be read without JavaScript. To change something, JavaScript must be on.</p>";

/// Everything there is to prepare.
#[component]
pub(super) fn Page(
    /// The conference, as the console has it.
    opened: Opened,
    /// The kinds of tool to choose from.
    tools: Vec<ToolLine>,
    /// The code that was just made for a child's device.
    handed: Option<Handed>,
) -> impl IntoView {
    let id = opened.id.clone();
    let demo = opened.view.head.demo;
    let live = Live::open(opened.view, format!("/socket/conference/{id}"), HEARTBEAT);
    let title = move || live.view.with(|view| view.head.title.clone());
    let chair = move || live.view.with(|view| view.desk.as_ref().is_some_and(|desk| desk.chair));
    let board = format!("/conferences/{id}");
    let (record, checks) = (format!("/conferences/{id}/record"), format!("/conferences/{id}/checks"));
    let (own, tablets) = (id.clone(), id.clone());
    let code = move |device| handed.clone().filter(|handed| handed.device == device).map(|handed| handed.code);
    let codes = StoredValue::new((code(Device::Tablet), code(Device::SideRoom)));

    view! {
        <div class="list prepare">
            <Bar staff=opened.staff>
                <StatusLine live />
                <DemoMark demo />
                <a class="button" data-kind="main" href=board>"Open the board"</a>
            </Bar>
            <SignInAgain live />
            <NotTakenNote live />
            <main>
                <h1>"Prepare: " {title}</h1>
                <noscript inner_html=STILL></noscript>
                <nav class="jump" aria-label="The record">
                    <a href=record rel="external">"The record: reports, attendance, plan and more"</a>
                    <a href=checks rel="external">"Before you finish"</a>
                </nav>
                <nav class="jump" aria-label="On this page">
                    <a href="#meeting">"Meeting"</a>
                    <a href="#children">"Children"</a>
                    <a href="#family">"Family"</a>
                    <a href="#professionals">"Professionals"</a>
                    <a href="#tools">"Children’s tools"</a>
                    <Show when=chair>
                        <a href="#own">"A child’s own conference"</a>
                        <a href="#do-not-show">"Do not show"</a>
                        <a href="#tablet">"A tablet"</a>
                        <a href="#side-room">"The side room"</a>
                        <a href="#way-in">"Way in"</a>
                    </Show>
                </nav>
                <Meeting live />
                <Children live />
                <People live side=Side::Family />
                <People live side=Side::Professionals />
                <Tools live kinds=tools />
                <Show when=chair>
                    <OwnConferences live id=own.clone() />
                    <DoNotShow live />
                    <Tablets live id=tablets.clone() code=codes.get_value().0 />
                    <SideRoom live id=tablets.clone() code=codes.get_value().1 />
                    <WayIn live id=id.clone() />
                </Show>
            </main>
        </div>
    }
}
