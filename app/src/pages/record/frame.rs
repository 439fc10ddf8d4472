//! What stands around every page of the record: the bar, where else to go, what has just happened.
//!
//! Deliberately not here: forms.

use board::file::Part;
use board::view::file::{FileView, Reader};
use leptos::prelude::*;

use crate::given::{FormNow, Staff};
use crate::ui::{Bar, DemoMark};

/// The page around its parts, at one of the addresses of a conference.
pub(super) fn frame(staff: Staff, file: &FileView, at: &str, heading: &str, inside: Vec<AnyView>) -> AnyView {
    let address = |page: &str| format!("/conferences/{}{page}", file.id);
    let (demo, board) = (file.demo, address(""));
    let reader = file.reader;
    let pages = [
        ("/prepare", "Prepare", reader.is_at_console()),
        ("/record", "The record", true),
        ("/checks", "Before you finish", reader.is_at_console()),
        ("/copies", "Copies", reader.has_copies()),
        ("/after", "After", reader.is_at_console()),
    ];
    let link = |(page, words, _): (&'static str, &'static str, bool)| {
        view! {
            <a href=address(page) aria-current=(page == at).then_some("page")>
                {words}
            </a>
        }
    };
    let links = pages.into_iter().filter(|(.., is_theirs)| *is_theirs).map(link).collect_view();
    let sees_the_board = reader != Reader::Support;
    view! {
        <div class="list record">
            <Bar staff>
                <DemoMark demo />
                {sees_the_board
                    .then(|| {
                        view! {
                            <a class="button" href=board>
                                "Open the board"
                            </a>
                        }
                    })}
            </Bar>
            <main class="stack">
                <nav class="jump" aria-label="This conference">
                    {links}
                </nav>
                <h1>{heading.to_owned()}</h1>
                <p class="of">{format!("{}: {}, {}", file.title, file.kind, file.date)}</p>
                {inside}
            </main>
        </div>
    }
    .into_any()
}

/// What has just happened to a form of this page.
pub(super) fn news(form: &FormNow) -> AnyView {
    if form.kept {
        return view! { <p class="news" role="status">"Saved. It is on the record."</p> }.into_any();
    }
    let Some(posted) = &form.posted else {
        return ().into_any();
    };
    let Some(refused) = posted.refused.clone() else {
        return ().into_any();
    };
    let typed = (!posted.sheet.is_empty())
        .then(|| view! { <p>"Nothing was saved, and everything you typed is still in the form below."</p> });
    view! {
        <div class="news" role="alert">
            <p>
                <b>{refused}</b>
            </p>
            {typed}
        </div>
    }
    .into_any()
}

/// That the record is approved, and what that means here.
pub(super) fn closed(file: &FileView) -> AnyView {
    if file.approval.signed.is_empty() {
        return ().into_any();
    }
    let corrections = format!("/conferences/{}/record/{}", file.id, Part::Corrections.code());
    let versions = file.approval.signed.iter().map(|words| view! { <li>{words.clone()}</li> }).collect_view();
    view! {
        <div class="news">
            <p>
                <b>"The record is approved and closed."</b>
                " What is put right is added as a "
                <a href=corrections>"correction"</a>
                "; nothing is replaced."
            </p>
            <ul>{versions}</ul>
        </div>
    }
    .into_any()
}
