//! The elements that XML is made of, in a Word file and in what a PDF says of itself, and how they become text.
//!
//! Deliberately not here: any name of theirs. Escaping is the XML writer's; words reach it with [`Element::text`] only.

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// An element with what it says and what is in it.
#[derive(Debug, Clone)]
pub(crate) struct Element {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    inside: Vec<Node>,
}

#[derive(Debug, Clone)]
enum Node {
    Element(Element),
    Text(String),
}

/// An empty element.
pub(crate) fn el(name: &'static str) -> Element {
    Element { name, attributes: Vec::new(), inside: Vec::new() }
}

/// An empty element with one value, which is how Word says most things.
pub(crate) fn val(name: &'static str, value: impl ToString) -> Element {
    el(name).attr("w:val", value)
}

impl Element {
    /// Says one thing more about the element.
    pub(crate) fn attr(mut self, name: &'static str, value: impl ToString) -> Self {
        self.attributes.push((name, value.to_string()));
        self
    }

    /// Puts an element into it.
    pub(crate) fn with(mut self, child: Self) -> Self {
        self.inside.push(Node::Element(child));
        self
    }

    /// Puts elements into it, in order; none where there is none.
    pub(crate) fn with_all(mut self, children: impl IntoIterator<Item = Self>) -> Self {
        self.inside.extend(children.into_iter().map(Node::Element));
        self
    }

    /// The element, unless it says nothing.
    pub(crate) fn unless_empty(self) -> Option<Self> {
        (!self.attributes.is_empty() || !self.inside.is_empty()).then_some(self)
    }

    /// Puts words into it.
    pub(crate) fn text(mut self, words: &str) -> Self {
        self.inside.push(Node::Text(words.to_owned()));
        self
    }

    /// The element as a whole file.
    pub(crate) fn file(&self) -> io::Result<Vec<u8>> {
        let mut writer = Writer::new(Vec::new());
        writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))))?;
        self.write(&mut writer)?;
        Ok(writer.into_inner())
    }

    /// The element as a part of a file in another form.
    pub(crate) fn fragment(&self) -> io::Result<Vec<u8>> {
        let mut writer = Writer::new(Vec::new());
        self.write(&mut writer)?;
        Ok(writer.into_inner())
    }

    fn write(&self, writer: &mut Writer<Vec<u8>>) -> io::Result<()> {
        let mut start = BytesStart::new(self.name);
        for (name, value) in &self.attributes {
            start.push_attribute((*name, value.as_str()));
        }
        if self.inside.is_empty() {
            return writer.write_event(Event::Empty(start));
        }
        writer.write_event(Event::Start(start))?;
        for node in &self.inside {
            match node {
                Node::Element(element) => element.write(writer)?,
                Node::Text(words) => writer.write_event(Event::Text(BytesText::new(words)))?,
            }
        }
        writer.write_event(Event::End(BytesEnd::new(self.name)))
    }
}
