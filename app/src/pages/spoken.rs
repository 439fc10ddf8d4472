//! Languages that children here speak, for saying which language something was said in.
//!
//! Deliberately not here: the languages of a child's screens. Those are files of their own.

/// Languages that children here often speak, by their tags (source: BCP 47).
pub(super) const SPOKEN: [(&str, &str); 24] = [
    ("en", "English"),
    ("cy", "Cymraeg (Welsh)"),
    ("gd", "Gàidhlig (Scottish Gaelic)"),
    ("ga", "Gaeilge (Irish)"),
    ("bfi", "British Sign Language"),
    ("ar", "العربية (Arabic)"),
    ("bn", "বাংলা (Bengali)"),
    ("bg", "Български (Bulgarian)"),
    ("zh", "中文 (Chinese)"),
    ("fa", "فارسی (Farsi)"),
    ("fr", "Français (French)"),
    ("gu", "ગુજરાતી (Gujarati)"),
    ("ku", "Kurdî (Kurdish)"),
    ("lt", "Lietuvių (Lithuanian)"),
    ("ps", "پښتو (Pashto)"),
    ("pl", "Polski (Polish)"),
    ("pt", "Português (Portuguese)"),
    ("pa", "ਪੰਜਾਬੀ (Punjabi)"),
    ("ro", "Română (Romanian)"),
    ("so", "Soomaali (Somali)"),
    ("es", "Español (Spanish)"),
    ("tr", "Türkçe (Turkish)"),
    ("uk", "Українська (Ukrainian)"),
    ("ur", "اردو (Urdu)"),
];
