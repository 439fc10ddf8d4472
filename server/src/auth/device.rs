//! What sort of device somebody signs in with, in a few words, so that they know their own again.
//!
//! Deliberately coarse, and never as the browser tells it: that would follow a person about.

/// By what a browser's text holds: the machine.
const MACHINES: [(&str, &str); 8] = [
    ("iPhone", "an iPhone"),
    ("iPad", "an iPad"),
    ("Android", "an Android device"),
    ("CrOS", "a Chromebook"),
    ("Windows", "a Windows computer"),
    ("Macintosh", "a Mac"),
    ("Linux", "a Linux computer"),
    ("X11", "a computer"),
];

/// And the browser. Many name others too, so the order matters.
const BROWSERS: [(&str, &str); 7] = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("FxiOS/", "Firefox"),
    ("Firefox/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
];

/// A device in words: "Edge on a Windows computer".
pub(crate) fn words(user_agent: &str) -> String {
    let find = |known: &[(&str, &'static str)]| {
        known.iter().find(|(mark, _)| user_agent.contains(mark)).map(|(_, words)| *words)
    };
    let machine = find(&MACHINES).unwrap_or("another device");
    match find(&BROWSERS) {
        Some(browser) => format!("{browser} on {machine}"),
        None => format!("A program on {machine}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_device_is_told_in_words_of_ours_alone() {
        let edge = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 \
                    Safari/537.36 Edg/130.0.0.0";
        assert_eq!(words(edge), "Edge on a Windows computer");
        let iphone = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) \
                      Version/17.5 Mobile/15E148 Safari/604.1";
        assert_eq!(words(iphone), "Safari on an iPhone");
        assert_eq!(words("curl/8 <script>"), "A program on another device");
    }
}
