//! The leak scan: words that must not be on a reader's copy, looked for in the finished text.
//!
//! Deliberately not the protection itself. A copy is made from what its reader may have; this looks at the result with other eyes, because
//! somebody may have written a name into a line for everybody.

use crate::audience::Audience;
use crate::guard::{GuardKind, Reading};
use crate::id::ChildId;
use crate::left_out::Rule;
use crate::matter::{CopyFor, Recipient};
use crate::people::{Child, Person};
use crate::state::State;
use crate::view::{has_exact_words, may_know, may_know_child, may_see_card_at, may_see_person};

/// The shortest name that is looked for.
const SHORTEST: usize = 3;

/// Words that must not be on a copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Banned {
    /// The words.
    pub words: String,
    /// Why.
    pub rule: Rule,
    /// What sort of thing of the do-not-show list they are.
    pub kind: Option<GuardKind>,
    /// The other child they would tell of.
    pub child: Option<ChildId>,
    /// Whether a part of them is a leak already, as with a child's words.
    pub quotation: bool,
}

impl Banned {
    fn whole(words: impl Into<String>, rule: Rule) -> Self {
        Self { words: words.into(), rule, kind: None, child: None, quotation: false }
    }
}

/// What must not be on a reader's copy: what is on the do-not-show list and not for them, children's words that were not shared with them,
/// the names of children and people they do not know of, lines that are not for them, and what their own line in the list of copies names.
pub fn banned_for(state: &State, audience: &Audience) -> Vec<Banned> {
    let record = &state.record;
    let listed =
        record.do_not_show.iter().filter(|guarded| !may_know(state, audience, &guarded.may_know)).map(|guarded| {
            let rule = match guarded.kind {
                GuardKind::Address | GuardKind::Phone | GuardKind::Place => Rule::SafeAddress,
                GuardKind::Person => Rule::DvRisk,
                GuardKind::Other => Rule::ThirdParty,
            };
            Banned { kind: Some(guarded.kind), ..Banned::whole(guarded.sought(), rule) }
        });
    let entries = record.tools.iter().flat_map(|tool| tool.entries.iter().map(move |entry| (tool, entry)));
    let kept = entries.filter(|(tool, entry)| !entry.removed && !has_exact_words(state, audience, tool, entry));
    let kept = kept.flat_map(|(_, entry)| {
        let translation = entry.translation.as_ref().map(|translation| &translation.words);
        [Some(&entry.words), translation].into_iter().flatten()
    });
    let kept = kept.map(|words| Banned { quotation: true, ..Banned::whole(words, Rule::ChildNotShared) });
    let knows_by_name = |child: &Child| {
        record.all::<Recipient>().any(|recipient| is_for(recipient, audience) && recipient.knows_of.contains(&child.id))
    };
    let meets = |organisation: &str| {
        let seen = record.people.iter().filter(|person| may_see_person(state, audience, person));
        seen.filter_map(|person| person.organisation.as_ref()).any(|known| known == organisation)
    };
    let children = record.children.iter().filter(|child| !may_know_child(state, audience, &child.id));
    let children = children.flat_map(|child| names_of_child(child, knows_by_name(child)));
    let children = children.filter(|banned| !meets(&banned.words));
    let known_words = |words: &str| {
        let people = record.people.iter().filter(|person| may_see_person(state, audience, person));
        let children = record.children.iter().filter(|child| may_know_child(state, audience, &child.id));
        people
            .flat_map(|person| [&person.name])
            .chain(children.map(|child| &child.legal_name))
            .any(|name| name.split_whitespace().any(|part| part == words))
    };
    // Whoever only sat in another part is no secret by name.
    let people = record.people.iter().filter(|person| !may_know(state, audience, &person.may_know));
    let people = people.filter(|person| *audience != Audience::Person(person.id.clone()));
    let people = people.flat_map(names_of_person).filter(|banned| !known_words(&banned.words));
    let lines = record.cards.iter().filter(|card| {
        !card.removed && card.entry.is_none() && !may_see_card_at(state, audience, crate::view::At::Board, card)
    });
    let lines = lines.map(|card| Banned::whole(&card.words, Rule::ThirdParty));
    let own = record
        .all::<Recipient>()
        .filter(|recipient| is_for(recipient, audience))
        .flat_map(|recipient| recipient.banned.iter().map(|words| Banned::whole(words, Rule::ThirdParty)));
    let all = listed.chain(kept).chain(children).chain(people).chain(lines).chain(own);
    all.filter(|banned| banned.words.trim().chars().count() >= SHORTEST).collect()
}

/// Under which rules a finished paper holds something that its reader may not know; nothing, when it can be given.
pub fn held_back(words: &str, banned: &[Banned]) -> Vec<Rule> {
    let mut rules: Vec<Rule> = found_in(words, banned.iter()).into_iter().map(|banned| banned.rule).collect();
    rules.sort();
    rules.dedup();
    rules
}

fn is_for(recipient: &Recipient, audience: &Audience) -> bool {
    match (&recipient.to, audience) {
        (CopyFor::Person(person), Audience::Person(reader)) => person == reader,
        (CopyFor::Child(child), Audience::Child(reader)) => child == reader,
        (CopyFor::Person(_) | CopyFor::Child(_) | CopyFor::File, _) => false,
    }
}

/// By its names, its school and its number a child is known. Whoever knows the child's name anyway may read it, and nothing else.
fn names_of_child(child: &Child, known_by_name: bool) -> Vec<Banned> {
    let school = child.school.as_ref().and_then(|school| school.split(',').next());
    let names = [Some(child.known_as.as_str()), child.legal_name.split_whitespace().next()];
    let names = names.into_iter().filter(|_| !known_by_name);
    let rest = [Some(child.legal_name.as_str()), school, child.case_number.as_deref()];
    let all = names.chain(rest).flatten();
    all.map(|name| Banned { child: Some(child.id.clone()), ..Banned::whole(name, Rule::OtherChild) }).collect()
}

fn names_of_person(person: &Person) -> Vec<Banned> {
    let names = [Some(person.name.as_str()), person.known_as.as_deref()].into_iter().flatten();
    names.map(|name| Banned::whole(name, Rule::ThirdParty)).collect()
}

/// Those banned words that stand in a text, whatever the letters' size and whatever stands between the words.
pub fn found_in<'a>(text: &str, banned: impl Iterator<Item = &'a Banned>) -> Vec<&'a Banned> {
    let (plain, reading) = (plain(text), Reading::of(text));
    banned
        .filter(|banned| {
            if banned.quotation { reading.quotes(&banned.words) } else { holds(&plain, &self::plain(&banned.words)) }
        })
        .collect()
}

/// Words in a row, small, with one space between them; an apostrophe ends a word, so that "Tomek's" holds "Tomek".
fn plain(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let words: Vec<String> = words.map(str::to_lowercase).collect();
    format!(" {} ", words.join(" "))
}

fn holds(text: &str, words: &str) -> bool {
    !words.trim().is_empty() && text.contains(words)
}
