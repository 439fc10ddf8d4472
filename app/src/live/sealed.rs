//! Sealing in the browser: the key that the server gave, what is sealed with it, and the place where that lies, in this
//! window alone.
//!
//! Deliberately not here: when (that is `kept`). A browser without the means, or without a secure address, seals nothing.

use js_sys::{Array, ArrayBuffer, Object, Reflect, Uint8Array};
use leptos::prelude::window;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AesGcmParams, CryptoKey, Storage, SubtleCrypto};

/// How long a nonce is, in bytes. It is drawn anew each time.
const NONCE: usize = 12;

/// A key that can be used and not be read.
pub(super) struct Key(CryptoKey);

impl Key {
    /// Takes the key that the server gave.
    pub(super) async fn take(hex: &str) -> Result<Self, JsValue> {
        let bytes = bytes(hex).ok_or(JsValue::NULL)?;
        let algorithm = Object::new();
        Reflect::set(&algorithm, &"name".into(), &"AES-GCM".into())?;
        let uses = Array::of2(&"encrypt".into(), &"decrypt".into());
        let key = Uint8Array::from(bytes.as_slice());
        let key = subtle()?.import_key_with_object("raw", &key, &algorithm, false, &uses)?;
        Ok(Self(JsFuture::from(key).await?.unchecked_into()))
    }

    /// Seals a text, as one that can be kept.
    pub(super) async fn seal(&self, text: &str) -> Result<String, JsValue> {
        let mut nonce = [0; NONCE];
        window().crypto()?.get_random_values_with_u8_array(&mut nonce)?;
        let sealed = subtle()?.encrypt_with_object_and_u8_array(&with(&nonce), &self.0, text.as_bytes())?;
        let sealed: ArrayBuffer = JsFuture::from(sealed).await?.unchecked_into();
        Ok(hex(&nonce) + &hex(&Uint8Array::new(&sealed).to_vec()))
    }

    /// Opens what was kept; an error where it was sealed with another key.
    pub(super) async fn open(&self, kept: &str) -> Result<String, JsValue> {
        let bytes = bytes(kept).ok_or(JsValue::NULL)?;
        let (nonce, sealed) = bytes.split_at_checked(NONCE).ok_or(JsValue::NULL)?;
        let text = subtle()?.decrypt_with_object_and_u8_array(&with(nonce), &self.0, sealed)?;
        let text: ArrayBuffer = JsFuture::from(text).await?.unchecked_into();
        String::from_utf8(Uint8Array::new(&text).to_vec()).map_err(|_| JsValue::NULL)
    }
}

fn with(nonce: &[u8]) -> AesGcmParams {
    AesGcmParams::new("AES-GCM", &Uint8Array::from(nonce))
}

fn subtle() -> Result<SubtleCrypto, JsValue> {
    Ok(window().crypto()?.subtle())
}

fn hex(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from_digit(value.into(), 16).unwrap_or('0');
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

fn bytes(hex: &str) -> Option<Vec<u8>> {
    let two = |two: &[u8]| u8::from_str_radix(std::str::from_utf8(two).ok()?, 16).ok();
    hex.as_bytes().chunks(2).map(two).collect()
}

/// Where it is kept, for each connection and everybody who uses this device apart.
pub(super) struct Place(String);

impl Place {
    /// The place of this name, for the connection to this address.
    pub(super) fn of(address: &str, name: &str) -> Self {
        Self(format!("hearth-kept {address} {name}"))
    }

    fn storage() -> Option<Storage> {
        window().session_storage().ok().flatten()
    }

    /// What is there.
    pub(super) fn read(&self) -> Option<String> {
        Self::storage()?.get_item(&self.0).ok()?
    }

    /// Puts it there, or takes away what is there. False where there is no room: then nothing is there, and leaving the page is
    /// asked about all the same.
    pub(super) fn write(&self, kept: Option<&str>) -> bool {
        let Some(storage) = Self::storage() else { return false };
        match kept {
            Some(kept) if storage.set_item(&self.0, kept).is_ok() => true,
            Some(_) => {
                let _ = storage.remove_item(&self.0);
                false
            }
            None => storage.remove_item(&self.0).is_ok(),
        }
    }
}
