//! What the sender wants of a picture before it is kept: turned upright, and cut to the part that matters.
//!
//! Deliberately in parts of the whole and not in dots: a tablet shows a picture smaller than it is.

use serde::{Deserialize, Serialize};

use crate::Refusal;

/// All of a picture, in the parts that a [`Crop`] is counted in.
const WHOLE: u16 = 1000;

/// The part to keep, in thousandths of the picture as it is seen after turning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Crop {
    /// From the left side.
    pub left: u16,
    /// From the top.
    pub top: u16,
    /// How wide.
    pub width: u16,
    /// How high.
    pub height: u16,
}

/// What is done to a picture, in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Edit {
    /// Quarter turns to the right, after the picture was set upright by what its camera noted. Four are none.
    pub turns: u8,
    /// The part to keep; all of it when there is none.
    pub crop: Option<Crop>,
    /// A picture that is already as this crate writes them stays as it is, byte for byte; for conferences that are taken
    /// in from another Hearth.
    pub keep_tidy: bool,
}

impl Crop {
    /// The part in dots of a picture of this size: left, top, width, height. A part lies inside the whole and is not
    /// empty.
    pub(crate) fn of(self, width: u32, height: u32) -> Result<(u32, u32, u32, u32), Refusal> {
        let inside = |from: u16, length: u16| length > 0 && from.checked_add(length).is_some_and(|end| end <= WHOLE);
        if !inside(self.left, self.width) || !inside(self.top, self.height) {
            return Err(Refusal::Crop);
        }
        // A picture has at most 8,000 dots a side, so no product here is near the end of its type.
        let dots = |part: u16, whole: u32| u32::from(part) * whole / u32::from(WHOLE);
        let (left, top) = (dots(self.left, width), dots(self.top, height));
        let length = |part: u16, whole: u32, from: u32| dots(part, whole).clamp(1, whole - from);
        Ok((left, top, length(self.width, width, left), length(self.height, height, top)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_lies_inside_the_whole() {
        let part = |left, top, width, height| Crop { left, top, width, height }.of(200, 100);
        assert_eq!(part(0, 0, 1000, 1000), Ok((0, 0, 200, 100)));
        assert_eq!(part(500, 250, 500, 500), Ok((100, 25, 100, 50)));
        assert_eq!(part(999, 999, 1, 1), Ok((199, 99, 1, 1)));
        for outside in [part(1, 0, 1000, 1000), part(0, 0, 0, 1000), part(0, 1000, 1000, 1), part(65_535, 0, 1, 1)] {
            assert_eq!(outside, Err(Refusal::Crop));
        }
    }
}
