//! Which characters each glyph of a cluster stands for, so that words come out of the file as they went in.
//!
//! A font may draw one letter in several strokes and dots, or several letters in one stroke; a reader only joins what
//! the glyphs stand for. So one glyph of a cluster stands for all of it, and the others for nothing.

use super::embed::Meant;
use crate::pdf::line::Cluster;

/// Each glyph of a cluster, from left to right, with the characters it stands for.
///
/// The one that speaks is the one read first: where a word runs from the right, the one furthest right, so that it stands
/// level with its neighbours while dots and marks may be set higher or lower.
pub(super) fn meanings(cluster: &Cluster, rtl: bool) -> Vec<Meant> {
    let speaks = if rtl { cluster.glyphs.len().saturating_sub(1) } else { 0 };
    let said = |at| if at == speaks { cluster.text.clone() } else { String::new() };
    cluster.glyphs.iter().enumerate().map(|(at, glyph)| (glyph.id, said(at))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pdf::line::Glyph;

    fn said(text: &str, rtl: bool) -> Vec<String> {
        let glyphs = [7, 9, 11].map(|id| Glyph { id, x: 0.0, rise: 0.0 }).to_vec();
        let meant = meanings(&Cluster { text: text.into(), glyphs }, rtl);
        meant.into_iter().map(|(_, said)| said).collect()
    }

    #[test]
    fn the_first_glyph_of_a_bengali_syllable_stands_for_all_of_it() {
        assert_eq!(said("কি", false), ["কি", "", ""]);
    }

    #[test]
    fn the_stroke_of_an_arabic_letter_stands_for_its_dots_and_marks() {
        assert_eq!(said("ن\u{651}", true), ["", "", "ن\u{651}"]);
    }
}
