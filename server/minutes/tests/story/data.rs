//! A recipient's copy as data: it keeps to its published schema, and gives no sign of what is not in it.
//!
//! Deliberately not here: which words somebody may have. The view decides that; this copy can only be made from one.

use board::id::PersonId;
use board::paper::Extent;
use board::paper::data::{Copy, schema};
use board::view::minutes::MinutesView;
use serde_json::Value;

use crate::copies::{DEMOS, everybody, opened, signed};

/// Every copy of a demonstration, by whose it is.
fn copies(demo: &str) -> Vec<(String, Value)> {
    let state = opened(demo);
    let copy = |audience| {
        serde_json::to_value(Copy::of(&MinutesView::of(&state, audience), &signed(), Extent::Whole)).unwrap()
    };
    everybody(&state).iter().map(|audience| (format!("{demo}, {audience:?}"), copy(audience))).collect()
}

#[test]
fn every_copy_of_both_demonstrations_keeps_to_the_published_schema() {
    let schema = jsonschema::validator_for(&schema()).unwrap();
    for (name, copy) in DEMOS.into_iter().flat_map(copies) {
        let wrong: Vec<String> = schema.iter_errors(&copy).map(|error| error.to_string()).collect();
        assert!(wrong.is_empty(), "{name}: {wrong:?}");
    }
    let (_, mut copy) = copies(DEMOS[0]).remove(0);
    copy["board"][0]["lines"][0]["id"] = "S1-01".into();
    copy["edition"]["fingerprint"] = "7f3a".into();
    assert_eq!(schema.iter_errors(&copy).count(), 2, "the schema lets through what it should not");
}

#[test]
fn lines_are_numbered_from_1_without_a_gap_and_every_number_leads_to_one() {
    for (name, copy) in DEMOS.into_iter().flat_map(copies) {
        let lines = copy["board"].as_array().unwrap().iter().flat_map(|heading| heading["lines"].as_array().unwrap());
        let numbers: Vec<u64> = lines.map(|line| line["number"].as_u64().unwrap()).collect();
        let count = u64::try_from(numbers.len()).unwrap();
        assert_eq!(numbers, (1..=count).collect::<Vec<_>>(), "{name}");
        let named = copy["plan"].as_array().unwrap().iter().flat_map(|line| line["answers"].as_array().unwrap());
        let scaled = copy["numbers"].as_array().unwrap().iter().filter_map(|number| number.get("of_line"));
        for number in named.chain(scaled) {
            assert!((1..=count).contains(&number.as_u64().unwrap()), "{name}: {number}");
        }
    }
}

#[test]
fn no_id_of_the_record_is_in_a_copy() {
    for demo in DEMOS {
        let record = opened(demo).record;
        let ids = record.cards.iter().map(|card| card.id.to_string());
        let ids = ids.chain(record.plan.iter().map(|action| action.id.to_string()));
        let ids = ids.chain(record.tools.iter().flat_map(|tool| tool.entries.iter().map(|entry| entry.id.to_string())));
        let ids: Vec<String> = ids.collect();
        for (name, copy) in copies(demo) {
            let text = copy.to_string();
            for id in &ids {
                assert!(!text.contains(&format!("\"{id}\"")), "{name}: {id}");
            }
        }
    }
}

#[test]
fn declans_copy_gives_no_sign_of_a_second_child() {
    let state = opened(DEMOS[0]);
    let declan: PersonId = "declan".parse().unwrap();
    let view = MinutesView::of(&state, &board::audience::Audience::Person(declan));
    let copy = serde_json::to_value(Copy::of(&view, &signed(), Extent::Whole)).unwrap();
    assert!(copy["children"].as_array().unwrap().len() == 1 && copy["decisions"].as_array().unwrap().len() == 1);
    assert!(!copy.to_string().contains("Tomek"), "{copy}");
}
