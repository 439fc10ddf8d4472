//! Who gets which copy: how much it holds, in which form and by which way; what it leaves out and why; what the scan found; and that
//! it was given.
//!
//! Deliberately not here: sending anything. Nothing leaves by itself.

use board::file::{Sheet, Typed};
use board::keyed::Identified as _;
use board::view::file::{CopyLine, FileView, Reader};
use leptos::prelude::*;

use super::frame::{closed, frame, news};
use super::part::typed_of;
use super::saying;
use super::sheet::{Form, Forms};
use crate::given::{self, CopyFile, receive};
use crate::ui::{IntoPart as _, Stopped};

/// The page at `/conferences/:id/copies`.
#[component]
pub fn CopiesPage() -> impl IntoView {
    match receive::<given::CopiesPage>() {
        Ok(page) => draw(page),
        Err(why) => view! { <Stopped why /> }.into_part(),
    }
}

fn draw(page: given::CopiesPage) -> AnyView {
    let given::CopiesPage { staff, file, copies, files, form } = page;
    let action = format!("/conferences/{}/copies", file.id);
    let forms = Forms { file: &file, duties: &[], now: &form, action };
    let hint = "Each copy is made from scratch from what its reader may have. Nothing sends itself: write down here when you have \
                given one.";
    let rows: Vec<AnyView> = copies.iter().enumerate().map(|(at, copy)| row(&forms, at, copy, &files)).collect();
    let manifest = (file.reader == Reader::Chair).then(|| {
        let href = format!("/conferences/{}/copies/manifest.json", file.id);
        view! {
            <p>
                <a href=href download="manifest.json">"The manifest: what each leaves out under which rule. For the file only."</a>
            </p>
        }
    });
    let inside = vec![
        view! { <p class="hint">{hint}</p> }.into_any(),
        news(&form),
        closed(&file),
        manifest.into_any(),
        rows.into_any(),
    ];
    frame(staff, &file, "/copies", "Copies", inside)
}

fn row(forms: &Forms, at: usize, copy: &CopyLine, files: &[CopyFile]) -> AnyView {
    let file = forms.file;
    let kept = file.matters.iter().find(|matter| Some(matter.id()) == copy.settled.as_ref());
    let mut typed = kept.map(|matter| typed_of(Sheet::Recipient, matter)).unwrap_or_default();
    if kept.is_none() {
        typed.put("to", copy.to.clone());
        typed.put("print", "ordinary");
    }
    let more = match kept {
        Some(_) => saying::known(file, Sheet::Recipient, &typed),
        None => "It is not settled yet which copy this is".to_owned(),
    };
    let form = forms.draw(Form {
        sheet: Sheet::Recipient,
        id: copy.settled.as_ref().map_or_else(|| format!("{}-r{at}", forms.now.fresh), ToString::to_string),
        typed,
        is_kept: kept.is_some(),
        is_open: false,
        heading: "Which copy, and how".to_owned(),
        more,
        vague: &[],
        above: None,
    });
    view! {
        <section class="sheet stack" aria-label=copy.called.clone()>
            <h2>{copy.called.clone()}</h2>
            {form}
            {preview(file, copy)}
            {finished(file, copy, files)}
            {scan(copy)}
            {left_out(copy)}
            {given_out(forms, copy)}
        </section>
    }
    .into_any()
}

/// The paper as it would be now.
fn preview(file: &FileView, copy: &CopyLine) -> AnyView {
    let Some(paper) = &copy.paper else {
        return ().into_any();
    };
    let kind = if copy.is_letter { "letter" } else { "minutes" };
    let href = format!("/conferences/{}/{kind}/{paper}", file.id);
    view! {
        <p>
            <a href=href aria-label=format!("Look at the paper: {}", copy.called)>
                "Look at the paper"
            </a>
        </p>
    }
    .into_any()
}

/// The files this recipient gets, each made when it is asked for, as the record stands then.
fn finished(file: &FileView, copy: &CopyLine, files: &[CopyFile]) -> AnyView {
    let one = |made: &CopyFile| {
        let href = format!("/conferences/{}/copies/{}", file.id, made.name);
        let words = made.words.clone();
        let name = format!("{words}, {}", copy.called);
        view! {
            <li>
                <a href=href aria-label=name download=made.name.clone()>
                    {words}
                </a>
            </li>
        }
    };
    let theirs: Vec<AnyView> =
        files.iter().filter(|made| made.to == copy.to).map(|made| one(made).into_any()).collect();
    if theirs.is_empty() { ().into_any() } else { view! { <ul class="files">{theirs}</ul> }.into_any() }
}

/// What should not be in it, and is.
fn scan(copy: &CopyLine) -> AnyView {
    if copy.paper.is_none() || copy.is_letter {
        return ().into_any();
    }
    if copy.scan.is_empty() {
        return view! { <p>"The scan found nothing in it that should not be there."</p> }.into_any();
    }
    let found = copy.scan.iter().map(|words| view! { <li>{words.clone()}</li> }).collect_view();
    view! {
        <div class="news">
            <p>
                <b>"The scan found this in it. Take it out at the board, or change who may know it, before you give it."</b>
            </p>
            <ul>{found}</ul>
        </div>
    }
    .into_any()
}

fn left_out(copy: &CopyLine) -> AnyView {
    if copy.left_out.is_empty() {
        return ().into_any();
    }
    let line =
        |out: &board::view::file::LeftOutLine| view! { <li>{format!("{} (", out.what)} {out.why.clone()} ")"</li> };
    let lines = copy.left_out.iter().map(line).collect_view();
    view! {
        <details class="more">
            <summary>{format!("What it leaves out, and why ({})", copy.left_out.len())}</summary>
            <p class="hint">"For the file only. The copy itself gives no sign of it."</p>
            <ul class="left-out">{lines}</ul>
        </details>
    }
    .into_any()
}

/// That it was given, and a way to write that down.
fn given_out(forms: &Forms, copy: &CopyLine) -> AnyView {
    let given = copy.given.iter().map(|words| view! { <li>{format!("Given {words}")}</li> }).collect_view();
    let form = (copy.paper.is_some() && forms.file.reader == Reader::Chair).then(|| {
        let posted = forms.posted("given", &copy.to);
        let typed = posted.map_or_else(Typed::default, |posted| posted.typed.clone());
        let id = format!("given-{}", copy.to.replace(':', "-"));
        view! {
            <form method="post" action=forms.action.clone()>
                <input type="hidden" name="sheet" value="given" />
                <input type="hidden" name="id" value=copy.to.clone() />
                <input type="hidden" name="copy" value=format!("{}-{}", forms.now.fresh, copy.to.replace(':', "-")) />
                <div class="field">
                    <label for=id.clone()>{format!("How it was given to {}", copy.called)}</label>
                    <div class="beside">
                        <input type="text" id=id name="how" value=typed.get("how").to_owned() autocomplete="off" />
                        <button type="submit" class="button" name="do" value="save">
                            "It was given"
                        </button>
                    </div>
                </div>
            </form>
        }
    });
    view! {
        <ul>{given}</ul>
        {form}
    }
    .into_any()
}
