//! The programs of the browser. A page brings only the code it needs: a wall none of the console's, a child's tablet
//! nobody else's. Each program is this crate, built with the feature of its name.
//!
//! Deliberately not here: which address shows which page (that is [`crate::router`]).

/// One program of the browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Program {
    /// The chair's and the minute taker's screen.
    Console,
    /// The staff's other pages: the list, a new conference, getting ready.
    Desk,
    /// What anybody opens on a device of their own: the door, their seat, a feedback form.
    Phone,
    /// A child's screens.
    Tablet,
    /// The projected screen.
    Wall,
}

impl Program {
    /// Its name: of its feature, and of its files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Console => "console",
            Self::Desk => "desk",
            Self::Phone => "phone",
            Self::Tablet => "tablet",
            Self::Wall => "wall",
        }
    }

    /// The program of the page at an address; `is_childs` says that the seat of this device is a child's.
    pub fn of(path: &str, is_childs: bool) -> Self {
        let steps: Vec<&str> = path.trim_matches('/').split('/').collect();
        match steps.as_slice() {
            ["wall"] => Self::Wall,
            ["seat"] if is_childs => Self::Tablet,
            ["conferences", "new"] | ["conferences", _, "prepare"] => Self::Desk,
            ["conferences", _] => Self::Console,
            ["conferences" | "setup", ..] | ["feedback", "results"] => Self::Desk,
            _ => Self::Phone,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_page_brings_its_own_program() {
        let of = |path| Program::of(path, false);
        assert_eq!([of("/"), of("/seat"), of("/feedback/child"), of("/nothing-here")], [Program::Phone; 4]);
        assert_eq!([of("/conferences"), of("/conferences/new"), of("/conferences/abc/prepare"), of("/setup/x")], [Program::Desk; 4]);
        assert_eq!(of("/conferences/abc"), Program::Console);
        assert_eq!(of("/wall"), Program::Wall);
        assert_eq!(Program::of("/seat", true), Program::Tablet);
    }
}
