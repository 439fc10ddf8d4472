//! Reads a Word file as an office program begins to: its parts out of the package, and their elements out of the parts.
//!
//! It knows nothing of how they were written.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use zip::ZipArchive;

/// An element of a part.
#[derive(Debug, Default, Clone)]
pub(crate) struct Node {
    pub(crate) name: String,
    pub(crate) attributes: BTreeMap<String, String>,
    pub(crate) children: Vec<Node>,
    /// The words right in it.
    pub(crate) words: String,
}

/// Every part of a file by its path.
pub(crate) fn parts(file: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(file)).expect("it is a zip");
    let paths: Vec<String> = archive.file_names().map(|path| path.expect("it has a name").into_owned()).collect();
    let mut read = |path: &str| {
        let mut bytes = Vec::new();
        archive.by_name(path).expect("it is in there").read_to_end(&mut bytes).expect("it is whole");
        bytes
    };
    paths.iter().map(|path| (path.clone(), read(path))).collect()
}

/// One part as its root element; a part that is not well formed ends the test.
pub(crate) fn part(file: &[u8], path: &str) -> Node {
    root(&parts(file)[path])
}

/// The root element of an XML text.
pub(crate) fn root(bytes: &[u8]) -> Node {
    let text = std::str::from_utf8(bytes).expect("it is UTF-8");
    let mut reader = Reader::from_str(text);
    let mut open = vec![Node::default()];
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{error} at {}: {text}", reader.error_position())) {
            Event::Start(start) => open.push(begun(&start)),
            Event::Empty(start) => inside(&mut open).children.push(begun(&start)),
            Event::End(_) => {
                let done = open.pop().expect("what ends was open");
                inside(&mut open).children.push(done);
            }
            Event::Text(words) => inside(&mut open).words.push_str(&words.xml_content(XmlVersion::Explicit1_0)),
            Event::GeneralRef(name) => {
                inside(&mut open).words.push_str(&meant(&name.xml_content(XmlVersion::Explicit1_0)));
            }
            Event::Eof => break,
            _ => {}
        }
    }
    let mut whole = open.pop().expect("the file itself");
    assert!(open.is_empty() && whole.children.len() == 1, "one root that is closed");
    whole.children.remove(0)
}

fn inside(open: &mut [Node]) -> &mut Node {
    open.last_mut().expect("something is open")
}

fn begun(start: &BytesStart<'_>) -> Node {
    let attributes = start.attributes().map(|attribute| {
        let attribute = attribute.expect("a whole attribute, once");
        let value = attribute.normalized_value(XmlVersion::Explicit1_0).expect("a value that is escaped");
        (attribute.key.as_ref().to_owned(), value.into_owned())
    });
    Node { name: start.name().as_ref().to_owned(), attributes: attributes.collect(), ..Node::default() }
}

/// What one of XML's five names for a character means.
fn meant(name: &str) -> String {
    quick_xml::escape::unescape(&format!("&{name};")).expect("one of the five").into_owned()
}

impl Node {
    /// Every element of a name in it, in reading order.
    pub(crate) fn all(&self, name: &str) -> Vec<&Node> {
        let mut found = Vec::new();
        for child in &self.children {
            if child.name == name {
                found.push(child);
            }
            found.extend(child.all(name));
        }
        found
    }

    /// The first element of a name in it.
    pub(crate) fn first(&self, name: &str) -> Option<&Node> {
        self.all(name).into_iter().next()
    }

    /// What an element of a name in it has as its one value.
    pub(crate) fn value(&self, name: &str) -> Option<&str> {
        self.first(name)?.attributes.get("w:val").map(String::as_str)
    }

    /// What it says, with its breaks and tabs.
    pub(crate) fn says(&self) -> String {
        match self.name.as_str() {
            "w:t" => self.words.clone(),
            "w:br" => "\n".to_owned(),
            "w:tab" => "\t".to_owned(),
            "w:pPr" => String::new(),
            _ => self.children.iter().map(Node::says).collect(),
        }
    }
}

/// The paragraphs of a file, each with its style and what it says.
pub(crate) fn paragraphs(file: &[u8]) -> Vec<(String, String)> {
    let document = part(file, "word/document.xml");
    let paragraph = |node: &Node| (node.value("w:pStyle").unwrap_or_default().to_owned(), node.says());
    document.all("w:p").into_iter().map(paragraph).collect()
}
