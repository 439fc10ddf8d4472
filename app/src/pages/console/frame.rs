//! Where a thing is in the window, in pixels.
//!
//! Deliberately not here: deciding anything by it on the server, which has no window.

use leptos::web_sys::Element;

/// The edges of an element.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Frame {
    /// From the top of the window to its top.
    pub(super) top: f64,
    /// From the top of the window to its foot.
    pub(super) foot: f64,
    /// From the left of the window to its right edge.
    pub(super) right: f64,
    /// Its width.
    pub(super) width: f64,
    /// Its height.
    pub(super) height: f64,
}

/// Where an element is now.
#[cfg(feature = "hydrate")]
pub(super) fn frame(element: &Element) -> Frame {
    let frame = element.get_bounding_client_rect();
    Frame { top: frame.top(), foot: frame.bottom(), right: frame.right(), width: frame.width(), height: frame.height() }
}

/// On the server nothing is anywhere.
#[cfg(not(feature = "hydrate"))]
pub(super) fn frame(_: &Element) -> Frame {
    Frame::default()
}

/// A length as style sheets write it. The browser writes the number: our own code for it would weigh some kilobytes.
#[cfg(feature = "hydrate")]
pub(super) fn pixels(length: f64) -> String {
    js_sys::Number::from(length).to_fixed(0).map(|number| format!("{}px", String::from(number))).unwrap_or_default()
}

/// On the server nothing is anywhere.
#[cfg(not(feature = "hydrate"))]
pub(super) fn pixels(_: f64) -> String {
    String::new()
}

/// The element under a point of the window.
pub(super) fn under(x: i32, y: i32) -> Option<Element> {
    // No window is wider than this number can say.
    let pixel = |at: i32| f32::from(i16::try_from(at).unwrap_or(i16::MAX));
    leptos::prelude::document().element_from_point(pixel(x), pixel(y))
}
