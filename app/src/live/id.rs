//! Ids for new things, made where the thing is made, so that sending it twice is harmless.
//!
//! Deliberately not here: ids that keep something secret. These only have to be different.

/// A new id: 26 random letters and digits. Only event handlers ask for one, so only the browser makes any.
#[cfg(feature = "hydrate")]
pub fn new_id() -> String {
    const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
    let mut bytes = [0_u8; 26];
    let crypto = web_sys::window().and_then(|window| window.crypto().ok());
    let filled = crypto.is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if !filled {
        for byte in &mut bytes {
            *byte = random_byte();
        }
    }
    bytes.iter().map(|byte| char::from(LETTERS[usize::from(byte % 32)])).collect()
}

/// A byte from the page's own dice, for the rare browser that keeps its better ones from pages.
#[cfg(feature = "hydrate")]
fn random_byte() -> u8 {
    let dice = js_sys::Math::random() * 256.0;
    (0_u8..=255).rev().find(|byte| f64::from(*byte) <= dice).unwrap_or(0)
}

/// On the server nothing is ever sent, so there is nothing to name.
#[cfg(not(feature = "hydrate"))]
pub fn new_id() -> String {
    String::new()
}
