//! Random sharings on everything at once: a view, written out whole, holds no word that the table forbids.
//!
//! Deliberately not here: the table itself.

use board::view::project;
use proptest::prelude::*;
use serde_json::json;

use super::table::{choices, expected, lookers, looks};
use crate::common::{from_json, small, state_of};

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_view_holds_a_word_that_the_table_forbids(picks in proptest::collection::vec(0..11_usize, 9), read_out in any::<bool>()) {
        let all = choices();
        let pick = |at: usize| { let (name, may_know) = &all[picks[at]]; (*name, json!(may_know)) };
        let names: Vec<&str> = (0..9).map(|at| pick(at).0).collect();
        let may_know = |at: usize| pick(at).1;

        let mut record = serde_json::to_value(small()).unwrap();
        record["tools"][0]["entries"] = json!([
            { "id": "A1", "place": "worries", "words": "needle-0", "may_know": may_know(0), "telling": { "not_on": if read_out { json!(["wall"]) } else { json!([]) } } },
            { "id": "A2", "place": "worries", "words": "needle-1", "may_know": may_know(1), "removed": true },
        ]);
        record["cards"] = json!([
            { "id": "C1", "section": "heavy", "words": "needle-0", "line": "own_words", "source": { "child": "ada" }, "children": ["ada"], "entry": "A1", "may_know": may_know(2) },
            { "id": "C2", "section": "fear", "words": "needle-3", "line": "chair", "source": { "person": "kit" }, "may_know": may_know(3) },
            { "id": "C3", "section": "light", "words": "needle-4", "line": "seen", "source": { "person": "nurse" }, "may_know": may_know(4), "removed": true },
        ]);
        record["ratings"] = json!([
            { "id": "R1", "scale": "afraid", "card": "C2", "by": { "person": "mum" }, "value": 3, "reason": "needle-5", "may_know": may_know(5) },
        ]);
        record["plan"] = json!([
            { "id": "P1", "what": "needle-6", "owner": { "person": "nurse" }, "due": { "said": "soon" }, "answers": ["C2"], "may_know": may_know(6) },
        ]);
        record["answers"] = json!([{ "entry": "A1", "kind": "noted", "words": "needle-7" }]);
        record["people"][4]["may_know"] = may_know(8);

        let state = state_of(&from_json(record));
        for looker in lookers() {
            let (audience, state) = looks(looker, state.clone());
            let view = serde_json::to_string(&project(&state, &audience)).unwrap();
            let console = matches!(looker, "chair" | "clerk");
            let tablet = looker == "tablet";
            let may = |at: usize| expected(names[at], looker);
            let wall = matches!(looker, "wall" | "no-dad");
            let entry = may(0) && !(wall && read_out);
            let nurse = may(8) || console || looker == "nurse";
            // A child knows who is around, unless that is for some, or kept from somebody of their own family.
            let child_knows = tablet && ["everyone", "all-but-teacher", "all-but-sam"].contains(&names[8]);
            let card = entry && may(2);
            let wanted = [
                (0, tablet || card || (console && entry)),
                (1, tablet),
                (3, may(3)),
                (4, console && may(4)),
                (5, may(5) && may(3)),
                (6, may(6) && nurse),
                (7, tablet || card || (console && entry)),
            ];
            for (at, wanted) in wanted {
                prop_assert_eq!(view.contains(&format!("needle-{at}")), wanted, "{} {}: {:?}", looker, at, names);
            }
            let named = view.contains("Noor");
            prop_assert!(!named || nurse || child_knows, "{} knows of the nurse: {:?}", looker, names);
            if !card {
                prop_assert!(!view.contains("\"C1\""), "{}: not even its id", looker);
            }
        }
    }
}
