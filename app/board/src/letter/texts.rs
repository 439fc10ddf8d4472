//! The fixed texts of a letter, from the files in `letters/`: one for each age band, for a council to edit.
//!
//! Deliberately not here: a text in code. What a letter says for itself stands in its file, and a test reads them all.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::Band;
use crate::document::Print;
use crate::framework::Problem;
use crate::outcome::{AnswerKind, Outcome};
use crate::people::{Agency, Role};

/// What is put in place of a name in braces.
const NAMES: [&str; 8] = ["child", "chair", "worker", "trusted", "people", "teller", "day", "who"];

/// The texts of one band.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Texts {
    /// The age at which a child should be able to read it alone; above it the chair is asked why.
    pub reading_age: u8,
    /// The most words of adults in it, so that it stays a letter.
    pub most_words: u32,
    /// The most lines of the plan in it.
    pub most_lines: u8,
    /// The size of its words on paper, in points: 14, 18 or 24.
    pub print: u8,
    /// Whether every grown-up who was there is named; otherwise those the child knows best.
    pub names_everybody: bool,
    /// Its sentences.
    pub says: Says,
    /// Who a grown-up is, by what they are to the conference.
    pub roles: BTreeMap<Role, String>,
    /// Who a professional is, by their service.
    pub agencies: BTreeMap<Agency, String>,
    /// What a child calls one of the family, by the relation in the record.
    pub relations: BTreeMap<String, String>,
    /// What was done about the child's words, by kind of answer.
    pub answers: BTreeMap<AnswerKind, String>,
    /// What was decided, by outcome.
    pub outcomes: BTreeMap<Outcome, String>,
}

/// The sentences of a letter, in their order.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "each sentence says itself what it is for, in the files where it stands")]
pub struct Says {
    pub title: String,
    pub greeting: String,
    pub safe: String,
    pub why_first: String,
    pub why_again: String,
    pub who: String,
    pub others: String,
    pub by_phone: String,
    pub by_video: String,
    pub told_heading: String,
    pub told: String,
    pub told_nothing: String,
    pub you: String,
    pub waiting: String,
    pub decided_heading: String,
    pub not_decided: String,
    pub next_heading: String,
    pub next_nothing: String,
    pub somebody: String,
    pub by_day: String,
    pub no_day: String,
    pub worker_heading: String,
    pub expect: String,
    pub teller: String,
    pub again_heading: String,
    pub again: String,
    pub again_unknown: String,
    pub taking_part: String,
    pub wrong_heading: String,
    pub wrong: String,
    pub helpline: String,
    pub disagree: String,
    pub your_worker: String,
    pub from: String,
}

/// Reads the texts of a band from TOML.
///
/// # Errors
/// Every problem found, each with its path.
pub fn parse(text: &str) -> Result<Texts, Vec<Problem>> {
    let texts: Texts = toml::from_str(text).map_err(|error| vec![Problem::new("", error.message().to_owned())])?;
    let problems = texts.problems(text);
    if problems.is_empty() { Ok(texts) } else { Err(problems) }
}

impl Band {
    /// The file of this band, as it came with this build.
    pub fn file(self) -> &'static str {
        match self {
            Self::Under8 => include_str!("../../letters/under-8.toml"),
            Self::From8To11 => include_str!("../../letters/8-to-11.toml"),
            Self::From12 => include_str!("../../letters/12-and-over.toml"),
        }
    }

    /// The texts of this band.
    ///
    /// # Errors
    /// Every problem with the file; a test keeps the shipped ones without any.
    pub fn texts(self) -> Result<Texts, Vec<Problem>> {
        parse(self.file())
    }
}

impl Texts {
    /// The size of the letter's words when nobody chose another.
    pub fn print(&self) -> Print {
        Print::of_points(self.print).unwrap_or(Print::Ordinary)
    }

    /// Everything that is wrong: an answer or an outcome without a text, a size that is not printed, a name in braces
    /// that stands for nothing.
    fn problems(&self, file: &str) -> Vec<Problem> {
        let mut problems = Vec::new();
        for kind in AnswerKind::ALL.into_iter().filter(|kind| !self.answers.contains_key(kind)) {
            problems.push(Problem::new("answers", format!("there is no text for '{}'", kind.words())));
        }
        for outcome in Outcome::ALL.into_iter().filter(|outcome| !self.outcomes.contains_key(outcome)) {
            problems.push(Problem::new("outcomes", format!("there is no text for '{}'", outcome.words())));
        }
        if Print::of_points(self.print).is_none() {
            problems.push(Problem::new("print", "letters are printed in 14, 18 or 24 points"));
        }
        for (at, line) in file.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with('#')) {
            let unknown = in_braces(line).find(|name| !NAMES.contains(name));
            if let Some(name) = unknown {
                problems.push(Problem::new(format!("line {}", at + 1), format!("'{{{name}}}' stands for nothing")));
            }
        }
        problems
    }
}

/// The names in braces on a line.
fn in_braces(line: &str) -> impl Iterator<Item = &str> {
    line.split('{').skip(1).filter_map(|rest| rest.split_once('}').map(|(name, _)| name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_band_has_its_texts_whole() {
        for band in Band::ALL {
            let texts = band.texts().unwrap_or_else(|problems| panic!("{band:?}: {problems:?}"));
            assert!((6..=11).contains(&texts.reading_age) && texts.most_lines <= 5, "{band:?}");
        }
    }

    #[test]
    fn what_is_wrong_with_a_file_is_said_at_once() {
        let broken = Band::Under8
            .file()
            .replace("{child}", "{kid}")
            .replace("print = 18", "print = 17")
            .replace("noted = ", "# noted = ");
        let broken = broken.replace("cp_plan_ends = ", "# cp_plan_ends = ");
        let problems: Vec<String> = parse(&broken).unwrap_err().iter().map(ToString::to_string).collect();
        assert!(problems.iter().any(|problem| problem.contains("{kid}")), "{problems:?}");
        for part in ["14, 18 or 24", "We heard it", "plan ends"] {
            assert!(problems.iter().any(|problem| problem.contains(part)), "{part}: {problems:?}");
        }
        assert!(parse("reading_age = 7").is_err());
    }
}
