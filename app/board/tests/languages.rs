//! Languages are data: each has every English word, nothing more, nothing empty, and every gap that English fills.
//!
//! Deliberately not here: whether a translation is good. People who speak the language judge that.

#![expect(clippy::unwrap_used, reason = "a story that cannot go on has failed")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use board::language::{Direction, Language, english, files, parse, problems, shipped};
use board::toolkit;

/// Every language as its file has it; a file with a mistake in it is not passed over here.
fn all() -> Vec<Language> {
    let read = files().iter().map(|file| {
        let language = parse(file.text).unwrap_or_else(|problems| panic!("{}: {problems:#?}", file.id));
        assert_eq!(language.tongue.tag, file.id, "a language's file has its tag for a name");
        language
    });
    read.collect()
}

#[test]
fn every_language_has_every_english_word_nothing_more_and_nothing_empty() {
    let tags: BTreeSet<String> = all().into_iter().map(|language| language.tongue.tag).collect();
    assert_eq!(tags, ["ar", "bn", "cy", "en", "pl", "ur"].map(str::to_owned).into());
    for language in all() {
        assert_eq!(problems(english(), &language.words), [], "{}", language.tongue.tag);
    }
}

#[test]
fn english_comes_first_and_the_others_are_chosen_by_their_own_names() {
    let names: Vec<&str> = shipped().iter().map(|language| language.tongue.name.as_str()).collect();
    assert_eq!(names.first(), Some(&"English"));
    for name in ["Cymraeg", "Polski", "বাংলা", "اردو", "العربية"] {
        assert!(names.contains(&name), "{name}");
    }
}

#[test]
fn the_languages_written_from_right_to_left_say_so() {
    for language in shipped() {
        let right_to_left = matches!(language.tongue.tag.as_str(), "ar" | "ur");
        assert_eq!(language.tongue.direction == Direction::Rtl, right_to_left, "{}", language.tongue.tag);
    }
}

#[test]
fn a_language_is_no_copy_of_english() {
    for language in shipped().iter().filter(|language| language.tongue.tag != "en") {
        let same = english().iter().filter(|(key, words)| language.words.get(key) == Some(words));
        let same: Vec<&str> = same.map(|(key, _)| key).collect();
        assert!(same.len() <= 3, "{}: {same:?}", language.tongue.tag);
    }
}

#[test]
fn what_is_wrong_with_a_language_is_said_word_by_word() {
    let of = |words: &str| parse(&format!("tag = \"x\"\nname = \"X\"\ndirection = \"ltr\"\n{words}")).unwrap().words;
    let english = of("[words.a]\nhello = \"Hello {name}\"\nbye = \"Bye\"\nthanks = \"Thanks\"");
    let other = of("[words.a]\nhello = \"Helo {nmae}\"\nbye = \" \"\nextra = \"Mwy\"");
    let said: Vec<String> = problems(&english, &other).iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        [
            "a.bye: is empty",
            "a.hello: must name {\"name\"}, as the English does",
            "a.thanks: is missing",
            "a.extra: is not in the English file"
        ]
    );
}

#[test]
fn every_word_about_a_tool_is_one_that_a_tool_says() {
    let needed: BTreeSet<String> = toolkit::shipped().iter().flat_map(toolkit::Template::needs).collect();
    let spare = english().iter().map(|(key, _)| key).filter(|key| {
        let of_tools = ["tool.", "place.", "choice."].iter().any(|beginning| key.starts_with(beginning));
        of_tools && !needed.contains(*key)
    });
    assert_eq!(spare.collect::<Vec<_>>(), Vec::<&str>::new());
}

/// The words that the screens of a seat ask for by their whole keys.
fn asked_for_by_screens() -> BTreeSet<String> {
    let mut files = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("../src/pages/seat")];
    let mut asked_for = BTreeSet::new();
    while let Some(path) = files.pop() {
        if path.is_dir() {
            files.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        let quoted = text.split('"').skip(1).step_by(2);
        let heads: BTreeSet<&str> = english().iter().filter_map(|(key, _)| key.split('.').next()).collect();
        let key = |text: &&str| {
            let plain = text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '_'));
            plain && text.split_once('.').is_some_and(|(head, rest)| heads.contains(head) && !rest.is_empty())
        };
        asked_for.extend(quoted.filter(key).map(str::to_owned));
    }
    asked_for
}

#[test]
fn every_word_a_screen_asks_for_is_in_the_english_file() {
    let asked_for = asked_for_by_screens();
    assert!(asked_for.len() > 80, "the screens were not found");
    let missing: Vec<&String> = asked_for.iter().filter(|key| english().get(key).is_none()).collect();
    assert_eq!(missing, Vec::<&String>::new());
}

#[test]
fn every_word_in_the_english_file_is_asked_for_by_a_screen() {
    let asked_for = asked_for_by_screens();
    // These are asked for by a key that a screen puts together: the fields of a form, the numbers of the faces.
    let put_together = ["tool.", "place.", "choice.", "face.", "people.", "begin.", "draw.", "look."];
    let spare = english()
        .iter()
        .map(|(key, _)| key)
        .filter(|key| !asked_for.contains(*key) && !put_together.iter().any(|beginning| key.starts_with(beginning)));
    assert_eq!(spare.collect::<Vec<_>>(), Vec::<&str>::new());
}
