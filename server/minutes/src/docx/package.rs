//! The parts of a Word file in one package: what each part is, how they find each other, and the zip around them.
//!
//! Deliberately not here: what a part says. Every part has the same date, so that equal papers are equal files.

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::pictures::Form;

use super::DocxError;
use crate::xml::{Element, el};

/// The namespace in which a part names another.
pub(super) const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The namespace of the lists of relationships themselves.
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

/// What a part is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Document,
    Styles,
    Settings,
    FontTable,
    Numbering,
    Header,
    Footer,
    Core,
    FontRegular,
    FontBold,
    Picture(Form),
}

/// One part of the file.
pub(super) struct Part {
    name: String,
    path: String,
    kind: Kind,
    bytes: Vec<u8>,
}

impl Kind {
    /// The name by which other parts find it, unless there are several of its kind.
    pub(super) fn id(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Styles => "styles",
            Self::Settings => "settings",
            Self::FontTable => "fontTable",
            Self::Numbering => "numbering",
            Self::Header => "header",
            Self::Footer => "footer",
            Self::Core => "core",
            Self::FontRegular => "regular",
            Self::FontBold => "bold",
            Self::Picture(_) => "image",
        }
    }

    /// What kind of relationship leads to it.
    fn relationship(self) -> String {
        match self {
            Self::Document => format!("{RELATIONSHIPS}/officeDocument"),
            Self::Core => format!("{PACKAGE}/relationships/metadata/core-properties"),
            Self::FontRegular | Self::FontBold => format!("{RELATIONSHIPS}/font"),
            Self::Styles
            | Self::Settings
            | Self::FontTable
            | Self::Numbering
            | Self::Header
            | Self::Footer
            | Self::Picture(_) => {
                format!("{RELATIONSHIPS}/{}", self.id())
            }
        }
    }

    /// What its content is, as a browser would say it.
    fn content_type(self) -> String {
        let word = |part: &str| format!("application/vnd.openxmlformats-officedocument.wordprocessingml.{part}+xml");
        match self {
            Self::Document => word("document.main"),
            Self::Core => "application/vnd.openxmlformats-package.core-properties+xml".to_owned(),
            Self::FontRegular | Self::FontBold => {
                "application/vnd.openxmlformats-officedocument.obfuscatedFont".to_owned()
            }
            Self::Picture(form) => form.media_type().to_owned(),
            Self::Styles | Self::Settings | Self::FontTable | Self::Numbering | Self::Header | Self::Footer => {
                word(self.id())
            }
        }
    }

    /// The list of relationships it stands in.
    fn named_in(self) -> List {
        match self {
            Self::Document | Self::Core => List::Package,
            Self::Styles
            | Self::Settings
            | Self::FontTable
            | Self::Numbering
            | Self::Header
            | Self::Footer
            | Self::Picture(_) => List::Document,
            Self::FontRegular | Self::FontBold => List::FontTable,
        }
    }
}

/// A list of relationships.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum List {
    Package,
    Document,
    FontTable,
}

impl List {
    /// Where the list is, and the folder its addresses begin in.
    fn place(self) -> (&'static str, &'static str) {
        match self {
            Self::Package => ("_rels/.rels", ""),
            Self::Document => ("word/_rels/document.xml.rels", "word/"),
            Self::FontTable => ("word/_rels/fontTable.xml.rels", "word/"),
        }
    }
}

impl Part {
    /// A part with its bytes.
    pub(super) fn new(path: &str, kind: Kind, bytes: Vec<u8>) -> Self {
        Self::named(kind.id().to_owned(), path.to_owned(), kind, bytes)
    }

    /// A part that is one of several of its kind.
    pub(super) fn named(name: String, path: String, kind: Kind, bytes: Vec<u8>) -> Self {
        Self { name, path, kind, bytes }
    }

    /// A part that is XML.
    pub(super) fn xml(path: &str, kind: Kind, root: &Element) -> Result<Self, DocxError> {
        Ok(Self::new(path, kind, root.file()?))
    }
}

/// The parts as one file.
pub(super) fn pack(parts: Vec<Part>) -> Result<Vec<u8>, DocxError> {
    let mut files = vec![("[Content_Types].xml".to_owned(), content_types(&parts).file()?)];
    for list in [List::Package, List::Document, List::FontTable] {
        files.push((list.place().0.to_owned(), relationships(list, &parts).file()?));
    }
    files.extend(parts.into_iter().map(|part| (part.path, part.bytes)));

    let options = SimpleFileOptions::DEFAULT
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::DEFAULT)
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in files {
        zip.start_file(path, options)?;
        zip.write_all(&bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

/// What each part's content is.
fn content_types(parts: &[Part]) -> Element {
    let of_ending = |ending: &str, content: &str| el("Default").attr("Extension", ending).attr("ContentType", content);
    let each = parts.iter().map(|part| {
        el("Override").attr("PartName", format!("/{}", part.path)).attr("ContentType", part.kind.content_type())
    });
    el("Types")
        .attr("xmlns", format!("{PACKAGE}/content-types"))
        .with(of_ending("rels", "application/vnd.openxmlformats-package.relationships+xml"))
        .with(of_ending("xml", "application/xml"))
        .with_all(each)
}

/// One list of relationships.
fn relationships(list: List, parts: &[Part]) -> Element {
    let folder = list.place().1;
    let named = parts.iter().filter(|part| part.kind.named_in() == list).map(|part| {
        el("Relationship")
            .attr("Id", &part.name)
            .attr("Type", part.kind.relationship())
            .attr("Target", part.path.strip_prefix(folder).unwrap_or(&part.path))
    });
    el("Relationships").attr("xmlns", format!("{PACKAGE}/relationships")).with_all(named)
}
