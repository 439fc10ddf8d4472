//! A list: a style with a mark before each paragraph, so that Word and whoever hears the file know it for a list.
//!
//! Deliberately not here: numbers. The order of a list of a paper does not matter.

use super::{
    WORD,
    size::mm10,
    styles::{own, spacing},
};
use crate::wording::BULLET;
use crate::xml::{Element, el, val};

/// The style of an item.
pub(super) const STYLE: &str = "ListBullet";

/// The one kind of list there is.
const LIST: u8 = 1;

/// What stands before an item, and how far its words stand in.
pub(super) fn numbering() -> Element {
    let level = el("w:lvl")
        .attr("w:ilvl", 0u8)
        .with(val("w:start", 1u8))
        .with(val("w:numFmt", "bullet"))
        .with(val("w:pStyle", STYLE))
        .with(val("w:lvlText", BULLET))
        .with(val("w:lvlJc", "left"))
        .with(el("w:pPr").with(el("w:ind").attr("w:left", mm10(60)).attr("w:hanging", mm10(60))));
    let kind =
        el("w:abstractNum").attr("w:abstractNumId", 0u8).with(val("w:multiLevelType", "hybridMultilevel")).with(level);
    let list = el("w:num").attr("w:numId", LIST).with(val("w:abstractNumId", 0u8));
    el("w:numbering").attr("xmlns:w", WORD).with(kind).with(list)
}

/// The style of an item.
pub(super) fn style() -> Element {
    let numbered = el("w:numPr").with(val("w:ilvl", 0u8)).with(val("w:numId", LIST));
    let properties = el("w:pPr").with(el("w:keepLines")).with(numbered).with(spacing(mm10(10), 0));
    own(STYLE, "List Bullet", properties)
}
