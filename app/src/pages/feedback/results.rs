//! What was counted, for the staff: quarter by quarter, with small numbers hidden; and the cards to hand out.
//!
//! Deliberately not here: a way from an answer to anybody. There is none in the store either.

use board::feedback::{Form, Theme};
use leptos::prelude::*;

use super::words;
use crate::given::{FeedbackPage, FormResults, Wrote, receive};
use crate::ui::{Bar, IntoPart as _, Stopped};

/// The page at `/feedback/results`.
#[component]
pub fn FeedbackResults() -> impl IntoView {
    match receive::<FeedbackPage>() {
        Ok(page) => view! { <Page page /> }.into_part(),
        Err(why) => view! { <Stopped why /> }.into_part(),
    }
}

/// The whole page.
#[component]
fn Page(
    /// What was counted.
    page: FeedbackPage,
) -> impl IntoView {
    let FeedbackPage { staff, quarters, shown, forms, wrote } = page;
    let quarters = quarters.into_iter().map(|(code, words)| {
        let now = code == shown;
        view! {
            <li>
                <a href=format!("/feedback/results?quarter={code}") rel="external" aria-current=now.then_some("page")>
                    {words}
                </a>
            </li>
        }
    });
    view! {
        <div class="list">
            <Bar staff=staff.clone() />
            <main class="results">
                <h1>"What people say of our meetings"</h1>
                <p>
                    "Nobody’s answers are kept. They are counted by quarter, and shown five people at a time. A number from 1 to \
                     5 is hidden, and another with it where it could be worked out."
                </p>
                <nav aria-label="Quarters">
                    <ul>{quarters.collect_view()}</ul>
                </nav>
                {forms.into_iter().map(|results| view! { <OneForm results /> }).collect_view()}
                <Words wrote />
                <Cards />
            </main>
        </div>
    }
    .into_part()
}

/// One form's counts.
#[component]
fn OneForm(
    /// The counts.
    results: FormResults,
) -> impl IntoView {
    let FormResults { form, people, asked } = results;
    let Some(people) = people else {
        return view! {
            <section>
                <h2>{words::who(form)}</h2>
                <p class="hint">"Not shown: fewer than five people have answered."</p>
            </section>
        }
        .into_part();
    };
    let rows = asked.into_iter().map(move |asked| {
        let cells = asked.cells.into_iter().map(|(answer, count)| {
            let count = count.map_or_else(|| "hidden".to_owned(), |count| count.to_string());
            view! { <li>{words::answer(&answer)} ": " <b>{count}</b></li> }
        });
        view! {
            <li>
                <h3>{words::question(form, &asked.key)}</h3>
                <p class="hint">{words::theme(asked.theme)}</p>
                <ul class="counts">{cells.collect_view()}</ul>
            </li>
        }
    });
    view! {
        <section>
            <h2>{words::who(form)}</h2>
            <p>{format!("{people} people")}</p>
            <ul class="asked">{rows.collect_view()}</ul>
        </section>
    }
    .into_part()
}

/// What people wrote. Somebody reads it before it goes anywhere.
#[component]
fn Words(
    /// The words.
    wrote: Vec<Wrote>,
) -> impl IntoView {
    (!wrote.is_empty()).then(|| {
        let each = wrote.into_iter().map(|Wrote { form, theme, words }| {
            let about = theme.map_or(String::new(), |theme: Theme| format!(": {}", words::theme(theme)));
            view! {
                <li>
                    <q dir="auto">{words}</q>
                    <span class="hint">{format!("{}{about}", words::who(form))}</span>
                </li>
            }
        });
        view! {
            <section>
                <h2>"What people wrote"</h2>
                <p class="hint">"Read it before you show it to anybody: words can give a person away."</p>
                <ul class="asked">{each.collect_view()}</ul>
            </section>
        }
    })
}

/// The form that makes cards to hand out.
#[component]
fn Cards() -> impl IntoView {
    let forms = Form::ALL.map(|form| view! { <option value=form.code()>{words::who(form)}</option> });
    view! {
        <section>
            <h2>"Cards to hand out"</h2>
            <p>
                "A sheet of cards, each with a code that works once. Let people take any card: it is not written down which card \
                 somebody took. The sheet is shown once, so print it."
            </p>
            <form method="post" action="/feedback/cards" class="pair">
                <label class="field">
                    <span class="label">"For"</span>
                    <select name="form">{forms.into_iter().collect_view()}</select>
                </label>
                <button type="submit" class="button" data-kind="main">
                    "Make 12 cards"
                </button>
            </form>
        </section>
    }
    .into_part()
}
