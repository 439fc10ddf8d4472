//! What one audience will get of the young person's words, drawn as that audience will have it.
//!
//! Deliberately not here: hiding. What is not in the server's answer is not on this screen either.

use board::audience::Audience;
use board::card::LineKind;
use board::sharing::{MayKnow, When};
use board::view::At;
use board::view::look_back::{SeenBy, SeenLine};
use leptos::prelude::*;

use crate::ui::IntoPart as _;

use super::super::pad::Pad;

/// What an audience is called here, and its tie.
pub(super) fn audience_name(pad: Pad, audience: &Audience) -> (String, Option<String>) {
    let say = |key: &str| (pad.say.say(key), None);
    match audience {
        Audience::Wall => say("own.the_wall"),
        Audience::Chair => match pad.way.chair() {
            Some((_, chair)) => (chair.called, Some(pad.say.say("own.the_chair"))),
            None => say("own.the_chair"),
        },
        Audience::Clerk => say("own.the_clerk"),
        Audience::Person(id) => {
            let around = pad.way.circle().and_then(|circle| circle.people.get(id).cloned());
            around.map_or_else(|| say("own.somebody"), |person| (person.called, person.tie))
        }
        // Business support has none of it, and so is never named here.
        Audience::Professionals | Audience::Support => say("own.workers_paper"),
        Audience::Family => say("own.family_paper"),
        Audience::Child(_) | Audience::SideRoom(_) | Audience::Tablet(_) => say("own.my_letter"),
    }
}

/// What one audience gets.
#[component]
pub(super) fn Seen(
    /// The tablet.
    pad: Pad,
    /// What everybody gets.
    all: RwSignal<Option<Vec<SeenBy>>>,
    /// Who looks.
    who: RwSignal<Audience>,
) -> impl IntoView {
    let seen = Memo::new(move |_| {
        let who = who.get();
        all.with(|all| all.as_ref().and_then(|all| all.iter().find(|seen| seen.audience == who).cloned()))
    });
    let drawn = move || seen.get().map(|seen| draw(pad, &seen));
    view! {
        <figure class="preview" aria-live="polite">
            {drawn}
        </figure>
    }
    .into_part()
}

fn draw(pad: Pad, seen: &SeenBy) -> AnyView {
    let (name, _) = untrack(|| audience_name(pad, &seen.audience));
    let head = pad.say.fill("own.will_see", "name", &name);
    if seen.lines.is_empty() {
        return view! {
            <figcaption>{head}</figcaption>
            <div>
                <p class="nothing" data-read="">
                    {pad.say.say("own.nothing_at_all")}
                </p>
            </div>
        }
        .into_part();
    }
    let screen: Vec<&SeenLine> = seen.lines.iter().filter(|line| line.at == At::Screen).collect();
    let paper = once(seen.lines.iter().filter(|line| line.at != At::Screen).collect());
    let same = screen.len() == paper.len() && screen.iter().all(|line| paper.iter().any(|other| alike(line, other)));
    let parts: Vec<(&str, Vec<&SeenLine>)> = match &seen.audience {
        Audience::Person(_) if same => vec![("own.on_both", screen)],
        Audience::Person(_) => vec![("own.on_phone", screen), ("own.on_paper", paper)],
        Audience::Wall
        | Audience::Chair
        | Audience::Clerk
        | Audience::Tablet(_)
        | Audience::SideRoom(_)
        | Audience::Support => vec![("", screen)],
        Audience::Professionals | Audience::Family | Audience::Child(_) => vec![("", paper)],
    };
    let wall = seen.audience == Audience::Wall;
    let parts = parts.into_iter().map(|(head, lines)| {
        let empty = lines.is_empty().then(|| view! { <p class="nothing">{pad.say.say("own.nothing_at_all")}</p> });
        let head = (!head.is_empty()).then(|| view! { <p class="label">{pad.say.say(head)}</p> });
        let lines = lines.into_iter().map(|line| card(pad, line, wall)).collect_view();
        view! {
            {head}
            {empty}
            <div class="lines">{lines}</div>
        }
    });
    view! {
        <figcaption>{head}</figcaption>
        <div>{parts.collect_view()}</div>
    }
    .into_part()
}

/// The same words twice on one paper are shown once.
fn once(lines: Vec<&SeenLine>) -> Vec<&SeenLine> {
    let mut kept: Vec<&SeenLine> = Vec::new();
    for line in lines {
        if !kept.iter().any(|other| alike(line, other)) {
            kept.push(line);
        }
    }
    kept
}

fn alike(a: &SeenLine, b: &SeenLine) -> bool {
    (&a.entry, &a.words, &a.who, a.later) == (&b.entry, &b.words, &b.who, b.later)
}

/// One line, in the shape it will have.
fn card(pad: Pad, line: &SeenLine, wall: bool) -> impl IntoView + use<> {
    let kind = match line.line {
        LineKind::OwnWords => Some("own"),
        LineKind::Scribed => Some("said"),
        LineKind::Drawing => Some("drawn"),
        LineKind::Family | LineKind::Seen | LineKind::Reported | LineKind::Opinion | LineKind::Chair => None,
    };
    let words = line.words.clone();
    let words = if line.line.is_childs() {
        view! { <q lang=line.language.clone() dir="auto">{words}</q> }.into_part()
    } else {
        view! { <span dir="auto">{words}</span> }.into_part()
    };
    let translation = line.translation.clone().map(|(words, by)| {
        view! { <p class="note" dir="auto">{pad.say.fill("entry.english_by", "name", &by)} ": " {words}</p> }
    });
    let pictures = line.pictures.iter().map(|picture| {
        let address = format!("/seat/pictures/{}?small", picture.id);
        view! { <img class="small-picture" src=address alt=picture.alt.clone() loading="lazy" /> }
    });
    let notes = untrack(|| notes(pad, line, wall)).into_iter().map(|note| view! { <p class="note">{note}</p> });
    view! {
        <article class="card" data-kind=kind>
            <p class="who" dir="auto">
                {line.who.clone()}
                {line.how.clone().map(|how| view! { <span>" " {how}</span> })}
            </p>
            <div class="words">{pictures.collect_view()} {words} {translation} {notes.collect_view()}</div>
        </article>
    }
}

/// From when on, and on the wall who must be out of the room.
fn notes(pad: Pad, line: &SeenLine, wall: bool) -> Vec<String> {
    let Some(entry) = pad.live.view.with(|view| view.entries.get(&line.entry).cloned()) else {
        return Vec::new();
    };
    let later = line.later.then(|| match &entry.telling.when {
        When::Phase { phase } => {
            let label = pad.live.view.with(|view| {
                view.stage.phases.iter().find(|known| known.key == *phase).map(|known| known.label.clone())
            });
            pad.say.fill("own.later_when", "part", &label.unwrap_or_default())
        }
        When::Now | When::Afterwards | When::WhenISay => pad.say.say("own.later"),
    });
    let out = match &entry.may_know {
        MayKnow::EveryoneExcept { people } if wall => {
            Some(pad.say.fill("own.only_while_out", "names", &pad.way.names(pad.say, people)))
        }
        MayKnow::EveryoneExcept { .. }
        | MayKnow::Everyone
        | MayKnow::Only { .. }
        | MayKnow::Professionals
        | MayKnow::ChairAndSocialWorker
        | MayKnow::ChairOnly
        | MayKnow::NotDecided => None,
    };
    later.into_iter().chain(out).collect()
}
