//! Both demonstrations, read through the eyes of everybody who must not find something there, on screen and on paper.
//!
//! Deliberately not here: invented secrets. The strings are those the conferences themselves were written with.

use board::audience::Audience;
use board::document::Edition;
use board::guard::GuardKind;
use board::left_out::Rule;
use board::matter::{CopyFor, Recipient};
use board::people::Role;
use board::record::Record;
use board::scan::{banned_for, held_back};
use board::state::State;
use board::view::minutes::MinutesView;
use board::view::{may_know_words, project, telling_words};

use crate::common::{DEMOS, demo, id, state_of};

/// Where nobody may find the family. It stands on the chair's list of what must not be shown, which nobody else sees.
const NOWHERE: &[&str] = &["Sallow Court", "Thornby", "FM9 2QQ", "07700 900123", "Orchard Gate", "Willowbank"];

/// What Declan must not find, his daughter's half-brother included.
const DECLAN: &[&str] = &[
    "rukhsana",
    "tomasz",
    "tomek",
    "listen on the stairs",
    "purple arm",
    "grzegorz",
    "st osyth",
    "FCC-104418",
    "wiśniewski",
    "marek",
    "jean-luc",
    "non-molestation",
    "window locks",
    "what Declan knows",
    "babcia śpiewa",
    "football",
    "support course",
];
const GOSIA: &[&str] = &[
    "Maja still get to see her dad",
    "asked his GP",
    "charging decision awaited",
    "has the new address",
    "tell social worker only",
    "Don't say this stuff",
    "its a secret",
];
const GRZEGORZ: &[&str] = &[
    "purple arm",
    "Declan has asked his GP",
    "listen on the stairs",
    "sandwitch",
    "pierogi",
    "quiet tent",
    "nice daddy",
    "Pączek",
    "FCC-104417",
    "Fairy",
    "Maja still get",
];
const KAMAL: &[&str] = &[
    "like it's a present",
    "morning tablets",
    "tablets out",
    "lonely",
    "medication",
    "dose",
    "incense",
    "that smoke",
    "আমি সব কথা",
    "I don't say everything",
];
const SHIRIN: &[&str] = &["আমি সব কথা", "I don't say everything", "incense", "smoke"];
const SCHOOL: &[&str] = &["dose", "incense", "that smoke", "Talk with Rafi"];

fn person(name: &str) -> Audience {
    Audience::Person(id(name))
}

/// Everything an audience can get: its view as it goes over the wire, and its paper. A wall has no paper.
fn everything(state: &State, audience: &Audience) -> String {
    let view = serde_json::to_string(&project(state, audience)).unwrap();
    if *audience == Audience::Wall {
        return view;
    }
    format!("{view}\n{:?}", MinutesView::of(state, audience))
}

fn finds_none(record: &Record, audience: &Audience, secrets: &[&str]) {
    let seen = everything(&state_of(record), audience);
    for secret in secrets {
        assert!(!seen.contains(secret), "{audience:?} finds '{secret}'");
    }
}

fn finds(record: &Record, audience: &Audience, words: &[&str]) {
    let seen = everything(&state_of(record), audience);
    for words in words {
        assert!(seen.contains(words), "{audience:?} does not find '{words}'");
    }
}

#[test]
fn nobody_finds_where_the_family_is() {
    for name in DEMOS {
        let record = demo(name);
        let people = record.people.iter().map(|person| Audience::Person(person.id.clone()));
        let children = record.children.iter().flat_map(|child| {
            let id = || child.id.clone();
            [Audience::Tablet(id()), Audience::Child(id()), Audience::SideRoom(id())]
        });
        let rest = [Audience::Clerk, Audience::Wall, Audience::Professionals, Audience::Family];
        for audience in people.chain(children).chain(rest) {
            finds_none(&record, &audience, NOWHERE);
        }
    }
    // The chair has them on the list of what must not be shown, and nowhere else.
    let record = demo("1-initial");
    let mut chairs = project(&state_of(&record), &Audience::Chair);
    let listed = chairs.desk.as_mut().map(|desk| std::mem::take(&mut desk.do_not_show)).unwrap();
    assert_eq!(listed.len(), 7);
    let rest = serde_json::to_string(&chairs).unwrap();
    assert!(NOWHERE.iter().all(|secret| !rest.contains(secret)));
}

#[test]
fn nobody_learns_from_their_own_copy_whom_a_thing_is_kept_from() {
    for name in DEMOS {
        let record = demo(name);
        let chairs = |person: &&board::people::Person| !matches!(person.role, Role::Chair | Role::MinuteTaker);
        let people = record.people.iter().filter(chairs).map(|person| Audience::Person(person.id.clone()));
        for audience in people.chain([Audience::Wall, Audience::Professionals, Audience::Family]) {
            let traces = ["everyone_except", "EveryoneExcept", "Everyone but", "can know", "chair_and_social_worker"];
            finds_none(&record, &audience, &traces);
        }
    }
}

#[test]
fn declan_has_his_own_daughters_side_and_nothing_that_leads_to_them() {
    let record = demo("1-initial");
    let seen = everything(&state_of(&record), &person("declan")).to_lowercase();
    for secret in DECLAN {
        assert!(!seen.contains(&secret.to_lowercase()), "Declan finds '{secret}'");
    }
    finds(
        &record,
        &person("declan"),
        &[
            "sandwitch",
            "nice daddy",
            "pierogi",
            "asked his GP",
            "they are not in danger from me",
            "Maja has heard and seen",
            "Pączek",
        ],
    );
}

#[test]
fn gosia_has_everything_but_what_is_kept_among_professionals() {
    let record = demo("1-initial");
    finds_none(&record, &person("gosia"), GOSIA);
    finds(
        &record,
        &person("gosia"),
        &[
            "purple arm",
            "listen on the stairs",
            "żeby mama się nie bała",
            "lunch in the library",
            "Rukhsana",
            "programme + alcohol service",
        ],
    );
}

#[test]
fn halina_has_what_the_children_gave_their_grandmother() {
    let record = demo("1-initial");
    finds_none(&record, &person("halina"), GOSIA);
    finds_none(&record, &person("halina"), &["lunch in the library"]);
    finds(&record, &person("halina"), &["purple arm", "żeby mama się nie bała"]);
}

#[test]
fn grzegorz_has_his_sons_side_without_the_bit_about_the_stairs() {
    let record = demo("1-initial");
    finds_none(&record, &person("grzegorz"), GRZEGORZ);
    finds(
        &record,
        &person("grzegorz"),
        &["Every Saturday not 'maybe'", "A house where the door isn't a thing", "I never hurt him"],
    );
}

#[test]
fn the_advocate_has_the_child_he_speaks_for() {
    let record = demo("1-initial");
    finds_none(&record, &person("jean-luc"), &["sandwitch", "purple arm", "pierogi", "Fairy"]);
    finds(&record, &person("jean-luc"), &["listen on the stairs", "like a bad kid"]);
}

#[test]
fn the_interpreter_finds_nothing_restricted() {
    finds_none(&demo("1-initial"), &person("katarzyna"), GOSIA);
}

#[test]
fn the_wall_of_part_a_shows_the_room_its_own_and_no_more() {
    let record = demo("1-initial");
    finds_none(&record, &Audience::Wall, GOSIA);
    finds_none(
        &record,
        &Audience::Wall,
        &["purple arm", "żeby mama", "lunch in the library", "password", "because babcia"],
    );
    finds(
        &record,
        &Audience::Wall,
        &["sandwitch", "listen on the stairs", "Lubię, jak babcia", "like it when Grandma sings"],
    );
}

#[test]
fn when_declan_joins_the_wall_loses_what_he_may_not_know() {
    let mut record = demo("1-initial");
    let mut declan = record.people.get(&id("declan")).unwrap().clone();
    declan.out = false;
    record.people.put(declan);
    finds_none(
        &record,
        &Audience::Wall,
        &[
            "purple arm",
            "listen on the stairs",
            "Non-molestation",
            "Rukhsana",
            "St Osyth",
            "Lubię",
            "Window locks",
            "asked his GP",
        ],
    );
    finds(&record, &Audience::Wall, &["sandwitch", "nice daddy"]);
}

#[test]
fn professionals_have_what_is_for_them_and_not_what_the_chair_holds() {
    let record = demo("1-initial");
    for audience in [Audience::Professionals, person("beth-ann"), person("therese")] {
        finds_none(
            &record,
            &audience,
            &["Don't say this stuff", "its a secret", "charging decision awaited", "tell social worker only"],
        );
        finds(&record, &audience, &["Maja still get to see her dad", "purple arm", "asked his GP", "password"]);
    }
    finds(&record, &person("imran"), &["tell social worker only"]);
}

#[test]
fn what_the_chair_holds_is_with_the_chair_and_what_is_not_decided_with_nobody() {
    let record = demo("1-initial");
    finds(&record, &Audience::Chair, &["Don't say this stuff", "charging decision awaited"]);
    finds_none(&record, &Audience::Chair, &["its a secret"]);
    finds_none(&record, &person("priya"), &["Don't say this stuff", "its a secret"]);
    finds(&record, &person("priya"), &["charging decision awaited", "tell social worker only"]);
    finds_none(&record, &Audience::Clerk, &["Don't say this stuff", "charging decision awaited", "its a secret"]);
    finds(&record, &Audience::Tablet(id("maja")), &["its a secret"]);
    finds_none(&record, &Audience::Tablet(id("maja")), &["listen on the stairs", "Tomek"]);
}

#[test]
fn paper_for_the_family_is_about_their_children_and_has_no_words_kept_from_any_of_the_family() {
    let first = demo("1-initial");
    finds_none(&first, &Audience::Family, GOSIA);
    // The fathers are not in the room; yet what was kept from them is not on a paper that could be left on a table.
    finds_none(
        &first,
        &Audience::Family,
        &["listen on the stairs", "purple arm", "door isn't a thing", "Rukhsana", "asked his GP", "mother reconciles"],
    );
    finds(&first, &Audience::Family, &["Maja", "Tomek", "pierogi", "Lubię, jak babcia", "football on Saturdays"]);
    let second = demo("2-review");
    finds_none(&second, &Audience::Family, KAMAL);
    finds_none(&second, &Audience::Family, SHIRIN);
    finds(
        &second,
        &Audience::Family,
        &["I can see my floor 😬", "fire doors", "cp_plan_continues", "Year 9 residential"],
    );
}

#[test]
fn kamal_and_shirin_have_their_daughters_words_as_far_as_she_chose() {
    let record = demo("2-review");
    finds_none(&record, &person("kamal"), KAMAL);
    finds(&record, &person("kamal"), &["Proper rice not toast", "make it smaller and make it mine", "Samosa. 🥟"]);
    finds_none(&record, &person("shirin"), SHIRIN);
    finds(&record, &person("shirin"), &["like it's a present", "lonely", "medication changed twice"]);
}

#[test]
fn the_brother_finds_nothing_of_what_nush_said_about_his_room() {
    finds_none(&demo("2-review"), &person("rafi"), &["incense", "that smoke", "Talk with Rafi"]);
}

#[test]
fn the_school_has_what_is_for_professionals_and_the_social_worker_a_little_more() {
    let record = demo("2-review");
    finds_none(&record, &person("ricardo"), SCHOOL);
    finds(&record, &person("ricardo"), &["আমি সব কথা", "I don't say everything"]);
    finds(&record, &person("tobias"), &["incense", "Talk with Rafi"]);
}

#[test]
fn the_video_wall_with_dad_on_it_has_nothing_kept_from_him() {
    finds_none(&demo("2-review"), &Audience::Wall, KAMAL);
    finds(&demo("2-review"), &Audience::Wall, &["Proper rice not toast", "Smoke alarm tests"]);
    // Méabh reads what Nush wrote; it is on no screen, and on paper in her own words.
    finds_none(&demo("2-review"), &Audience::Wall, &["fire doors", "What I mind is the looking"]);
}

/// Every entry of both scenarios with what the child chose, as the scenarios were written.
const CHOICES: &str = "
M1   | Everyone can know
M2   | Everyone but Declan can know. You say it; it is on no screen
M3   | Everyone can know
M4   | Everyone can know
M5   | Everyone can know
M6   | Everyone can know
M7   | Gosia, Halina and the professionals can know
M8   | Nobody can see this yet
T1   | Everyone but Declan and Grzegorz can know
T2   | Gosia, Halina and the professionals can know
T3   | Professionals can know
T4   | Everyone can know
T5   | Gosia and the professionals can know
T6   | Everyone but Declan can know
T7   | Everyone can know
T8   | Only the chair can know
T9   | Everyone but Declan can know
T10  | Everyone but Declan can know
T11  | Everyone but Declan can know
N1   | Everyone can know
N2   | Everyone can know
N3   | Everyone can know
N4   | Everyone can know
N5   | Professionals can know
N6   | Everyone but Kamal can know
N7   | Only the chair and the social worker can know. Without a name
N8   | Everyone can know
N9   | Everyone can know
N10  | Everyone can know
N11a | Everyone can know. Méabh says it; it is on no screen
N11b | Everyone can know. Méabh says it; it is on no screen
N11c | Everyone but Kamal can know. Méabh says it; it is on no screen
N11d | Everyone can know. Méabh says it; it is on no screen
";

#[test]
fn the_demonstrations_carry_every_entry_and_choice_of_the_scenarios() {
    let records = DEMOS.map(demo);
    for line in CHOICES.lines().filter(|line| !line.is_empty()) {
        let (entry, chosen) = line.split_once('|').unwrap();
        let (entry, chosen) = (entry.trim(), chosen.trim());
        let found = records.iter().find_map(|record| record.entry(&id(entry)).map(|(_, entry)| (record, entry)));
        let (record, entry) = found.unwrap_or_else(|| panic!("{entry} is in no demonstration"));
        let called =
            |person: &_| record.people.get(person).map_or_else(String::new, |person| person.called().to_owned());
        let mut sentences = vec![may_know_words(&entry.may_know, called)];
        sentences.extend(telling_words(&entry.telling, called, ToString::to_string));
        assert_eq!(sentences.join(". "), chosen, "{}", entry.id);
    }
    let entries: usize = records.iter().flat_map(|record| record.tools.iter()).map(|tool| tool.entries.len()).sum();
    assert_eq!(entries, CHOICES.lines().filter(|line| !line.is_empty()).count() + 8, "and the eight of the form");
}

fn rules_against(record: &Record, audience: &Audience) -> Vec<Rule> {
    let state = state_of(record);
    let paper = board::paper::minutes(&MinutesView::of(&state, audience), &Edition::draft("15:40"));
    held_back(&paper.words(), &banned_for(&state, audience))
}

#[test]
fn no_paper_of_a_demonstration_holds_what_its_reader_may_not_know() {
    for name in DEMOS {
        let record = demo(name);
        let people = record.all::<Recipient>().filter_map(|recipient| match &recipient.to {
            CopyFor::Person(person) => Some(Audience::Person(person.clone())),
            CopyFor::Child(_) | CopyFor::File => None,
        });
        for audience in people.chain([Audience::Professionals, Audience::Family]) {
            assert_eq!(rules_against(&record, &audience), [], "{name}, {audience:?}");
        }
    }
}

#[test]
fn a_finished_paper_is_read_again_for_what_its_reader_may_not_know() {
    let mut record = demo("1-initial");
    let lived = record.do_not_show.iter().find(|guarded| guarded.kind == GuardKind::Address).unwrap().words.clone();
    record.conference.reason = Some(format!("They moved to {lived}. I don't want to be on a plan like a bad kid."));
    let found = [Rule::SafeAddress, Rule::ChildNotShared];
    assert_eq!(rules_against(&record, &Audience::Family), found);
}

#[test]
fn what_a_child_says_of_a_decision_goes_to_those_who_have_the_childs_words_and_nobody_else() {
    let state = state_of(&demo("1-initial"));
    let tomek = id("tomek");
    let reads = |audience: &Audience| {
        let decision = project(&state, audience).decisions.get(&tomek).and_then(|view| view.decision.clone());
        decision.map(|decision| decision.childs_view.is_some())
    };
    assert_eq!(reads(&Audience::Person(id("gosia"))), Some(true));
    assert_eq!(reads(&Audience::Professionals), Some(true));
    assert_eq!(reads(&Audience::Family), Some(false), "Declan is of the family too");
    assert_eq!(reads(&Audience::Person(id("declan"))), None);
}
