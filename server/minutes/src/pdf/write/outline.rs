//! The list of headings beside the pages (bookmarks), each leading to its place, nested as the headings are.
//!
//! Deliberately not here: headings of its own. It lists the paper's, in their order.

use lopdf::{Dictionary, Document as File, Object, ObjectId, dictionary, text_string};

use super::finish::whole;
use crate::pdf::{
    PdfError,
    page::{Item, Page},
    sheet::HEIGHT,
    structure::{Kind, NodeId, Structure},
};

/// A heading with where it stands.
struct Entry<'a> {
    id: ObjectId,
    level: u8,
    words: &'a str,
    page: usize,
    top: f32,
    /// The entry it stands under; none at the outermost.
    parent: Option<usize>,
}

/// Writes the list; nothing where there is no heading.
pub(super) fn outline(file: &mut File, pages: &[Page], structure: &Structure) -> Result<Option<ObjectId>, PdfError> {
    let entries = entries(file, pages, structure);
    if entries.is_empty() {
        return Ok(None);
    }
    let root = file.new_object_id();
    let sheets: Vec<ObjectId> = file.get_pages().into_values().collect();
    for (at, entry) in entries.iter().enumerate() {
        let Some(sheet) = sheets.get(entry.page) else { continue };
        let destination: Vec<Object> =
            vec![Object::Reference(*sheet), "XYZ".into(), Object::Null, Object::Real(HEIGHT - entry.top), Object::Null];
        let mut item = dictionary! {
            "Title" => text_string(entry.words),
            "Parent" => entry.parent.and_then(|of| entries.get(of)).map_or(root, |of| of.id),
            "Dest" => destination,
        };
        let beside: Vec<usize> = under(&entries, entry.parent).collect();
        let place = beside.iter().position(|other| *other == at);
        let neighbour = |place: Option<usize>| place.and_then(|at| beside.get(at)).and_then(|at| entries.get(*at));
        link(&mut item, "Prev", neighbour(place.and_then(|place| place.checked_sub(1))));
        link(&mut item, "Next", neighbour(place.map(|place| place + 1)));
        children(&mut item, &entries, Some(at))?;
        file.set_object(entry.id, item);
    }
    let mut list = dictionary! { "Type" => "Outlines" };
    children(&mut list, &entries, None)?;
    file.set_object(root, list);
    Ok(Some(root))
}

/// The paper's headings in order, each under the nearest one before it that is higher.
fn entries<'a>(file: &mut File, pages: &[Page], structure: &'a Structure) -> Vec<Entry<'a>> {
    let mut entries: Vec<Entry<'a>> = Vec::new();
    for (number, node) in structure.nodes.iter().enumerate() {
        let (Kind::Heading(level), Some(words)) = (node.kind, &node.summary) else { continue };
        let Some((page, top)) = place(pages, NodeId(number)) else { continue };
        let parent = entries.iter().rposition(|before| before.level < level);
        entries.push(Entry { id: file.new_object_id(), level, words, page, top, parent });
    }
    entries
}

/// The page and the top of the first line of a part.
fn place(pages: &[Page], wanted: NodeId) -> Option<(usize, f32)> {
    pages.iter().enumerate().find_map(|(at, page)| {
        page.items.iter().find_map(|item| match item {
            Item::Text { node: Some(node), top, .. } if *node == wanted => Some((at, *top)),
            Item::Text { .. } | Item::Drawing(_) => None,
        })
    })
}

/// The entries right under another.
fn under<'a>(entries: &'a [Entry<'_>], parent: Option<usize>) -> impl Iterator<Item = usize> + 'a {
    entries.iter().enumerate().filter(move |(_, entry)| entry.parent == parent).map(|(at, _)| at)
}

/// Names the first and the last entry under one; all are shown open.
fn children(of: &mut Dictionary, entries: &[Entry<'_>], parent: Option<usize>) -> Result<(), PdfError> {
    let first = under(entries, parent).next();
    link(of, "First", first.and_then(|at| entries.get(at)));
    link(of, "Last", under(entries, parent).last().and_then(|at| entries.get(at)));
    if first.is_some() {
        of.set("Count", whole(below(entries, parent))?);
    }
    Ok(())
}

/// How many entries stand under one, at any depth.
fn below(entries: &[Entry<'_>], parent: Option<usize>) -> usize {
    under(entries, parent).map(|at| 1 + below(entries, Some(at))).sum()
}

fn link(from: &mut Dictionary, name: &str, to: Option<&Entry<'_>>) {
    if let Some(to) = to {
        from.set(name, Object::Reference(to.id));
    }
}
