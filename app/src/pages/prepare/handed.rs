//! The code that was just made for a child's device: whose it becomes, what for, and what to do with it.
//!
//! Deliberately not here: making it. The server does, and shows it in this browser for ten minutes.

use leptos::prelude::*;

use crate::given::{Device, Handed};
use crate::live::Live;
use crate::ui::{IntoPart as _, SiteAddress};

/// The code, big, and what to do with it.
#[component]
pub(super) fn Code(
    /// The page's connection.
    live: Live,
    /// The code.
    handed: Handed,
) -> impl IntoView {
    let Handed { device, child, code } = handed;
    let name = untrack(|| live.view.with(|view| view.head.children.iter().find(|known| known.id == child).cloned()));
    let name = name.map_or_else(String::new, |child| child.known_as);
    let (what_for, begin) = match device {
        Device::Tablet => (format!("For {name}: their own tools"), "Sit with the child. Begin with who is there."),
        Device::Own => {
            (format!("For {name}: their own conference"), "Sit with the child, with the tablet between you.")
        }
        Device::SideRoom => {
            (format!("For {name}: the side room"), "Give it to the child, and to whoever sits with them.")
        }
    };
    view! {
        <div class="news handed" role="status">
            <p>
                <b>{what_for}</b>
            </p>
            <ol>
                <li>"On the tablet, open a browser and go to " <b><SiteAddress /></b></li>
                <li>"Type this code under “I have a code”. No name is needed."</li>
                <li>{begin}</li>
            </ol>
            <p class="big-code">{code}</p>
            <p
                class="hint"
            >
                "The code works once. When the child has finished, they can hand the tablet back to you."
            </p>
        </div>
    }
    .into_part()
}
