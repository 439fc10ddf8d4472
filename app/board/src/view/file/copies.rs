//! The copies of a record as a console sees them: who gets which, what it leaves out under which rule, and what the scan found in it.
//!
//! Business support sees who gets a copy and that it was given, and nothing of what is in it or left out.
//!
//! Deliberately not here: the copy itself. It is made from its reader's view, and this only looks at the result.

use serde::{Deserialize, Serialize};

use crate::audience::{Audience, Standing};
use crate::document::Edition;
use crate::id::MatterId;
use crate::left_out::{LeftOut, Part, left_out};
use crate::matter::{CopyFor, Recipient};
use crate::people::Attendance;
use crate::scan::{Banned, banned_for, found_in};
use crate::state::State;
use crate::view::file::Reader;
use crate::view::minutes::MinutesView;
use crate::view::{View, project};

/// Something that a copy leaves out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOutLine {
    /// What, as far as this console may read it.
    pub what: String,
    /// Why, in words.
    pub why: String,
}

/// One recipient, whether or not their copy is settled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CopyLine {
    /// Who it is for, as a form names them: "person:gosia".
    pub to: String,
    /// Who it is for, in words.
    pub called: String,
    /// The recipient's own matter, where it is settled.
    pub settled: Option<MatterId>,
    /// The audience by its name in an address, for a paper of their own; nothing for the file.
    pub paper: Option<String>,
    /// Whether that paper is a letter to a child.
    pub is_letter: bool,
    /// What it leaves out.
    pub left_out: Vec<LeftOutLine>,
    /// What the scan found that should not be in it.
    pub scan: Vec<String>,
    /// When and how it was given: "by hand, 24 September 2026".
    pub given: Vec<String>,
}

/// Everybody who gets a copy or should: the people who were asked, each child, and the file.
pub fn copies_view(state: &State, console: &Audience) -> Vec<CopyLine> {
    let record = &state.record;
    let view = project(state, console);
    let not_for_this_console = banned_for(state, console);
    let settled = |to: &CopyFor| record.all::<Recipient>().find(|recipient| recipient.to == *to);
    let people = record.people.iter().filter(|person| {
        let asked = match (person.attendance, person.role.standing()) {
            (Attendance::NotInvited, _) | (_, Standing::Chair | Standing::Clerk) => false,
            (_, Standing::SocialWorker | Standing::Professional | Standing::Family) => true,
        };
        asked || settled(&CopyFor::Person(person.id.clone())).is_some()
    });
    let people = people.map(|person| {
        let audience = Audience::Person(person.id.clone());
        CopyLine {
            called: person.introduced(),
            paper: Some(audience.name()),
            left_out: left_out_lines(&view, &left_out(state, &audience)),
            scan: scan(state, &audience, &not_for_this_console),
            ..bare(state, &CopyFor::Person(person.id.clone()), Some(&audience))
        }
    });
    let children = record.children.iter().map(|child| {
        let audience = Audience::Child(child.id.clone());
        CopyLine {
            called: format!("{}, a letter", child.known_as),
            paper: Some(child.id.to_string()),
            is_letter: true,
            ..bare(state, &CopyFor::Child(child.id.clone()), Some(&audience))
        }
    });
    let file = CopyLine { called: "The file".to_owned(), ..bare(state, &CopyFor::File, None) };
    let all = people.chain(children).chain(std::iter::once(file));
    match Reader::of(state, console) {
        Reader::Chair | Reader::Clerk => all.collect(),
        Reader::Support => {
            let listed = |line: CopyLine| CopyLine { paper: None, left_out: Vec::new(), scan: Vec::new(), ..line };
            all.map(listed).collect()
        }
        Reader::SocialWorker | Reader::Nobody => Vec::new(),
    }
}

fn bare(state: &State, to: &CopyFor, audience: Option<&Audience>) -> CopyLine {
    let record = &state.record;
    let given = record.copies.iter().filter(|copy| Some(&copy.to) == audience);
    let on = |at| crate::view::day(crate::view::words::local(at).0);
    CopyLine {
        to: match to {
            CopyFor::Person(id) => format!("person:{id}"),
            CopyFor::Child(id) => format!("child:{id}"),
            CopyFor::File => "file".to_owned(),
        },
        called: String::new(),
        settled: record.all::<Recipient>().find(|recipient| recipient.to == *to).map(|recipient| recipient.id.clone()),
        paper: None,
        is_letter: false,
        left_out: Vec::new(),
        scan: Vec::new(),
        given: given.map(|copy| format!("{}, {}", copy.how, on(copy.at))).collect(),
    }
}

/// The finished paper is read again for what must not be on it. That something was found, and why, is for both consoles; what, for the
/// one that may read it.
fn scan(state: &State, audience: &Audience, not_for_this_console: &[Banned]) -> Vec<String> {
    let may_read = |hit: &Banned| not_for_this_console.iter().all(|other| other.words != hit.words);
    let paper = crate::paper::minutes(&MinutesView::of(state, audience), &Edition::draft("00:00")).words();
    let banned = banned_for(state, audience);
    let hits = found_in(&paper, banned.iter());
    let said = |hit: &Banned| {
        let words =
            if may_read(hit) { format!("“{}”", hit.words) } else { "Something not for this console".to_owned() };
        format!("{words}: {}", hit.rule.words())
    };
    hits.into_iter().map(said).collect()
}

/// What is left out, in words where this console has them; a child's words that were kept from it too are not told by it.
fn left_out_lines(view: &View, left_out: &[LeftOut]) -> Vec<LeftOutLine> {
    left_out.iter().map(|out| LeftOutLine { what: what(view, out), why: out.rule.words().to_owned() }).collect()
}

fn what(view: &View, out: &LeftOut) -> String {
    let id = out.id.as_str();
    let named = match out.part {
        Part::Child => view
            .children
            .iter()
            .find(|(child, _)| child.as_str() == id)
            .map(|(_, child)| format!("That {} is part of this conference", child.known_as)),
        Part::Person => {
            view.people.iter().find(|(person, _)| person.as_str() == id).map(|(_, person)| person.introduced())
        }
        Part::Card => view.cards.iter().find(|(card, _)| card.as_str() == id).map(|(_, card)| card.words.clone()),
        Part::Entry => {
            view.entries.iter().find(|(entry, _)| entry.as_str() == id).map(|(_, entry)| entry.words.clone())
        }
        Part::Action => {
            view.plan.iter().find(|(action, _)| action.as_str() == id).map(|(_, line)| line.action.what.clone())
        }
        Part::Contingency => view.contingency.clone(),
        Part::Rating | Part::Decision | Part::FamilyView | Part::AgencyView | Part::Date => None,
    };
    let words = named.filter(|words| !words.trim().is_empty());
    words.unwrap_or_else(|| kind(out.part).to_owned())
}

fn kind(part: Part) -> &'static str {
    match part {
        Part::Child => "A child",
        Part::Person => "Somebody who took part",
        Part::Card => "A line of the board",
        Part::Entry => "Something a child said",
        Part::Rating => "A number",
        Part::Action => "A line of the plan",
        Part::Contingency => "What happens if the plan does not work",
        Part::Decision => "A decision",
        Part::FamilyView => "What somebody of the family said",
        Part::AgencyView => "An agency’s view",
        Part::Date => "A day that follows",
    }
}
