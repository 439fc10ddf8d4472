//! The last touches to the file: its language, its title in the window, and the tree of its parts for readers who hear it.
//!
//! Deliberately not here: what the file says of itself (that is [`super::metadata`]) and its list of headings
//! ([`super::outline`]).

use std::collections::BTreeMap;

use board::document::Document;
use lopdf::{Dictionary, Document as File, Object, ObjectId, StringFormat, dictionary, text_string};
use printpdf::{DictItem, Op};

use super::{Marks, metadata, outline};
use crate::pdf::{
    PdfError,
    page::Page,
    structure::{Kind, Node, NodeId, ROOT, Structure},
};

/// Begins the marked content of a part, or of what every page repeats.
pub(super) fn begin(node: Option<NodeId>, number: usize) -> Result<Op, PdfError> {
    if node.is_none() {
        return Ok(Op::BeginMarkedContent { tag: "Artifact".to_owned() });
    }
    let map = BTreeMap::from([("MCID".to_owned(), DictItem::Int(whole(number)?))]);
    Ok(Op::BeginMarkedContentWithProperties { tag: "P".to_owned(), properties: DictItem::Dict { map } })
}

/// The finished file.
pub(super) fn finish(
    mut file: File,
    pages: &[Page],
    structure: &Structure,
    marks: &Marks,
    document: &Document,
) -> Result<Vec<u8>, PdfError> {
    "1.7".clone_into(&mut file.version);
    tidy(&mut file, document)?;
    let tree = tree(&mut file, structure, marks)?;
    let outline = outline::outline(&mut file, pages, structure)?;
    let notes = file.add_object(metadata::stream(document)?);
    let catalogue = file.catalog_mut()?;
    catalogue.set("Metadata", Object::Reference(notes));
    if let Some(outline) = outline {
        catalogue.set("Outlines", Object::Reference(outline));
        catalogue.set("PageMode", "UseOutlines");
    }
    catalogue.set("StructTreeRoot", Object::Reference(tree));
    catalogue.set("MarkInfo", dictionary! { "Marked" => true });
    catalogue.set("Lang", text_string(&document.language));
    catalogue.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    file.compress();
    let mut bytes = Vec::new();
    file.save_to(&mut bytes)?;
    Ok(bytes)
}

/// Leaves only what is true in the file's own notes: no dates nobody gave and no claim to a print standard; and gives it
/// an identity that follows from its content, so that the same paper is the same file.
fn tidy(file: &mut File, document: &Document) -> Result<(), PdfError> {
    let notes = file.trailer.get(b"Info").and_then(Object::as_reference)?;
    let kept = dictionary! { "Title" => text_string(&document.title), "Creator" => text_string("Hearth") };
    file.set_object(notes, kept);
    let identity = format!("{:016x}", fingerprint(file)).into_bytes();
    let identity = Object::String(identity, StringFormat::Hexadecimal);
    file.trailer.set("ID", vec![identity.clone(), identity]);
    Ok(())
}

/// A number that follows from every stream of the file: the pages, the fonts and what their glyphs mean.
fn fingerprint(file: &File) -> u64 {
    let streams = file.objects.values().filter_map(|object| object.as_stream().ok());
    let bytes = streams.flat_map(|stream| &stream.content);
    bytes.fold(0xcbf2_9ce4_8422_2325, |sum, byte| (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Writes the tree of parts; returns its root.
fn tree(file: &mut File, structure: &Structure, marks: &Marks) -> Result<ObjectId, PdfError> {
    let root = file.new_object_id();
    let ids: Vec<ObjectId> = structure.nodes.iter().map(|_| file.new_object_id()).collect();
    let pages: Vec<ObjectId> = file.get_pages().into_values().collect();
    let mut kids: Vec<Vec<Object>> = vec![Vec::new(); ids.len()];
    for (node, id) in structure.nodes.iter().zip(&ids).skip(1) {
        if let Some(kids) = node.parent.and_then(|parent| kids.get_mut(parent.0)) {
            kids.push(Object::Reference(*id));
        }
    }
    let mut numbers = Vec::with_capacity(pages.len() * 2);
    for (at, (page, marked)) in pages.iter().zip(marks).enumerate() {
        let mut owners = Vec::with_capacity(marked.len());
        for (number, node) in marked.iter().enumerate() {
            let mark = dictionary! { "Type" => "MCR", "Pg" => *page, "MCID" => whole(number)? };
            if let (Some(kids), Some(id)) = (kids.get_mut(node.0), ids.get(node.0)) {
                kids.push(mark.into());
                owners.push(Object::Reference(*id));
            }
        }
        let owners = file.add_object(owners);
        numbers.extend([Object::Integer(whole(at)?), Object::Reference(owners)]);
        let page = file.get_object_mut(*page)?.as_dict_mut()?;
        page.set("StructParents", whole(at)?);
        page.set("Tabs", "S");
    }
    for ((node, id), kids) in structure.nodes.iter().zip(&ids).zip(kids) {
        let parent = node.parent.and_then(|parent| ids.get(parent.0)).copied().unwrap_or(root);
        file.set_object(*id, element(node, parent, kids));
    }
    let parents = file.add_object(dictionary! { "Nums" => numbers });
    let first = ids.get(ROOT.0).copied().unwrap_or(root);
    let next = whole(pages.len())?;
    file.set_object(
        root,
        dictionary! { "Type" => "StructTreeRoot", "K" => first, "ParentTree" => parents, "ParentTreeNextKey" => next },
    );
    Ok(root)
}

/// One part as the tree has it.
fn element(node: &Node, parent: ObjectId, kids: Vec<Object>) -> Dictionary {
    let mut element = dictionary! { "Type" => "StructElem", "S" => tag(node.kind), "P" => parent, "K" => kids };
    if let Some(language) = &node.language {
        element.set("Lang", text_string(language));
    }
    let scope = |scope: &str| dictionary! { "O" => "Table", "Scope" => scope };
    let summary = node.summary.as_deref();
    match node.kind {
        Kind::ColumnHead => element.set("A", scope("Column")),
        Kind::RowHead => element.set("A", scope("Row")),
        Kind::List => element.set("A", dictionary! { "O" => "List", "ListNumbering" => "Disc" }),
        Kind::Figure => element.set("Alt", text_string(summary.unwrap_or("A picture"))),
        Kind::Heading(_) => {
            if let Some(words) = summary {
                element.set("T", text_string(words));
            }
        }
        Kind::Table => {
            if let Some(summary) = summary {
                element.set("A", dictionary! { "O" => "Table", "Summary" => text_string(summary) });
            }
        }
        Kind::Document
        | Kind::Paragraph
        | Kind::Division
        | Kind::Quote
        | Kind::Item
        | Kind::Label
        | Kind::Body
        | Kind::Row
        | Kind::Cell => {}
    }
    element
}

/// The standard's name for a kind of part.
fn tag(kind: Kind) -> &'static str {
    match kind {
        Kind::Document => "Document",
        Kind::Heading(1) => "H1",
        Kind::Heading(2) => "H2",
        Kind::Heading(3) => "H3",
        Kind::Heading(_) => "H4",
        Kind::Paragraph => "P",
        Kind::Division => "Div",
        Kind::Quote => "BlockQuote",
        Kind::Figure => "Figure",
        Kind::List => "L",
        Kind::Item => "LI",
        Kind::Label => "Lbl",
        Kind::Body => "LBody",
        Kind::Table => "Table",
        Kind::Row => "TR",
        Kind::ColumnHead | Kind::RowHead => "TH",
        Kind::Cell => "TD",
    }
}

/// A count as the PDF has numbers.
pub(super) fn whole(count: usize) -> Result<i64, PdfError> {
    i64::try_from(count).map_err(|_| PdfError::TooLong)
}
