//! One thing a child said, told in every way there is: the conference it is said in, who might look, and what they may find.
//!
//! Deliberately not here: looking. The stories of the board, of the papers and of the pages each look at what they make.

use board::audience::Audience;
use board::keyed::Keyed;
use board::people::Person;
use board::sharing::{MayKnow, Telling, Wording};
use board::state::State;
use board::tool::{Entry, Tool};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use proptest::strategy::ValueTree as _;
use proptest::test_runner::{Config, TestRunner};
use serde_json::{Value, json};

use super::promise::{Case, Got, HERS, HIS, Place, promised, surfaces, times, with_picture, wordings};
use super::table::{choices, lookers, looks};
use crate::common::{from_json, id, small, state_of};

/// What Ada said, in words that stand nowhere else.
pub const EXACT: &str = "needle-exact";
/// What was agreed with her instead.
pub const AGREED: &str = "needle-agreed";
/// The least that Dad has to know.
pub const LEAST: &str = "needle-least";
/// What is on her picture.
pub const PICTURE: &str = "needle-picture";
/// What is on the whole tool, as a drawing.
pub const DRAWN: &str = "needle-drawn";

/// A case with names of its own, as the dice make it.
#[expect(clippy::struct_excessive_bools, reason = "as with the case it holds")]
#[derive(Debug, Clone)]
pub struct Told {
    pub choice: &'static str,
    pub wording: &'static str,
    pub nameless: bool,
    pub not_on: Vec<&'static str>,
    pub when: &'static str,
    pub pictured: bool,
    pub overridden: bool,
    pub not_agreed: bool,
    /// Whether it is on the board too, and who may know the line.
    pub card: Option<&'static str>,
    /// Whether the tool is open on the wall.
    pub unfolds: bool,
    /// Whether the curtain is drawn, with the family paused behind it.
    pub drawn: bool,
}

/// Those who find nothing on their screens while the curtain is drawn.
const OUT: [&str; 7] = ["wall", "no-dad", "mum", "dad", "advocate", "side-room", "his-side-room"];

impl Told {
    pub fn case(&self) -> Case<'_> {
        Case {
            choice: self.choice,
            wording: self.wording,
            nameless: self.nameless,
            not_on: &self.not_on,
            when: self.when,
            pictured: self.pictured,
            overridden: self.overridden,
            not_agreed: self.not_agreed,
        }
    }

    pub fn telling(&self) -> Value {
        let wording = match self.wording {
            "other" => json!({ "in": "other", "words": AGREED }),
            "theme" => json!({ "in": "theme", "words": AGREED }),
            "picture" => json!({ "in": "picture" }),
            "said-by-the-chair" => json!({ "in": "spoken" }),
            "said-by-the-advocate" => json!({ "in": "spoken", "by": "advocate" }),
            _ => json!({ "in": "exact" }),
        };
        let when = match self.when {
            "begun" => json!({ "from": "phase", "phase": "talk" }),
            "not-begun" => json!({ "from": "phase", "phase": "weigh" }),
            "afterwards" => json!({ "from": "afterwards" }),
            "when-i-say" => json!({ "from": "when_i_say" }),
            _ => json!({ "from": "now" }),
        };
        json!({ "wording": wording, "nameless": self.nameless, "not_on": self.not_on, "when": when })
    }

    /// The conference in which Ada has said this one thing; or, where she has not, the same without it.
    pub fn state(&self, said: bool) -> State {
        let mut record = serde_json::to_value(small()).unwrap();
        let entry = json!({
            "id": "A1", "place": "worries", "words": EXACT, "may_know": may_know(self.choice), "telling": self.telling(),
            "pictures": if self.pictured { json!([{
                "id": "P1", "kind": "drawn", "alt": PICTURE, "width": 3, "height": 2, "fingerprint": "0".repeat(64),
            }]) } else { json!([]) },
            "overridden": self.overridden.then(|| json!({
                "ground": "serious_harm", "least": LEAST, "told": ["dad"], "explained": "That Dad has to know."
            })),
        });
        record["tools"] = json!([{
            "id": "ada-houses", "kind": "three_houses", "child": "ada", "date": "2026-09-20",
            "drawing_described": DRAWN, "entries": if said { json!([entry]) } else { json!([]) },
        }]);
        record["cards"] = match self.card.filter(|_| said) {
            Some(choice) => json!([{
                "id": "X", "section": "heavy", "words": EXACT, "line": "own_words", "source": { "child": "ada" },
                "children": ["ada"], "entry": "A1", "may_know": may_know(choice),
            }]),
            None => json!([]),
        };
        record["phases"] = json!([{ "phase": "talk", "at": "2026-09-24T12:45:00Z" }]);
        if self.not_agreed {
            record["own_conferences"] = json!([{ "child": "ada", "tool": "ada-houses", "understood": "yes" }]);
        }
        let mut state = state_of(&from_json(record));
        if self.unfolds {
            state.wall.held = Some(from_json(json!({ "tool": "ada-houses" })));
            state.wall.opened = vec![id("worries")];
            state.wall.revealed = vec![id("A1")];
        }
        if self.drawn {
            state.curtain =
                Some(from_json(json!({ "since": "2026-09-24T12:50:00Z", "paused": ["mum", "dad", "advocate"] })));
        }
        state
    }
}

/// The choice with a name.
pub fn may_know(choice: &str) -> MayKnow {
    choices().into_iter().find(|(name, _)| *name == choice).unwrap().1
}

/// Everybody who might look: those of the table, and the children's own devices and letters.
pub fn all_lookers() -> Vec<&'static str> {
    let others = HERS.into_iter().chain(HIS).filter(|looker| *looker != "tablet");
    lookers().into_iter().chain(others).collect()
}

pub fn looking(looker: &str, state: &State) -> (Audience, State) {
    let audience = match looker {
        "letter" => Audience::Child(id("ada")),
        "side-room" => Audience::SideRoom(id("ada")),
        "his-tablet" => Audience::Tablet(id("ben")),
        "his-letter" => Audience::Child(id("ben")),
        "his-side-room" => Audience::SideRoom(id("ben")),
        known => return looks(known, state.clone()),
    };
    (audience, state.clone())
}

/// Where somebody looks at all: a wall has no paper, and a paper is no screen.
pub fn places(looker: &str) -> &'static [Place] {
    match looker {
        "chair" | "clerk" | "wall" | "no-dad" | "tablet" | "side-room" | "his-tablet" | "his-side-room" => {
            &[Place::Screen]
        }
        "letter" | "his-letter" | "for-professionals" | "for-family" => &[Place::Pages, Place::Board],
        _ => &[Place::Screen, Place::Pages, Place::Board],
    }
}

/// What somebody is promised on a screen.
pub fn on_screen(told: &Told, looker: &str) -> Got {
    if told.drawn && OUT.contains(&looker) {
        return Got::Nothing;
    }
    let line = told.card.is_some_and(|choice| may_know_line(choice, looker));
    let stands = matches!(looker, "tablet" | "chair" | "clerk") || line || is_open(told, looker);
    if stands { promised(told.case(), looker, Place::Screen) } else { Got::Nothing }
}

/// What stands beside it for those who keep to a choice: what was agreed, and what must be told.
pub fn beside(looker: &str, promise: Got) -> &'static [Got] {
    match (looker, promise) {
        (_, Got::Nothing) => &[],
        ("tablet", _) | ("chair", Got::Exact) => &[Got::Agreed, Got::Least],
        ("chair" | "clerk", _) => &[Got::Agreed],
        _ => &[],
    }
}

/// What somebody is promised on paper: in the child's section, and among the lines of the board.
pub fn on_paper(told: &Told, looker: &str) -> [Got; 2] {
    let line = told.card.is_some_and(|choice| may_know_line(choice, looker));
    let board = if line { promised(told.case(), looker, Place::Board) } else { Got::Nothing };
    [promised(told.case(), looker, Place::Pages), board]
}

/// What a text gives away.
pub fn got(text: &str) -> Vec<Got> {
    let each = [(EXACT, Got::Exact), (AGREED, Got::Agreed), (PICTURE, Got::Picture), (LEAST, Got::Least)];
    each.into_iter().filter(|(needle, _)| text.contains(needle)).map(|(_, got)| got).collect()
}

/// All that comes with what was promised.
pub fn all_of(told: &Told, looker: &str, promise: Got) -> Vec<Got> {
    let words = Some(promise).filter(|got| !matches!(got, Got::Nothing | Got::Picture));
    let picture = with_picture(told.case(), looker, promise).then_some(Got::Picture);
    words.into_iter().chain(picture).collect()
}

/// Whether it stands in an open place of the tool on the wall, which carries the child's name.
pub fn is_open(told: &Told, looker: &str) -> bool {
    let wall = if looker == "no-dad" { looker } else { "wall" };
    told.unfolds && !told.nameless && promised(told.case(), wall, Place::Screen) != Got::Nothing
}

/// Whether the chair lets somebody have the line; a child has their own words back however the line is shared among adults.
pub fn may_know_line(choice: &str, looker: &str) -> bool {
    match looker {
        "letter" | "side-room" => matches!(choice, "everyone" | "all-but-dad" | "all-but-teacher" | "all-but-sam"),
        _ if HERS.contains(&looker) || HIS.contains(&looker) => false,
        _ => super::table::expected(choice, looker),
    }
}

pub fn told() -> impl Strategy<Value = Told> {
    let names: Vec<&'static str> = choices().into_iter().map(|(name, _)| name).collect();
    let line = prop_oneof![3 => Just(Some("everyone")), 1 => Just(None), 2 => select(names.clone()).prop_map(Some)];
    let usually_nowhere = prop_oneof![2 => Just(Vec::new()), 1 => subsequence(surfaces(), 1..=surfaces().len())];
    let usually_now = prop_oneof![2 => Just("now"), 1 => select(times())];
    let rarely = || prop::bool::weighted(0.2);
    let often_everyone = prop_oneof![1 => Just("everyone"), 2 => select(names)];
    let how = (often_everyone, select(wordings()), rarely(), usually_nowhere, usually_now);
    let state = (any::<bool>(), rarely(), rarely(), line, any::<bool>(), rarely());
    (how, state).prop_map(|(how, (pictured, overridden, not_agreed, card, unfolds, drawn))| {
        let (choice, wording, nameless, not_on, when) = how;
        Told { choice, wording, nameless, not_on, when, pictured, overridden, not_agreed, card, unfolds, drawn }
    })
}

/// A rule that forgets a part of a child's choice is the same as a right rule that was never told of it.
pub fn forgetting(fault: &str, state: &State) -> State {
    let mut state = state.clone();
    let mut tool: Tool = state.record.tools.get(&id("ada-houses")).unwrap().clone();
    let everybody = state.record.people.iter().map(|person: &Person| person.id.clone()).collect();
    let mut entry: Entry = tool.entries.get(&id("A1")).unwrap().clone();
    match fault {
        "who may know" => entry.may_know = MayKnow::Everyone,
        "in which words" => entry.telling.wording = Wording::Exact,
        "that somebody says it" => {
            if let Wording::Spoken { .. } = entry.telling.wording {
                entry.telling.wording = Wording::Exact;
            }
        }
        "that it has no name" => entry.telling.nameless = false,
        "where it must not be" => entry.telling.not_on.clear(),
        "from when" => entry.telling.when = Telling::default().when,
        "that an override is for those it names" => {
            if let Some(overridden) = &mut entry.overridden {
                overridden.told = everybody;
            }
        }
        "that it is not agreed yet" => state.record.own_conferences = Keyed::default(),
        "that it was taken off the list of the undecided" => {
            if entry.may_know == MayKnow::NotDecided {
                entry.may_know = MayKnow::ChairOnly;
            }
        }
        "that the curtain is drawn" => state.curtain = None,
        unknown => panic!("no fault {unknown}"),
    }
    tool.entries.put(entry);
    state.record.tools.put(tool);
    state
}

/// What is wrong with what is made of a conference in which something was told so; nothing when the promise is kept.
pub trait Broken: Fn(&Told, &State) -> Option<String> {}
impl<F: Fn(&Told, &State) -> Option<String>> Broken for F {}

/// Looks at many conferences, as the dice make them; ends the test at the first broken promise. `LEAK_CASES=2000` makes a
/// long night of it.
pub fn keeps_every_promise(usual_cases: u32, broken: impl Broken) {
    let asked_for = std::env::var("LEAK_CASES").ok().and_then(|cases| cases.parse().ok());
    let config = Config { cases: asked_for.unwrap_or(usual_cases), failure_persistence: None, ..Config::default() };
    let kept = TestRunner::new(config).run(&told(), |told| {
        prop_assert_eq!(broken(&told, &told.state(true)), None);
        Ok(())
    });
    kept.unwrap_or_else(|why| panic!("{why}"));
}

/// Whether a rule that forgets this is noticed among so many conferences.
pub fn notices(fault: &str, tries: usize, broken: impl Broken) -> bool {
    let mut runner = TestRunner::deterministic();
    (0..tries).any(|_| {
        let told = told().new_tree(&mut runner).unwrap().current();
        broken(&told, &forgetting(fault, &told.state(true))).is_some()
    })
}
