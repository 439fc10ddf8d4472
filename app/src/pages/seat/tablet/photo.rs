//! A photo of paper, or a document: taken or chosen, turned by quarters, and its edges cut off.
//!
//! Deliberately not here: changing the picture. What is wished is sent with it, and the server does it once.

use leptos::html::{Canvas, Input};
use leptos::prelude::*;

use super::heading::Heading;
use super::pad::{Pad, Screen};
use crate::ui::Icon;

/// The four edges, by the keys of their names.
const EDGES: [&str; 4] = ["photo.left", "photo.top", "photo.right", "photo.bottom"];
/// The most that is cut off at one edge, in hundredths.
const MOST: u16 = 45;

/// How the photo shall be turned and cut.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Shape {
    /// Quarter turns to the right.
    turns: u8,
    /// How much of each edge is cut off, in hundredths: left, top, right, bottom.
    cut: [u16; 4],
}

impl Shape {
    /// The same as the server is asked for it: the part that is kept, in thousandths.
    #[cfg_attr(not(any(test, feature = "hydrate")), expect(dead_code, reason = "only a browser asks"))]
    fn query(self) -> String {
        let [left, top, right, bottom] = self.cut.map(|hundredths| hundredths.min(MOST) * 10);
        let (width, height) = (1000 - left - right, 1000 - top - bottom);
        format!("?turns={}&crop={left},{top},{width},{height}", self.turns % 4)
    }
}

/// The screen on which a photo is taken.
#[component]
pub(super) fn Photo(
    /// The tablet.
    pad: Pad,
) -> impl IntoView {
    let (template, place) = (pad.template.get_untracked()?, pad.open.get_untracked()?);
    let shape = RwSignal::new(Shape::default());
    let chosen = RwSignal::new(false);
    let (input, sheet) = (NodeRef::<Input>::new(), NodeRef::<Canvas>::new());
    let choose = move |_: leptos::ev::Event| {
        shape.set(Shape::default());
        camera::choose(pad, input, sheet, chosen);
    };
    Effect::new(move |_| {
        let shape = shape.get();
        if chosen.get() {
            camera::show(sheet, shape);
        }
    });
    let keep = move |_| camera::keep(pad, sheet, shape.get_untracked());
    let take = move || pad.say.say(if chosen.get() { "photo.again" } else { "photo.take" });
    let edges = EDGES.iter().enumerate().map(|(at, key)| {
        let cut = move |event: leptos::ev::Event| {
            let hundredths = event_target_value(&event).parse().unwrap_or_default();
            shape.update(|shape| {
                if let Some(edge) = shape.cut.get_mut(at) {
                    *edge = hundredths;
                }
            });
        };
        let value = move || shape.with(|shape| shape.cut.get(at).copied().unwrap_or_default()).to_string();
        view! {
            <label class="edge">
                <span>{pad.say.say(key)}</span>
                <input type="range" min="0" max=MOST.to_string() step="1" prop:value=value on:input=cut />
            </label>
        }
    });
    let edges = edges.collect_view();
    Some(view! {
        <main class="sheet open">
            <Heading pad words=pad.say.label(&template, &place.key) />
            <p class="ask">{pad.say.say("photo.paper_only")}</p>
            <label class="button camera">
                <Icon name="camera" />
                {take}
                <input
                    class="unseen"
                    type="file"
                    accept="image/png,image/jpeg,image/webp,application/pdf"
                    capture="environment"
                    node_ref=input
                    on:change=choose
                />
            </label>
            <div class="photo" hidden=move || !chosen.get()>
                <canvas class="canvas" node_ref=sheet role="img" aria-label=pad.say.say("entry.yours_drawn")></canvas>
                <fieldset class="edges">
                    <legend>{pad.say.say("photo.cut")}</legend>
                    {edges}
                </fieldset>
                <button
                    type="button"
                    class="button"
                    on:click=move |_| shape.update(|shape| *shape = Shape { turns: (shape.turns + 1) % 4, cut: [0; 4] })
                >
                    <Icon name="redo" />
                    {pad.say.say("photo.turn")}
                </button>
            </div>
            <div class="foot">
                <button type="button" class="button" data-kind="plain" on:click=move |_| pad.go(Screen::Open)>
                    {pad.say.say("do.back")}
                </button>
                <button type="button" class="button" data-kind="main" disabled=move || !chosen.get() on:click=keep>
                    <Icon name="check" />
                    {pad.say.say("photo.use")}
                </button>
            </div>
        </main>
    })
}

#[cfg(feature = "hydrate")]
mod camera {
    //! The photo that was chosen, and what it looks like as it shall be kept.

    use std::cell::RefCell;

    use board::picture::PictureKind;
    use board::tool::Pen;
    use leptos::prelude::{GetUntracked as _, RwSignal, Set as _};
    use wasm_bindgen::JsCast as _;
    use wasm_bindgen::closure::Closure;
    use web_sys::{CanvasRenderingContext2d, File, FileReader, HtmlCanvasElement, HtmlImageElement};

    use super::super::picture::{Held, Wish, hold};
    use super::{Canvas, Input, MOST, NodeRef, Pad, Screen, Shape};

    /// How large a photo is shown, in dots on its longer side.
    const SHOWN: f64 = 900.0;
    /// What is laid over the edges that are cut off.
    const CUT_OFF: &str = "rgb(26 32 48 / .55)";

    thread_local! {
        /// The file and the picture in it. They are the browser's own things and cannot lie in a signal.
        static CHOSEN: RefCell<Option<(File, HtmlImageElement)>> = const { RefCell::new(None) };
    }

    /// Takes the file that was chosen. A document goes as it is; a picture is shown first.
    pub(super) fn choose(pad: Pad, input: NodeRef<Input>, sheet: NodeRef<Canvas>, chosen: RwSignal<bool>) {
        let file = input.get_untracked().and_then(|input| input.files()).and_then(|files| files.get(0));
        let Some(file) = file else { return };
        if file.type_() == "application/pdf" {
            give(pad, file, None, String::new());
            return;
        }
        let (Ok(reader), Ok(image)) = (FileReader::new(), HtmlImageElement::new()) else { return };
        let shown = image.clone();
        let loaded = Closure::once_into_js(move || {
            CHOSEN.set(Some((file, shown)));
            chosen.set(true);
            show(sheet, Shape::default());
        });
        image.set_onload(Some(loaded.unchecked_ref()));
        let read = reader.clone();
        let done = Closure::once_into_js(move || {
            if let Some(address) = read.result().ok().and_then(|result| result.as_string()) {
                image.set_src(&address);
            }
        });
        reader.set_onload(Some(done.unchecked_ref()));
        if let Some(file) = input.get_untracked().and_then(|input| input.files()).and_then(|files| files.get(0)) {
            // A file that cannot be read is not shown, and nothing is lost: the child can choose another.
            let _ = reader.read_as_data_url(&file);
        }
    }

    /// Shows the photo turned, with what is cut off laid in shade.
    pub(super) fn show(sheet: NodeRef<Canvas>, shape: Shape) {
        CHOSEN.with_borrow(|chosen| {
            let (Some((_, image)), Some(sheet)) = (chosen, sheet.get_untracked()) else { return };
            let Some(on) = turned(&sheet, image, shape.turns) else { return };
            let (width, height) = (f64::from(sheet.width()), f64::from(sheet.height()));
            let [left, top, right, bottom] = shape.cut.map(|hundredths| f64::from(hundredths.min(MOST)) / 100.0);
            on.set_fill_style_str(CUT_OFF);
            on.fill_rect(0.0, 0.0, width * left, height);
            on.fill_rect(width * (1.0 - right), 0.0, width * right, height);
            on.fill_rect(0.0, 0.0, width, height * top);
            on.fill_rect(0.0, height * (1.0 - bottom), width, height * bottom);
        });
    }

    /// Draws the photo on the sheet, turned by quarters.
    fn turned(sheet: &HtmlCanvasElement, image: &HtmlImageElement, turns: u8) -> Option<CanvasRenderingContext2d> {
        let (wide, high) = (f64::from(image.natural_width()), f64::from(image.natural_height()));
        let scale = (SHOWN / wide.max(high).max(1.0)).min(1.0);
        let (wide, high) = ((wide * scale).round(), (high * scale).round());
        let (width, height) = if turns.is_multiple_of(2) { (wide, high) } else { (high, wide) };
        sheet.set_attribute("width", &width.to_string()).ok()?;
        sheet.set_attribute("height", &height.to_string()).ok()?;
        let on: CanvasRenderingContext2d = sheet.get_context("2d").ok()??.dyn_into().ok()?;
        on.translate(width / 2.0, height / 2.0).ok()?;
        on.rotate(f64::from(turns) * std::f64::consts::FRAC_PI_2).ok()?;
        on.draw_image_with_html_image_element_and_dw_and_dh(image, -wide / 2.0, -high / 2.0, wide, high).ok()?;
        on.reset_transform().ok()?;
        Some(on)
    }

    /// Sends the photo as it shall be kept.
    pub(super) fn keep(pad: Pad, sheet: NodeRef<Canvas>, shape: Shape) {
        let Some((file, _)) = CHOSEN.take() else { return };
        let preview = sheet.get_untracked().and_then(|sheet| sheet.to_data_url().ok());
        give(pad, file, preview, shape.query());
    }

    fn give(pad: Pad, file: File, preview: Option<String>, query: String) {
        let Some(draft) = pad.draft() else { return };
        let wish = Wish { query, kind: PictureKind::Photo };
        let held: Held = pad.own(|| hold(preview, file.into(), wish));
        draft.held.set(Some(held));
        pad.pen.set(Pen::Drawing);
        pad.go(Screen::Words);
    }
}

#[cfg(not(feature = "hydrate"))]
mod camera {
    //! On the server there is no camera.

    use leptos::prelude::RwSignal;

    use super::{Canvas, Input, NodeRef, Pad, Shape};

    pub(super) fn choose(_: Pad, _: NodeRef<Input>, _: NodeRef<Canvas>, _: RwSignal<bool>) {}
    pub(super) fn show(_: NodeRef<Canvas>, _: Shape) {}
    pub(super) fn keep(_: Pad, _: NodeRef<Canvas>, _: Shape) {}
}

#[cfg(test)]
mod tests {
    use super::Shape;

    #[test]
    fn what_is_kept_is_said_in_thousandths_and_is_never_nothing() {
        assert_eq!(Shape::default().query(), "?turns=0&crop=0,0,1000,1000");
        assert_eq!(Shape { turns: 5, cut: [10, 0, 20, 5] }.query(), "?turns=1&crop=100,0,700,950");
        assert_eq!(Shape { turns: 0, cut: [99, 0, 99, 0] }.query(), "?turns=0&crop=450,0,100,1000");
    }
}
