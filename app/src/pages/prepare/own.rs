//! A child's own conference: begun here, and gone on with as often as the child wants, each time with a new code.
//!
//! Deliberately not here: what is said in it. The chair reads it at the console, as far as the child has chosen.

use board::id::ConferenceId;
use board::own::{OwnConference, Understood};
use board::view::ChildView;
use leptos::prelude::*;

use crate::ui::IntoPart as _;

use super::handed::Code;
use crate::given::Handed;
use crate::live::Live;

/// A button for each child, and how far their own conference is.
#[component]
pub(super) fn OwnConferences(
    /// The page's connection.
    live: Live,
    /// The conference.
    id: ConferenceId,
    /// The code for the tablet, once there is one.
    handed: Option<Handed>,
) -> impl IntoView {
    let children = Memo::new(move |_| live.view.with(|view| view.head.children.clone()));
    let action = StoredValue::new(format!("/conferences/{id}/own"));
    view! {
        <section id="own" class="sheet">
            <h2>"A child’s own conference"</h2>
            <p>
                "You, the child and one person the child chooses, with a tablet between you: what you can keep and what \
                 not, four questions in their own words, and who may know each card. Nobody but you sees any of it \
                 before the child has agreed. It belongs to this conference, so no word is ever copied."
            </p>
            {handed.map(|handed| view! { <Code live handed /> })}
            <ul class="known">
                <For
                    each=move || children.get()
                    key=|child| child.id.clone()
                    children=move |child| view! { <OfChild live action=action.get_value() child /> }
                />
            </ul>
        </section>
    }
    .into_part()
}

/// One child's.
#[component]
fn OfChild(
    /// The page's connection.
    live: Live,
    /// Where the form goes.
    action: String,
    /// The child.
    child: ChildView,
) -> impl IntoView {
    let id = StoredValue::new(child.id.clone());
    let own = Memo::new(move |_| live.view.with(|view| id.with_value(|id| view.own_conferences.get(id).cloned())));
    let begun = move || own.with(Option::is_some);
    let name = StoredValue::new(child.known_as.clone());
    let button = move || {
        let name = name.get_value();
        if begun() {
            format!("Go on with {name}’s own conference")
        } else {
            format!("Hold {name}’s own conference")
        }
    };
    let facts = move || {
        own.get().map(|own| {
            let facts = live.view.with(|view| facts(view, &own));
            facts.into_iter().map(|fact| view! { <li>{fact}</li> }).collect_view()
        })
    };
    view! {
        <li>
            <div class="summary">
                <h3>{child.known_as} <span>" " <How own /></span></h3>
                <ul class="facts">{facts}</ul>
            </div>
            <form method="post" action=action>
                <input type="hidden" name="child" value=child.id.to_string() />
                <button type="submit" class="button">
                    {button}
                </button>
            </form>
        </li>
    }
    .into_part()
}

/// How far it is: not begun, going on, agreed and at what time.
#[component]
fn How(
    /// The conference, where there is one.
    own: Memo<Option<OwnConference>>,
) -> impl IntoView {
    let agreed = move || own.with(|own| own.as_ref().and_then(|own| own.agreed_at));
    let at = RwSignal::new(None::<String>);
    // The time of day is the reader's; the page that the server draws does not know it.
    #[cfg(feature = "hydrate")]
    Effect::new(move |_| at.set(agreed().map(crate::live::time_of)));
    move || match (own.with(Option::is_some), agreed(), at.get()) {
        (false, _, _) => "Not begun".to_owned(),
        (true, None, _) => "Going on".to_owned(),
        (true, Some(_), None) => "Agreed".to_owned(),
        (true, Some(_), Some(at)) => format!("Agreed at {at}"),
    }
}

/// Who was with them, whether they follow what can be kept, and who tells them.
fn facts(view: &board::view::View, own: &OwnConference) -> Vec<String> {
    let called = |id| view.people.get(id).map_or_else(String::new, |person| person.called().to_owned());
    let understood = own.understood.map(|understood| match understood {
        Understood::Yes => "Follows what you can keep and what not".to_owned(),
        Understood::NotSure => "Is not sure what you can keep and what not: say it again".to_owned(),
    });
    let told = own.told_by.as_ref().map(|by| match own.told_on {
        Some(on) => format!("{} tells them by {}", called(by), board::view::day(on)),
        None => format!("{} tells them what was decided", called(by)),
    });
    [
        own.called.as_ref().map(|called| format!("Wants to be called {called}")),
        own.pronouns.clone(),
        own.companion.as_ref().map(|companion| format!("With {}", called(companion))),
        understood,
        told,
    ]
    .into_iter()
    .flatten()
    .collect()
}
