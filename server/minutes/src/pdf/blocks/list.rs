//! A list: a mark before each item, and its words beside the mark in a column of their own.
//!
//! Deliberately not here: numbers. The order of a list of this paper does not matter.

use board::document::Span;

use super::{Drafter, few};
use crate::pdf::{
    sheet::{CONTENT, MM, SIDE},
    strip::{Column, Strip},
    structure::{Kind, ROOT},
};
use crate::text::shared_language;
use crate::wording::BULLET;

impl Drafter<'_> {
    /// One strip an item; an item of three lines or fewer never parts.
    pub(super) fn list(&mut self, items: &[Vec<Span>]) -> Vec<Strip> {
        let list = self.structure.add(ROOT, Kind::List);
        let indent = self.scale.em(1.2);
        let strips = items.iter().enumerate().map(|(at, spans)| {
            let item = self.structure.add(list, Kind::Item);
            let label = self.structure.add(item, Kind::Label);
            let mark = self.type_.lines(&[Span::plain(BULLET)], &self.setting(indent));
            let body = self.structure.add_in(item, Kind::Body, shared_language(spans, self.language));
            let lines = self.type_.lines(spans, &self.setting(CONTENT - indent));
            Strip {
                keep: few(&lines),
                // A first item alone at the foot of a page would look like the end of the list.
                with_next: at == 0 && items.len() > 1,
                columns: vec![
                    Column { x: SIDE, node: Some(label), lines: mark },
                    Column { x: SIDE + indent, node: Some(body), lines },
                ],
                ..Strip::plain(if at == 0 { 2.0 * MM } else { 1.0 * MM }, SIDE, CONTENT, item, Vec::new())
            }
        });
        strips.collect()
    }
}
