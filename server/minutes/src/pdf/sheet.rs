//! The sheet of A4 that everything is measured against, in points from its top left corner.
//!
//! It holds no content and draws nothing; sizes that belong to one block alone live with that block.

/// One millimetre in points.
pub(super) const MM: f32 = 72.0 / 25.4;

/// Width of the page.
pub(super) const WIDTH: f32 = 210.0 * MM;

/// Height of the page.
pub(super) const HEIGHT: f32 = 297.0 * MM;

/// White space on the left and on the right.
pub(super) const SIDE: f32 = 20.0 * MM;

/// Width between the two sides.
pub(super) const CONTENT: f32 = WIDTH - 2.0 * SIDE;

/// Where the head of the page begins.
pub(super) const HEAD_TOP: f32 = 12.0 * MM;

/// Where the foot of the page ends.
pub(super) const FOOT_BOTTOM: f32 = HEIGHT - 10.0 * MM;

/// Between the head or the foot and the words of the page.
pub(super) const FURNITURE_GAP: f32 = 5.0 * MM;

/// Line height of ordinary words, as a multiple of their size.
pub(super) const LEADING: f32 = 1.3;

/// The smallest and largest text that still makes a page of readable lines.
const SIZES: (f32, f32) = (8.0, 28.0);

/// The largest head and foot: large print, which whoever needs larger words can read with the page in hand.
const LARGEST_FURNITURE: f32 = 18.0;

/// The type scale, which follows from the size of the ordinary words.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scale {
    /// Ordinary words.
    pub(super) body: f32,
}

impl Scale {
    /// The scale for ordinary words of this size, or of the nearest one that fits a page.
    pub(super) fn new(text_size_pt: f32) -> Self {
        let asked = if text_size_pt.is_finite() { text_size_pt } else { super::DEFAULT_TEXT_SIZE_PT };
        Self { body: asked.clamp(SIZES.0, SIZES.1) }
    }

    /// The scale of head and foot: they grow with the words as far as large print, and then leave the page to them.
    pub(super) fn furniture(self) -> Self {
        Self { body: self.body.min(LARGEST_FURNITURE) }
    }

    /// A length in multiples of the ordinary text size.
    pub(super) fn em(self, multiple: f32) -> f32 {
        self.body * multiple
    }

    /// The size of a heading: 24, 18, 16 and 14 points over ordinary words of 14.
    pub(super) fn heading(self, level: u8) -> f32 {
        let points = match level {
            0 | 1 => 24.0,
            2 => 18.0,
            3 => 16.0,
            _ => 14.0,
        };
        self.body * points / 14.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_asked_size_breaks_the_page() {
        for asked in [f32::NAN, f32::INFINITY, -3.0, 0.0, 14.0, 1.0e9] {
            assert!((8.0..=28.0).contains(&Scale::new(asked).body), "{asked}");
        }
    }
}
