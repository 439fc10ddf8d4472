//! What is drawn around strips: rules, the shape of a child's card, the dashed box.
//!
//! A part of a card on one page keeps its edge; only its first part has a top and only its last a tail.

use board::document::Voice;

use super::{
    page::{Colour, Paint, Point, Shape},
    sheet::{MM, Scale},
    strip::Frame,
};

/// Where a part of a strip stands on its page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part {
    pub(super) left: f32,
    pub(super) top: f32,
    pub(super) width: f32,
    pub(super) height: f32,
    /// The strip begins here.
    pub(super) first: bool,
    /// The strip ends here.
    pub(super) last: bool,
}

/// Thickness of a child's edge in multiples of the text size.
pub(super) const EDGE: f32 = 0.42;

/// How far the tail hangs below a child's card.
pub(super) const TAIL: f32 = 0.6;

/// How far a curve's handles stand from its ends, for a quarter of a circle.
const ROUND: f32 = 0.552;

/// The shapes of one part.
pub(super) fn shapes(frame: Frame, part: Part, scale: Scale) -> Vec<Shape> {
    match frame {
        Frame::None => Vec::new(),
        Frame::Rule(thickness) => under(part, Colour::Ink, thickness),
        Frame::Hairline => under(part, Colour::Hairline, 0.75),
        Frame::Child(voice) => child(voice, part, scale),
        Frame::Missing => vec![dashed(part)],
    }
}

/// A line under the last part.
fn under(part: Part, colour: Colour, thickness: f32) -> Vec<Shape> {
    let y = part.top + part.height - thickness / 2.0;
    let rule = Shape::rule((part.left, y), (part.left + part.width, y), colour, thickness);
    part.last.then_some(rule).into_iter().collect()
}

/// A child's card: a thin outline rounded away from the hand, and the thick edge with its tail.
fn child(voice: Voice, part: Part, scale: Scale) -> Vec<Shape> {
    let edge = scale.em(EDGE);
    let (left, top, bottom) = (part.left, part.top, part.top + part.height);
    let mut shapes = vec![outline(part, edge, scale.em(0.9))];
    let held = if part.first { 3.0 } else { 0.0 };
    shapes.push(Shape {
        points: vec![
            Point::at(left + edge, top),
            Point::at(left + held, top),
            Point::handle(left + held * (1.0 - ROUND), top),
            Point::handle(left, top + held * (1.0 - ROUND)),
            Point::at(left, top + held),
            Point::at(left, bottom),
            Point::at(left + edge, bottom),
        ],
        closed: true,
        paint: Paint::Fill(Colour::Ember),
    });
    if part.last {
        // It begins a little inside the edge, so that no seam shows between the two.
        let tail = [
            (left, bottom - 0.6),
            (left + edge, bottom - 0.6),
            (left + scale.em(1.15), bottom),
            (left, bottom + scale.em(TAIL)),
        ];
        shapes.push(Shape::filled(&tail, Colour::Ember));
    }
    shapes.extend(beside(voice, part, scale));
    shapes
}

/// The outline on the other three sides, open where the card goes on to another page.
fn outline(part: Part, edge: f32, radius: f32) -> Shape {
    let radius = radius.min(part.height / 2.0);
    let bend = radius * (1.0 - ROUND);
    let (left, right) = (part.left + edge, part.left + part.width - 0.55);
    let (top, bottom) = (part.top + 0.55, part.top + part.height - 0.55);
    let mut points = Vec::with_capacity(10);
    if part.first {
        points.extend([
            Point::at(left, top),
            Point::at(right - radius, top),
            Point::handle(right - bend, top),
            Point::handle(right, top + bend),
            Point::at(right, top + radius),
        ]);
    } else {
        points.push(Point::at(right, top));
    }
    if part.last {
        points.extend([
            Point::at(right, bottom - radius),
            Point::handle(right, bottom - bend),
            Point::handle(right - bend, bottom),
            Point::at(right - radius, bottom),
            Point::at(left, bottom),
        ]);
    } else {
        points.push(Point::at(right, bottom));
    }
    Shape { points, closed: false, paint: Paint::Stroke { colour: Colour::EmberPale, width: 1.1, dash: None } }
}

/// The thin line beside the edge: somebody wrote the words down, or, dashed, put a drawing into words.
fn beside(voice: Voice, part: Part, scale: Scale) -> Option<Shape> {
    let dash = match voice {
        Voice::Own => return None,
        Voice::Said => None,
        Voice::Drawn => Some((scale.em(0.3), scale.em(0.2))),
    };
    let x = part.left + scale.em(EDGE + 0.14 + 0.045);
    let points = vec![Point::at(x, part.top + 1.1), Point::at(x, part.top + part.height - 1.1)];
    let paint = Paint::Stroke { colour: Colour::Ember, width: scale.em(0.09), dash };
    Some(Shape { points, closed: false, paint })
}

/// The box that says that something is missing.
fn dashed(part: Part) -> Shape {
    let paint = Paint::Stroke { colour: Colour::Ink, width: 0.3 * MM, dash: Some((2.6, 1.8)) };
    Shape { paint, ..rounded(part, 3.0) }
}

/// A box with round corners, drawn in the colour of the edges of things.
pub(super) fn rounded(part: Part, radius: f32) -> Shape {
    let bend = radius * (1.0 - ROUND);
    let (left, top) = (part.left, part.top);
    let (right, bottom) = (left + part.width, top + part.height);
    let points = vec![
        Point::at(left + radius, top),
        Point::at(right - radius, top),
        Point::handle(right - bend, top),
        Point::handle(right, top + bend),
        Point::at(right, top + radius),
        Point::at(right, bottom - radius),
        Point::handle(right, bottom - bend),
        Point::handle(right - bend, bottom),
        Point::at(right - radius, bottom),
        Point::at(left + radius, bottom),
        Point::handle(left + bend, bottom),
        Point::handle(left, bottom - bend),
        Point::at(left, bottom - radius),
        Point::at(left, top + radius),
        Point::handle(left, top + bend),
        Point::handle(left + bend, top),
        Point::at(left + radius, top),
    ];
    Shape { points, closed: true, paint: Paint::Stroke { colour: Colour::Edge, width: 0.75, dash: None } }
}
