//! Last time beside today: which conference is followed, and what each child said then and says now.
//!
//! Deliberately not here: what became of the earlier lines. Those are forms like all others.

use board::view::LastTime;
use board::view::file::Followable;
use leptos::prelude::*;

use super::sheet::Forms;
use crate::ui::then_and_today;

/// The name of the form.
pub(super) const SHEET: &str = "follow";

/// Which conference is looked back on, and a way to choose one.
pub(super) fn follow(forms: &Forms, followable: &[Followable]) -> AnyView {
    let now = forms.file.earlier.as_ref().map(|earlier| earlier.title.clone());
    let now =
        now.map_or_else(|| "No earlier conference is followed yet.".to_owned(), |title| format!("Followed: {title}."));
    let form = (!followable.is_empty() && forms.file.approval.signed.is_empty()).then(|| {
        let options = followable
            .iter()
            .map(|other| view! { <option value=other.id.to_string()>{other.words.clone()}</option> })
            .collect_view();
        view! {
            <form method="post" action=forms.action.clone() class="stack">
                <input type="hidden" name="sheet" value=SHEET />
                <div class="field">
                    <label for="follow-which">"An earlier conference about one of these children"</label>
                    <select id="follow-which" name="conference">
                        {options}
                    </select>
                </div>
                <p class="row">
                    <button type="submit" class="button" data-kind="ink" name="do" value="save">
                        "Look back on it"
                    </button>
                </p>
            </form>
        }
    });
    let none = followable.is_empty().then(
        || view! { <p class="hint">"No other conference here is about a child of this name and day of birth."</p> },
    );
    view! {
        <section class="sheet stack" aria-label="The conference before this one">
            <h2>"The conference before this one"</h2>
            <p>{now}</p>
            {form}
            {none}
        </section>
    }
    .into_any()
}

/// What each child said then, beside what they say today, with the days.
pub(super) fn then_and_now(last_time: Option<LastTime>) -> AnyView {
    let Some(last_time) = last_time else {
        return ().into_any();
    };
    view! {
        <section class="sheet stack" aria-label="In the child’s words, then and today">
            <details class="more">
                <summary>"In the child’s words, then and today"</summary>
                <div class="stack">{then_and_today(last_time.said)}</div>
            </details>
        </section>
    }
    .into_any()
}
