//! The shape of a finished paper: headings, paragraphs, tables, a child's words and what was done about them.
//!
//! Deliberately not here: what goes on it (that is [`crate::paper`], from a view) and how it is drawn
//! (that is the `minutes` crate, once for HTML and once for PDF).

use serde::{Deserialize, Serialize};

use crate::id::PictureId;

mod edition;
mod words;

pub use edition::{Edition, Fingerprint, NoFingerprint, Status};

/// One finished paper for one audience, ready to be drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Title of the whole paper; also the PDF's title and the HTML page's.
    pub title: String,
    /// BCP 47 tag of the language the paper is written in.
    pub language: String,
    /// What every page repeats.
    pub running: Running,
    /// The paper's content in reading order.
    pub blocks: Vec<Block>,
}

impl Document {
    /// The pictures that are drawn on the paper; whoever draws it needs their bytes, and no others.
    pub fn pictures(&self) -> impl Iterator<Item = &PictureId> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Picture { picture, .. } => Some(picture),
            Block::Heading { .. }
            | Block::Paragraph(_)
            | Block::List(_)
            | Block::Table { .. }
            | Block::Line { .. }
            | Block::Words { .. }
            | Block::Answer { .. } => None,
        })
    }
}

/// The size of a paper's ordinary words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Print {
    /// 14 points.
    #[default]
    Ordinary,
    /// 18 points: large print.
    Large,
    /// 24 points: the largest.
    Largest,
}

impl Print {
    /// Every size, the smallest first.
    pub const ALL: [Self; 3] = [Self::Ordinary, Self::Large, Self::Largest];

    /// The size in points.
    pub fn points(self) -> u8 {
        match self {
            Self::Ordinary => 14,
            Self::Large => 18,
            Self::Largest => 24,
        }
    }

    /// The size in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Ordinary => "Ordinary print (14)",
            Self::Large => "Large print (18)",
            Self::Largest => "Largest print (24)",
        }
    }

    /// The size with this many points.
    pub fn of_points(points: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|print| print.points() == points)
    }
}

/// What stands at the head and foot of every page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Running {
    /// Whose paper it is, at the head on the left: the authority.
    pub authority: String,
    /// References, at the head on the right: case numbers, never names.
    pub reference: String,
    /// Draft or final, boxed beside the reference; its version and fingerprint at the foot. A letter has none.
    pub edition: Option<Edition>,
    /// Foot: who this copy is for and the date.
    pub copy: String,
    /// Set when the conference is fictional; printed on every page in words.
    pub demo: Option<String>,
}

/// A stretch of text in one language and weight.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// The words, exactly.
    pub text: String,
    /// BCP 47 tag when it differs from the paper's language.
    pub language: Option<String>,
    /// Set in the heavier of the two weights.
    pub strong: bool,
}

impl Span {
    /// Ordinary words in the paper's own language.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), language: None, strong: false }
    }

    /// Words in the heavier weight.
    pub fn strong(text: impl Into<String>) -> Self {
        Self { text: text.into(), language: None, strong: true }
    }
}

/// One column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The head, repeated on every page the table runs to.
    pub head: String,
    /// Share of the width, relative to the other columns.
    pub share: u16,
}

/// How a child's words came to be on paper; decides the edge beside them, never its weight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voice {
    /// The child wrote it.
    Own,
    /// The child said it and somebody wrote it down.
    Said,
    /// The child drew it and somebody put it into words.
    Drawn,
}

/// One block of the paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading; level 1 is the title, 2 a section, 3 a part, 4 a place in it.
    Heading {
        /// 1 to 4.
        level: u8,
        /// The heading's words.
        text: String,
        /// True when the section begins a new page.
        new_page: bool,
    },
    /// A paragraph.
    Paragraph(Vec<Span>),
    /// A list, a few spans a line; its order does not matter.
    List(Vec<Vec<Span>>),
    /// A table; long ones break between rows and repeat their heads.
    Table {
        /// What the table holds, for readers who cannot see it.
        caption: String,
        /// Its columns.
        columns: Vec<Column>,
        /// Its rows; each has a cell a column, a cell being spans; the first cell names the row.
        rows: Vec<Vec<Vec<Span>>>,
    },
    /// One adult's line on the board: who said it in a column of its own, the words beside it.
    Line {
        /// Who said it.
        who: String,
        /// How they know it, or nothing.
        detail: Option<String>,
        /// The words.
        words: Vec<Span>,
    },
    /// A child's words: the one thing on paper that has a card's shape.
    Words {
        /// "In Maja's words".
        who: String,
        /// How the words came, for example "Priya D'Souza wrote it down".
        detail: Option<String>,
        /// The words exactly, with their line breaks, and their language where it is not the paper's.
        words: Span,
        /// The translation and who made it.
        translation: Option<String>,
        /// How they came.
        voice: Voice,
    },
    /// What the child drew or photographed; under the words it came with, or on its own.
    Picture {
        /// The picture; its bytes come to the paper separately.
        picture: PictureId,
        /// What is on it, for readers who cannot see it.
        alt: String,
        /// Whose it is, where no words above it say so.
        caption: Option<String>,
        /// Its width in dots.
        width: u32,
        /// Its height in dots.
        height: u32,
    },
    /// What was done about the child's words above; stands under them, never over them.
    Answer {
        /// The answer, or nothing: then a dashed box says that there is none yet.
        text: Option<String>,
    },
}
