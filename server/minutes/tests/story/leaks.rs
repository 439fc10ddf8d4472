//! The finished papers, held against what a child chose in every way there is: page, PDF, Word file and letter hold no word,
//! and no words about a picture, that their reader was not promised.
//!
//! Deliberately not here: the promise itself, written by hand beside the rules of the board. The faults at the end show that
//! a rule that forgets a part of a child's choice is found on the papers too.

use board::audience::Audience;
use board::document::{Document, Edition};
use board::letter;
use board::paper;
use board::state::State;
use board::view::minutes::MinutesView;
use minutes::{DocxOptions, HtmlOptions, PdfOptions, Pictures, docx, html, pdf};

use crate::case::{Told, all_lookers, all_of, got, keeps_every_promise, looking, notices, on_paper, places};
use crate::office::part;
use crate::promise::{Got, Place};
use crate::reader::running;

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
        _ => paper::minutes(&MinutesView::of(state, audience), &Edition::draft("15:40")),
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
    keeps_every_promise(12, broken);
}

#[test]
fn a_rule_that_forgets_who_may_know_or_where_it_must_not_be_is_found_on_the_papers() {
    for fault in ["who may know", "where it must not be"] {
        assert!(notices(fault, 40, broken), "nobody noticed a rule that forgets {fault}");
    }
}
