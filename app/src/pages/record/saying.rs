//! What stands in a form, said in words: for the line of a thing, and for its heading.
//!
//! Deliberately not here: names of what is not in the view. An id that is not there is said to be gone.

use board::file::{Ask, Field, Sheet, Typed};
use board::iso;
use board::sharing::MayKnow;
use board::view::file::FileView;
use board::view::{day, may_know_words};

/// A person, as the board calls them.
pub(super) fn person(file: &FileView, id: &str) -> String {
    let found = file.people.iter().find(|person| person.id.as_str() == id);
    found.map_or_else(|| "somebody who is not here any more".to_owned(), |person| person.called().to_owned())
}

/// A child, by the name they go by.
pub(super) fn child(file: &FileView, id: &str) -> String {
    let found = file.children.iter().find(|child| child.id.as_str() == id);
    found.map_or_else(|| "a child who is not here any more".to_owned(), |child| child.known_as.clone())
}

/// A line of the board.
pub(super) fn line(file: &FileView, id: &str) -> String {
    let found = file.lines.iter().find(|line| line.id.as_str() == id);
    found.map_or_else(|| "a line that is not on the board any more".to_owned(), |line| format!("“{}”", line.words))
}

/// "person:mum" or "child:maja", in words.
pub(super) fn somebody(file: &FileView, text: &str) -> String {
    match text.split_once(':') {
        Some(("child", id)) => child(file, id),
        Some((_, id)) => person(file, id),
        None => text.to_owned(),
    }
}

fn spoken(text: &str) -> String {
    iso::read(text).map_or_else(|| text.to_owned(), day)
}

/// One field in words; nothing where it says nothing.
pub(super) fn field(file: &FileView, field: &Field, typed: &Typed) -> Option<String> {
    let name = field.name;
    let chosen = |code: &str, answers: &[(String, String)]| {
        answers.iter().find(|(known, _)| known == code).map(|(_, words)| words.clone())
    };
    let several = |words: Vec<String>| (!words.is_empty()).then(|| words.join(", "));
    match &field.ask {
        Ask::Subject | Ask::CopyFor | Ask::Shared | Ask::Ties | Ask::Days | Ask::Reasons => None,
        Ask::Words | Ask::LongWords => typed.words(name),
        Ask::List => typed.words(name).map(|lines| lines.replace('\n', "; ")),
        Ask::Day => typed.words(name).map(|text| spoken(&text)),
        Ask::Tick => typed.has(name, "yes").then(|| field.label.to_owned()),
        Ask::YesNo => match typed.get(name) {
            "yes" => Some("yes".to_owned()),
            "no" => Some("no".to_owned()),
            _ => None,
        },
        Ask::Choice(answers) => chosen(typed.get(name), answers),
        Ask::Several(answers) => several(typed.all(name).iter().filter_map(|code| chosen(code, answers)).collect()),
        Ask::Person => typed.words(name).map(|id| person(file, &id)),
        Ask::People => several(typed.all(name).iter().map(|id| person(file, id)).collect()),
        Ask::Children => several(typed.all(name).iter().map(|id| child(file, id)).collect()),
        Ask::Line(_) => typed.words(name).map(|id| line(file, &id)),
        Ask::Lines(_) => match typed.all(name).len() {
            0 => None,
            1 => Some("1 line of the board".to_owned()),
            many => Some(format!("{many} lines of the board")),
        },
        Ask::Owner => {
            let named = typed.words(&format!("{name}:named"));
            typed.words(&format!("{name}:person")).map(|id| person(file, &id)).or(named)
        }
        Ask::Due => {
            let said = typed.words(&format!("{name}:said"));
            typed.words(&format!("{name}:on")).map(|text| spoken(&text)).or(said)
        }
        Ask::Birth => {
            let expected = typed.words(&format!("{name}:expected")).map(|on| format!("expected {}", spoken(&on)));
            typed.words(&format!("{name}:born")).map(|on| format!("born {}", spoken(&on))).or(expected)
        }
        Ask::SaidBy => {
            let agency = typed.words(&format!("{name}:agency"));
            typed.words(&format!("{name}:who")).map(|who| somebody(file, &who)).or(agency)
        }
        Ask::MayKnow => may_know(file, name, typed),
    }
}

/// Who may know, in words, where it is not everyone.
fn may_know(file: &FileView, name: &str, typed: &Typed) -> Option<String> {
    let people = typed.all(&format!("{name}:people")).iter().filter_map(|id| id.parse().ok()).collect();
    let kept = match typed.get(&format!("{name}:who")) {
        "everyone_except" => MayKnow::EveryoneExcept { people },
        "only" => MayKnow::Only { people, professionals: typed.has(&format!("{name}:professionals"), "yes") },
        "professionals" => MayKnow::Professionals,
        "chair_and_social_worker" => MayKnow::ChairAndSocialWorker,
        "chair_only" => MayKnow::ChairOnly,
        _ => return None,
    };
    Some(may_know_words(&kept, |id| person(file, id.as_str())))
}

/// A thing in a line: its heading, and what more is known of it.
pub(super) fn thing(file: &FileView, sheet: Sheet, typed: &Typed) -> (String, String) {
    let fields = sheet.fields();
    let mut said = fields.iter().filter_map(|one| Some((one, field(file, one, typed)?)));
    let heading = said.next().map(|(_, words)| words).unwrap_or_default();
    let more: Vec<String> = said.map(|(field, words)| labelled(field, words)).take(5).collect();
    (heading, more.join(" · "))
}

/// Everything that is known of a thing whose heading is said elsewhere.
pub(super) fn known(file: &FileView, sheet: Sheet, typed: &Typed) -> String {
    let fields = sheet.fields();
    // A statement's sentence stands over its form already.
    let is_news = |one: &&Field| sheet != Sheet::Statement || matches!(one.ask, Ask::Lines(_));
    let said = fields.iter().filter(is_news).filter_map(|one| Some(labelled(one, field(file, one, typed)?)));
    said.take(5).collect::<Vec<_>>().join(" · ")
}

fn labelled(field: &Field, words: String) -> String {
    match field.ask {
        Ask::Tick | Ask::MayKnow | Ask::Birth => words,
        Ask::Subject
        | Ask::CopyFor
        | Ask::Words
        | Ask::LongWords
        | Ask::List
        | Ask::Day
        | Ask::YesNo
        | Ask::Choice(_)
        | Ask::Several(_)
        | Ask::Person
        | Ask::People
        | Ask::Children
        | Ask::Line(_)
        | Ask::Lines(_)
        | Ask::Owner
        | Ask::Due
        | Ask::SaidBy
        | Ask::Shared
        | Ask::Ties
        | Ask::Days
        | Ask::Reasons => format!("{}: {words}", field.label.trim_end_matches('?')),
    }
}
