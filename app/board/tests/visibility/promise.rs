//! The promise to a child, written out by hand: what each person has of a thing, at each place, for each way of telling it.
//!
//! Deliberately not computed by the rules, and deliberately not clever: a social worker can check each table by reading it.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::table::{choices, expected, lookers};

/// The table of choices, read once.
static MAY_KNOW: LazyLock<BTreeMap<(&str, &str), bool>> = LazyLock::new(|| {
    let choices = choices().into_iter().map(|(choice, _)| choice);
    let cells = choices.flat_map(|choice| lookers().into_iter().map(move |looker| (choice, looker)));
    cells.map(|(choice, looker)| ((choice, looker), expected(choice, looker))).collect()
});

/// What somebody has of a thing a child said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Got {
    /// Nothing, and no trace of it.
    Nothing,
    /// The child's own words.
    Exact,
    /// The words agreed with the child.
    Agreed,
    /// The picture without the words beside it.
    Picture,
    /// The least that keeps somebody safe.
    Least,
}

/// Where somebody looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// A screen.
    Screen,
    /// Paper, in the child's own section.
    Pages,
    /// Paper, among the lines of the board.
    Board,
}

/// One way of telling, by the names of the tables.
#[expect(clippy::struct_excessive_bools, reason = "each is one of the things a child or a chair says yes or no to")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Case<'a> {
    /// Who may know: a row of the table of choices.
    pub choice: &'a str,
    /// A row of [`WORDING`].
    pub wording: &'a str,
    /// Whether nobody is told whose words they are.
    pub nameless: bool,
    /// Rows of [`KEPT_OFF`].
    pub not_on: &'a [&'a str],
    /// A row of [`WHEN`].
    pub when: &'a str,
    /// Whether there is a picture with it.
    pub pictured: bool,
    /// Whether Dad has to be told to keep somebody safe.
    pub overridden: bool,
    /// Whether it was said in a conference of the child's own that is not agreed yet.
    pub not_agreed: bool,
}

/// Where a thing still stands (`+`) when the child keeps it off a surface. A section with the child's name has nothing
/// that is told without a name.
const KEPT_OFF: &str = "
               wall device console  pages board  pages-home board-home  letter
wall            .     +      +        +     +        +          +          +
devices         +     .      +        +     +        +          +          +
childs_pages    +     +      +        .     +        .          +          +
board           +     +      +        +     .        +          .          +
family_paper    +     +      +        +     +        .          .          .
letter          +     +      +        +     +        +          +          .
nameless        +     +      +        .     +        .          +          +
";

/// In which words a thing comes, or as a picture where there is one. The advocate is the one who says it for the child.
const WORDING: &str = "
                       chair  clerk  wall   device  speaker  paper   own
exact                  exact  exact  exact  exact   exact    exact   exact
other                  exact  agreed agreed agreed  agreed   agreed  exact
theme                  exact  agreed agreed agreed  agreed   agreed  exact
picture                exact  image  image  image   image    image   exact
said-by-the-chair      exact  exact  .      .       .        exact   exact
said-by-the-advocate   exact  exact  .      .       exact    exact   exact
";

/// From when a thing is told; the chair, who keeps the record, has it from the start.
const WHEN: &str = "
             chair  screen  paper
now            +      +       +
begun          +      +       +
not-begun      +      .       .
afterwards     +      .       +
when-i-say     +      .       .
";

/// Whether a cell of a table says yes.
fn is_yes(table: &'static str, row: &str, column: &str) -> bool {
    cell(table, row, column) == "+"
}

/// A cell of a table.
fn cell(table: &'static str, row: &str, column: &str) -> &'static str {
    let mut lines = table.lines().filter(|line| !line.is_empty());
    let heads = lines.next().unwrap().split_whitespace();
    let line = lines.find(|line| line.split_whitespace().next() == Some(row));
    let cells = line.unwrap_or_else(|| panic!("no row {row}")).split_whitespace().skip(1);
    heads.zip(cells).find(|(head, _)| *head == column).unwrap_or_else(|| panic!("no cell {row}, {column}")).1
}

/// The rows of a table.
fn rows(table: &'static str) -> Vec<&'static str> {
    table.lines().filter(|line| !line.is_empty()).skip(1).filter_map(|line| line.split_whitespace().next()).collect()
}

/// Every way of wording.
pub fn wordings() -> Vec<&'static str> {
    rows(WORDING)
}

/// Every time.
pub fn times() -> Vec<&'static str> {
    rows(WHEN)
}

/// Every surface.
pub fn surfaces() -> Vec<&'static str> {
    rows(KEPT_OFF).into_iter().filter(|row| *row != "nameless").collect()
}

/// Ada's own devices and papers, and those of her brother, who has none of her words.
pub const HERS: [&str; 3] = ["tablet", "letter", "side-room"];
/// Her brother's.
pub const HIS: [&str; 3] = ["his-tablet", "his-letter", "his-side-room"];
/// Paper of these goes home with the family.
const GOES_HOME: [&str; 4] = ["mum", "dad", "advocate", "for-family"];

/// Where somebody meets a thing: a column of [`KEPT_OFF`].
fn spot(looker: &str, place: Place) -> &'static str {
    let home = GOES_HOME.contains(&looker);
    match (place, looker) {
        (Place::Screen, "chair" | "clerk") => "console",
        (Place::Screen, "wall" | "no-dad") => "wall",
        (Place::Screen, _) => "device",
        (Place::Pages | Place::Board, "letter") => "letter",
        (Place::Pages, _) if home => "pages-home",
        (Place::Pages, _) => "pages",
        (Place::Board, _) if home => "board-home",
        (Place::Board, _) => "board",
    }
}

/// Who somebody is in [`WORDING`].
fn reader(looker: &str, place: Place) -> &'static str {
    match (looker, place) {
        ("chair", _) => "chair",
        ("letter" | "side-room", _) => "own",
        (_, Place::Pages | Place::Board) => "paper",
        ("clerk", Place::Screen) => "clerk",
        ("wall" | "no-dad", Place::Screen) => "wall",
        ("advocate", Place::Screen) => "speaker",
        (_, Place::Screen) => "device",
    }
}

/// What somebody has of a thing Ada said.
pub fn promised(case: Case<'_>, looker: &str, place: Place) -> Got {
    if looker == "tablet" {
        return Got::Exact;
    }
    if HIS.contains(&looker) {
        return Got::Nothing;
    }
    let own = HERS.contains(&looker);
    if own && case.choice == "not-decided" || !own && !MAY_KNOW[&(case.choice, looker)] {
        return otherwise(case, looker);
    }
    let spot = spot(looker, place);
    let mut kept_off = case.not_on.iter().chain(case.nameless.then_some(&"nameless"));
    let there = kept_off.all(|surface| is_yes(KEPT_OFF, surface, spot));
    let time = match (looker, place) {
        ("chair", _) => "chair",
        (_, Place::Screen) => "screen",
        (_, Place::Pages | Place::Board) => "paper",
    };
    let come = is_yes(WHEN, case.when, time) && (looker == "chair" || !case.not_agreed);
    match cell(WORDING, case.wording, reader(looker, place)) {
        "exact" if there && come => Got::Exact,
        "agreed" if there && come => Got::Agreed,
        // A picture shows the hand that drew it.
        "image" if there && come && case.pictured && !case.nameless => Got::Picture,
        _ => otherwise(case, looker),
    }
}

/// Whoever is told nothing by the child's choice has the least of it when they must be told to keep somebody safe.
fn otherwise(case: Case<'_>, looker: &str) -> Got {
    if case.overridden && matches!(looker, "chair" | "dad") { Got::Least } else { Got::Nothing }
}

/// Whether the picture comes with what somebody has: with the words where they come with a name, and with no other words.
pub fn with_picture(case: Case<'_>, looker: &str, got: Got) -> bool {
    let knows_whose = !case.nameless || looker == "chair" || HERS.contains(&looker);
    match got {
        Got::Exact => case.pictured && knows_whose,
        Got::Picture => true,
        Got::Nothing | Got::Agreed | Got::Least => false,
    }
}
