//! The styles: how each part of a paper looks, by the name under which somebody who changes the file finds it.
//!
//! Deliberately not here: any single paragraph. Headings carry Word's own names, so that its list of headings works.

use super::{
    WORD,
    font::FAMILY,
    list,
    runs::language,
    size::{INSIDE, Size, mm10},
    table, voice,
};
use crate::xml::{Element, el, val};

/// Ordinary ink.
pub(super) const INK: &str = "1A2030";

/// Softer ink.
pub(super) const SOFT: &str = "313743";

/// The edge of a child's words.
pub(super) const EMBER: &str = "A4431B";

/// The thin lines that close a child's card.
pub(super) const EMBER_THIN: &str = "CD9882";

/// The edge of what is boxed.
pub(super) const EDGE: &str = "857762";

/// The thin line under an adult's words.
const HAIR: &str = "DDD2C1";

/// A line on one side: its kind, its width in eighths of a point, its distance from the words in points, its colour.
pub(super) fn line(side: &'static str, kind: &str, width: u32, distance: u32, colour: &str) -> Element {
    val(side, kind).attr("w:sz", width).attr("w:space", distance).attr("w:color", colour)
}

/// All styles of a paper in a language.
pub(super) fn styles(paper: &str, size: Size) -> Element {
    el("w:styles")
        .attr("xmlns:w", WORD)
        .with(defaults(paper, size))
        .with(paragraph("Normal", "Normal").attr("w:default", 1u8).with(el("w:qFormat")).with(ppr(
            None,
            spacing(mm10(20), 0),
            None,
        )))
        .with_all(headings(size))
        .with(list::style())
        .with_all(adults())
        .with_all(voice::styles())
        .with_all(tables())
        .with_all(furniture())
        .with(character("Strong", "Strong", el("w:rPr").with(el("w:b")).with(el("w:bCs"))))
        .with(character("Soft", "Soft", el("w:rPr").with(val("w:color", SOFT))))
}

/// What holds where no style says otherwise.
fn defaults(paper: &str, size: Size) -> Element {
    let fonts =
        ["w:ascii", "w:hAnsi", "w:eastAsia"].iter().fold(el("w:rFonts"), |fonts, kind| fonts.attr(kind, FAMILY));
    let run = el("w:rPr")
        .with(fonts.attr("w:cs", "Arial"))
        .with(val("w:color", INK))
        .with(val("w:sz", size.body()))
        .with(val("w:szCs", size.body()))
        .with(language(paper));
    let spacing =
        el("w:spacing").attr("w:before", 0u32).attr("w:after", 0u32).attr("w:line", LINE).attr("w:lineRule", "auto");
    el("w:docDefaults")
        .with(el("w:rPrDefault").with(run))
        .with(el("w:pPrDefault").with(el("w:pPr").with(el("w:widowControl")).with(spacing)))
}

/// Line height, in 240ths of the letters' own; it comes to about 1.3 times their size.
const LINE: u32 = 248;

/// The title and the four levels of headings.
fn headings(size: Size) -> Vec<Element> {
    let heading = |id, name, level: u8, (before, after), outline: u8| {
        let run = el("w:rPr")
            .with(el("w:b"))
            .with(el("w:bCs"))
            .with(val("w:sz", size.heading(level)))
            .with(val("w:szCs", size.heading(level)));
        let properties = el("w:pPr")
            .with(el("w:keepNext"))
            .with(el("w:keepLines"))
            .with(spacing(before, after))
            .with(val("w:outlineLvl", outline));
        paragraph(id, name)
            .with(val("w:basedOn", "Normal"))
            .with(val("w:next", "Normal"))
            .with(el("w:qFormat"))
            .with(properties)
            .with(run)
    };
    vec![
        heading("Title", "Title", 1, (mm10(20), mm10(30)), 0),
        heading("Heading1", "heading 1", 1, (mm10(70), mm10(30)), 0),
        heading("Heading2", "heading 2", 2, (mm10(70), mm10(15)), 1),
        heading("Heading3", "heading 3", 3, (mm10(50), mm10(10)), 2),
        heading("Heading4", "heading 4", 4, (mm10(40), mm10(5)), 3),
    ]
}

/// An adult's line on the board.
fn adults() -> Vec<Element> {
    let hair = el("w:pBdr").with(line("w:bottom", "single", 6, 5, HAIR));
    vec![
        own("WhoSaidIt", "Who said it", ppr(Some(el("w:keepNext")), spacing(mm10(30), 0), None)),
        own("WhatWasSaid", "What was said", el("w:pPr").with(el("w:keepLines")).with(hair).with(spacing(0, 0))),
    ]
}

/// The words of a table, and the table around them.
fn tables() -> Vec<Element> {
    let strong = el("w:rPr").with(el("w:b")).with(el("w:bCs"));
    let rules =
        el("w:tblBorders").with(line("w:bottom", "single", 6, 0, INK)).with(line("w:insideH", "single", 6, 0, INK));
    // Two tables or two cards in a row would be drawn as one; this keeps them apart and is hardly seen.
    let between = el("w:pPr").with(
        el("w:spacing").attr("w:before", 0u32).attr("w:after", 0u32).attr("w:line", 20u32).attr("w:lineRule", "exact"),
    );
    vec![
        own("TableText", "Table text", ppr(None, spacing(0, 0), None)),
        own("TableHead", "Table head", ppr(None, spacing(0, 0), None)).with(strong),
        own("Between", "Between", between),
        el("w:style")
            .attr("w:type", "table")
            .attr("w:styleId", "PaperTable")
            .attr("w:customStyle", 1u8)
            .with(val("w:name", "Paper table"))
            .with(el("w:tblPr").with(rules).with(table::margins())),
    ]
}

/// Captions, and head and foot of a page.
fn furniture() -> Vec<Element> {
    let rule = el("w:pBdr").with(line("w:top", "single", 6, 4, INK));
    vec![
        paragraph("Caption", "caption")
            .with(val("w:basedOn", "Normal"))
            .with(el("w:pPr").with(spacing(mm10(10), 0)).with(el("w:ind").attr("w:left", INSIDE))),
        paragraph("Header", "header").with(val("w:basedOn", "Normal")).with(ppr(None, spacing(0, mm10(40)), None)),
        paragraph("Footer", "footer").with(val("w:basedOn", "Normal")).with(el("w:pPr").with(rule).with(spacing(0, 0))),
        own("FooterLine", "Footer line", el("w:pPr").with(spacing(0, 0))),
    ]
}

/// White space above and below.
pub(super) fn spacing(before: u32, after: u32) -> Element {
    el("w:spacing").attr("w:before", before).attr("w:after", after)
}

/// What is said about a paragraph, in the order that the schema asks for.
fn ppr(keep: Option<Element>, spacing: Element, indent: Option<Element>) -> Element {
    el("w:pPr").with_all(keep).with(spacing).with_all(indent)
}

/// A style under one of Word's own names.
fn paragraph(id: &str, name: &str) -> Element {
    el("w:style").attr("w:type", "paragraph").attr("w:styleId", id).with(val("w:name", name))
}

/// A style of our own.
pub(super) fn own(id: &str, name: &str, properties: Element) -> Element {
    paragraph(id, name)
        .attr("w:customStyle", 1u8)
        .with(val("w:basedOn", "Normal"))
        .with(el("w:qFormat"))
        .with(properties)
}

fn character(id: &str, name: &str, properties: Element) -> Element {
    el("w:style")
        .attr("w:type", "character")
        .attr("w:styleId", id)
        .with(val("w:name", name))
        .with(el("w:qFormat"))
        .with(properties)
}
