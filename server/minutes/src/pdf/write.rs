//! Writes finished pages as a PDF: fonts cut to what is used, glyphs by number, words that can be copied out again.
//!
//! It moves nothing: where things stand was decided before, in points from the top of the sheet.

use std::collections::BTreeMap;

use board::document::Document;
use printpdf::{Mm, Op, PdfDocument, PdfPage, PdfSaveOptions};

use super::{
    PdfError,
    face::Face,
    page::{Item, Page},
    sheet::{HEIGHT, MM, WIDTH},
    structure::{NodeId, Structure},
};

use self::embed::Embedded;
use crate::pictures::Pictures;

mod draw;
mod embed;
mod finish;
mod glyphs;
mod images;
mod meaning;
mod metadata;
mod outline;
mod unicode;

/// Which part of the paper each numbered stretch of a page belongs to; the numbers count from 0 on every page.
type Marks = Vec<Vec<NodeId>>;

/// The pages as one file.
pub(super) fn write(
    pages: &[Page],
    structure: &Structure,
    document: &Document,
    pictures: &Pictures,
) -> Result<Vec<u8>, PdfError> {
    let mut file = PdfDocument::new(&document.title);
    let faces = embed::faces(pages, &mut file)?;
    let names = images::images(pages, pictures, &mut file);
    let mut marks = Marks::with_capacity(pages.len());
    let mut written = Vec::with_capacity(pages.len());
    for page in pages {
        let (ops, marked) = operations(page, &faces, &names)?;
        written.push(PdfPage::new(Mm(WIDTH / MM), Mm(HEIGHT / MM), ops));
        marks.push(marked);
    }
    file.with_pages(written);
    let mut raw = file.to_lopdf_document(&PdfSaveOptions::default(), &mut Vec::new());
    unicode::maps(&mut raw, &faces)?;
    finish::finish(raw, pages, structure, &marks, document)
}

/// The drawing operations of one page, and the parts that its numbered stretches belong to.
fn operations(
    page: &Page,
    faces: &BTreeMap<Face, Embedded>,
    names: &images::Names,
) -> Result<(Vec<Op>, Vec<NodeId>), PdfError> {
    let mut ops = Vec::new();
    let mut marked: Vec<NodeId> = Vec::new();
    let mut open: Option<Option<NodeId>> = None;
    for item in &page.items {
        let node = match item {
            Item::Text { node, .. } => *node,
            Item::Drawing(_) => None,
        };
        // One stretch of marked content for all neighbouring lines of a part.
        if open != Some(node) {
            if open.is_some() {
                ops.push(Op::EndMarkedContent);
            }
            ops.push(finish::begin(node, marked.len())?);
            marked.extend(node);
            open = Some(node);
        }
        match item {
            Item::Text { x, top, line, .. } => {
                glyphs::line(line, *x, HEIGHT - top - line.baseline, faces, &mut ops);
                if let Some(placed) = &line.picture {
                    images::draw(placed, line.height, *x, HEIGHT - top - line.height, names, &mut ops);
                }
            }
            Item::Drawing(shape) => draw::shape(shape, &mut ops),
        }
    }
    if open.is_some() {
        ops.push(Op::EndMarkedContent);
    }
    Ok((ops, marked))
}
