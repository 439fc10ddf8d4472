//! Something that is changed where it stands: its summary, or its form.
//!
//! Deliberately not here: two forms for one thing. The form is only there while somebody is in it, and what is typed
//! in it stays until it is stored or put away on purpose.

use board::command::Command;
use leptos::html;
use leptos::prelude::*;

use crate::live::Live;
use crate::ui::{CanStay, Inside, IntoPart as _, Saving, SavingLine};

/// A button that opens a form in place, and takes the focus back when the form is done.
#[component]
pub(super) fn Editable<F, V>(
    /// What the button says.
    label: &'static str,
    /// What the button is about, for those who hear it out of its place.
    #[prop(into, optional)]
    about: Signal<String>,
    /// Makes the form; it calls what it is given when it is done.
    form: F,
    /// The summary, shown while the form is not.
    #[prop(optional)]
    children: Option<ChildrenFn>,
) -> impl IntoView
where
    F: Fn(Callback<()>) -> V + Send + Sync + 'static,
    V: IntoView + 'static,
{
    let open = RwSignal::new(false);
    let button = NodeRef::<html::Button>::new();
    let was_open = StoredValue::new(false);
    let done = Callback::new(move |()| open.set(false));
    // The page may not be alive yet, and a button that does nothing is worse than none.
    let alive = RwSignal::new(false);
    Effect::new(move |_| alive.set(true));
    Effect::new(move |_| {
        let closed = !open.get() && was_open.get_value();
        was_open.set_value(open.get());
        if let Some(button) = button.get().filter(|_| closed) {
            // A button that cannot take the focus leaves it where it was.
            let _ = button.focus();
        }
    });
    let form = StoredValue::new(form);
    let summary = StoredValue::new(children);

    view! {
        <div class="editable">
            <Show when=move || !open.get()>
                {summary.with_value(|summary| summary.as_ref().map(|summary| summary()))}
                <button
                    type="button"
                    class="button"
                    node_ref=button
                    disabled=move || !alive.get()
                    on:click=move |_| open.set(true)
                >
                    {label}
                    <span class="visually-hidden">{move || format!(" {}", about.get())}</span>
                </button>
            </Show>
            <Show when=move || open.get()>{form.with_value(|form| form(done).into_part())}</Show>
        </div>
    }
    .into_part()
}

/// The frame of a form: its fields, Save, and a way back that changes nothing.
#[component]
pub(super) fn EditForm(
    /// The page's connection.
    live: Live,
    /// What is being changed.
    #[prop(into)]
    title: String,
    /// Makes the command from the fields, or says what is missing.
    make: Callback<(), Result<Command, &'static str>>,
    /// Called when it is stored, or put away.
    done: Callback<()>,
    /// The fields.
    children: Inside,
) -> impl IntoView {
    let saving = Saving::new(live, done);
    let node = NodeRef::<html::Legend>::new();
    Effect::new(move |_| {
        if let Some(legend) = node.get() {
            // The legend says what is being changed; from there the next Tab is the first field.
            let _ = legend.focus();
        }
    });
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        saving.send(make.run(()));
    };
    view! {
        <form class="edit sheet" on:submit=save>
            <fieldset class="fields">
                <legend tabindex="-1" node_ref=node>{title}</legend>
                {children.draw()}
            </fieldset>
            <div class="row">
                <button type="submit" class="button" data-kind="ink" disabled=move || saving.busy()>"Save"</button>
                <button
                    type="button"
                    class="button"
                    data-kind="plain"
                    on:click=move |_| done.run(())
                >
                    "Back, change nothing"
                </button>
                <SavingLine saving />
            </div>
            <CanStay saving make />
        </form>
    }
    .into_part()
}
