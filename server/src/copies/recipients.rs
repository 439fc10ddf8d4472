//! Who gets a copy: those whom the chair has put on the list, and where there is no list, those who usually do.
//!
//! Deliberately not here: what a copy holds.

use board::audience::{Audience, Standing};
use board::document::Print;
use board::id::MatterId;
use board::matter::{CopyFor, CopyFormat, CopyType, Recipient};
use board::people::{Attendance, Person};
use board::record::Record;

/// The list of recipients. Without one, everybody who was invited gets their own copy, family of one child that child's part, each child a
/// letter, and the file everything (source: the default contents of domain practice).
pub(crate) fn recipients(record: &Record) -> Vec<Recipient> {
    let listed: Vec<Recipient> = record.all::<Recipient>().cloned().collect();
    if listed.is_empty() { usual(record) } else { listed }
}

fn usual(record: &Record) -> Vec<Recipient> {
    let people = record.people.iter().filter_map(|person| {
        let copy = usual_copy(record, person)?;
        begun(&format!("copy-{}", person.id), CopyFor::Person(person.id.clone()), copy)
    });
    let children = record.children.iter().filter_map(|child| {
        begun(&format!("letter-{}", child.id), CopyFor::Child(child.id.clone()), CopyType::ChildVersion)
    });
    let file = begun("copy-file", CopyFor::File, CopyType::File);
    people.chain(children).chain(file).collect()
}

fn begun(id: &str, to: CopyFor, copy: CopyType) -> Option<Recipient> {
    let id = MatterId::try_from(id.chars().take(64).collect::<String>()).ok()?;
    Some(Recipient {
        id,
        to,
        copy,
        formats: Vec::new(),
        print: Print::default(),
        language: None,
        method: None,
        knows_of: Vec::new(),
        banned: Vec::new(),
    })
}

/// The chair and the minute taker have the file. Interpreters, supporters and observers keep nothing.
fn usual_copy(record: &Record, person: &Person) -> Option<CopyType> {
    let invited = match person.attendance {
        Attendance::NotInvited => false,
        Attendance::Invited
        | Attendance::Present
        | Attendance::PresentPart
        | Attendance::RemoteVideo
        | Attendance::RemotePhone
        | Attendance::Apologies
        | Attendance::NoShow
        | Attendance::Excluded
        | Attendance::ReportOnly => true,
    };
    let keeps_one = match person.role.standing() {
        Standing::Chair | Standing::Clerk => false,
        Standing::SocialWorker | Standing::Professional => true,
        Standing::Family => person.role.is_of_the_family() || !person.relations.is_empty(),
    };
    let all = record.children.iter().all(|child| person.relations.iter().any(|tie| tie.child == child.id));
    let whole = person.relations.is_empty() || all;
    (invited && keeps_one).then_some(if whole { CopyType::Full } else { CopyType::OwnChildOnly })
}

/// Through whose eyes a copy is made; everything, for the file.
pub(super) fn audience(recipient: &Recipient) -> Option<Audience> {
    match &recipient.to {
        CopyFor::Person(person) => Some(Audience::Person(person.clone())),
        CopyFor::Child(child) => Some(Audience::Child(child.clone())),
        CopyFor::File => None,
    }
}

/// Who it is for, in the manifest.
pub(super) fn name(record: &Record, recipient: &Recipient) -> String {
    match &recipient.to {
        CopyFor::Person(person) => record.people.get(person).map_or_else(String::new, |person| person.name.clone()),
        CopyFor::Child(child) => record.children.get(child).map_or_else(String::new, |child| child.legal_name.clone()),
        CopyFor::File => "The file".to_owned(),
    }
}

/// In which forms; a PDF where none was chosen.
pub(super) fn formats(recipient: &Recipient) -> Vec<CopyFormat> {
    if recipient.formats.is_empty() { vec![CopyFormat::Pdf] } else { recipient.formats.clone() }
}
