//! What each part of a paper is, for readers who hear it: headings, paragraphs, tables with rows and cells.
//!
//! It knows the order and the kind of the parts, never where on a page they stand.

/// A part of the paper, by its number in the order of reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct NodeId(pub(super) usize);

/// What a part is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Document,
    /// 1 to 4.
    Heading(u8),
    Paragraph,
    /// Somebody's words together with who said them.
    Division,
    /// A child's words.
    Quote,
    /// A picture; its summary says what is on it.
    Figure,
    List,
    Item,
    /// The mark before an item.
    Label,
    /// What an item says.
    Body,
    Table,
    Row,
    ColumnHead,
    RowHead,
    Cell,
}

/// One part.
#[derive(Debug, Clone)]
pub(super) struct Node {
    pub(super) kind: Kind,
    pub(super) parent: Option<NodeId>,
    /// Its language where that is not the paper's.
    pub(super) language: Option<String>,
    /// What it holds, said for readers who cannot see it; a heading's words, for the list of headings.
    pub(super) summary: Option<String>,
}

/// All parts, parents before their children.
#[derive(Debug, Clone)]
pub(super) struct Structure {
    pub(super) nodes: Vec<Node>,
}

/// The whole paper.
pub(super) const ROOT: NodeId = NodeId(0);

impl Structure {
    /// A paper with nothing in it yet.
    pub(super) fn new() -> Self {
        Self { nodes: vec![Node { kind: Kind::Document, parent: None, language: None, summary: None }] }
    }

    /// Adds a part at the end of another.
    pub(super) fn add(&mut self, parent: NodeId, kind: Kind) -> NodeId {
        self.add_in(parent, kind, None)
    }

    /// Adds a part in a language of its own.
    pub(super) fn add_in(&mut self, parent: NodeId, kind: Kind, language: Option<&str>) -> NodeId {
        self.nodes.push(Node { kind, parent: Some(parent), language: language.map(str::to_owned), summary: None });
        NodeId(self.nodes.len() - 1)
    }

    /// Says what a part holds.
    pub(super) fn summarise(&mut self, node: NodeId, summary: &str) {
        if let Some(node) = self.nodes.get_mut(node.0) {
            node.summary = Some(summary.to_owned()).filter(|summary| !summary.trim().is_empty());
        }
    }
}
