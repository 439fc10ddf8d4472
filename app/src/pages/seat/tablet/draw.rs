//! A sheet to draw on, with a pen or a finger: named colours, two tips, a rubber, and a way back stroke by stroke.
//!
//! Deliberately not here: clearing everything. A drawing is taken back one stroke after another.

use leptos::ev::PointerEvent;
use leptos::html::Canvas;
use leptos::prelude::*;

use super::draft::Draft;
use super::heading::Heading;
use super::pad::{Pad, Screen};
use super::strokes::{COLOURS, PAPER, SHEET, SKINS, Tip};
use crate::ui::{Icon, IntoPart as _};

/// The screen on which something is drawn.
#[component]
pub(super) fn Draw(
    /// The tablet.
    pad: Pad,
) -> impl IntoView {
    let (template, place, draft) = (pad.template.get_untracked()?, pad.open.get_untracked()?, pad.draft()?);
    let tip = RwSignal::new(Tip { colour: COLOURS.first().map_or(PAPER, |(_, colour)| colour), thick: false });
    let sheet = NodeRef::<Canvas>::new();
    let blank = move || draft.drawing.with(super::strokes::Drawing::is_blank);
    let back = move |_| {
        draft.drawing.update(super::strokes::Drawing::back);
        canvas::all(sheet, draft);
    };
    let keep = move |_| canvas::keep(pad, sheet, draft);
    let ask = pad.say.place(&template, &place.key, "ask").unwrap_or_default();
    Some(view! {
        <main class="sheet open drawing-page">
            <Heading pad words=pad.say.label(&template, &place.key) />
            <p class="ask">{ask}</p>
            <Sheet pad draft tip sheet />
            <Inks pad tip />
            <div class="foot">
                <button type="button" class="button" data-kind="plain" on:click=move |_| pad.go(Screen::Open)>
                    {pad.say.say("do.back")}
                </button>
                <button type="button" class="button" disabled=blank on:click=back>
                    <Icon name="undo" />
                    {pad.say.say("draw.undo")}
                </button>
                <button type="button" class="button" data-kind="main" disabled=blank on:click=keep>
                    <Icon name="check" />
                    {pad.say.say("draw.use")}
                </button>
            </div>
        </main>
    })
}

/// The sheet itself. Strokes are kept as data; what is on the sheet is drawn from them.
#[component]
fn Sheet(
    /// The tablet.
    pad: Pad,
    /// What is being put into the place.
    draft: Draft,
    /// What draws.
    tip: RwSignal<Tip>,
    /// The sheet.
    sheet: NodeRef<Canvas>,
) -> impl IntoView {
    Effect::new(move |_| canvas::all(sheet, draft));
    let down = move |event: PointerEvent| canvas::down(sheet, draft, tip.get_untracked(), &event);
    let on = move |event: PointerEvent| canvas::on(sheet, draft, &event);
    let up = move |_: PointerEvent| draft.drawing.update(super::strokes::Drawing::up);
    let (width, height) = SHEET;
    view! {
        <canvas
            class="canvas"
            node_ref=sheet
            width=width.to_string()
            height=height.to_string()
            role="img"
            aria-label=pad.say.say("draw.paper")
            on:pointerdown=down
            on:pointermove=on
            on:pointerup=up
            on:pointercancel=up
        ></canvas>
    }
    .into_part()
}

/// The colours, the tips and the rubber.
#[component]
fn Inks(
    /// The tablet.
    pad: Pad,
    /// What draws.
    tip: RwSignal<Tip>,
) -> impl IntoView {
    let named = COLOURS.map(|(key, colour)| (pad.say.say(key), colour));
    let skins = SKINS
        .iter()
        .enumerate()
        .map(|(at, colour)| (pad.say.fill("draw.skin", "number", &(at + 1).to_string()), *colour));
    let inks = named.into_iter().chain(skins).map(|(name, colour)| {
        view! {
            <label class="ink">
                <input
                    type="radio"
                    name="ink"
                    prop:checked=move || tip.get().colour == colour
                    on:change=move |_| tip.update(|tip| tip.colour = colour)
                />
                <svg viewBox="0 0 32 32" aria-hidden="true">
                    <circle cx="16" cy="16" r="13" fill=colour></circle>
                </svg>
                <span>{name}</span>
            </label>
        }
    });
    let thick = [(false, "draw.thin"), (true, "draw.thick")].map(|(thick, key)| {
        view! {
            <button
                type="button"
                class="button"
                aria-pressed=move || (tip.get().thick == thick).to_string()
                on:click=move |_| tip.update(|tip| tip.thick = thick)
            >
                {pad.say.say(key)}
            </button>
        }
    });
    view! {
        <div class="inks">
            <fieldset>
                <legend class="unseen">{pad.say.say("draw.colours")}</legend>
                {inks.collect_view()}
            </fieldset>
            <div class="row">
                {thick.into_iter().collect_view()}
                <button
                    type="button"
                    class="button"
                    aria-pressed=move || (tip.get().colour == PAPER).to_string()
                    on:click=move |_| tip.update(|tip| tip.colour = PAPER)
                >
                    {pad.say.say("draw.rubber")}
                </button>
            </div>
        </div>
    }
    .into_part()
}

#[cfg(feature = "hydrate")]
mod canvas {
    //! What is seen of the strokes.

    use board::picture::PictureKind;
    use wasm_bindgen::JsCast as _;
    use wasm_bindgen::closure::Closure;
    use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement};

    use super::super::picture::{Wish, hold};
    use super::super::strokes::{Stroke, Tip};
    use super::{Canvas, Draft, Get as _, NodeRef, PAPER, Pad, PointerEvent, SHEET, Screen, Set as _, Update as _};
    use board::tool::Pen;
    use leptos::prelude::{GetUntracked as _, WithUntracked as _};

    fn context(sheet: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
        sheet.get_context("2d").ok()??.dyn_into().ok()
    }

    /// Where the pointer is, in the sheet's measure.
    fn place(sheet: &HtmlCanvasElement, event: &PointerEvent) -> (f64, f64) {
        let seen = sheet.get_bounding_client_rect();
        let (width, height) = SHEET;
        let x = (f64::from(event.client_x()) - seen.x()) / seen.width().max(1.0) * width;
        let y = (f64::from(event.client_y()) - seen.y()) / seen.height().max(1.0) * height;
        (x, y)
    }

    fn line(on: &CanvasRenderingContext2d, tip: Tip, from: (f64, f64), to: (f64, f64)) {
        on.set_stroke_style_str(tip.colour);
        on.set_line_width(tip.width());
        on.set_line_cap("round");
        on.begin_path();
        on.move_to(from.0, from.1);
        on.line_to(to.0, to.1);
        on.stroke();
    }

    fn stroke(on: &CanvasRenderingContext2d, stroke: &Stroke) {
        let mut from = stroke.points.first().copied().unwrap_or_default();
        for to in &stroke.points {
            line(on, stroke.tip, from, *to);
            from = *to;
        }
    }

    /// Draws the whole sheet anew.
    pub(super) fn all(sheet: NodeRef<Canvas>, draft: Draft) {
        let Some(on) = sheet.get().and_then(|sheet| context(&sheet)) else { return };
        let (width, height) = SHEET;
        on.set_fill_style_str(PAPER);
        on.fill_rect(0.0, 0.0, width, height);
        draft.drawing.with_untracked(|drawing| drawing.strokes.iter().for_each(|it| stroke(&on, it)));
    }

    /// A tip comes down.
    pub(super) fn down(sheet: NodeRef<Canvas>, draft: Draft, tip: Tip, event: &PointerEvent) {
        let Some(sheet) = sheet.get_untracked() else { return };
        event.prevent_default();
        // Without the capture a stroke ends at the edge of the sheet.
        let _ = sheet.set_pointer_capture(event.pointer_id());
        let at = place(&sheet, event);
        draft.drawing.update(|drawing| drawing.down(&event.pointer_type(), tip, at));
        if let Some(on) = context(&sheet).filter(|_| draft.drawing.with_untracked(|it| it.now.is_some())) {
            line(&on, tip, at, at);
        }
    }

    /// It moves on.
    pub(super) fn on(sheet: NodeRef<Canvas>, draft: Draft, event: &PointerEvent) {
        let Some(sheet) = sheet.get_untracked() else { return };
        if draft.drawing.with_untracked(|drawing| drawing.now.is_none()) {
            return;
        }
        let at = place(&sheet, event);
        let mut drawn = None;
        draft.drawing.update(|drawing| drawn = drawing.on(at));
        if let (Some((tip, from)), Some(on)) = (drawn, context(&sheet)) {
            line(&on, tip, from, at);
        }
    }

    /// Makes a picture of the sheet, sends it, and asks what is in it.
    pub(super) fn keep(pad: Pad, sheet: NodeRef<Canvas>, draft: Draft) {
        let Some(sheet) = sheet.get_untracked() else { return };
        let preview = sheet.to_data_url().ok();
        let made = Closure::once_into_js(move |picture: Blob| {
            let wish = Wish { query: String::new(), kind: PictureKind::Drawn };
            draft.held.set(Some(pad.own(|| hold(preview, picture, wish))));
            pad.pen.set(Pen::Drawing);
            pad.go(Screen::Words);
        });
        // A sheet that cannot be made a picture of stays as it is, and the child can still say what is on it.
        let _ = sheet.to_blob(made.unchecked_ref());
    }
}

#[cfg(not(feature = "hydrate"))]
mod canvas {
    //! On the server nothing is drawn.

    use super::super::strokes::Tip;
    use super::{Canvas, Draft, NodeRef, Pad, PointerEvent};

    pub(super) fn all(_: NodeRef<Canvas>, _: Draft) {}
    pub(super) fn down(_: NodeRef<Canvas>, _: Draft, _: Tip, _: &PointerEvent) {}
    pub(super) fn on(_: NodeRef<Canvas>, _: Draft, _: &PointerEvent) {}
    pub(super) fn keep(_: Pad, _: NodeRef<Canvas>, _: Draft) {}
}
