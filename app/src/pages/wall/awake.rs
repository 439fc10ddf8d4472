//! Asks the device not to darken the wall during a conference.
//!
//! Deliberately not here: insisting. Where a browser cannot do it, the room's own settings must.

/// Asks for the screen to stay on, now and whenever the page comes back to the front.
#[cfg(feature = "hydrate")]
pub(super) fn stay_awake() {
    use leptos::prelude::*;

    request();
    let back = window_event_listener(leptos::ev::focus, |_| request());
    on_cleanup(move || back.remove());
}

/// The server has no screen.
#[cfg(not(feature = "hydrate"))]
pub(super) fn stay_awake() {}

/// `navigator.wakeLock.request("screen")`, by name because not every browser has it.
#[cfg(feature = "hydrate")]
fn request() {
    use js_sys::{Function, Promise, Reflect};
    use wasm_bindgen::closure::Closure;
    use wasm_bindgen::{JsCast, JsValue};

    let navigator = leptos::prelude::window().navigator();
    let lock = Reflect::get(&navigator, &JsValue::from_str("wakeLock")).ok().filter(JsValue::is_object);
    let Some(lock) = lock else {
        return;
    };
    let request =
        Reflect::get(&lock, &JsValue::from_str("request")).ok().and_then(|call| call.dyn_into::<Function>().ok());
    if let Some(Ok(asked)) = request.map(|request| request.call1(&lock, &JsValue::from_str("screen"))) {
        // The answer comes later and may be no; either way there is nothing more to do.
        let nothing = Closure::once(|_: JsValue| ());
        let _ = Promise::resolve(&asked).catch(&nothing);
        nothing.forget();
    }
}
