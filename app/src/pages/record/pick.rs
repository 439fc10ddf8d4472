//! What there is to choose from in a form: people, children, lines of the board.
//!
//! Deliberately not here: whoever or whatever the console may not read. It is not in the view.

use board::file::Answer;
use board::framework::SectionKind;
use board::view::file::FileView;

/// The people of the conference.
pub(super) fn people(file: &FileView) -> Vec<Answer> {
    file.people.iter().map(|person| (person.id.to_string(), person.introduced())).collect()
}

/// The children of the conference.
pub(super) fn children(file: &FileView) -> Vec<Answer> {
    file.children.iter().map(|child| (child.id.to_string(), child.known_as.clone())).collect()
}

/// Everybody who can say something: the children first.
pub(super) fn everybody(file: &FileView) -> Vec<Answer> {
    let children = children(file).into_iter().map(|(id, words)| (format!("child:{id}"), words));
    children.chain(people(file).into_iter().map(|(id, words)| (format!("person:{id}"), words))).collect()
}

/// Those who can read a report beforehand: the family and whoever came with them, and the children.
pub(super) fn readers(file: &FileView) -> Vec<Answer> {
    let family = file.people.iter().filter(|person| person.role.is_of_the_family());
    let family = family.map(|person| (format!("person:{}", person.id), person.called().to_owned()));
    family.chain(children(file).into_iter().map(|(id, words)| (format!("child:{id}"), words))).collect()
}

/// The lines of the board under headings of some kinds; all where none is named.
pub(super) fn lines(file: &FileView, kinds: &[SectionKind]) -> Vec<Answer> {
    let wanted = file.lines.iter().filter(|line| kinds.is_empty() || kinds.contains(&line.kind));
    wanted.map(|line| (line.id.to_string(), format!("{}: {}", line.section, line.words))).collect()
}
