//! Everybody who is asked to come, from a list that an office keeps already.
//!
//! Deliberately not here: an email or an address. A list may have a column for one; it is not read.

use leptos::prelude::*;

use super::sheet::{Forms, can_stay};

/// The name of the form.
pub(super) const SHEET: &str = "invitees";

/// The list, pasted whole: all of it is taken, or nothing.
pub(super) fn invitees(forms: &Forms) -> AnyView {
    let posted = forms.posted(SHEET, "");
    if !forms.file.approval.signed.is_empty() && posted.is_none() {
        return ().into_any();
    }
    let typed = posted.map(|posted| posted.typed.get("list").to_owned()).unwrap_or_default();
    let wrong = posted.map(|posted| {
        let lines = posted.wrong.iter().map(|wrong| view! { <li>{wrong.words.clone()}</li> }).collect_view();
        view! {
            <ul class="wrong" id="invitees-wrong">
                {lines}
            </ul>
        }
    });
    let described = if posted.is_some() { "invitees-hint invitees-wrong" } else { "invitees-hint" };
    view! {
        <section class="sheet stack" aria-label="Invitations from a list">
            <details class="more" open=posted.is_some()>
                <summary>"Invitations from a list"</summary>
                <form method="post" action=forms.action.clone() class="stack">
                    <input type="hidden" name="sheet" value=SHEET />
                    <div class="field">
                        <label for="invitees-list">"The list"</label>
                        <p class="hint" id="invitees-hint">
                            "Paste it from a spreadsheet saved as CSV. The first line says what is in it: name, role, agency, \
                            organisation, title. A column with email addresses may be there; nothing of it is kept. If one line \
                            cannot be read, nobody is added."
                        </p>
                        {wrong}
                        <textarea
                            id="invitees-list"
                            name="list"
                            rows="6"
                            spellcheck="false"
                            aria-describedby=described
                            aria-invalid=posted.map(|_| "true")
                        >
                            {typed}
                        </textarea>
                    </div>
                    {can_stay(SHEET, posted)}
                    <p class="row">
                        <button type="submit" class="button" data-kind="ink" name="do" value="save">
                            "Add everybody on the list"
                        </button>
                    </p>
                </form>
            </details>
        </section>
    }
    .into_any()
}
