//! The keys, on one page.
//!
//! Deliberately not here: a key that has no button. Every one of these can also be pressed on the screen.

use leptos::prelude::*;

use super::Icon;
use crate::ui::IntoPart as _;

/// Keys and what they do.
const KEYS: [(&str, &str); 17] = [
    ("?", "This page"),
    ("1 to 6", "Go to a phase"),
    ("[ and ]", "The phase before, the phase after"),
    ("N", "Write a new line"),
    ("Ctrl + Enter", "Put what you write on the board"),
    ("Up, Down, Home, End", "Go from line to line"),
    ("Space", "Pick a line up; arrows move it, Space puts it down, Esc puts it back"),
    ("Enter", "Open the menu of a line"),
    ("M", "Move the line to another section"),
    ("G", "Group the line with another"),
    ("P", "Add the line to the plan, or open the plan"),
    ("S", "Open the scale"),
    ("F", "Show on the wall what lies open: this column, the plan or the decision. Again: follow the phase"),
    ("B", "Blank the wall, or show it again"),
    ("C", "Draw the curtain: the wall is neutral and the family’s devices pause. Again: open it"),
    ("/", "Find a line"),
    ("Ctrl + Z, Ctrl + Y", "Undo, redo"),
];

/// The page, laid on top of the table.
#[component]
pub(super) fn Keys() -> impl IntoView {
    let keys = KEYS.into_iter().map(|(key, words)| {
        view! {
            <div>
                <dt>
                    <kbd>{key}</kbd>
                </dt>
                <dd>{words}</dd>
            </div>
        }
    });
    view! {
        <div class="dialog" id="keys" popover role="dialog" aria-label="Keys and help">
            <div class="dialog-top">
                <h2>"Keys and help"</h2>
                <button type="button" class="button" data-kind="plain" autofocus=true popovertarget="keys" popovertargetaction="hide">
                    <Icon name="close" />
                    "Close"
                </button>
            </div>
            <div class="dialog-body">
                <p>"Letters act while you are not writing. Esc leaves what you are in, and never loses what you wrote."</p>
                <dl class="keys">{keys.collect_view()}</dl>
            </div>
        </div>
    }
    .into_part()
}
