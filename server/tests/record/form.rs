//! A form of a page, read as a browser reads it: every control with what stands in it.
//!
//! Deliberately not here: a parser for any page. Ours are drawn by one program, and its marks are looked for.

/// What a browser would send of the first form after a mark in a page.
pub struct Form(Vec<(String, String)>);

impl Form {
    /// Reads the form; the mark is an id, or words near it.
    pub fn after(page: &str, mark: &str) -> Self {
        let (_, rest) = page.split_once(mark).unwrap_or_else(|| panic!("the page has {mark}"));
        let (_, rest) = rest.split_once("<form").expect("a form follows");
        let (inside, _) = rest.split_once("</form>").expect("the form ends");
        let mut fields = Vec::new();
        let mut rest = inside;
        while let Some((_, tag)) = rest.split_once('<') {
            let (tag, after) = tag.split_once('>').unwrap_or((tag, ""));
            rest = after;
            let name = attribute(tag, "name").unwrap_or_default();
            if tag.starts_with("input") {
                let kind = attribute(tag, "type").unwrap_or_default();
                let is_sent = !matches!(kind.as_str(), "checkbox" | "radio") || tag.contains(" checked");
                if is_sent {
                    fields.push((name, attribute(tag, "value").unwrap_or_default()));
                }
            } else if tag.starts_with("textarea") {
                let (words, after) = after.split_once("</textarea>").expect("the place to write ends");
                fields.push((name, plain(words).trim_start_matches('\n').to_owned()));
                rest = after;
            } else if tag.starts_with("select") {
                let (options, after) = after.split_once("</select>").expect("the list ends");
                let options: Vec<&str> =
                    options.split("<option").skip(1).filter_map(|one| one.split('>').next()).collect();
                let chosen = options.iter().find(|one| one.contains(" selected")).or(options.first());
                fields.push((name, chosen.and_then(|one| attribute(one, "value")).unwrap_or_default()));
                rest = after;
            }
        }
        Self(fields)
    }

    /// What stands in a field.
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value.as_str())
    }

    /// Types into a field, ticks a box, or chooses.
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.0.retain(|(known, _)| known != name);
        self.0.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Ticks one more box of several.
    pub fn tick(mut self, name: &str, value: &str) -> Self {
        self.0.push((name.to_owned(), value.to_owned()));
        self
    }

    /// As it is sent when a button is pressed.
    pub fn pressed(self, button: &str) -> String {
        let all = self.with("do", button).0;
        let encode = |text: &str| text.bytes().fold(String::new(), |coded, byte| format!("{coded}%{byte:02X}"));
        all.iter().map(|(name, value)| format!("{}={}", encode(name), encode(value))).collect::<Vec<_>>().join("&")
    }
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    rest.split_once('"').map(|(value, _)| plain(value))
}

/// A text of a page, without what stands for its marks.
pub fn plain(text: &str) -> String {
    text.replace("<!>", "")
        .replace("<!---->", "")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#x27;", "'")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
}
