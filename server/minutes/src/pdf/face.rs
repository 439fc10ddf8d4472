//! The fonts that come with the program, and which stands in for which.
//!
//! No font of the machine is ever used: the same paper looks the same wherever it is drawn.

use std::sync::{Arc, LazyLock};

use parley::fontique::{Blob, Collection, CollectionOptions, FontInfoOverride, SourceCache};
use parley::{FontContext, FontWeight, GenericFamily};

/// One font file; the name says what it is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Face {
    Text,
    TextStrong,
    Wide,
    WideStrong,
    Arabic,
    ArabicStrong,
    Bengali,
    BengaliStrong,
    Emoji,
}

/// What a face is made of.
struct Source {
    face: Face,
    family: &'static str,
    weight: FontWeight,
    bytes: &'static [u8],
}

/// Families in the order in which a letter looks for its shape.
pub(super) const FAMILIES: [&str; 5] =
    ["Atkinson Hyperlegible Next", "Noto Sans", "Noto Sans Arabic", "Noto Sans Bengali", "Noto Emoji"];

/// Writes one line of the table below.
macro_rules! source {
    ($face:ident, $family:literal, $weight:ident, $file:literal) => {
        Source {
            face: Face::$face,
            family: FAMILIES[$family],
            weight: FontWeight::$weight,
            bytes: include_bytes!(concat!("../../fonts/", $file, ".ttf")),
        }
    };
}

static SOURCES: [Source; 9] = [
    source!(Text, 0, NORMAL, "AtkinsonHyperlegibleNext_400Regular"),
    source!(TextStrong, 0, SEMI_BOLD, "AtkinsonHyperlegibleNext_600SemiBold"),
    source!(Wide, 1, NORMAL, "NotoSans_400Regular"),
    source!(WideStrong, 1, SEMI_BOLD, "NotoSans_600SemiBold"),
    source!(Arabic, 2, NORMAL, "NotoSansArabic_400Regular"),
    source!(ArabicStrong, 2, SEMI_BOLD, "NotoSansArabic_600SemiBold"),
    source!(Bengali, 3, NORMAL, "NotoSansBengali_400Regular"),
    source!(BengaliStrong, 3, SEMI_BOLD, "NotoSansBengali_600SemiBold"),
    source!(Emoji, 4, NORMAL, "NotoEmoji_400Regular"),
];

/// The font files, read once for the whole program.
static FONTS: LazyLock<Fonts> = LazyLock::new(Fonts::read);

/// Every face, ready to set type with.
#[derive(Clone)]
pub(super) struct Fonts {
    context: FontContext,
    /// The engine's own number of each face it read.
    numbers: Vec<(u64, Face)>,
}

impl Fonts {
    /// All faces; copying them copies no font data.
    pub(super) fn all() -> Self {
        FONTS.clone()
    }

    /// The context the text engine asks for.
    pub(super) fn context(&mut self) -> &mut FontContext {
        &mut self.context
    }

    /// The face the text engine chose.
    pub(super) fn face(&self, font: &parley::FontData) -> Option<Face> {
        let number = font.data.id();
        self.numbers.iter().find(|(known, _)| *known == number).map(|(_, face)| *face)
    }

    /// Hands every font to the engine, under the family and weight that this table gives it: the files name
    /// their semibold weights as families of their own.
    fn read() -> Self {
        let mut collection = Collection::new(CollectionOptions { shared: false, system_fonts: false });
        let mut numbers = Vec::with_capacity(SOURCES.len());
        for source in &SOURCES {
            let blob = Blob::new(Arc::new(source.bytes));
            numbers.push((blob.id(), source.face));
            let named = FontInfoOverride {
                family_name: Some(source.family),
                weight: Some(source.weight),
                ..FontInfoOverride::default()
            };
            let families = collection.register_fonts(blob, Some(named));
            if source.face == Face::Emoji {
                collection.set_generic_families(GenericFamily::Emoji, families.into_iter().map(|(family, _)| family));
            }
        }
        Self { context: FontContext { collection, source_cache: SourceCache::default() }, numbers }
    }
}

impl Face {
    /// The font file.
    pub(super) fn bytes(self) -> &'static [u8] {
        SOURCES.iter().find(|source| source.face == self).map_or(&[], |source| source.bytes)
    }

    /// The name the font goes by inside the PDF.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Text => "AtkinsonHyperlegibleNext-Regular",
            Self::TextStrong => "AtkinsonHyperlegibleNext-SemiBold",
            Self::Wide => "NotoSans-Regular",
            Self::WideStrong => "NotoSans-SemiBold",
            Self::Arabic => "NotoSansArabic-Regular",
            Self::ArabicStrong => "NotoSansArabic-SemiBold",
            Self::Bengali => "NotoSansBengali-Regular",
            Self::BengaliStrong => "NotoSansBengali-SemiBold",
            Self::Emoji => "NotoEmoji-Regular",
        }
    }
}
