//! Who looked: for the auditor at everything, for a chair at a conference of theirs.
//!
//! Deliberately not here: anything of what there was to see.

use leptos::prelude::*;

use super::frame;
use crate::given::{self, ConferenceLine, LookedLine, receive};
use crate::ui::{IntoPart as _, Stopped};

/// The page at `/looked`.
#[component]
pub fn LookedPage() -> impl IntoView {
    match receive::<given::LookedPage>() {
        Ok(page) => draw(page),
        Err(why) => view! { <Stopped why /> }.into_part(),
    }
}

fn draw(page: given::LookedPage) -> AnyView {
    let given::LookedPage { own, staff, conference, lines, most, may_check, checked } = page;
    let check = may_check.then(|| chains(checked));
    let heading = "Who looked";
    if !own.is_empty() {
        return frame(staff, heading, None, vec![choose(&own)]);
    }
    let asked = view! {
        <section class="sheet stack" aria-label="At which conference">
            <form method="get" action="/looked">
                <div class="field">
                    <label for="conference">"A conference, by its number"</label>
                    <div class="beside">
                        <input
                            type="text"
                            id="conference"
                            name="conference"
                            value=conference.clone().unwrap_or_default()
                            autocomplete="off"
                        />
                        <button type="submit" class="button">
                            "Show"
                        </button>
                    </div>
                </div>
            </form>
        </section>
    };
    let rows = lines.iter().map(row).collect_view();
    let none = lines.is_empty().then(|| view! { <p class="hint">"There is nothing to show."</p> });
    let list = view! {
        <section class="sheet stack" aria-label="Who looked">
            <p class="hint">
                {format!("The newest first, {most} at most. A line is never changed or taken away.")}
            </p>
            {none}
            <table>
                <thead>
                    <tr>
                        <th scope="col">"When"</th>
                        <th scope="col">"Who"</th>
                        <th scope="col">"What"</th>
                        <th scope="col">"Conference"</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    };
    frame(staff, heading, None, vec![asked.into_any(), check.into_any(), list.into_any()])
}

/// Somebody who sees only their own conferences chooses one.
fn choose(own: &[ConferenceLine]) -> AnyView {
    let one = |line: &ConferenceLine| {
        let way = format!("/looked?conference={}", line.id);
        view! {
            <li>
                <a href=way>{format!("{}: {}, {}", line.title, line.kind, line.day)}</a>
            </li>
        }
    };
    view! {
        <section class="sheet stack" aria-label="At which conference">
            <h2>"At which conference?"</h2>
            <ul>{own.iter().map(one).collect_view()}</ul>
        </section>
    }
    .into_any()
}

/// Whether every log is as it was written: asked for, because it reads all of them.
fn chains(checked: Vec<String>) -> AnyView {
    let found = checked.into_iter().map(|words| view! { <li>{words}</li> }).collect_view();
    view! {
        <section class="sheet stack" aria-label="Is everything as it was written?">
            <h2>"Is everything as it was written?"</h2>
            <ul>{found}</ul>
            <form method="get" action="/looked">
                <button type="submit" class="button" name="check" value="yes">
                    "Check every log"
                </button>
            </form>
        </section>
    }
    .into_any()
}

fn row(line: &LookedLine) -> AnyView {
    let about = line.about.as_ref().map(|about| format!(": {about}")).unwrap_or_default();
    let reason = line.reason.as_ref().map(|reason| format!(" ({reason})")).unwrap_or_default();
    let what = format!("{}{about}{reason}", line.what);
    let conference = line.conference.as_ref().map(ToString::to_string).unwrap_or_default();
    view! {
        <tr>
            <td>{line.at.clone()}</td>
            <td>{line.who.clone()}</td>
            <td>{what}</td>
            <td>{conference}</td>
        </tr>
    }
    .into_any()
}
