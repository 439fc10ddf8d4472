//! The words and values of the console's lists: who can have said a thing, what sort of line it is.
//!
//! Deliberately not here: whether a choice is allowed. The board decides.

use board::audience::Standing;
use board::card::{LineKind, Source};
use board::people::Person;
use board::view::View;

use crate::ui::Pick;

/// The value of "another agency or a report", whose name is written beside it.
pub(super) const AGENCY: &str = "agency";

/// Everybody who can have said a thing: children, family, professionals, and whoever is not in the list.
pub(super) fn source_picks(view: &View) -> Vec<Pick> {
    let children = view.head.children.iter().map(|child| (format!("child:{}", child.id), child.known_as.clone()));
    let mut all: Vec<Pick> = children.collect();
    all.extend(people(view).into_iter().map(|person| (format!("person:{}", person.id), person.introduced())));
    all.push((AGENCY.to_owned(), "Another agency or report".to_owned()));
    all
}

/// The grown-ups by id, family first, then by name.
pub(super) fn person_picks(view: &View) -> Vec<Pick> {
    people(view).into_iter().map(|person| (person.id.to_string(), person.introduced())).collect()
}

/// The grown-ups, family first, then by name.
pub(super) fn people(view: &View) -> Vec<&Person> {
    let mut people: Vec<&Person> = view.people.values().collect();
    people.sort_by_key(|person| (!is_family(person), person.introduced()));
    people
}

/// Whether somebody sits on the family's side of the table.
pub(super) fn is_family(person: &Person) -> bool {
    match person.role.standing() {
        Standing::Family => true,
        Standing::Chair | Standing::SocialWorker | Standing::Clerk | Standing::Professional => false,
    }
}

/// The value of a source.
pub(super) fn source_code(source: &Source) -> String {
    match source {
        Source::Person(person) => format!("person:{person}"),
        Source::Child(child) => format!("child:{child}"),
        Source::Agency(_) => AGENCY.to_owned(),
    }
}

/// The source with this value; an agency has the name written beside it.
pub(super) fn source_of(code: &str, agency: &str) -> Option<Source> {
    match code.split_once(':') {
        Some(("person", id)) => id.parse().ok().map(Source::Person),
        Some(("child", id)) => id.parse().ok().map(Source::Child),
        Some(_) => None,
        None => (code == AGENCY).then(|| Source::Agency(agency.trim().to_owned())),
    }
}

/// The sort of line that somebody usually says.
pub(super) fn usual_line(view: &View, source: &Source) -> LineKind {
    let person = match source {
        Source::Child(_) => return LineKind::OwnWords,
        Source::Agency(_) => return LineKind::Reported,
        Source::Person(person) => view.people.get(person),
    };
    match person.map(|person| person.role.standing()) {
        Some(Standing::Family) => LineKind::Family,
        Some(Standing::Chair) => LineKind::Chair,
        Some(Standing::SocialWorker | Standing::Professional) | None => LineKind::Seen,
        Some(Standing::Clerk) => LineKind::Reported,
    }
}

/// A child's sorts of line.
const OF_A_CHILD: [LineKind; 3] = [LineKind::OwnWords, LineKind::Scribed, LineKind::Drawing];
/// A grown-up's sorts of line.
const OF_A_GROWN_UP: [LineKind; 5] =
    [LineKind::Family, LineKind::Seen, LineKind::Reported, LineKind::Opinion, LineKind::Chair];

/// The sorts of line that fit a source.
pub(super) fn line_picks(source: &Source) -> Vec<Pick> {
    let kinds: &[LineKind] = match source {
        Source::Child(_) => &OF_A_CHILD,
        Source::Person(_) | Source::Agency(_) => &OF_A_GROWN_UP,
    };
    kinds.iter().map(|line| (line_code(*line).to_owned(), line_words(*line).to_owned())).collect()
}

/// The value of a sort of line.
pub(super) fn line_code(line: LineKind) -> &'static str {
    match line {
        LineKind::OwnWords => "own_words",
        LineKind::Scribed => "scribed",
        LineKind::Drawing => "drawing",
        LineKind::Family => "family",
        LineKind::Seen => "seen",
        LineKind::Reported => "reported",
        LineKind::Opinion => "opinion",
        LineKind::Chair => "chair",
    }
}

/// The sort of line with this value.
pub(super) fn line_of(code: &str) -> Option<LineKind> {
    OF_A_CHILD.into_iter().chain(OF_A_GROWN_UP).find(|line| line_code(*line) == code)
}

/// A sort of line in words.
fn line_words(line: LineKind) -> &'static str {
    match line {
        LineKind::OwnWords => "Own words",
        LineKind::Scribed => "Told to a worker",
        LineKind::Drawing => "Drawn",
        LineKind::Family => "Said by family",
        LineKind::Seen => "Saw it",
        LineKind::Reported => "From records",
        LineKind::Opinion => "Thinks so",
        LineKind::Chair => "Chair’s line",
    }
}

/// Words that may be left out: nothing where only spaces were written.
pub(super) fn written(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}
