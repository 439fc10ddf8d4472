//! A child's words on their card, and what was done about them.
//!
//! The card is the one thing on paper with a shape of its own; nothing an adult says may be drawn with it.

use board::document::{Span, Voice};

use super::{Drafter, lowered};
use crate::{
    pdf::{
        frame::{EDGE, TAIL},
        line::Ink,
        sheet::{CONTENT, MM, SIDE},
        strip::{Column, Frame, Keep, Strip},
        structure::{Kind, ROOT},
        typeset::Setting,
    },
    quotes,
    wording::{ANSWER, NO_ANSWER},
};

impl Drafter<'_> {
    /// A child's words, exactly, between the marks of their language; the translation under them.
    pub(super) fn card(
        &mut self,
        who: &str,
        detail: Option<&str>,
        words: &Span,
        translation: Option<&str>,
        voice: Voice,
    ) -> Strip {
        let quote = self.structure.add(ROOT, Kind::Quote);
        let (inset, gap) = (self.scale.em(EDGE + 0.8), self.scale.em(1.0));
        let column = self.who_width() - inset;
        let said_by = who;
        let who = self.who(quote, SIDE + inset, column, said_by, detail);

        let x = SIDE + inset + column + gap;
        let setting = self.setting(SIDE + CONTENT - self.scale.em(0.8) - x);
        let node = self.structure.add_in(quote, Kind::Paragraph, words.language.as_deref());
        let (open, close) = quotes::around(&words.text, words.language.as_deref().unwrap_or(self.language));
        let quoted = Span { text: format!("{open}{}{close}", words.text.trim_end()), ..words.clone() };
        let mut lines = self.type_.lines(&[quoted], &setting);
        let mut columns = vec![who];
        if let Some(translation) = translation {
            let soft = Setting { ink: Ink::Soft, ..setting };
            let under = self.type_.lines(&[Span::plain(translation)], &soft);
            lines.extend(lowered(under, self.scale.em(0.25)));
        }
        let again = self.again(SIDE + inset, said_by, &lines);
        columns.push(Column { x, node: Some(node), lines });

        let pad = self.scale.em(0.45);
        Strip {
            columns,
            frame: Frame::Child(voice),
            pad: (pad, pad),
            below: self.scale.em(TAIL),
            keep: Keep::Short,
            again,
            ..Strip::plain(4.5 * MM, SIDE, CONTENT, quote, Vec::new())
        }
    }

    /// What was done, under the words and a little in from them; or the dashed box that says nothing was.
    pub(super) fn answer(&mut self, text: Option<&str>) -> Strip {
        let node = self.structure.add(ROOT, Kind::Paragraph);
        let left = SIDE + self.scale.em(1.22);
        let width = SIDE + CONTENT - left;
        let pad = if text.is_some() { (0.0, 0.0) } else { (1.5 * MM, 3.0 * MM) };
        let spans = [Span::strong(ANSWER), Span::plain(format!("  {}", text.unwrap_or(NO_ANSWER)))];
        let lines = self.type_.lines(&spans, &self.setting(width - 2.0 * pad.1));
        let strip = Strip::plain(2.4 * MM, left + pad.1, width, node, lines);
        Strip {
            frame: if text.is_some() { Frame::None } else { Frame::Missing },
            left,
            pad: (pad.0, pad.0),
            keep: Keep::Whole,
            ..strip
        }
    }
}
