//! Reads a tool's file and says everything that is wrong with it at once, and which words it needs.
//!
//! Deliberately not here: the words themselves. A test holds a tool against the English file.

use std::collections::BTreeSet;

use super::{AnswerKind, Place, Template, name};
use crate::framework::Problem;
use crate::language::Words;

/// Reads a tool from TOML.
///
/// # Errors
/// Every problem found, each with its path.
pub fn parse(text: &str) -> Result<Template, Vec<Problem>> {
    let template: Template =
        toml::from_str(text).map_err(|error| vec![Problem::new("", error.message().to_owned())])?;
    let problems = template.problems();
    if problems.is_empty() { Ok(template) } else { Err(problems) }
}

impl Template {
    /// Everything that is wrong with it: no places, keys used twice, taps without answers.
    pub fn problems(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        for (path, empty) in [("places", self.places.is_empty()), ("ages", self.ages.is_empty())] {
            if empty {
                problems.push(Problem::new(path, "a tool needs at least one"));
            }
        }
        let mut seen = BTreeSet::new();
        for (at, place) in self.places.iter().enumerate() {
            if !seen.insert(&place.key) {
                problems.push(Problem::new(format!("places[{at}].key"), format!("'{}' is used twice", place.key)));
            }
            let taps = matches!(place.answer, AnswerKind::Choice | AnswerKind::Choices);
            if taps == place.choices.is_empty() {
                let message = "a place has answers to tap when it is answered by a tap, and only then";
                problems.push(Problem::new(format!("places[{at}].choices"), message));
            }
        }
        problems
    }

    /// The keys of every word it may say. Those of a place may be the tool's own or shared ones; both are here.
    pub fn needs(&self) -> Vec<String> {
        let mut keys: Vec<String> = self.kinds().iter().map(|kind| format!("tool.{kind}.name")).collect();
        keys.push(format!("tool.{}.about", self.key));
        for place in &self.places {
            for part in ["label", "short", "ask", "says", "more", "low", "high"] {
                keys.push(format!("tool.{}.{}.{part}", self.key, place.key));
                keys.push(format!("place.{}.{part}", place.key));
            }
            keys.extend(place.choices.iter().map(|choice| format!("choice.{choice}")));
        }
        keys
    }

    /// The words it must say and a language does not have.
    pub fn unsaid(&self, words: &Words) -> Vec<Problem> {
        let mut problems = Vec::new();
        for kind in self.kinds().iter().filter(|kind| name(words, kind).is_none()) {
            problems.push(Problem::new(format!("tool.{kind}.name"), "is not in the language"));
        }
        for place in &self.places {
            let unsaid = must_say(place).iter().filter(|part| self.words(words, &place.key, part).is_none());
            problems.extend(unsaid.map(|part| Problem::new(format!("{}.{part}", place.key), "is not in the language")));
            let choices = place.choices.iter().map(|choice| format!("choice.{choice}"));
            let unsaid = choices.filter(|key| words.get(key).is_none());
            problems.extend(unsaid.map(|key| Problem::new(key, "is not in the language")));
        }
        problems
    }
}

/// The words a place cannot be without.
fn must_say(place: &Place) -> &'static [&'static str] {
    match place.answer {
        AnswerKind::Explains => &["label", "says"],
        AnswerKind::Scale => &["label", "ask", "low", "high"],
        AnswerKind::Words
        | AnswerKind::Draw
        | AnswerKind::Photo
        | AnswerKind::Choice
        | AnswerKind::Choices
        | AnswerKind::Faces
        | AnswerKind::People
        | AnswerKind::Observation => &["label", "ask"],
    }
}
