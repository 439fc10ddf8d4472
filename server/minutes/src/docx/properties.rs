//! What the file says about itself: its title and its language, and nothing else.
//!
//! Deliberately not here: an author, a company, a program or a time. A copy says who it is for on every page; a file that
//! also knew who made it, and when, would say more than the paper does.

use super::{WORD, language::with_country};
use crate::text::showable;
use crate::xml::{Element, el, val};

/// The title and the language.
pub(super) fn core(title: &str, language: &str) -> Element {
    el("cp:coreProperties")
        .attr("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties")
        .attr("xmlns:dc", "http://purl.org/dc/elements/1.1/")
        .with(el("dc:title").text(&showable(title)))
        .with(el("dc:language").text(language))
}

/// How the file wants to be opened: as written for today's Word, with the fonts it brings.
pub(super) fn settings(language: &str) -> Element {
    let compatible = el("w:compatSetting")
        .attr("w:name", "compatibilityMode")
        .attr("w:uri", "http://schemas.microsoft.com/office/word")
        .attr("w:val", 15u8);
    el("w:settings")
        .attr("xmlns:w", WORD)
        .with(el("w:embedTrueTypeFonts"))
        .with(val("w:defaultTabStop", 720u32))
        .with(val("w:autoHyphenation", "false"))
        .with(val("w:characterSpacingControl", "doNotCompress"))
        .with(el("w:compat").with(compatible))
        .with(val("w:themeFontLang", with_country(language)))
}
