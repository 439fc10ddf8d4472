//! The programs of the browser. A page brings only the code it needs: a wall none of the console's, a child's tablet
//! nobody else's. Each program is this crate, built with the feature of its name.
//!
//! Deliberately not here: which page needs which program (that is [`crate::address`]).

/// One program of the browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Program {
    /// The chair's and the minute taker's screen.
    Console,
    /// The staff's other pages: the list, a new conference, getting ready.
    Desk,
    /// Looking through somebody else's eyes: the parts of every seat.
    Eyes,
    /// The way in, and what needs no seat: a feedback form.
    Door,
    /// A person's own device with a seat.
    Phone,
    /// A child's screens.
    Tablet,
    /// The projected screen.
    Wall,
}

impl Program {
    /// Whether it shows what people have on devices of their own, whose styles the other programs do without.
    pub fn is_for_seats(self) -> bool {
        match self {
            Self::Door | Self::Eyes | Self::Phone | Self::Tablet => true,
            Self::Console | Self::Desk | Self::Wall => false,
        }
    }

    /// Its name: of its feature, and of its files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Console => "console",
            Self::Desk => "desk",
            Self::Door => "door",
            Self::Eyes => "eyes",
            Self::Phone => "phone",
            Self::Tablet => "tablet",
            Self::Wall => "wall",
        }
    }
}
