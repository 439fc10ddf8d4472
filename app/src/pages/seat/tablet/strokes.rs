//! A drawing as data: strokes on a sheet, in the order they were made. A stroke is whole when the hand lifts.
//!
//! Deliberately not here: a screen. The sheet has its own measure, so that a drawing is the same when the tablet is turned.

/// The sheet's width and height, in its own measure.
pub(super) const SHEET: (f64, f64) = (1200.0, 900.0);

/// The colours, each with the key of its name.
pub(super) const COLOURS: [(&str, &str); 8] = [
    ("draw.black", "#1a2030"),
    ("draw.blue", "#2b59a8"),
    ("draw.green", "#3f7a35"),
    ("draw.yellow", "#e9bd1f"),
    ("draw.orange", "#dd7a1f"),
    ("draw.red", "#c23a30"),
    ("draw.purple", "#7a4a94"),
    ("draw.brown", "#7a5230"),
];

/// Skin colours, from light to dark.
pub(super) const SKINS: [&str; 5] = ["#f6d7bd", "#e3b58d", "#c48a5c", "#8f5b38", "#573522"];

/// The paper, and what the rubber leaves.
pub(super) const PAPER: &str = "#fffcf6";

/// What draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Tip {
    /// Its colour; the paper's for the rubber.
    pub(super) colour: &'static str,
    /// Whether it is thick.
    pub(super) thick: bool,
}

impl Tip {
    /// How wide it draws, in the sheet's measure.
    #[cfg(feature = "hydrate")]
    pub(super) fn width(self) -> f64 {
        match (self.thick, self.colour == PAPER) {
            (false, false) => 6.0,
            (true, false) => 18.0,
            (false, true) => 30.0,
            (true, true) => 72.0,
        }
    }
}

/// One stroke.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Stroke {
    /// What drew it.
    pub(super) tip: Tip,
    /// Where it went.
    pub(super) points: Vec<(f64, f64)>,
}

/// A drawing.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Drawing {
    /// Its strokes, the oldest first.
    pub(super) strokes: Vec<Stroke>,
    /// The stroke under the hand.
    pub(super) now: Option<Stroke>,
    /// Whether a pen has touched the sheet.
    pen: bool,
}

impl Drawing {
    /// Whether there is nothing on the sheet.
    pub(super) fn is_blank(&self) -> bool {
        self.strokes.is_empty() && self.now.is_none()
    }

    /// Puts a tip down. Once a pen has touched the sheet only the pen draws, so that a palm may rest on it.
    #[cfg(any(test, feature = "hydrate"))]
    pub(super) fn down(&mut self, pointer: &str, tip: Tip, at: (f64, f64)) {
        self.pen |= pointer == "pen";
        if self.now.is_none() && (pointer == "pen" || !self.pen) {
            self.now = Some(Stroke { tip, points: vec![at] });
        }
    }

    /// Draws on to a point; from where, when there is a stroke under the hand.
    #[cfg(any(test, feature = "hydrate"))]
    pub(super) fn on(&mut self, at: (f64, f64)) -> Option<(Tip, (f64, f64))> {
        let stroke = self.now.as_mut()?;
        let from = *stroke.points.last()?;
        stroke.points.push(at);
        Some((stroke.tip, from))
    }

    /// The hand lifts: the stroke is kept.
    pub(super) fn up(&mut self) {
        self.strokes.extend(self.now.take());
    }

    /// Takes the last stroke back.
    pub(super) fn back(&mut self) {
        self.now = None;
        self.strokes.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BLUE: Tip = Tip { colour: "#2b59a8", thick: false };

    #[test]
    fn a_stroke_is_kept_when_the_hand_lifts_and_taken_back_whole() {
        let mut drawing = Drawing::default();
        drawing.down("touch", BLUE, (1.0, 1.0));
        assert_eq!(drawing.on((2.0, 2.0)), Some((BLUE, (1.0, 1.0))));
        assert_eq!(drawing.strokes.len(), 0);
        drawing.up();
        drawing.down("touch", Tip { colour: PAPER, thick: true }, (2.0, 2.0));
        drawing.up();
        assert_eq!(drawing.strokes.len(), 2);
        drawing.back();
        assert_eq!(drawing.strokes.first().map(|stroke| stroke.points.clone()), Some(vec![(1.0, 1.0), (2.0, 2.0)]));
        drawing.back();
        assert!(drawing.is_blank());
        drawing.back();
        assert!(drawing.is_blank(), "there is nothing before nothing");
    }

    #[test]
    fn once_a_pen_has_touched_a_palm_draws_nothing() {
        let mut drawing = Drawing::default();
        drawing.down("touch", BLUE, (1.0, 1.0));
        drawing.up();
        drawing.down("pen", BLUE, (5.0, 5.0));
        drawing.down("touch", BLUE, (9.0, 9.0));
        assert_eq!(drawing.now.as_ref().map(|stroke| stroke.points.len()), Some(1), "a palm beside the pen");
        drawing.up();
        drawing.down("touch", BLUE, (9.0, 9.0));
        assert_eq!(drawing.on((10.0, 10.0)), None, "a palm after the pen");
        assert_eq!(drawing.strokes.len(), 2);
    }
}
