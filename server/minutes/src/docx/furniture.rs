//! What every page repeats: whose paper it is and whether it is a draft at the head; whose copy, which edition and which
//! page at the foot.
//!
//! Deliberately not here: page numbers. They are fields, which whoever opens the file fills in.

use board::document::Running;

use super::{
    WORD,
    runs::{Weight, Words, runs},
    size::{CONTENT, Size},
    styles::{EDGE, line},
};
use crate::wording;
use crate::xml::{Element, el, val};

/// Whose paper it is, its references and whether it is a draft; and that nobody in it is real, where that is so.
pub(super) fn header(running: &Running, size: Size) -> Element {
    let demo = running.demo.as_deref().map(|demo| plain("Header", vec![Words::new(demo, Weight::Strong)]));
    let left = runs(&[Words::new(&running.authority, Weight::Strong)], false);
    let mut right = runs(&[Words::new(&running.reference, Weight::Plain)], false);
    let mut letters = running.authority.chars().count() + running.reference.chars().count();
    if let Some(edition) = &running.edition {
        let status = edition.status.words();
        right.extend(runs(&[Words::new("  ", Weight::Plain)], false));
        right.push(boxed(&status));
        letters += status.chars().count() + 4;
    }
    el("w:hdr").attr("xmlns:w", WORD).with_all(demo).with_all(two_sides("Header", left, right, letters, size))
}

/// Who this copy is for, which page of how many this is, and which edition.
pub(super) fn footer(running: &Running, size: Size) -> Element {
    let left = runs(&[Words::new(&running.copy, Weight::Plain)], false);
    let right = vec![said("Page "), field("PAGE"), said(" of "), field("NUMPAGES")];
    let letters = running.copy.chars().count() + "Page 99 of 99".len();
    let edition =
        running.edition.as_ref().map(|it| plain("FooterLine", vec![Words::new(&wording::edition(it), Weight::Plain)]));
    el("w:ftr").attr("xmlns:w", WORD).with_all(two_sides("Footer", left, right, letters, size)).with_all(edition)
}

/// Two texts at the two ends of a line, or under each other where one line cannot hold them.
fn two_sides(style: &'static str, left: Vec<Element>, right: Vec<Element>, letters: usize, size: Size) -> Vec<Element> {
    let tab = el("w:tabs").with(val("w:tab", "right").attr("w:pos", CONTENT));
    let paragraph = |properties: Element| el("w:p").with(el("w:pPr").with(val("w:pStyle", style)).with(properties));
    if letters + 3 < size.letters() {
        let between = el("w:r").with(el("w:tab"));
        vec![paragraph(tab).with_all(left).with(between).with_all(right)]
    } else {
        let first = el("w:p").with(el("w:pPr").with(val("w:pStyle", style))).with_all(left);
        vec![first, paragraph(val("w:jc", "right")).with_all(right)]
    }
}

fn plain(style: &'static str, words: Vec<Words>) -> Element {
    el("w:p").with(el("w:pPr").with(val("w:pStyle", style))).with_all(runs(&words, false))
}

/// "DRAFT as at 13:52" or "FINAL" in its box.
fn boxed(status: &str) -> Element {
    let around = line("w:bdr", "single", 6, 0, EDGE);
    let words = el("w:t").attr("xml:space", "preserve").text(&format!("\u{a0}{status}\u{a0}"));
    el("w:r").with(el("w:rPr").with(around)).with(words)
}

fn said(words: &str) -> Element {
    el("w:r").with(el("w:t").attr("xml:space", "preserve").text(words))
}

/// A number that whoever opens the file fills in.
fn field(name: &'static str) -> Element {
    el("w:fldSimple").attr("w:instr", format!(" {name} ")).with(said("1"))
}
