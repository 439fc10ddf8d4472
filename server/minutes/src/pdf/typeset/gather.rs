//! Reads the text engine's layout into our own lines, cluster by cluster.
//!
//! Here is also the last guard of the page's edge: a line that cannot be broken further is set smaller until it fits.

use parley::{Layout, layout::Run as Shaped};

use super::Setting;
use crate::pdf::{
    face::{Face, Fonts},
    line::{Cluster, Glyph, Line, Run, Tone},
};

/// Letters taller than this many times their size need a taller line; all of the Latin faces are within it.
const TALL: f32 = 1.4;

/// Adds the lines of one laid-out paragraph that were broken to `width`.
pub(super) fn lines(
    layout: &Layout<Tone>,
    text: &str,
    fonts: &Fonts,
    setting: &Setting<'_>,
    width: f32,
    lines: &mut Vec<Line>,
) {
    // Lines that begin on the right begin at the right of the column, however narrow they were broken.
    let indent = if layout.is_rtl() { setting.width - width } else { 0.0 };
    for broken in layout.lines() {
        let metrics = broken.metrics();
        let range = broken.text_range();
        let words = text.get(range.clone()).unwrap_or_default();
        // One space stays at the end of a line, so that whoever copies the text does not join two words.
        let trimmed = words.trim_end();
        let kept = range.start + trimmed.len() + words[trimmed.len()..].chars().next().map_or(0, char::len_utf8);

        // A script that reaches far above or below the usual line makes room for itself.
        let content = metrics.content_block_max_coord - metrics.content_block_min_coord;
        let usual = setting.size * setting.leading;
        let height = if content > setting.size * TALL { usual.max(content) } else { usual };
        let mut line = Line {
            height,
            baseline: (metrics.baseline - metrics.content_block_min_coord) + (height - content) / 2.0,
            ..Line::default()
        };
        let mut x = indent + metrics.offset;
        for shaped in broken.runs() {
            add(&shaped, x, kept, text, fonts, &mut line);
            x += shaped.advance();
        }
        // White space that hangs past the end of a line hangs on the left where the line begins on the right.
        let hangs = if layout.is_rtl() { metrics.hanging_advance } else { 0.0 };
        let left = indent + metrics.offset + hangs;
        line.right = left + metrics.advance - metrics.hanging_advance;
        fit(&mut line, left, setting.width);
        lines.push(line);
    }
}

/// Adds a run whose left end is at `x`.
fn add(shaped: &Shaped<'_, Tone>, mut x: f32, kept: usize, text: &str, fonts: &Fonts, line: &mut Line) {
    let Some(face) = fonts.face(shaped.font()) else { return };
    let mut atoms: Vec<Atom> = Vec::new();
    for cluster in shaped.clusters() {
        match atoms.last_mut() {
            // The rest of a ligature has no glyphs of its own: its characters belong to the ones before.
            Some(last) if cluster.is_ligature_continuation() => last.end = cluster.text_range().end,
            _ => atoms.push(Atom {
                start: cluster.text_range().start,
                end: cluster.text_range().end,
                tone: cluster.style().brush.clone(),
                glyphs: cluster.glyphs().collect(),
            }),
        }
    }
    if shaped.is_rtl() {
        atoms.reverse();
    }
    for atom in atoms {
        let words = text.get(atom.start..atom.end).unwrap_or_default();
        let glyphs = place(&atom.glyphs, &mut x);
        if atom.start < kept && !words.chars().all(is_direction_mark) {
            push(line, shaped, face, atom.tone, Cluster { text: words.to_owned(), glyphs });
        }
    }
}

/// Characters that share their glyphs.
struct Atom {
    start: usize,
    end: usize,
    tone: Tone,
    glyphs: Vec<parley::layout::Glyph>,
}

/// The glyphs at their places, with the pen moved past them; `.notdef` stands in for a number no font has.
fn place(glyphs: &[parley::layout::Glyph], x: &mut f32) -> Vec<Glyph> {
    glyphs
        .iter()
        .map(|glyph| {
            let placed = Glyph { id: u16::try_from(glyph.id).unwrap_or(0), x: *x + glyph.x, rise: -glyph.y };
            *x += glyph.advance;
            placed
        })
        .collect()
}

/// Adds a cluster to the line, in the run it continues or in a new one.
fn push(line: &mut Line, shaped: &Shaped<'_, Tone>, face: Face, tone: Tone, cluster: Cluster) {
    let (size, rtl) = (shaped.font_size(), shaped.is_rtl());
    match line.runs.last_mut() {
        Some(run) if run.face == face && run.tone == tone && run.rtl == rtl && run.size.total_cmp(&size).is_eq() => {
            run.clusters.push(cluster);
        }
        _ => line.runs.push(Run { face, size, tone, rtl, clusters: vec![cluster] }),
    }
}

/// Marks that steer the direction of text and have done so by now.
fn is_direction_mark(c: char) -> bool {
    matches!(c, '\u{200E}' | '\u{200F}' | '\u{061C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Sets a line smaller that would run past its column: one letter can be wider than a narrow column.
fn fit(line: &mut Line, left: f32, width: f32) {
    let wide = line.right - left;
    if wide <= width + 0.5 {
        return;
    }
    let factor = width.max(1.0) / wide;
    line.right = width;
    for run in &mut line.runs {
        run.size *= factor;
        for glyph in run.clusters.iter_mut().flat_map(|cluster| &mut cluster.glyphs) {
            glyph.x = (glyph.x - left) * factor;
            glyph.rise *= factor;
        }
    }
}
