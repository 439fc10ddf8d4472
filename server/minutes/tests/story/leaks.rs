//! The finished papers, held against what a child chose in every way there is: page, PDF, Word file and letter hold no word,
//! and no words about a picture, that their reader was not promised.
//!
//! Deliberately not here: the promise itself, written by hand beside the rules of the board. The faults at the end show that
//! a rule that forgets a part of a child's choice is found on the papers too.

use board::audience::Audience;
use board::document::Document;
use board::letter;
use board::paper;
use board::state::State;
use board::view::minutes::MinutesView;
use minutes::{DocxOptions, HtmlOptions, PdfOptions, Pictures, docx, html, pdf};
use proptest::strategy::{Strategy as _, ValueTree as _};
use proptest::test_runner::{Config, TestRunner};

use crate::case::{Told, all_lookers, all_of, forgetting, got, looking, on_paper, places, told};
use crate::office::part;
use crate::promise::{Got, Place};
use crate::reader::running;

/// How many conferences are looked at. `LEAK_CASES=2000` makes a long night of it.
fn cases() -> u32 {
    std::env::var("LEAK_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(12)
}

/// Everything a document becomes, by what it is called.
fn papers(document: &Document) -> [(&'static str, String); 3] {
    let pictures: Pictures =
        [("P1".parse().unwrap(), include_bytes!("../data/drawing.png").to_vec())].into_iter().collect();
    let page = html(document, &HtmlOptions { pictures: pictures.clone(), ..HtmlOptions::default() });
    let printed = pdf(document, &PdfOptions { pictures: pictures.clone(), ..PdfOptions::default() }).unwrap();
    let word = docx(document, &DocxOptions { pictures, ..DocxOptions::default() }).unwrap();
    [
        ("page", page),
        ("PDF", squeezed(&running(&printed))),
        ("Word file", format!("{:?}", part(&word, "word/document.xml"))),
    ]
}

/// A text without its spaces: a PDF breaks its lines anywhere.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

/// What somebody is given on paper.
fn given(state: &State, audience: &Audience) -> Document {
    match audience {
        Audience::Child(child) => letter::write(state, child, None, None).unwrap().document,
        _ => paper::minutes(&MinutesView::of(state, audience), "Draft"),
    }
}

/// What is wrong with the papers of `shown`, when `told` was chosen; nothing when the promise is kept.
fn broken(told: &Told, shown: &State) -> Option<String> {
    let without = told.state(false);
    let readers = all_lookers().into_iter().filter(|looker| places(looker).contains(&Place::Pages));
    readers.into_iter().find_map(|looker| {
        let (audience, state) = looking(looker, shown);
        let (_, without) = looking(looker, &without);
        let promised: Vec<Got> =
            on_paper(told, looker).into_iter().flat_map(|wanted| all_of(told, looker, wanted)).collect();
        let is_letter = matches!(audience, Audience::Child(_));
        let nothing = promised.is_empty() && !is_letter;
        let before = nothing.then(|| papers(&given(&without, &audience)));
        papers(&given(&state, &audience)).into_iter().enumerate().find_map(|(at, (paper, text))| {
            let has = got(&text);
            let words = |got: &&Got| **got != Got::Picture;
            // A letter repeats what was answered, and may leave the rest out.
            let missing = !is_letter && promised.iter().filter(words).any(|wanted| !has.contains(wanted));
            if missing || has.iter().any(|got| !promised.contains(got)) {
                return Some(format!("{looker}: finds {has:?} in the {paper}, and was promised {promised:?}"));
            }
            let trace = before.as_ref().is_some_and(|before| before[at].1 != text);
            trace.then(|| format!("{looker}: finds a trace in the {paper}"))
        })
    })
}

#[test]
fn no_paper_holds_more_than_the_child_chose_and_what_is_hidden_leaves_no_trace() {
    let config = Config { cases: cases(), failure_persistence: None, ..Config::default() };
    let kept = TestRunner::new(config).run(&told(), |told| {
        proptest::prop_assert_eq!(broken(&told, &told.state(true)), None);
        Ok(())
    });
    kept.unwrap_or_else(|why| panic!("{why}"));
}

#[test]
fn a_rule_that_forgets_who_may_know_or_where_it_must_not_be_is_found_on_the_papers() {
    let mut runner = TestRunner::deterministic();
    for fault in ["who may know", "where it must not be"] {
        let noticed = (0..40).any(|_| {
            let told = told().new_tree(&mut runner).unwrap().current();
            broken(&told, &forgetting(fault, &told.state(true))).is_some()
        });
        assert!(noticed, "nobody noticed a rule that forgets {fault}");
    }
}
