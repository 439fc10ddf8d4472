//! How a view puts things into words: who said a line, who may know it, which day.
//!
//! Deliberately not here: any word that depends on what an audience may not see.

use jiff::civil::{Date, Weekday};

use crate::audience::Audience;
use crate::card::{Card, LineKind, Source};
use crate::id::{ChildId, PersonId};
use crate::language::english;
use crate::people::Person;
use crate::record::Record;
use crate::sharing::MayKnow;
use crate::state::State;
use crate::tool::{Entry, Tool};

/// A day as people say it: "Thursday 24 September 2026".
pub fn day(date: Date) -> String {
    let weekday = match date.weekday() {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    };
    let months = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let month = usize::try_from(date.month()).ok().and_then(|month| months.get(month.checked_sub(1)?));
    format!("{weekday} {} {} {}", date.day(), month.unwrap_or(&""), date.year())
}

/// Names as people list them: "Maja, Tomek and Ola".
pub(super) fn listed(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

/// The children of a list, by the names they go by.
pub(super) fn children(record: &Record, ids: &[ChildId]) -> String {
    let names = ids.iter().filter_map(|id| record.children.get(id)).map(|child| child.known_as.as_str());
    listed(&names.collect::<Vec<_>>())
}

/// A name with its possessive: "Maja’s".
pub(super) fn whose(name: &str) -> String {
    format!("{name}’s")
}

/// Who may know, for the chair and the child, in words.
pub fn may_know_words(may_know: &MayKnow, called: impl Fn(&PersonId) -> String) -> String {
    let names = |people: &[PersonId]| {
        let names: Vec<String> = people.iter().map(&called).collect();
        listed(&names.iter().map(String::as_str).collect::<Vec<_>>())
    };
    match may_know {
        MayKnow::Everyone => "Everyone can know".to_owned(),
        MayKnow::EveryoneExcept { people } => format!("Everyone but {} can know", names(people)),
        MayKnow::Only { people, professionals: true } if people.is_empty() => "Professionals can know".to_owned(),
        MayKnow::Only { people, professionals: true } => format!("{} and the professionals can know", names(people)),
        MayKnow::Only { people, professionals: false } => format!("Only {} can know", names(people)),
        MayKnow::Professionals => "Professionals can know".to_owned(),
        MayKnow::ChairAndSocialWorker => "Only the chair and the social worker can know".to_owned(),
        MayKnow::ChairOnly => "Only the chair can know".to_owned(),
        MayKnow::NotDecided => "Nobody can see this yet".to_owned(),
    }
}

/// The same for a conference's own people.
pub(super) fn shared_with(record: &Record, may_know: &MayKnow) -> String {
    may_know_words(may_know, |id| record.people.get(id).map_or_else(String::new, |person| person.called().to_owned()))
}

/// Who said a line and how it came. Somebody whose being there this audience may not know is "A professional".
pub(super) fn who(state: &State, audience: &Audience, card: &Card) -> (String, Option<String>) {
    let record = &state.record;
    let entry = card.entry.as_ref().and_then(|entry| record.entry(entry));
    match (&card.source, card.line.is_childs()) {
        (Source::Child(child), _) => {
            let name = record.children.get(child).map_or("", |child| child.known_as.as_str());
            (
                in_words_of(name),
                entry.map_or_else(|| how_childs(card.line, None), |(tool, entry)| how_entry(tool, entry)),
            )
        }
        (source, _) => (source_name(state, audience, source), how_adults(card.line)),
    }
}

/// "In Maja’s words".
pub(super) fn in_words_of(name: &str) -> String {
    format!("In {} words", whose(name))
}

/// Who a source is, as this audience may know them.
pub(super) fn source_name(state: &State, audience: &Audience, source: &Source) -> String {
    match source {
        Source::Person(person) => person_name(state, audience, person, Person::introduced),
        Source::Child(_) | Source::Agency(_) => state.record.called(source),
    }
}

/// A person's name in one of its forms; somebody this audience may not know of is "A professional".
pub(super) fn person_name(
    state: &State,
    audience: &Audience,
    person: &PersonId,
    form: impl Fn(&Person) -> String,
) -> String {
    match state.record.people.get(person) {
        Some(person) if super::may_see_person(state, audience, person) => form(person),
        Some(_) | None => "A professional".to_owned(),
    }
}

fn how_childs(line: LineKind, scribe: Option<&str>) -> Option<String> {
    match (line, scribe) {
        (LineKind::Scribed, Some(scribe)) => Some(format!("{scribe} wrote it down")),
        (LineKind::Scribed, None) => Some("written down by an adult".to_owned()),
        (LineKind::Drawing, _) => Some("drawn, and put into words".to_owned()),
        (
            LineKind::OwnWords
            | LineKind::Family
            | LineKind::Seen
            | LineKind::Reported
            | LineKind::Opinion
            | LineKind::Chair,
            _,
        ) => None,
    }
}

fn how_adults(line: LineKind) -> Option<String> {
    match line {
        LineKind::Seen => Some("saw this".to_owned()),
        LineKind::Reported => Some("from records".to_owned()),
        LineKind::Opinion => Some("thinks".to_owned()),
        LineKind::OwnWords | LineKind::Scribed | LineKind::Drawing | LineKind::Family | LineKind::Chair => None,
    }
}

/// How an entry came, in English words. A tap says little without its question.
pub(super) fn how_entry(tool: &Tool, entry: &Entry) -> Option<String> {
    let line = entry.pen.line();
    let how = if line.is_childs() { how_childs(line, entry.scribe.as_deref()) } else { how_adults(line) };
    let tapped = entry.tapped.as_ref().map(|tapped| {
        let tapped = format!("tapped “{}”", tapped.words(english()));
        tool.said(&entry.place, "ask").map_or_else(|| tapped.clone(), |asked| format!("{tapped} when asked “{asked}”"))
    });
    match (how, tapped) {
        (Some(how), Some(tapped)) => Some(format!("{how}; {tapped}")),
        (how, tapped) => how.or(tapped),
    }
}

/// Whose words an entry is, or who saw what is in it.
pub(super) fn who_entry(name: &str, tool: &Tool, entry: &Entry) -> String {
    if entry.pen.line().is_childs() {
        return in_words_of(name);
    }
    let seen_by = entry.scribe.as_ref().or(tool.done_with.as_ref());
    seen_by.map_or_else(|| "A worker".to_owned(), Clone::clone)
}

/// The language of an entry, where it is not English.
pub(super) fn foreign(language: &str) -> Option<String> {
    let english = language == "en" || language.starts_with("en-");
    (!english).then(|| language.to_owned())
}
