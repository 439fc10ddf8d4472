//! Which edition of a paper this is: draft or final, which version, and the fingerprint of the record it was made from.
//!
//! Deliberately not here: how a fingerprint comes about. It is the head of the record's chain, which the store keeps.

use std::fmt::{self, Write as _};
use std::str::FromStr;

/// What is said of a paper on each of its pages, beside whose copy it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edition {
    /// Draft or final.
    pub status: Status,
    /// From 1; a record that was corrected after it was signed has the next one.
    pub version: u32,
    /// The head of the record's chain when the paper was made; nothing while nobody has signed.
    pub fingerprint: Option<Fingerprint>,
}

/// Whether a paper can still change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Status {
    /// The conference runs, or its record is not signed.
    Draft {
        /// The time of day that the paper shows: "13:52".
        as_at: String,
    },
    /// The chair has signed the record.
    Final,
}

impl Edition {
    /// A draft of the first version, as the record stands at a time of day ("13:52").
    pub fn draft(as_at: impl Into<String>) -> Self {
        Self { status: Status::Draft { as_at: as_at.into() }, version: 1, fingerprint: None }
    }

    /// A signed version with the fingerprint of its record.
    pub fn signed(version: u32, fingerprint: Fingerprint) -> Self {
        Self { status: Status::Final, version, fingerprint: Some(fingerprint) }
    }

    /// "Version 2".
    pub fn number(&self) -> String {
        format!("Version {}", self.version)
    }
}

impl Status {
    /// "DRAFT as at 13:52", "FINAL".
    pub fn words(&self) -> String {
        match self {
            Self::Draft { as_at } => format!("{} as at {as_at}", self.code()),
            Self::Final => self.code().to_owned(),
        }
    }

    /// The one word that a machine reads.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Draft { .. } => "DRAFT",
            Self::Final => "FINAL",
        }
    }
}

/// The SHA-256 head of a record's chain: if one letter of the record changes, it changes.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Fingerprint([u8; 32]);

/// What was given as a fingerprint is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a fingerprint has 64 figures, each 0 to 9 or a to f; spaces between them do not matter")]
pub struct NoFingerprint;

/// Figures that stand together, so that people can compare them.
const GROUP: usize = 4;

/// Groups that are enough to tell two records on one table apart.
const SHORT: usize = 4;

impl Fingerprint {
    /// Its bytes.
    pub fn bytes(&self) -> [u8; 32] {
        self.0
    }

    /// Its first 16 figures: "7f3a 91c2 0b1d 55aa".
    pub fn short(&self) -> String {
        self.groups().into_iter().take(SHORT).collect::<Vec<_>>().join(" ")
    }

    /// All 64 figures in groups of four.
    pub fn long(&self) -> String {
        self.groups().join(" ")
    }

    fn groups(&self) -> Vec<String> {
        let figures: Vec<char> = self.to_string().chars().collect();
        figures.chunks(GROUP).map(|group| group.iter().collect()).collect()
    }
}

impl From<[u8; 32]> for Fingerprint {
    fn from(head: [u8; 32]) -> Self {
        Self(head)
    }
}

impl FromStr for Fingerprint {
    type Err = NoFingerprint;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let figures = text.chars().filter(|c| !c.is_whitespace());
        let figures: Vec<u8> =
            figures.map(|c| u8::try_from(c.to_digit(16)?).ok()).collect::<Option<_>>().ok_or(NoFingerprint)?;
        let bytes: Vec<u8> =
            figures.chunks_exact(2).map(|pair| pair.iter().fold(0, |sum, half| sum << 4 | half)).collect();
        let whole = figures.len() == 64;
        bytes.try_into().ok().filter(|_| whole).map(Self).ok_or(NoFingerprint)
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(out, "{byte:02x}"))
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Fingerprint(")?;
        fmt::Display::fmt(self, out)?;
        out.write_char(')')
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_is_read_as_it_was_written_short_long_and_plain() {
        let figures = "7f3a91c20b1d55aa".repeat(4);
        let read: Fingerprint = figures.parse().unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(read.to_string(), figures);
        assert_eq!(read.short(), "7f3a 91c2 0b1d 55aa");
        assert_eq!(read.long().parse(), Ok(read));
        assert_eq!(read.long().split(' ').count(), 16);
    }

    #[test]
    fn what_is_too_short_too_long_or_no_figure_is_no_fingerprint() {
        let figures = "0".repeat(64);
        for wrong in
            ["", "7f3a", &figures[1..], &format!("{figures}0"), &format!("{figures}00"), &figures.replace("00", "0g")]
        {
            assert_eq!(wrong.parse::<Fingerprint>(), Err(NoFingerprint), "{wrong}");
        }
    }

    #[test]
    fn a_draft_says_when_and_a_final_paper_has_its_fingerprint() {
        let draft = Edition::draft("13:52");
        assert_eq!((draft.status.words().as_str(), draft.number().as_str()), ("DRAFT as at 13:52", "Version 1"));
        let signed = Edition::signed(2, Fingerprint::from([7; 32]));
        assert_eq!((signed.status.words().as_str(), signed.number().as_str()), ("FINAL", "Version 2"));
        assert!(signed.fingerprint.is_some() && draft.fingerprint.is_none());
    }
}
