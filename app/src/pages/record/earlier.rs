//! Last time beside today: which conference is followed, and what each child said then and says now.
//!
//! Deliberately not here: what became of the earlier lines. Those are forms like all others.

use board::view::file::{FileView, Followable, Said};
use leptos::prelude::*;

use super::sheet::Forms;

/// The name of the form.
pub(super) const SHEET: &str = "follow";

/// Which conference is looked back on, and a way to choose one.
pub(super) fn follow(forms: &Forms, followable: &[Followable]) -> AnyView {
    let now = forms.file.earlier.as_ref().map(|earlier| earlier.title.clone());
    let now =
        now.map_or_else(|| "No earlier conference is followed yet.".to_owned(), |title| format!("Followed: {title}."));
    let form = (!followable.is_empty()).then(|| {
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
pub(super) fn then_and_now(file: &FileView) -> AnyView {
    let Some(earlier) = &file.earlier else {
        return ().into_any();
    };
    let children = file.children.iter().map(|child| {
        let of =
            |said: &[Said]| -> Vec<AnyView> { said.iter().filter(|one| one.child == child.id).map(words).collect() };
        let (then, now) = (of(&earlier.said), of(&file.said));
        let or_none = |said: Vec<AnyView>| {
            if said.is_empty() {
                view! { <p class="hint">"Nothing is written down."</p> }.into_any()
            } else {
                said.into_any()
            }
        };
        view! {
            <h3>{child.known_as.clone()}</h3>
            <div class="halves">
                <div class="stack">
                    <h4>"Then"</h4>
                    {or_none(then)}
                </div>
                <div class="stack">
                    <h4>"Today"</h4>
                    {or_none(now)}
                </div>
            </div>
        }
    });
    let children = children.collect_view();
    view! {
        <section class="sheet stack" aria-label="In the child’s words, then and today">
            <details class="more">
                <summary>"In the child’s words, then and today"</summary>
                <div class="stack">{children}</div>
            </details>
        </section>
    }
    .into_any()
}

fn words(said: &Said) -> AnyView {
    view! {
        <figure class="words">
            <blockquote lang=said.language.clone()>{said.words.clone()}</blockquote>
            <figcaption class="hint">{said.on.clone()}</figcaption>
        </figure>
    }
    .into_any()
}
