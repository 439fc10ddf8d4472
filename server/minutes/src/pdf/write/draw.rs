//! Shapes as drawing operations, turned over because a PDF counts from the bottom of the page.

use printpdf::{
    Color, Line, LineCapStyle, LineDashPattern, LinePoint, Op, PaintMode, Point as PdfPoint, Polygon, PolygonRing, Pt,
    Rgb, WindingOrder,
};

use crate::pdf::{
    page::{Colour, Paint, Shape},
    sheet::HEIGHT,
};

/// Draws one shape.
pub(super) fn shape(shape: &Shape, ops: &mut Vec<Op>) {
    let points: Vec<LinePoint> = shape
        .points
        .iter()
        .map(|point| LinePoint { p: PdfPoint { x: Pt(point.x), y: Pt(HEIGHT - point.y) }, bezier: point.handle })
        .collect();
    match shape.paint {
        Paint::Fill(colour) => {
            ops.push(Op::SetFillColor { col: rgb(colour) });
            let polygon = Polygon {
                rings: vec![PolygonRing { points }],
                mode: PaintMode::Fill,
                winding_order: WindingOrder::NonZero,
            };
            ops.push(Op::DrawPolygon { polygon });
        }
        Paint::Stroke { colour, width, dash } => {
            let pattern = dash.map_or_else(LineDashPattern::solid, |(on, off)| LineDashPattern::new(0.0, &[on, off]));
            ops.extend([
                Op::SetOutlineColor { col: rgb(colour) },
                Op::SetOutlineThickness { pt: Pt(width) },
                Op::SetLineCapStyle { cap: LineCapStyle::Butt },
                Op::SetLineDashPattern { dash: pattern },
                Op::DrawLine { line: Line { points, is_closed: shape.closed } },
            ]);
        }
    }
}

/// A colour as the PDF has it.
pub(super) fn rgb(colour: Colour) -> Color {
    let [r, g, b] = colour.rgb();
    Color::Rgb(Rgb { r, g, b, icc_profile: None })
}
