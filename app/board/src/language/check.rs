//! Says everything in which one language differs from English: words it lacks, words nobody asks for, gaps.
//!
//! Deliberately not here: whether a translation is good. People who speak the language judge that.

use std::collections::BTreeSet;

use super::Words;
use crate::framework::Problem;

/// Everything wrong with a language's words beside the English ones.
pub fn problems(english: &Words, other: &Words) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (key, words) in english.iter() {
        match other.get(key) {
            None => problems.push(Problem::new(key, "is missing")),
            Some(there) if there.trim().is_empty() => problems.push(Problem::new(key, "is empty")),
            Some(there) if gaps(there) != gaps(words) => {
                problems.push(Problem::new(key, format!("must name {:?}, as the English does", gaps(words))));
            }
            Some(_) => {}
        }
    }
    let unknown = other.iter().filter(|(key, _)| english.get(key).is_none());
    problems.extend(unknown.map(|(key, _)| Problem::new(key, "is not in the English file")));
    problems
}

/// The gaps that are filled in when the words are said: `{name}`.
fn gaps(words: &str) -> BTreeSet<&str> {
    let opened = words.split('{').skip(1);
    opened.filter_map(|rest| rest.split_once('}')).map(|(gap, _)| gap).collect()
}
