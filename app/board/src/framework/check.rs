//! Reads a framework's file and says everything that is wrong with it at once, like a compiler.
//!
//! Deliberately not here: fixing anything. A framework with a problem is refused whole.

use std::collections::BTreeSet;
use std::fmt;

use super::Framework;

/// One thing wrong with a file, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where: `sections[2].column`.
    pub path: String,
    /// What is wrong, in plain words.
    pub message: String,
}

impl Problem {
    /// A problem at a place.
    pub fn new(path: impl Into<String>, message: impl Into<String>) -> Self {
        Self { path: path.into(), message: message.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.message)
    }
}

/// Reads a framework from TOML.
///
/// # Errors
/// Every problem found, each with its path.
pub fn parse(text: &str) -> Result<Framework, Vec<Problem>> {
    let framework: Framework =
        toml::from_str(text).map_err(|error| vec![Problem::new("", error.message().to_owned())])?;
    let problems = framework.problems();
    if problems.is_empty() { Ok(framework) } else { Err(problems) }
}

impl Framework {
    /// Everything that is wrong with it: keys used twice, references to nothing, parts left empty.
    pub fn problems(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        if self.id.is_empty() || !self.id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-') {
            problems.push(Problem::new("id", "use lower-case letters, digits and '-'"));
        }
        for (path, empty) in [
            ("columns", self.columns.is_empty()),
            ("sections", self.sections.is_empty()),
            ("phases", self.phases.is_empty()),
        ] {
            if empty {
                problems.push(Problem::new(path, "a framework needs at least one"));
            }
        }
        repeated("columns", self.columns.iter().map(|column| column.key.as_str()), &mut problems);
        repeated("sections", self.sections.iter().map(|section| section.key.as_str()), &mut problems);
        repeated("scales", self.scales.iter().map(|scale| scale.key.as_str()), &mut problems);
        repeated("phases", self.phases.iter().map(|phase| phase.key.as_str()), &mut problems);
        self.dangling(&mut problems);
        problems
    }

    /// References to columns that are not there, and columns without a section or a scale to show.
    fn dangling(&self, problems: &mut Vec<Problem>) {
        for (index, section) in self.sections.iter().enumerate() {
            if self.column(&section.column).is_none() {
                let message = format!("there is no column '{}'", section.column);
                problems.push(Problem::new(format!("sections[{index}].column"), message));
            }
        }
        for (index, phase) in self.phases.iter().enumerate() {
            if let Some(shows) = &phase.shows
                && self.column(shows).is_none()
            {
                let message = format!("there is no column '{shows}'");
                problems.push(Problem::new(format!("phases[{index}].shows"), message));
            }
            if phase.shows.is_some() && phase.arrives_at.is_some() {
                let message = "the wall shows one thing at a time: leave out this or 'shows'";
                problems.push(Problem::new(format!("phases[{index}].arrives_at"), message));
            }
        }
        for (index, column) in self.columns.iter().enumerate() {
            let held = self.sections.iter().any(|section| section.column == column.key);
            if !held && column.look != super::Look::Judge {
                problems.push(Problem::new(format!("columns[{index}]"), "no section belongs to it"));
            }
        }
    }
}

/// Says which keys of a list are used more than once.
fn repeated<'a>(path: &str, keys: impl Iterator<Item = &'a str>, problems: &mut Vec<Problem>) {
    let mut seen = BTreeSet::new();
    for (index, key) in keys.enumerate() {
        if !seen.insert(key) {
            problems.push(Problem::new(format!("{path}[{index}].key"), format!("'{key}' is used twice")));
        }
    }
}
