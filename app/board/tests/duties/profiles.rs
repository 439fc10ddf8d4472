//! Profiles: the shipped ones are sound, an authority may put its own numbers in, and what is wrong is refused whole.
//!
//! Deliberately not here: counting with them.

use std::collections::BTreeMap;

use board::duties::{Limit, Milestone, Nation, Profile, Timetable, Unit, shipped};
use board::record::ConferenceKind;

use super::{moment, timetable};

#[test]
fn every_shipped_profile_is_sound_and_called_what_its_file_is_called() {
    assert_eq!(
        shipped().iter().map(|file| file.id).collect::<Vec<_>>(),
        ["england", "northern-ireland", "scotland", "wales"]
    );
    for file in shipped() {
        let profile = file.profile().unwrap_or_else(|problems| panic!("{}: {problems:#?}", file.id));
        assert_eq!(profile.id, file.id);
        for key in ["transfer_in", "decision_letter", "minutes", "core_group_first", "review_first", "review_next"] {
            assert!(profile.rule(key).is_some(), "{}: no '{key}'", file.id);
        }
        for rule in &profile.rules {
            let plain = !rule.title.ends_with('.') && !rule.title.contains('_') && !rule.source.is_empty();
            assert!(plain, "{}: '{}'", file.id, rule.title);
        }
    }
}

#[test]
fn each_place_counts_with_its_own_bank_holidays() {
    let nation = |place| timetable(place).profile.nation;
    assert_eq!(nation("england"), Nation::EnglandAndWales);
    assert_eq!(nation("wales"), Nation::EnglandAndWales);
    assert_eq!(nation("scotland"), Nation::Scotland);
    assert_eq!(nation("northern-ireland"), Nation::NorthernIreland);
    assert!(Timetable::shipped("atlantis").is_none());
}

#[test]
fn what_was_not_checked_is_never_shown_as_a_national_number() {
    for file in shipped() {
        for rule in file.profile().unwrap().rules {
            let unsure = rule.source.contains("ot checked") || rule.source.contains("Common practice");
            assert!(rule.local || !unsure, "{}: {}", file.id, rule.key);
        }
    }
}

#[test]
fn an_authority_puts_its_own_number_in_the_place_of_the_shipped_one() {
    let mut own = timetable("england");
    let twenty = Limit { number: 20, unit: Unit::WorkingDays };
    own.profile = own.profile.with(&BTreeMap::from([("minutes".to_owned(), twenty)])).unwrap();
    let dates = BTreeMap::from([(Milestone::Conference, moment("2026-09-24"))]);
    let duties = own.duties(ConferenceKind::Initial, &dates, moment("2026-09-24"));
    let minutes = duties.iter().find(|duty| duty.rule.key == "minutes").unwrap();
    assert_eq!(minutes.count.due, moment("2026-10-22"));
}

#[test]
fn a_number_for_no_rule_and_a_number_that_is_no_limit_are_both_said() {
    let limit = |number| Limit { number, unit: Unit::Days };
    let own = BTreeMap::from([("minutes".to_owned(), limit(0)), ("minuets".to_owned(), limit(5))]);
    let problems = timetable("england").profile.with(&own).unwrap_err();
    let said: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(said.len(), 2, "{said:?}");
    assert_eq!(said[0], "minuets: there is no rule with this key");
    assert!(said[1].ends_with("limit.number: use a number from 1 to 400"), "{}", said[1]);
}

#[test]
fn a_key_used_twice_or_a_thing_counted_from_itself_is_refused() {
    let rule = |what: &str| {
        format!(
            "[[rules]]\nkey = \"a\"\ntitle = \"A\"\nwhat = \"{what}\"\nfrom = \"review\"\nsource = \"Invented.\"\n\
             limit = {{ number = 1, unit = \"days\" }}\n"
        )
    };
    let head = "id = \"x\"\ntitle = \"X\"\nnation = \"scotland\"\n";
    let problems = Profile::parse(&format!("{head}{}{}", rule("visit"), rule("review"))).unwrap_err();
    assert_eq!(
        problems.iter().map(|problem| problem.path.as_str()).collect::<Vec<_>>(),
        ["rules[1].key", "rules[1].from"]
    );
}
