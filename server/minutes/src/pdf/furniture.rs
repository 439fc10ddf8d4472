//! What every page repeats: whose paper it is and whether it is a draft at the head; whose copy, which edition and which
//! page at the foot.
//!
//! It is measured before the pages are filled, because what it takes is not there for words.

use board::document::{Running, Span};

use super::{
    flow::Area,
    frame::{Part, rounded},
    line::{Ink, Line, height, width},
    mark,
    page::{Colour, Page, Shape},
    sheet::{CONTENT, FOOT_BOTTOM, FURNITURE_GAP, HEAD_TOP, LEADING, MM, SIDE, Scale},
    typeset::{Setting, Typesetter},
};
use crate::wording::{self, page_of};

/// No head or foot may take more lines than this of every page.
const LONGEST: usize = 3;

/// Head and foot of one paper, set and measured.
pub(super) struct Furniture {
    scale: Scale,
    demo: Vec<Line>,
    authority: Vec<Line>,
    reference: Vec<Line>,
    status: Vec<Line>,
    copy: Vec<Line>,
    edition: Vec<Line>,
    /// The head's two sides do not fit beside each other.
    stacked: bool,
    /// Room kept for "Page 1 of 9" at the right of the foot.
    label: f32,
}

impl Furniture {
    /// Sets everything that is the same on every page.
    pub(super) fn new(running: &Running, language: &str, words: Scale, type_: &mut Typesetter) -> Self {
        let scale = words.furniture();
        let mut set = |text: &str, strong: bool, width: f32| {
            let setting = setting(scale, width, language);
            let mut lines = type_.lines(&[Span { strong, ..Span::plain(text) }], &setting);
            lines.truncate(LONGEST);
            lines
        };
        let demo = running.demo.as_deref().map(|demo| set(demo, true, CONTENT)).unwrap_or_default();
        let edition = running.edition.as_ref();
        let status = edition.map(|it| set(&it.status.words(), true, CONTENT * 0.5)).unwrap_or_default();
        let tag = width(&status) + scale.em(0.9) + 4.0 * MM;
        let reference = set(&running.reference, false, CONTENT - tag);
        let beside = CONTENT - tag - width(&reference) - 4.0 * MM;
        let indent = mark::width(scale);
        let fits = set(&running.authority, true, CONTENT - indent);
        let stacked = width(&fits) + indent > beside || fits.len() > 1;
        let label = width(&set(&page_of(888, 888), false, CONTENT)) + scale.em(0.5);
        let copy = set(&running.copy, false, CONTENT - label - 4.0 * MM);
        let edition = edition.map(|it| set(&wording::edition(it), false, CONTENT)).unwrap_or_default();
        Self { scale, demo, authority: fits, reference, status, copy, edition, stacked, label }
    }

    /// What is left of the page for words.
    pub(super) fn area(&self) -> Area {
        Area { top: self.head_height() + HEAD_TOP + FURNITURE_GAP, bottom: self.foot_top() - FURNITURE_GAP }
    }

    /// Puts head and foot on a page.
    pub(super) fn dress(&self, page: &mut Page, number: usize, of: usize, language: &str, type_: &mut Typesetter) {
        let mut foot = Page::default();
        let words = std::mem::take(&mut page.items);
        self.head(page);
        page.items.extend(words);
        self.foot(&mut foot, number, of, language, type_);
        page.items.extend(foot.items);
    }

    /// The head, read before the words of the page.
    fn head(&self, page: &mut Page) {
        let mut y = page.stack(None, SIDE, HEAD_TOP, self.demo.clone()) + self.demo_gap();
        page.draw(mark::shapes(SIDE, y, self.scale));
        let below = page.stack(None, SIDE + mark::width(self.scale), y, self.authority.clone());
        if self.stacked {
            y = below;
        }
        let pad = self.scale.em(0.45);
        let tag = width(&self.status) + 2.0 * pad;
        let left = SIDE + CONTENT - tag;
        page.stack(None, left - 4.0 * MM - width(&self.reference), y, self.reference.clone());
        if self.status.is_empty() {
            return;
        }
        page.stack(None, left + pad, y, self.status.clone());
        let part = Part { left, top: y, width: tag, height: height(&self.status), first: true, last: true };
        page.draw([rounded(part, 3.0)]);
    }

    /// The foot, read after them.
    fn foot(&self, page: &mut Page, number: usize, of: usize, language: &str, type_: &mut Typesetter) {
        let top = self.foot_top();
        page.draw([Shape::rule((SIDE, top), (SIDE + CONTENT, top), Colour::Ink, 0.3 * MM)]);
        let words = top + 1.5 * MM;
        let under = page.stack(None, SIDE, words, self.copy.clone()).max(words + self.scale.em(LEADING));
        let label = type_.lines(&[Span::plain(page_of(number, of))], &setting(self.scale, self.label, language));
        page.stack(None, SIDE + CONTENT - width(&label), words, label);
        page.stack(None, SIDE, under, self.edition.clone());
    }

    /// White space under the words that say that nobody here is real.
    fn demo_gap(&self) -> f32 {
        if self.demo.is_empty() { 0.0 } else { 1.5 * MM }
    }

    fn head_height(&self) -> f32 {
        let right = height(&self.reference).max(height(&self.status));
        let left = height(&self.authority);
        height(&self.demo) + self.demo_gap() + if self.stacked { left + right } else { left.max(right) }
    }

    fn foot_top(&self) -> f32 {
        FOOT_BOTTOM - height(&self.copy).max(self.scale.em(LEADING)) - height(&self.edition) - 1.5 * MM
    }
}

/// Head and foot are set like ordinary words.
fn setting(scale: Scale, width: f32, language: &str) -> Setting<'_> {
    Setting { size: scale.body, leading: LEADING, width, ink: Ink::Full, language, balanced: false }
}
