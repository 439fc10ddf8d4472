//! A picture as a strip: as large as its dots allow, in from the edge as an answer is, with whose it is under it.
//!
//! Where it cannot be drawn its words stand in a dashed box, so that nothing is missing without a sign.

use board::document::Span;
use board::id::PictureId;

use super::Drafter;
use crate::pdf::{
    line::{Ink, Line, Placed},
    sheet::{CONTENT, MM, SIDE},
    strip::{Frame, Keep, Strip},
    structure::{Kind, ROOT},
    typeset::Setting,
};

/// The most height a picture takes, so that its words and its answer stay on the same page.
const HIGHEST: f32 = 95.0 * MM;

/// Dots of a screen in a point: a small drawing is never blown up on paper.
const POINTS_A_DOT: f32 = 72.0 / 96.0;

impl Drafter<'_> {
    /// A picture and its caption.
    pub(super) fn picture(&mut self, id: &PictureId, alt: &str, caption: Option<&str>) -> Vec<Strip> {
        let left = SIDE + self.scale.em(1.22);
        let width = SIDE + CONTENT - left;
        let node = self.structure.add(ROOT, Kind::Figure);
        self.structure.summarise(node, alt);
        let (line, frame, pad) = if let Some(picture) = self.pictures.get(id) {
            (vec![placed(id, picture.width, picture.height, width)], Frame::None, (0.0, 0.0))
        } else {
            let pad = (1.5 * MM, 3.0 * MM);
            let lines = self.type_.lines(&[Span::plain(alt)], &self.setting(width - 2.0 * pad.1));
            (lines, Frame::Missing, pad)
        };
        let strip = Strip::plain(2.4 * MM, left + pad.1, width, node, line);
        let mut strips = vec![Strip { frame, left, pad: (pad.0, pad.0), keep: Keep::Whole, ..strip }];
        if let Some(caption) = caption {
            if let Some(picture) = strips.last_mut() {
                picture.with_next = true;
            }
            let node = self.structure.add(ROOT, Kind::Paragraph);
            let soft = Setting { ink: Ink::Soft, ..self.setting(width) };
            let lines = self.type_.lines(&[Span::plain(caption)], &soft);
            strips.push(Strip { keep: Keep::Whole, ..Strip::plain(1.0 * MM, left, width, node, lines) });
        }
        strips
    }
}

/// A picture as a line that has nothing on it but the picture.
fn placed(id: &PictureId, dots_wide: u32, dots_high: u32, room: f32) -> Line {
    // No kept picture is wider or higher than this type can count.
    let points = |dots: u32| f32::from(u16::try_from(dots).unwrap_or(u16::MAX)) * POINTS_A_DOT;
    let (wide, high) = (points(dots_wide).max(1.0), points(dots_high).max(1.0));
    let fit = (room / wide).min(HIGHEST / high).min(1.0);
    let (width, height) = (wide * fit, high * fit);
    Line { height, right: width, picture: Some(Placed { id: id.clone(), width }), ..Line::default() }
}
