//! The letter with the decision: one page for everybody who may have it, in every size of print.
//!
//! Deliberately not here: which decision somebody may know. The view decides that.

use board::audience::Audience;
use board::document::{Block, Document, Print};
use board::keyed::Keyed;
use board::paper::decision_letters;
use board::view::minutes::MinutesView;
use minutes::{PdfOptions, on_one_page, pdf};

use crate::copies::{DEMOS, everybody, opened, signed};
use crate::reader::{running, words};

/// Somebody's letter in a size, when there is a decision they may know.
fn letter(view: &MinutesView, print: Print) -> Option<Document> {
    on_one_page(decision_letters(view, &signed()), &PdfOptions::from(print))
}

/// How many items the lists of a letter have.
fn items(letter: &Document) -> usize {
    let lists = letter.blocks.iter().map(|block| if let Block::List(items) = block { items.len() } else { 0 });
    lists.sum()
}

#[test]
fn everybodys_letter_is_one_page_in_every_size() {
    for demo in DEMOS {
        let state = opened(demo);
        let mut written = 0;
        for audience in everybody(&state) {
            let view = MinutesView::of(&state, &audience);
            for print in Print::ALL {
                let Some(letter) = letter(&view, print) else { continue };
                let file = pdf(&letter, &PdfOptions::from(print)).unwrap();
                assert!(words(&file).contains("Page 1 of 1"), "{demo}, {audience:?}, {print:?}: {}", running(&file));
                written += 1;
            }
        }
        assert!(written > 20, "{demo}: {written}");
    }
}

#[test]
fn it_says_what_was_decided_why_what_follows_and_what_to_do_about_it() {
    let state = opened(DEMOS[0]);
    let view = MinutesView::of(&state, &Audience::Person("gosia".parse().unwrap()));
    let file = pdf(&letter(&view, Print::Ordinary).unwrap(), &PdfOptions::default()).unwrap();
    let said = running(&file);
    for part in [
        "Copy for Małgorzata Nowak",
        "Maja: Child protection plan (emotional abuse).",
        "Maja has heard and seen violence on at least four occasions.",
        "The plan in short",
        "Thursday 10 December 2026, 13:30: First review conference.",
        "Lead social worker: Priya D'Souza. Chair: Siân Pryce-Jones.",
        "You have the right to disagree and to complain.",
        "FINAL",
        "Fingerprint 7f3a 91c2 0b1d 55aa",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
}

#[test]
fn larger_print_leaves_out_plan_lines_first_and_says_where_the_whole_is() {
    let state = opened(DEMOS[0]);
    let view = MinutesView::of(&state, &Audience::Professionals);
    let whole = decision_letters(&view, &signed()).next().unwrap();
    let short = "This letter is kept to one page; the minutes say the rest.";
    let says = |letter: &Document| running(&pdf(letter, &PdfOptions::default()).unwrap());
    assert!(!says(&whole).contains(short));
    let sizes: Vec<usize> = Print::ALL.into_iter().map(|print| items(&letter(&view, print).unwrap())).collect();
    assert!(sizes.is_sorted_by(|a, b| a >= b) && sizes[0] > sizes[2] && sizes[0] <= items(&whole), "{sizes:?}");
    let largest = says(&letter(&view, Print::Largest).unwrap());
    assert!(largest.contains(short), "{largest}");
}

#[test]
fn declans_letter_gives_no_sign_of_a_second_child() {
    let state = opened(DEMOS[0]);
    let view = MinutesView::of(&state, &Audience::Person("declan".parse().unwrap()));
    for letter in decision_letters(&view, &signed()) {
        let said = format!("{letter:?}");
        assert!(said.contains("Maja") && !said.contains("Tomek") && !said.contains("children"), "{said}");
    }
}

#[test]
fn who_may_know_no_decision_gets_no_letter() {
    let mut record = opened(DEMOS[0]).record;
    record.decisions = Keyed::default();
    let state = crate::common::state_of(&record);
    assert!(letter(&MinutesView::of(&state, &Audience::Professionals), Print::Ordinary).is_none());
}
