//! Fields that are several controls under one legend.
//!
//! Deliberately not here: reading them again. Their names say where each answer belongs, and the server reads by those.

use board::duties::Milestone;
use board::file::Answer;
use leptos::prelude::*;

use super::control::{Place, choice, day, tick, ticks};
use super::pick;

/// Yes, no, or nobody has said.
pub(super) fn yes_no(place: &Place, name: &str) -> AnyView {
    place.grouped(answers(name, place.typed.get(name)))
}

fn answers(name: &str, chosen: &str) -> AnyView {
    let one = |(value, words): (&'static str, &'static str)| {
        let checked = value == chosen;
        view! {
            <label class="tick">
                <input type="radio" name=name.to_owned() value=value checked=checked />
                <span>{words}</span>
            </label>
        }
    };
    let all = [("yes", "Yes"), ("no", "No"), ("", "Nobody has said")].map(one).into_iter().collect_view();
    view! { <div class="ticks">{all}</div> }.into_any()
}

/// One of two ways to answer: a list to choose from, and words.
pub(super) fn either(
    place: &Place,
    list: (&'static str, &str, Option<Vec<Answer>>),
    words: (&'static str, &str, Option<Vec<Answer>>),
) -> AnyView {
    let one = |(label, part, answers): (&'static str, &str, Option<Vec<Answer>>)| {
        let name = format!("{}:{part}", place.field.name);
        let id = place.id(&format!("-{part}"));
        let control = match answers {
            Some(answers) => choice(place, &name, &format!("-{part}"), &answers),
            None => words_at(place, &name, &format!("-{part}")),
        };
        view! {
            <div class="field">
                <label for=id class="lesser">
                    {label}
                </label>
                {control}
            </div>
        }
    };
    let both = [list, words].map(one).into_iter().collect_view();
    place.grouped(view! { <div class="pair">{both}</div> }.into_any())
}

fn words_at(place: &Place, name: &str, part: &str) -> AnyView {
    let value = place.typed.get(name).to_owned();
    view! { <input type="text" id=place.id(part) name=name.to_owned() value=value autocomplete="off" /> }.into_any()
}

fn small(id: String, label: &str, control: AnyView) -> AnyView {
    view! {
        <div class="field">
            <label for=id class="lesser">
                {label.to_owned()}
            </label>
            {control}
        </div>
    }
    .into_any()
}

fn at(place: &Place, part: &str) -> String {
    format!("{}:{part}", place.field.name)
}

/// A day, or words that are no day.
pub(super) fn due(place: &Place) -> AnyView {
    let on = small(place.id("-on"), "A day", day(place, &at(place, "on"), "-on"));
    let said =
        small(place.id("-said"), "Or in words, if there is no day", words_at(place, &at(place, "said"), "-said"));
    place.grouped(
        view! {
            <div class="pair">
                {on}
                {said}
            </div>
        }
        .into_any(),
    )
}

/// Born on a day, or expected on one.
pub(super) fn birth(place: &Place) -> AnyView {
    let born = small(place.id("-born"), "Born", day(place, &at(place, "born"), "-born"));
    let expected = small(place.id("-expected"), "Or expected", day(place, &at(place, "expected"), "-expected"));
    place.grouped(
        view! {
            <div class="pair">
                {born}
                {expected}
            </div>
        }
        .into_any(),
    )
}

/// Lines of the board to tick, folded, because a board has many; open where some are ticked.
pub(super) fn lines(place: &Place, answers: &[Answer]) -> AnyView {
    let name = place.field.name;
    let ticked = place.typed.all(name).iter().filter(|id| !id.is_empty()).count();
    if answers.is_empty() {
        let none = view! { <p class="hint">"There is no such line on the board."</p> };
        return place.grouped(none.into_any());
    }
    let all = answers.iter().map(|(id, words)| {
        view! { <li>{tick(name, id, words.clone(), place.typed.has(name, id))}</li> }
    });
    let all = all.collect_view();
    let count = match ticked {
        0 => "Choose from the board".to_owned(),
        1 => "1 chosen".to_owned(),
        many => format!("{many} chosen"),
    };
    place.grouped(
        view! {
            <details class="more">
                <summary>{count}</summary>
                <ul class="lines-to-tick">{all}</ul>
            </details>
        }
        .into_any(),
    )
}

/// Who may know: one answer, and the people it names.
pub(super) fn may_know(place: &Place) -> AnyView {
    let who = [
        ("everyone", "Everyone"),
        ("everyone_except", "Everyone but those ticked"),
        ("only", "Only those ticked"),
        ("professionals", "Professionals only"),
        ("chair_and_social_worker", "The chair and the social worker"),
        ("chair_only", "The chair alone"),
    ];
    let who: Vec<Answer> = who.map(|(code, words)| (code.to_owned(), words.to_owned())).into();
    let people = ticks(&at(place, "people"), &pick::people(place.file), place.typed);
    let professionals = at(place, "professionals");
    let open = matches!(place.typed.get(&at(place, "who")), "everyone_except" | "only");
    let with = tick(
        &professionals,
        "yes",
        "All professionals too, with “only those ticked”".to_owned(),
        place.typed.has(&professionals, "yes"),
    );
    let id = place.id("-who");
    place.grouped(
        view! {
            <div class="field">
                <label for=id class="visually-hidden">
                    {place.field.label}
                </label>
                {choice(place, &at(place, "who"), "-who", &who)}
            </div>
            <details class="more" open=open>
                <summary>"Name people"</summary>
                {people}
                {with}
            </details>
        }
        .into_any(),
    )
}

/// For each of the family and each child, whether and how they had something.
pub(super) fn shared(place: &Place) -> AnyView {
    let row = |(who, called): Answer| {
        let (on, how, not) =
            (at(place, &format!("on:{who}")), at(place, &format!("how:{who}")), at(place, &format!("not:{who}")));
        let (day_at, how_at) = (format!("-on-{who}"), format!("-how-{who}"));
        view! {
            <fieldset class="tie">
                <legend>{called}</legend>
                {small(place.id(&day_at), "Had it on", day(place, &on, &day_at))}
                {small(place.id(&how_at), "How, or why not", words_at(place, &how, &how_at))}
                {tick(&not, "yes", "Has not had it".to_owned(), place.typed.has(&not, "yes"))}
            </fieldset>
        }
    };
    let rows = pick::readers(place.file).into_iter().map(row).collect_view();
    place.grouped(view! { <div class="rows">{rows}</div> }.into_any())
}

/// For each child, what somebody is to them.
pub(super) fn ties(place: &Place) -> AnyView {
    let row = |(id, called): Answer| {
        let part = format!("-is-{id}");
        let responsible = at(place, &format!("responsible:{id}"));
        view! {
            <fieldset class="tie">
                <legend>{format!("To {called}")}</legend>
                {small(
                    place.id(&part),
                    "They are their (mother, paternal grandmother)",
                    words_at(place, &at(place, &format!("is:{id}")), &part),
                )}
                <div>
                    <p class="lesser">"Parental responsibility"</p>
                    {answers(&responsible, place.typed.get(&responsible))}
                </div>
            </fieldset>
        }
    };
    let rows = pick::children(place.file).into_iter().map(row).collect_view();
    place.grouped(view! { <div class="rows">{rows}</div> }.into_any())
}

/// The things that happened on a day; the conference's own day is its head's, and is asked here for its time alone.
const HAPPENED: [Milestone; 17] = [
    Milestone::Referral,
    Milestone::StrategyDiscussion,
    Milestone::Assessment,
    Milestone::TransferNotified,
    Milestone::ExclusionRequest,
    Milestone::ReportToFamily,
    Milestone::ReportToChair,
    Milestone::Conference,
    Milestone::Inquorate,
    Milestone::DecisionLetter,
    Milestone::DissentRaised,
    Milestone::DissentAnswered,
    Milestone::MinutesSent,
    Milestone::MinutesReceived,
    Milestone::Comments,
    Milestone::Visit,
    Milestone::Birth,
];

/// The days, and times of day, on which things happened.
pub(super) fn days(place: &Place) -> AnyView {
    let codes = HAPPENED.into_iter().filter_map(|what| {
        let code = serde_json::to_value(what).ok()?.as_str()?.to_owned();
        Some((code, what.words()))
    });
    let row = |(code, words): (String, &'static str)| {
        let (on, time) = (format!("-on-{code}"), format!("-at-{code}"));
        let at_name = at(place, &format!("at:{code}"));
        let value = place.typed.get(&at_name).to_owned();
        let time_id = place.id(&time);
        view! {
            <fieldset class="tie">
                <legend>{capital(words)}</legend>
                {small(place.id(&on), "Day", day(place, &at(place, &format!("on:{code}")), &on))}
                {small(
                    time_id.clone(),
                    "Time",
                    view! { <input type="time" id=time_id name=at_name value=value /> }.into_any(),
                )}
            </fieldset>
        }
    };
    let rows = codes.map(row).collect_view();
    place.grouped(view! { <div class="rows" data-many="yes">{rows}</div> }.into_any())
}

/// A text that begins a line.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Why something is late, for each duty that is, or for which a reason is kept.
pub(super) fn reasons(place: &Place) -> AnyView {
    let name = |key: &str| at(place, key);
    let asked = place.duties.iter().filter(|duty| duty.is_late || place.typed.words(&name(&duty.key)).is_some());
    let row = |duty: &board::view::file::DutyLine| {
        let part = format!("-{}", duty.key);
        let label = format!("{} (due {})", duty.title, duty.due);
        small(place.id(&part), &label, words_at(place, &name(&duty.key), &part))
    };
    let rows: Vec<AnyView> = asked.map(row).collect();
    if rows.is_empty() {
        return place.grouped(view! { <p class="hint">"Nothing is late."</p> }.into_any());
    }
    place.grouped(view! { <div class="rows">{rows}</div> }.into_any())
}
