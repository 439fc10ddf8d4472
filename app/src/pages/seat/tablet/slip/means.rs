//! What an answer means, name by name, asked of the same rule that the server keeps to.
//!
//! Deliberately not here: a rule of its own. What each person then really gets is what looking back is for.

use board::audience::Knower;
use leptos::prelude::*;

use crate::ui::IntoPart as _;

use super::super::own::knower;
use super::super::pad::Pad;
use super::Choice;
use crate::ui::Icon;

/// Who will know, and who will have nothing.
#[component]
pub(super) fn Means(
    /// The tablet.
    pad: Pad,
    /// The slip.
    choice: Choice,
) -> impl IntoView {
    let people = untrack(|| pad.way.people());
    let room = Knower::Room { present: people.iter().map(|(id, _)| id.clone()).collect() };
    let each = people.iter().map(|(id, person)| (person.called.clone(), knower(id, person)));
    let lookers = StoredValue::new(
        std::iter::once((pad.say.say("share.screen"), room)).chain(each).collect::<Vec<(String, Knower)>>(),
    );
    let sides = Memo::new(move |_| {
        choice.may_know.with(|may_know| {
            lookers.with_value(|lookers| {
                let (will, will_not): (Vec<_>, Vec<_>) =
                    lookers.iter().partition(|(_, knower)| may_know.allows(knower));
                let called =
                    |side: Vec<&(String, Knower)>| side.into_iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
                (called(will), called(will_not))
            })
        })
    });
    let side = move |head: &'static str, icon: &'static str, names: Vec<String>| {
        (!names.is_empty()).then(|| {
            let names = names.into_iter().map(|name| view! { <li dir="auto">{name}</li> });
            view! {
                <p class="label">
                    <Icon name=icon />
                    {pad.say.say(head)}
                </p>
                <ul class="few">{names.collect_view()}</ul>
            }
        })
    };
    let drawn = move || {
        let (will, will_not) = sides.get();
        view! {
            {side("share.sees", "eye", will)}
            {side("own.sees_nothing", "lock", will_not)}
        }
    };
    view! {
        <figure class="preview" aria-live="polite">
            <figcaption>{pad.say.say("share.means")}</figcaption>
            <div>{drawn}</div>
        </figure>
    }
    .into_part()
}
