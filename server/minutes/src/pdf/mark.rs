//! The product's mark, the fire in the hearth, as the screen draws it.
//!
//! Its shape comes from a square of 24 units; nothing else on paper is a picture.

use super::{
    page::{Colour, Paint, Point, Shape},
    sheet::{LEADING, Scale},
};

/// Side of the mark in multiples of the text size.
const SIDE: f32 = 1.35;

/// Width of the mark with the space after it.
pub(super) fn width(scale: Scale) -> f32 {
    scale.em(SIDE + 0.35)
}

/// The mark at the left of a line of ordinary words whose top is `top`.
pub(super) fn shapes(left: f32, top: f32, scale: Scale) -> [Shape; 3] {
    let unit = scale.em(SIDE) / 24.0;
    let top = top + scale.em((LEADING - SIDE) / 2.0);
    let at = |x: f32, y: f32| Point::at(left + x * unit, top + y * unit);
    let handle = |x: f32, y: f32| Point::handle(left + x * unit, top + y * unit);
    let stroke = Paint::Stroke { colour: Colour::Ink, width: 1.8 * unit, dash: None };
    let arch = vec![
        at(4.0, 21.0),
        at(4.0, 11.0),
        handle(4.0, 6.58),
        handle(7.58, 3.0),
        at(12.0, 3.0),
        handle(16.42, 3.0),
        handle(20.0, 6.58),
        at(20.0, 11.0),
        at(20.0, 21.0),
    ];
    let flame = vec![
        at(12.0, 19.0),
        handle(9.7, 19.0),
        handle(8.3, 17.5),
        at(8.3, 15.5),
        handle(8.3, 13.0),
        handle(10.5, 12.1),
        at(11.0, 9.5),
        handle(13.5, 10.8),
        handle(15.7, 12.9),
        at(15.7, 15.5),
        handle(15.7, 17.5),
        handle(14.3, 19.0),
        at(12.0, 19.0),
    ];
    [
        Shape { points: arch, closed: false, paint: stroke },
        Shape { points: vec![at(2.0, 21.0), at(22.0, 21.0)], closed: false, paint: stroke },
        Shape { points: flame, closed: true, paint: Paint::Fill(Colour::Ember) },
    ]
}
