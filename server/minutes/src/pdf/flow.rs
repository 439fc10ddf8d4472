//! Puts strips on pages: what stays together, what breaks and where, and which heads are repeated.
//!
//! It knows nothing of what a strip means; blocks say it with `keep`, `with_next`, `new_page`, `head` and `again`.

use super::{
    frame::{self, Part},
    page::Page,
    sheet::Scale,
    strip::{Column, Frame, Strip},
};

/// The part of every page that strips may stand on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Area {
    pub(super) top: f32,
    pub(super) bottom: f32,
}

/// A table's head is repeated only while it leaves most of the page to the rows.
const LARGEST_HEAD: f32 = 0.4;

/// The pages so far and the pen on the last of them.
struct Flow {
    area: Area,
    scale: Scale,
    pages: Vec<Page>,
    y: f32,
    /// White space that the strip above the pen asks for; the larger of it and what the next one asks for is left.
    below: f32,
    /// Nothing but a repeated head is on the page yet.
    fresh: bool,
}

/// All strips on as many pages as they need; always at least one.
pub(super) fn flow(strips: Vec<Strip>, area: Area, scale: Scale) -> Vec<Page> {
    let mut flow = Flow { area, scale, pages: vec![Page::default()], y: area.top, below: 0.0, fresh: true };
    let needs = needs(&strips, area.bottom - area.top);
    for (strip, need) in strips.into_iter().zip(needs) {
        let turns = strip.new_page || (need > flow.room(strip.before) && need <= flow.capacity(&strip));
        if turns && !flow.fresh {
            flow.turn(&strip);
        }
        flow.place(strip);
    }
    flow.pages
}

/// For each strip, the height that must be free for it and for what may not be parted from it, on pages this high.
///
/// What is longer than a page cannot wait for one: of a chain that long, as much is kept together as a page holds.
fn needs(strips: &[Strip], page: f32) -> Vec<f32> {
    let mut needs = vec![0.0; strips.len()];
    let mut following: Option<(&Strip, f32)> = None;
    for (need, strip) in needs.iter_mut().zip(strips).rev() {
        let height = strip.height();
        let kept = strip.keep.holds(height, page);
        let alone = if kept { height } else { strip.least() };
        let chained = following.filter(|_| kept && strip.with_next).and_then(|(next, next_need)| {
            let above = height - strip.below + strip.below.max(next.before);
            let chains = [next_need, next.height(), next.least()].map(|of_next| above + of_next);
            chains.into_iter().find(|chain| *chain <= page)
        });
        *need = chained.unwrap_or(alone);
        following = Some((strip, *need));
    }
    needs
}

impl Flow {
    /// White space between the pen and a strip that asks for this much above it.
    fn gap(&self, before: f32) -> f32 {
        if self.fresh { 0.0 } else { self.below.max(before) }
    }

    /// Height left below the pen and the space above a strip.
    fn room(&self, before: f32) -> f32 {
        self.area.bottom - self.y - self.gap(before)
    }

    /// Height of an empty page, less the head this strip brings along.
    fn capacity(&self, strip: &Strip) -> f32 {
        self.area.bottom - self.area.top - self.head_of(strip).map_or(0.0, Strip::height)
    }

    /// The head to repeat, if it is small enough to be worth it.
    fn head_of<'a>(&self, strip: &'a Strip) -> Option<&'a Strip> {
        let largest = (self.area.bottom - self.area.top) * LARGEST_HEAD;
        strip.head.as_deref().filter(|head| head.height() <= largest)
    }

    /// Begins a page, with the head of the strip that comes first on it.
    fn turn(&mut self, strip: &Strip) {
        self.pages.push(Page::default());
        self.y = self.area.top;
        if let Some(head) = self.head_of(strip) {
            let (frame, columns) = (head.clone(), head.columns.clone());
            self.set(&frame, columns, true, true);
        }
        self.below = 0.0;
        self.fresh = true;
    }

    /// Puts one strip down, over as many pages as it takes.
    fn place(&mut self, mut strip: Strip) {
        let mut first = true;
        loop {
            if strip.height() <= self.room(strip.before) {
                self.y += self.gap(strip.before);
                let columns = std::mem::take(&mut strip.columns);
                return self.set(&strip, columns, first, true);
            }
            let waits = first && strip.keep.holds(strip.height(), self.capacity(&strip));
            let room = self.room(strip.before) - strip.around();
            let taken = if waits && !self.fresh { None } else { strip.take(room, self.fresh) };
            if let Some(columns) = taken {
                self.y += self.gap(strip.before);
                let last = strip.is_spent();
                self.set(&strip, columns, first, last);
                if last {
                    return;
                }
                first = false;
                strip.head = strip.again.take().or(strip.head);
            }
            self.turn(&strip);
        }
    }

    /// Sets columns at the pen, with what is drawn around them.
    fn set(&mut self, strip: &Strip, columns: Vec<Column>, first: bool, last: bool) {
        let Some(page) = self.pages.last_mut() else { return };
        let words = columns.iter().map(|column| super::line::height(&column.lines)).fold(0.0, f32::max);
        let height = strip.pad.0 + words + strip.pad.1;
        let part = Part { left: strip.left, top: self.y, width: strip.width, height, first, last };
        if strip.frame != Frame::None {
            page.draw(frame::shapes(strip.frame, part, self.scale));
        }
        for column in columns {
            page.stack(column.node, column.x, self.y + strip.pad.0, column.lines);
        }
        self.y += height;
        self.below = strip.below;
        self.fresh = false;
    }
}
