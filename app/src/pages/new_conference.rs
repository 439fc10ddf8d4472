//! A new conference: what meeting it is, and the first child it is about.
//!
//! Deliberately not here: everybody else. More children, family and professionals are added when preparing.

use board::record::ConferenceKind;
use leptos::prelude::*;

use crate::given::{FrameworkLine, NewPage, receive};
use crate::here::asked;
use crate::ui::{Bar, IntoPart as _, Stopped};

mod first_child;
mod wrong;

use first_child::FirstChild;
use wrong::{WHAT_NOW, Wrong};

/// The page at `/conferences/new`.
#[component]
pub fn NewConference() -> impl IntoView {
    match receive::<NewPage>() {
        Ok(page) => view! { <NewForm page /> }.into_part(),
        Err(why) => view! { <Stopped why /> }.into_part(),
    }
}

/// The form. It posts to the server and works without a script.
#[component]
fn NewForm(
    /// What is on it.
    page: NewPage,
) -> impl IntoView {
    let NewPage { staff, frameworks } = page;
    let query = asked();
    let wrong = Memo::new(move |_| query.with(|query| query.get("wrong").as_deref().map(Wrong::read)));
    view! {
        <div class="list new">
            <Bar staff />
            <main>
                <h1>"New conference"</h1>
                {move || {
                    wrong
                        .get()
                        .map(|wrong| {
                            view! {
                                <p class="news" role="alert">
                                    <b>{wrong.what()}</b>
                                    " "
                                    {WHAT_NOW}
                                </p>
                            }
                        })
                }}
                <form class="sheet" method="post" action="/conferences">
                    <Meeting frameworks />
                    <FirstChild />
                    <p class="row">
                        <button
                            type="submit"
                            class="button"
                            data-kind="main"
                            data-size="live"
                        >
                            "Make the conference"
                        </button>
                        <a class="button" data-kind="plain" href="/conferences">"Back to the list"</a>
                    </p>
                    <p class="hint">"All of this can be put right later. More children and people come next."</p>
                </form>
            </main>
        </div>
    }
}

/// What meeting it is, when and where.
#[component]
fn Meeting(
    /// The frameworks to choose from.
    frameworks: Vec<FrameworkLine>,
) -> impl IntoView {
    let kinds = ConferenceKind::NEW.map(|kind| view! { <option value=kind.code()>{kind.words()}</option> });
    let methods =
        frameworks.into_iter().map(|line| view! { <option value=line.id>{line.title}</option> }).collect_view();
    view! {
        <fieldset class="fields">
            <legend>"The meeting"</legend>
            <div class="field">
                <label for="kind">"What sort of conference"</label>
                <select id="kind" name="kind" required>{kinds.into_iter().collect_view()}</select>
            </div>
            <div class="field">
                <label for="number">"Which one"</label>
                <input
                    id="number"
                    name="number"
                    type="number"
                    min="1"
                    max="99"
                    inputmode="numeric"
                    aria-describedby="number-hint"
                />
                <p
                    class="hint"
                    id="number-hint"
                >
                    "For a review: 2 is the second. Leave empty for a first conference."
                </p>
            </div>
            <div class="field">
                <label for="framework">"Framework"</label>
                <select id="framework" name="framework" required aria-describedby="framework-hint">{methods}</select>
                <p class="hint" id="framework-hint">"The conference keeps the wording it opens with."</p>
            </div>
            <div class="field">
                <label for="authority">"Authority"</label>
                <input
                    id="authority"
                    name="authority"
                    required
                    maxlength="200"
                    autocomplete="organization"
                    aria-describedby="authority-hint"
                />
                <p class="hint" id="authority-hint">"Like Fenmarsh County Council"</p>
            </div>
            <div class="field">
                <label for="date">"Day"</label>
                <input id="date" name="date" type="date" required />
            </div>
            <div class="field">
                <label for="time">"Time"</label>
                <input id="time" name="time" maxlength="100" autocomplete="off" aria-describedby="time-hint" />
                <p class="hint" id="time-hint">"As people say it: 13:30 to 15:35"</p>
            </div>
            <div class="field wide">
                <label for="place">"Place"</label>
                <input
                    id="place"
                    name="place"
                    required
                    maxlength="200"
                    autocomplete="off"
                    aria-describedby="place-hint"
                />
                <p class="hint" id="place-hint">"The room where people meet. Never where a family lives."</p>
            </div>
            <div class="field wide">
                <label for="reason">"Why we meet"</label>
                <textarea id="reason" name="reason" rows="2" maxlength="2000" aria-describedby="reason-hint"></textarea>
                <p class="hint" id="reason-hint">"One or two plain sentences that everyone at the table could read."</p>
            </div>
        </fieldset>
    }
    .into_part()
}
