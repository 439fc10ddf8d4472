//! The fonts of a paper, each cut to the glyphs that are used.
//!
//! A glyph that stands for different characters in different places gets a code for each of them, so that the words
//! can always be copied out again; which characters a glyph stands for is decided in [`super::meaning`].

use std::collections::{BTreeMap, BTreeSet};

use printpdf::{FontId, ParsedFont, PdfDocument, PdfFont};
use subsetter::GlyphRemapper;

use super::meaning::meanings;
use crate::pdf::{
    PdfError,
    face::Face,
    line::{Cluster, Run},
    page::{Item, Page},
};

/// A glyph and the characters it stands for.
pub(super) type Meant = (u16, String);

/// A face as it lies in the file.
pub(super) struct Embedded {
    pub(super) id: FontId,
    /// The name it goes by there.
    pub(super) name: String,
    /// Every use of every glyph; its code is its place here, and 1 more because code 0 is nobody's.
    codes: Vec<Meant>,
    /// The glyphs' numbers in the cut font.
    numbers: GlyphRemapper,
    /// Their widths in thousandths of the size, in whole numbers as the file has them.
    widths: BTreeMap<u16, u16>,
}

impl Embedded {
    /// The code of a glyph that stands for these characters.
    pub(super) fn code(&self, meant: &Meant) -> u16 {
        self.codes.binary_search(meant).ok().and_then(|at| u16::try_from(at + 1).ok()).unwrap_or(0)
    }

    /// How far the pen moves past a glyph, in thousandths of the size.
    pub(super) fn width(&self, glyph: u16) -> f32 {
        self.widths.get(&glyph).map_or(0.0, |width| f32::from(*width))
    }

    /// For each code in order, from 1, the glyph's number in the cut font and the characters it stands for.
    pub(super) fn uses(&self) -> impl Iterator<Item = (u16, &str)> {
        self.codes.iter().map(|(glyph, text)| (self.numbers.get(*glyph).unwrap_or(0), text.as_str()))
    }
}

/// Puts every face that the pages use into the file.
pub(super) fn faces(pages: &[Page], file: &mut PdfDocument) -> Result<BTreeMap<Face, Embedded>, PdfError> {
    let mut used: BTreeMap<Face, BTreeSet<Meant>> = BTreeMap::new();
    for (run, cluster) in clusters(pages) {
        used.entry(run.face).or_default().extend(meanings(cluster, run.rtl));
    }
    let mut faces = BTreeMap::new();
    for (face, codes) in used {
        let id = FontId(format!("Face{}", faces.len()));
        let (font, embedded) = embed(face, id.clone(), codes.into_iter().collect())?;
        file.resources.fonts.map.insert(id, PdfFont::new(font));
        faces.insert(face, embedded);
    }
    Ok(faces)
}

/// Cuts one face and gives its codes their widths.
fn embed(face: Face, id: FontId, codes: Vec<Meant>) -> Result<(ParsedFont, Embedded), PdfError> {
    let fails = || PdfError::Font(face.name());
    let glyphs: Vec<u16> = codes.iter().map(|(glyph, _)| *glyph).collect();
    let numbers = GlyphRemapper::new_from_glyphs_sorted(&glyphs);
    let cut = subsetter::subset(face.bytes(), 0, &numbers).map_err(|_| fails())?;
    let mut font = ParsedFont::from_bytes(&cut, 0, &mut Vec::new()).ok_or_else(fails)?;
    let name = format!("{}+{}", tag(&codes), face.name());
    let units = u32::from(font.units_per_em.max(1));
    // Rounded as the writer of the file will round them: the pen must be where the reader's is.
    let scaled = |width: u16| u16::try_from(u32::from(width) * 1000 / units).unwrap_or(u16::MAX);
    let mut widths = BTreeMap::new();
    let mut by_code = BTreeMap::new();
    for (code, (glyph, _)) in (1_u16..).zip(&codes) {
        let width = numbers.get(*glyph).and_then(|number| font.get_glyph_width(number)).unwrap_or(0);
        by_code.insert(code, width);
        widths.insert(*glyph, scaled(width));
    }
    font.glyph_widths = by_code;
    font.font_name = Some(name.clone());
    Ok((font, Embedded { id, name, codes, numbers, widths }))
}

/// Six letters that tell one cut of a font from another.
fn tag(codes: &[Meant]) -> String {
    let mut sum = codes.iter().fold(17_u32, |sum, (glyph, _)| sum.wrapping_mul(31).wrapping_add(u32::from(*glyph)));
    let mut letters = String::with_capacity(6);
    for _ in 0..6 {
        letters.extend(char::from_digit(10 + sum % 26, 36).map(|letter| letter.to_ascii_uppercase()));
        sum /= 26;
    }
    letters
}

/// Every cluster on the pages.
fn clusters(pages: &[Page]) -> impl Iterator<Item = (&Run, &Cluster)> {
    let lines = pages.iter().flat_map(|page| &page.items).filter_map(|item| match item {
        Item::Text { line, .. } => Some(line),
        Item::Drawing(_) => None,
    });
    lines.flat_map(|line| &line.runs).flat_map(|run| run.clusters.iter().map(move |cluster| (run, cluster)))
}
