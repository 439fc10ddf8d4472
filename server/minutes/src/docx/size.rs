//! Sizes in the units that Word counts in: twentieths of a point for lengths, halves of a point for letters.
//!
//! Deliberately not here: sizes that belong to one block alone; they live with that block.

/// Width of A4.
pub(super) const PAGE_WIDTH: u32 = 11_906;

/// Height of A4.
pub(super) const PAGE_HEIGHT: u32 = 16_838;

/// White space on every side: 20 mm.
pub(super) const SIDE: u32 = 1_134;

/// Width between the two sides.
pub(super) const CONTENT: u32 = PAGE_WIDTH - 2 * SIDE;

/// From the side of the page to a child's words: the edge and what keeps it off them. It is the same on both sides, so
/// that words from the right and words from the left stand on one card.
pub(super) const INSIDE: u32 = 280;

/// Where the head of a page begins: 12 mm from the top.
pub(super) const HEAD_TOP: u32 = 680;

/// Where the foot of a page ends: 10 mm from the bottom.
pub(super) const FOOT_BOTTOM: u32 = 567;

/// A length in tenths of a millimetre.
pub(super) const fn mm10(tenths: u32) -> u32 {
    tenths * 1440 / 254
}

/// The smallest and largest text that still makes a page of readable lines.
const SIZES: (u8, u8) = (8, 28);

/// The type scale, which follows from the size of the ordinary words.
#[derive(Debug, Clone, Copy)]
pub(super) struct Size {
    points: u32,
}

impl Size {
    /// The scale for ordinary words of this size, or of the nearest one that fits a page.
    pub(super) fn new(points: u8) -> Self {
        Self { points: u32::from(points.clamp(SIZES.0, SIZES.1)) }
    }

    /// Ordinary words, in halves of a point.
    pub(super) fn body(self) -> u32 {
        2 * self.points
    }

    /// A heading, in halves of a point: 24, 18, 16 and 14 points over ordinary words of 14.
    pub(super) fn heading(self, level: u8) -> u32 {
        let of_14 = match level {
            0 | 1 => 24,
            2 => 18,
            3 => 16,
            _ => 14,
        };
        (2 * self.points * of_14 + 7) / 14
    }

    /// A length in hundredths of the ordinary text size.
    pub(super) fn em100(self, hundredths: u32) -> u32 {
        20 * self.points * hundredths / 100
    }

    /// About how many letters of ordinary words fit between the two sides; one is about 0.47 of their size wide.
    pub(super) fn letters(self) -> usize {
        usize::try_from(CONTENT * 5 / (47 * self.points)).unwrap_or(usize::MAX)
    }
}
