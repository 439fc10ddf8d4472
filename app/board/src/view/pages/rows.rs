//! The plan and the decisions as rows of the wall: who, and beside it what is to be read from the back of the room.
//!
//! Deliberately not here: anything that is not in the view, and any sum. What agencies say stands side by side.

use super::{LETTERS, LINES, broken, lines_of};
use crate::outcome::{AgencyView, Category, Due};
use crate::view::{ActionView, DecisionView, View};

/// One row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Who does it, whose it is, or who says it.
    pub who: String,
    /// What.
    pub words: String,
    /// By when and for whom, or why.
    pub note: Option<String>,
    /// What sort of row.
    pub kind: RowKind,
}

/// What sort of row it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowKind {
    /// What was agreed or said.
    Plain,
    /// What was decided; what follows belongs to it.
    Outcome,
    /// A child's own words.
    Childs,
}

/// Letters in a line of what stands beside the words, which is narrow.
const BESIDE: usize = 18;

/// What ends a sentence in the languages that families speak here.
const ENDS: [char; 9] = ['.', '!', '?', '…', '؟', '۔', '।', '。', '！'];

/// The lines that stand together; a longer text goes on in rows of its own.
const TOGETHER: usize = LINES - 3;

impl Row {
    fn plain(who: &str, words: String) -> Self {
        Self { who: who.to_owned(), words, note: None, kind: RowKind::Plain }
    }

    /// The lines of type it needs, with the space around a child's words.
    fn height(&self) -> usize {
        let around = match self.kind {
            RowKind::Plain | RowKind::Outcome => 0,
            RowKind::Childs => 1,
        };
        let words = lines_of(&self.words) + self.note.as_deref().map_or(0, lines_of);
        around + words.max(self.who.chars().count().div_ceil(BESIDE))
    }
}

/// One page of rows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RowPage {
    /// The child it is about, where it is about one.
    pub child: Option<String>,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// The plan, page by page: who does what by when, and last what happens if it does not work. There is always a page.
pub fn plan_pages(view: &View) -> Vec<RowPage> {
    let actions = view.plan_order.iter().filter_map(|id| view.plan.get(id)).map(|action| planned(view, action));
    let otherwise = view.contingency.iter().map(|words| Row::plain("If the plan does not work", words.clone()));
    let pages = broken(actions.chain(otherwise).flat_map(in_rows), Row::height);
    pages.into_iter().map(|rows| RowPage { child: None, rows }).collect()
}

/// A line of the plan. For whom it is stands under it where it is not for every child.
fn planned(view: &View, action: &ActionView) -> Row {
    let by = match &action.action.due {
        Due::On(_) => format!("By {}", action.due),
        Due::Said(_) => action.due.clone(),
    };
    let all = action.action.children.len() == view.head.children.len();
    let whom = (!all && !action.children.is_empty()).then(|| format!("for {}", action.children));
    let note = [Some(by), whom].into_iter().flatten().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(", ");
    Row { note: Some(note).filter(|note| !note.is_empty()), ..Row::plain(&action.owner, action.action.what.clone()) }
}

/// The decisions, page by page, each child's from a new page on: what was decided, why, what the child says, what each agency says.
/// There is always a page.
pub fn decision_pages(view: &View) -> Vec<RowPage> {
    let decisions = view.head.children.iter().filter_map(|child| view.decisions.get(&child.id));
    let of_child = |decision: &DecisionView| {
        let child = decision.child.clone();
        let pages = broken(decided(decision).into_iter(), |rows| rows.iter().map(Row::height).sum());
        pages
            .into_iter()
            .map(move |page| RowPage { child: Some(child.clone()), rows: page.into_iter().flatten().collect() })
    };
    let pages: Vec<RowPage> = decisions.flat_map(of_child).collect();
    if pages.is_empty() { vec![RowPage::default()] } else { pages }
}

/// The rows about one child, those together that stand on one page.
fn decided(view: &DecisionView) -> Vec<Vec<Row>> {
    let child = view.child.as_str();
    let outcome = |words: String| Row { kind: RowKind::Outcome, ..Row::plain(child, words) };
    let mut together = Vec::new();
    match &view.decision {
        Some(decision) => {
            let words = match decision.category.map(Category::words) {
                Some(category) => format!("{}: {category}", decision.outcome.words()),
                None => decision.outcome.words().to_owned(),
            };
            let mut reasons = in_rows(Row::plain("Why", decision.reasons.clone())).into_iter();
            together.push([outcome(words)].into_iter().chain(reasons.next()).collect());
            let who = format!("In {child}’s words");
            let childs = |words: &String| Row { kind: RowKind::Childs, ..Row::plain(&who, words.clone()) };
            let own = decision.childs_view.iter().map(childs).flat_map(in_rows);
            together.extend(reasons.chain(own).map(|row| vec![row]));
        }
        None => together.push(vec![outcome("Not decided yet".to_owned())]),
    }
    let opinions = view.views.iter().map(|(who, view)| opinion(who, view)).flat_map(in_rows);
    together.extend(opinions.map(|row| vec![row]));
    together
}

/// What one agency says, and why.
fn opinion(who: &str, view: &AgencyView) -> Row {
    Row { note: view.reason.clone(), ..Row::plain(who, view.opinion.words().to_owned()) }
}

/// A row as it stands on the wall: what is too long for one goes on in rows of the same kind, so that no word runs past the foot.
fn in_rows(row: Row) -> Vec<Row> {
    let part = |words: String| Row { words, note: None, ..row.clone() };
    let parts = |text: &str| in_parts(text, TOGETHER * LETTERS).into_iter().map(part);
    let mut rows: Vec<Row> = parts(&row.words).collect();
    let note = row.note.as_deref().unwrap_or_default();
    match rows.last_mut() {
        Some(last) if lines_of(&last.words) + lines_of(note) <= TOGETHER => last.note.clone_from(&row.note),
        Some(_) | None => rows.extend(parts(note)),
    }
    rows
}

/// A long text in parts of at most so many letters, broken where a sentence ends, within a sentence only where it alone is too
/// long, and within a word only where that is.
fn in_parts(text: &str, most: usize) -> Vec<String> {
    let mut sentences = vec![String::new()];
    for word in text.split_inclusive(char::is_whitespace) {
        if let Some(sentence) = sentences.last_mut() {
            sentence.push_str(word);
        }
        if word.trim_end().ends_with(ENDS) || word.ends_with('\n') {
            sentences.push(String::new());
        }
    }
    let fits = |text: &str| text.chars().count() <= most;
    let pieces = sentences.iter().flat_map(|sentence| {
        if fits(sentence) { vec![sentence.as_str()] } else { sentence.split_inclusive(char::is_whitespace).collect() }
    });
    let pieces = pieces.flat_map(|piece| {
        let letters: Vec<char> = piece.chars().collect();
        letters.chunks(most).map(String::from_iter).collect::<Vec<_>>()
    });
    let mut parts: Vec<String> = vec![String::new()];
    for piece in pieces {
        match parts.last_mut() {
            Some(part) if fits(&format!("{part}{piece}")) => part.push_str(&piece),
            Some(_) | None => parts.push(piece),
        }
    }
    parts.into_iter().map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_is_long_goes_on_in_rows_that_each_fit_and_no_word_is_lost() {
        let long = "It is a long way. ".repeat(100);
        let row = Row {
            note: Some(long.clone()),
            kind: RowKind::Childs,
            ..Row::plain("Beth-Ann Moore, school", long.clone())
        };
        let rows = in_rows(row);
        assert!(rows.iter().all(|row| row.height() <= LINES && row.kind == RowKind::Childs && !row.who.is_empty()));
        let words = rows.iter().flat_map(|row| [Some(&row.words), row.note.as_ref()]).flatten();
        let words: Vec<&str> = words.flat_map(|words| words.split_whitespace()).collect();
        assert_eq!(words, long.repeat(2).split_whitespace().collect::<Vec<_>>());
        let short = Row { note: Some("By 1 October".to_owned()), ..Row::plain("Mum", "Rings the school".to_owned()) };
        assert_eq!(in_rows(short.clone()), [short], "what is short stays in one");
    }

    #[test]
    fn long_reasons_go_on_where_a_sentence_ends_and_no_word_is_lost() {
        let text = "Mum has been brave. It is still too soon to say. We meet again, all of us, in three months.";
        let parts = in_parts(text, 50);
        assert_eq!(
            parts,
            ["Mum has been brave. It is still too soon to say.", "We meet again, all of us, in three months."]
        );
        assert_eq!(in_parts("one two three four", 9), ["one two", "three", "four"]);
        assert_eq!(in_parts("ভয় লাগে। আমি জানি না।", 12), ["ভয় লাগে।", "আমি জানি না।"]);
        assert_eq!(in_parts("see https://a.b/c now", 9), ["see", "https://a", ".b/c now"]);
        assert_eq!(in_parts("At 3.5 miles.", 99), ["At 3.5 miles."]);
        assert!(in_parts(" ", 9).is_empty());
    }
}
