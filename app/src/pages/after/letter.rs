//! What the chair chooses for one child's letter, and the way to the letter.
//!
//! Deliberately not here: the texts. They are fixed, one file for each age, and a council edits them.

use board::command::Command;
use board::document::Print;
use board::id::ChildId;
use board::letter::Band;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::Desk;
use super::ledger::choices;
use crate::ui::{CanStay, IntoPart as _, Pick, PickField, Saving, SavingLine, TextField};

/// The form for one letter.
#[component]
pub(super) fn LetterForm(
    /// What the page works with.
    desk: Desk,
    /// Whose letter.
    child: ChildId,
) -> impl IntoView {
    let address = format!("/conferences/{}/letter/{child}", desk.conference.get_value());
    let child = StoredValue::new(child);
    let known = Memo::new(move |_| child.with_value(|child| desk.live.view.with(|view| choices(view, child))));
    let text = || RwSignal::new(String::new());
    let (band, print) = (RwSignal::new(None::<Band>), RwSignal::new(None::<Print>));
    let (expect, teller, keep, because) = (text(), text(), text(), text());
    Effect::new(move |_| {
        let known = known.get();
        band.set(known.band);
        print.set(known.print);
        expect.set(known.expect.unwrap_or_default());
        teller.set(known.teller.unwrap_or_default());
        keep.set(known.keep.unwrap_or_default());
        because.set(known.because.unwrap_or_default());
    });
    let saving = Saving::new(desk.live, Callback::new(|()| ()));
    let make = Callback::new(move |()| {
        let mut letter = known.get_untracked();
        letter.band = band.get_untracked();
        letter.print = print.get_untracked();
        letter.expect = written(&expect.get_untracked());
        letter.teller = written(&teller.get_untracked());
        letter.keep = written(&keep.get_untracked());
        letter.because = written(&because.get_untracked());
        Ok(Command::PrepareLetter { letter })
    });
    let save = move |event: SubmitEvent| {
        event.prevent_default();
        saving.send(make.run(()));
    };
    let bands = picks("The child’s own age", Band::ALL.map(|band| (band.code().to_owned(), band.words().to_owned())));
    let prints =
        picks("As usual for this age", Print::ALL.map(|print| (print.points().to_string(), print.words().to_owned())));
    let band_value = Signal::derive(move || band.get().map_or("", Band::code).to_owned());
    let print_value = Signal::derive(move || print.get().map_or_else(String::new, |print| print.points().to_string()));
    let choose_print = move |points: String| print.set(points.parse().ok().and_then(Print::of_points));
    view! {
        <form class="stack" on:submit=save>
            <p class="answers">
                <a class="button" data-kind="ink" href=address.clone()>"Look at the letter"</a>
                <a class="button" href=format!("{address}.pdf")>"As a PDF"</a>
            </p>
            <div class="pair">
                <PickField label="Written for" value=band_value picks=bands choose=move |code: String| band.set(Band::coded(&code)) />
                <PickField label="Size" value=print_value picks=prints choose=choose_print />
            </div>
            <TextField label="What to expect of the social worker" hint="How often, and alone" value=expect rows=2 />
            <TextField label="Who goes through the letter with the child" value=teller />
            <TextField label="Where it is safe to keep" hint="As the child says" value=keep />
            <TextField label="Why it goes out, if it is hard to read" value=because />
            <div class="answers">
                <button type="submit" class="button" disabled=move || !desk.chair.get() || saving.busy()>
                    "Keep this for the letter"
                </button>
                <SavingLine saving />
            </div>
            <CanStay saving make />
        </form>
    }
    .into_part()
}

fn picks<const N: usize>(usual: &str, others: [Pick; N]) -> Vec<Pick> {
    std::iter::once((String::new(), usual.to_owned())).chain(others).collect()
}

/// Words that may be left out: nothing where only spaces were written.
fn written(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}
