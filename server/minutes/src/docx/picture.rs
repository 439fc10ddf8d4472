//! A child's drawing or photo: in the line of the text, as large as its dots allow, with words for whoever cannot see it.
//!
//! Where it cannot be drawn its words stand in a dashed box, so that nothing is missing without a sign. Each picture is in
//! the file once, however often it is drawn.

use board::document::Document;
use board::id::PictureId;

use super::{
    package::{Kind, Part, RELATIONSHIPS},
    paragraph::Paragraph,
    size::{CONTENT, INSIDE, mm10},
};
use crate::xml::{Element, el};
use crate::{
    pictures::{Form, Picture, Pictures},
    text::showable,
};

const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const PLACED: &str = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
const PICTURE: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";

/// The unit of drawings: so many in a dot of a screen, and so many in a twentieth of a point.
const IN_A_DOT: u64 = 9_525;
const IN_A_TWENTIETH: u64 = 635;

/// The most height a picture takes, so that its words and its answer stay on the same page: 95 mm.
const HIGHEST: u32 = mm10(950);

/// The pictures that a paper can draw, each once, in the order in which they come.
pub(super) struct Gallery<'a>(Vec<(&'a PictureId, Picture<'a>)>);

impl<'a> Gallery<'a> {
    /// The pictures of a paper whose bytes are there and of a form that can be drawn.
    pub(super) fn of(document: &'a Document, pictures: &'a Pictures) -> Self {
        let mut hung: Vec<(&PictureId, Picture<'_>)> = Vec::new();
        for id in document.pictures() {
            if let Some(picture) = pictures.get(id)
                && hung.iter().all(|(other, _)| *other != id)
            {
                hung.push((id, picture));
            }
        }
        Self(hung)
    }

    /// The pictures as parts of the file.
    pub(super) fn parts(&self) -> impl Iterator<Item = Part> {
        self.0.iter().enumerate().map(|(at, (_, picture))| {
            let ending = match picture.form {
                Form::Png => "png",
                Form::Jpeg => "jpeg",
            };
            let path = format!("word/media/picture{}.{ending}", at + 1);
            Part::named(name(at), path, Kind::Picture(picture.form), picture.file.to_vec())
        })
    }

    /// A picture and its caption; `nth` tells it from every other drawing of this paper.
    pub(super) fn picture(
        &self,
        nth: usize,
        (id, alt, caption): (&PictureId, &str, Option<&str>),
        answered: bool,
    ) -> Vec<Element> {
        let kept = caption.is_some() || answered;
        let mut parts =
            match self.0.iter().position(|(other, _)| *other == id).and_then(|at| Some((at, self.0.get(at)?))) {
                Some((at, (_, picture))) => {
                    let drawing = el("w:r").with(el("w:drawing").with(inline(nth, at, picture, alt)));
                    vec![Paragraph::said("Picture", Vec::new()).with_next(kept).element().with(drawing)]
                }
                None => vec![
                    Paragraph::plain("PictureMissing", alt).with_next(kept).element(),
                    Paragraph::said("Between", Vec::new()).with_next(kept).element(),
                ],
            };
        parts.extend(caption.map(|caption| Paragraph::soft("Caption", caption).with_next(answered).element()));
        parts
    }
}

/// The name by which the paper finds a picture.
fn name(at: usize) -> String {
    format!("picture{}", at + 1)
}

/// The picture in its line.
fn inline(nth: usize, at: usize, picture: &Picture<'_>, alt: &str) -> Element {
    let (wide, high) = extent(picture.width, picture.height);
    let named = |element: Element| element.attr("id", nth).attr("name", format!("Picture {nth}"));
    let described = |element: Element| named(element).attr("descr", showable(alt).replace(['\n', '\t'], " "));
    let size = |name| el(name).attr("cx", wide).attr("cy", high);
    let kept = el("a:graphicFrameLocks").attr("noChangeAspect", 1u8);
    let whole = el("a:stretch").with(el("a:fillRect"));
    let file = el("pic:blipFill").with(el("a:blip").attr("r:embed", name(at))).with(whole);
    let placed = el("a:xfrm").with(el("a:off").attr("x", 0u8).attr("y", 0u8)).with(size("a:ext"));
    let shape = el("pic:spPr").with(placed).with(el("a:prstGeom").attr("prst", "rect").with(el("a:avLst")));
    let known = el("pic:nvPicPr").with(named(el("pic:cNvPr"))).with(el("pic:cNvPicPr"));
    let pictured = el("pic:pic").attr("xmlns:pic", PICTURE).with(known).with(file).with(shape);
    el("wp:inline")
        .attr("xmlns:wp", PLACED)
        .attr("xmlns:a", DRAWING)
        .attr("xmlns:r", RELATIONSHIPS)
        .with(size("wp:extent"))
        .with(described(el("wp:docPr")))
        .with(el("wp:cNvGraphicFramePr").with(kept))
        .with(el("a:graphic").with(el("a:graphicData").attr("uri", PICTURE).with(pictured)))
}

/// Width and height on paper: a small drawing is never blown up, and a large one keeps its proportions.
fn extent(dots_wide: u32, dots_high: u32) -> (u64, u64) {
    let (wide, high) = (u64::from(dots_wide.max(1)) * IN_A_DOT, u64::from(dots_high.max(1)) * IN_A_DOT);
    let (room, highest) = (u64::from(CONTENT - 2 * INSIDE) * IN_A_TWENTIETH, u64::from(HIGHEST) * IN_A_TWENTIETH);
    let (wide, high) = if wide > room { (room, (high * room / wide).max(1)) } else { (wide, high) };
    if high > highest { ((wide * highest / high).max(1), highest) } else { (wide, high) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_fits_the_page_and_keeps_its_proportions() {
        assert_eq!(extent(160, 120), (1_524_000, 1_143_000));
        let (wide, high) = extent(4_000, 1_000);
        assert!((4 * high).abs_diff(wide) < 4 && wide < 6_000_000, "{wide} {high}");
        let (wide, high) = extent(1_000, 4_000);
        assert!((94 * 36_000..=95 * 36_000).contains(&high) && (4 * wide).abs_diff(high) < 4, "{wide} {high}");
        assert_eq!(extent(0, 0), (9_525, 9_525));
        assert!(extent(u32::MAX, 1).1 >= 1 && extent(1, u32::MAX).0 >= 1);
    }
}
