//! A finished page before it is written: lines of type and drawn shapes, each at its place.
//!
//! Everything is measured in points from the top left corner of the sheet; only the writer turns it over,
//! because a PDF counts from the bottom.

use super::{line::Line, structure::NodeId};

/// The colours of paper; words are only ever set in the first two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Colour {
    Ink,
    Soft,
    Ember,
    EmberPale,
    Edge,
    Hairline,
}

impl Colour {
    /// Red, green and blue, from 0 to 1.
    pub(super) fn rgb(self) -> [f32; 3] {
        let bytes: [u8; 3] = match self {
            Self::Ink => [0x1a, 0x20, 0x30],
            Self::Soft => [0x31, 0x37, 0x43],
            Self::Ember => [0xa4, 0x43, 0x1b],
            Self::EmberPale => [0xcd, 0x98, 0x82],
            Self::Edge => [0x85, 0x77, 0x62],
            Self::Hairline => [0xbd, 0xb3, 0xa4],
        };
        bytes.map(|byte| f32::from(byte) / 255.0)
    }
}

/// A corner of a shape, or a handle that bends the way to the next one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Point {
    pub(super) x: f32,
    pub(super) y: f32,
    pub(super) handle: bool,
}

impl Point {
    /// A corner.
    pub(super) fn at(x: f32, y: f32) -> Self {
        Self { x, y, handle: false }
    }

    /// A handle; two of them stand between the corners of a curve.
    pub(super) fn handle(x: f32, y: f32) -> Self {
        Self { x, y, handle: true }
    }
}

/// How a shape is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Paint {
    Fill(Colour),
    Stroke {
        colour: Colour,
        width: f32,
        /// Length of the dashes and of the gaps between them.
        dash: Option<(f32, f32)>,
    },
}

/// Something drawn that is not words.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Shape {
    pub(super) points: Vec<Point>,
    pub(super) closed: bool,
    pub(super) paint: Paint,
}

impl Shape {
    /// A straight line.
    pub(super) fn rule(from: (f32, f32), to: (f32, f32), colour: Colour, width: f32) -> Self {
        let points = vec![Point::at(from.0, from.1), Point::at(to.0, to.1)];
        Self { points, closed: false, paint: Paint::Stroke { colour, width, dash: None } }
    }

    /// A filled shape with straight sides.
    pub(super) fn filled(corners: &[(f32, f32)], colour: Colour) -> Self {
        let points = corners.iter().map(|(x, y)| Point::at(*x, *y)).collect();
        Self { points, closed: true, paint: Paint::Fill(colour) }
    }
}

/// One thing on a page.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Item {
    /// A line of type whose left end and top are here.
    Text {
        /// The part of the paper it belongs to; none for what every page repeats.
        node: Option<NodeId>,
        x: f32,
        top: f32,
        line: Line,
    },
    /// A shape; readers who hear the paper are spared it.
    Drawing(Shape),
}

/// One page, its items in the order of reading.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Page {
    pub(super) items: Vec<Item>,
}

impl Page {
    /// Sets lines one under another, the first at `top`; returns where they end.
    pub(super) fn stack(&mut self, node: Option<NodeId>, x: f32, mut top: f32, lines: Vec<Line>) -> f32 {
        for (at, line) in lines.into_iter().enumerate() {
            if at > 0 {
                top += line.gap;
            }
            let below = top + line.height;
            self.items.push(Item::Text { node, x, top, line });
            top = below;
        }
        top
    }

    /// Draws shapes.
    pub(super) fn draw(&mut self, shapes: impl IntoIterator<Item = Shape>) {
        self.items.extend(shapes.into_iter().map(Item::Drawing));
    }
}
