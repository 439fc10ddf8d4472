//! How a view puts things into words: who said a line, who may know it, which day.
//!
//! Deliberately not here: any word that depends on what an audience may not see.

use jiff::Timestamp;
use jiff::civil::{Date, Time, Weekday};
use jiff::tz::TimeZone;

use super::told::{Told, Voice};
use crate::audience::Audience;
use crate::card::{Card, LineKind, Source};
use crate::id::{ChildId, PersonId, PhaseKey};
use crate::language::english;
use crate::people::Person;
use crate::record::Record;
use crate::sharing::{MayKnow, Surface, Telling, When, Wording};
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

/// The day and the time of day as they are in the United Kingdom; the time as "13:52".
pub(super) fn local(at: Timestamp) -> (Date, String) {
    let there = zone().to_datetime(at);
    (there.date(), format!("{:02}:{:02}", there.hour(), there.minute()))
}

/// The moment of a day and time of day in the United Kingdom.
pub(crate) fn moment(on: Date, at: Time) -> Option<Timestamp> {
    zone().to_timestamp(on.to_datetime(at)).ok()
}

/// The rule of the Summer Time Act, which needs no table of the world's time zones.
fn zone() -> TimeZone {
    TimeZone::posix("GMT0BST,M3.5.0/1,M10.5.0").unwrap_or(TimeZone::UTC)
}

/// The time of day in the United Kingdom: "13:52".
pub fn time_of_day(at: Timestamp) -> String {
    local(at).1
}

/// A moment in the United Kingdom: "Thursday 24 September 2026, 13:31".
pub fn moment_in_words(at: Timestamp) -> String {
    let (on, time) = local(at);
    format!("{}, {time}", day(on))
}

/// Names as people list them: "Maja, Tomek and Ola".
pub(crate) fn listed(names: &[&str]) -> String {
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
    let with = |people: &[PersonId], others: &[&str]| {
        let names: Vec<String> = people.iter().map(&called).collect();
        listed(&names.iter().map(String::as_str).chain(others.iter().copied()).collect::<Vec<_>>())
    };
    let names = |people: &[PersonId]| with(people, &[]);
    match may_know {
        MayKnow::Everyone => "Everyone can know".to_owned(),
        MayKnow::EveryoneExcept { people } => format!("Everyone but {} can know", names(people)),
        MayKnow::Only { people, professionals: true } if people.is_empty() => "Professionals can know".to_owned(),
        MayKnow::Only { people, professionals: true } => format!("{} can know", with(people, &["the professionals"])),
        MayKnow::Only { people, professionals: false } => format!("Only {} can know", names(people)),
        MayKnow::Professionals => "Professionals can know".to_owned(),
        MayKnow::ChairAndSocialWorker => "Only the chair and the social worker can know".to_owned(),
        MayKnow::ChairOnly => "Only the chair can know".to_owned(),
        MayKnow::NotDecided => "Nobody can see this yet".to_owned(),
    }
}

/// How an entry is told to those who may know, for the chair and the child, sentence by sentence; the usual case says
/// nothing.
pub fn telling_words(
    telling: &Telling,
    called: impl Fn(&PersonId) -> String,
    phase: impl Fn(&PhaseKey) -> String,
) -> Vec<String> {
    let wording = match &telling.wording {
        Wording::Exact => None,
        Wording::Other { words } => Some(format!("In other words: “{words}”")),
        Wording::Theme { words } => Some(format!("Only what it is about: “{words}”")),
        Wording::Picture => Some("The picture alone, without the words".to_owned()),
        Wording::Spoken { by: None } => Some("You say it; it is on no screen".to_owned()),
        Wording::Spoken { by: Some(by) } => Some(format!("{} says it; it is on no screen", called(by))),
    };
    let name = telling.nameless.then(|| "Without a name".to_owned());
    let off: Vec<&str> = telling.not_on.iter().map(|surface| surface_words(*surface)).collect();
    let off = (!off.is_empty()).then(|| format!("Not on {}", listed(&off)));
    let when = match &telling.when {
        When::Now => None,
        When::Phase { phase: key } => Some(format!("Not before “{}”", phase(key))),
        When::Afterwards => Some("On paper afterwards, and on no screen".to_owned()),
        When::WhenISay => Some("Not until the child says so".to_owned()),
    };
    [wording, name, off, when].into_iter().flatten().collect()
}

/// A place where words can stand, in words.
fn surface_words(surface: Surface) -> &'static str {
    match surface {
        Surface::Wall => "the wall",
        Surface::Devices => "people’s own devices",
        Surface::ChildsPages => "the child’s pages of the minutes",
        Surface::Board => "the printed board",
        Surface::FamilyPaper => "paper that goes home",
        Surface::Letter => "the letter",
    }
}

/// The same for a conference's own people.
pub(super) fn shared_with(record: &Record, may_know: &MayKnow) -> String {
    may_know_words(may_know, |id| record.people.get(id).map_or_else(String::new, |person| person.called().to_owned()))
}

/// What sort of line it is for this audience, who said it, and how it came. Somebody whose being there this audience may
/// not know is "A professional".
pub(super) fn said(
    state: &State,
    audience: &Audience,
    card: &Card,
    told: Option<&Told>,
) -> (LineKind, String, Option<String>) {
    let record = &state.record;
    let found = card.entry.as_ref().and_then(|entry| record.entry(entry));
    match (&card.source, found.zip(told)) {
        (_, Some(((tool, entry), told))) => said_of(record, tool, entry, told),
        (Source::Child(child), None) => {
            (card.line, in_words_of(child_name(record, child)), how_childs(card.line, None))
        }
        (source @ (Source::Person(_) | Source::Agency(_)), None) => {
            (card.line, source_name(state, audience, source), how_adults(card.line))
        }
    }
}

/// What an entry is called where it is told: a child's words only where they are the child's, and with a name only where
/// the child wants one.
pub(super) fn said_of(record: &Record, tool: &Tool, entry: &Entry, told: &Told) -> (LineKind, String, Option<String>) {
    let name = child_name(record, &tool.child);
    let line = entry.pen.line();
    match (told.voice, told.named) {
        (Voice::Exact, true) if told.words.is_empty() => {
            (line, entry.pictures.first().map_or_else(|| in_words_of(name), |picture| picture.credit(name)), None)
        }
        (Voice::Exact, true) => {
            let spoken = match &entry.telling.wording {
                Wording::Spoken { by } => Some(said_by(record, name, by.as_ref())),
                Wording::Exact | Wording::Other { .. } | Wording::Theme { .. } | Wording::Picture => None,
            };
            (line, who_entry(name, tool, entry), spoken.or_else(|| how_entry(tool, entry)))
        }
        (Voice::Exact, false) if line.is_childs() => (LineKind::OwnWords, "In a child’s words".to_owned(), None),
        (Voice::Exact, false) => (line, "A worker".to_owned(), None),
        (Voice::Picture, _) => (line, in_words_of(name), None),
        (Voice::Agreed, true) => (LineKind::Chair, format!("Agreed with {name}"), None),
        (Voice::Agreed, false) => (LineKind::Chair, "Agreed with a child".to_owned(), None),
        (Voice::Safety, _) => (LineKind::Chair, "Told to keep somebody safe".to_owned(), None),
    }
}

/// "Jean-Luc says it for Tomek".
fn said_by(record: &Record, name: &str, by: Option<&PersonId>) -> String {
    let person = by.and_then(|by| record.people.get(by)).map_or("the chair", Person::called);
    format!("{person} says it for {name}")
}

fn child_name<'a>(record: &'a Record, child: &ChildId) -> &'a str {
    record.children.get(child).map_or("", |child| child.known_as.as_str())
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

/// Whose copy it is, for the chair and the child.
pub fn recipient(record: &Record, to: &Audience) -> String {
    match to {
        Audience::Person(id) => record.people.get(id).map_or("Somebody", Person::called).to_owned(),
        Audience::Child(id) => child_name(record, id).to_owned(),
        Audience::Professionals => "The professionals".to_owned(),
        Audience::Family => "The family".to_owned(),
        Audience::Chair
        | Audience::Clerk
        | Audience::Wall
        | Audience::Tablet(_)
        | Audience::SideRoom(_)
        | Audience::Support => "The file".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::local;

    #[test]
    fn the_clock_is_the_rooms() {
        let at = |text: &str| text.parse().map(|at| local(at).1).unwrap_or_default();
        assert_eq!(at("2026-09-24T12:52:10Z"), "13:52", "in summer");
        assert_eq!(at("2026-11-24T13:52:00Z"), "13:52", "in winter");
        assert_eq!([at("2026-03-29T00:59:59Z"), at("2026-03-29T01:00:00Z")], ["00:59", "02:00"]);
        assert_eq!([at("2026-10-25T00:59:59Z"), at("2026-10-25T01:00:00Z")], ["01:59", "01:00"]);
    }
}
