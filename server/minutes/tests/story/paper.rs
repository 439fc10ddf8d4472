//! The paper that the story is told with: Mum's copy of the minutes about Maja and Tomek. Everybody in it is made up.

use board::document::{Block, Column, Document, Edition, Running, Span, Voice};

/// The head of the chain of the record that Mum's copy was made from.
pub(crate) const FINGERPRINT: &str = "7f3a91c20b1d55aa7f3a91c20b1d55aa7f3a91c20b1d55aa7f3a91c20b1d55aa";

/// What Tomek said on the stairs.
pub(crate) const STAIRS: &str = "I listen on the stairs. I know how many steps he takes before it starts.";

/// What Tomek likes, in Polish.
pub(crate) const POLISH: &str = "Lubię, jak babcia śpiewa mi po polsku przed snem.";

/// Mum's copy.
pub(crate) fn minutes() -> Document {
    Document {
        title: "Maja and Tomek: minutes of the initial child protection conference".into(),
        language: "en-GB".into(),
        running: Running {
            authority: "Fenmarsh County Council".into(),
            reference: "FCC-104417, FCC-104418".into(),
            edition: Some(Edition::signed(2, FINGERPRINT.parse().unwrap())),
            copy: "Copy A, Małgorzata Nowak. 24 September 2026".into(),
            demo: Some("Made up for demonstration. Nobody in it is real.".into()),
        },
        blocks: decided().into_iter().chain(child()).collect(),
    }
}

/// A paper with these blocks and nothing else to say.
pub(crate) fn only(blocks: Vec<Block>) -> Document {
    Document { blocks, running: Running { demo: None, ..minutes().running }, ..minutes() }
}

/// A heading of a section.
pub(crate) fn heading(text: &str) -> Block {
    Block::Heading { level: 2, text: text.into(), new_page: false }
}

/// A paragraph in the paper's own language.
pub(crate) fn paragraph(text: &str) -> Block {
    Block::Paragraph(vec![Span::plain(text)])
}

/// A child's words, as the child wrote them.
pub(crate) fn words(text: &str, language: Option<&str>) -> Block {
    card(Voice::Own, Span { language: language.map(Into::into), ..Span::plain(text) }, None)
}

/// A child's card.
pub(crate) fn card(voice: Voice, words: Span, translation: Option<&str>) -> Block {
    let detail = (voice != Voice::Own).then(|| "Jean-Luc N’Guessan wrote it down".into());
    let translation = translation.map(Into::into);
    Block::Words { who: "In Tomek’s words".into(), detail, words, translation, voice }
}

/// An answer to a child's words.
pub(crate) fn answer(text: &str) -> Block {
    Block::Answer { text: Some(text.into()) }
}

fn column(head: &str, share: u16) -> Column {
    Column { head: head.into(), share }
}

fn cells(cells: &[&str]) -> Vec<Vec<Span>> {
    cells.iter().map(|cell| vec![Span::plain(*cell)]).collect()
}

/// The first page: what was decided, what she said, what happens next.
fn decided() -> Vec<Block> {
    vec![
        Block::Heading {
            level: 1,
            text: "Maja and Tomek: minutes of the initial child protection conference".into(),
            new_page: false,
        },
        paragraph(
            "Thursday 24 September 2026, 1:30pm to 3:35pm. Fenmarsh Civic Annexe, room 2. Chair: Siân Pryce-Jones.",
        ),
        Block::Paragraph(vec![
            Span::plain("This copy is for "),
            Span::strong("Małgorzata Nowak"),
            Span::plain(". Please keep it safe."),
        ]),
        heading("What was decided"),
        Block::Table {
            caption: "What was decided for each child".into(),
            columns: vec![column("Child", 2), column("Decision", 4), column("Category", 3)],
            rows: vec![
                cells(&["Maja, 7", "Child protection plan", "Emotional abuse"]),
                cells(&["Tomek, 11", "Child protection plan", "Emotional abuse"]),
            ],
        },
        paragraph(
            "Both have heard their mum being hurt, four times that we know of. It is likely to happen again if contact \
             at home goes back to how it was. The school nurse does not agree about Tomek. Her reasons are on page 6.",
        ),
        heading("What you said about it"),
        paragraph(
            "You agree with a plan for Maja. You are not sure about Tomek: “he did not do anything wrong, is this a \
             punishment?” Siân explained that it is not.",
        ),
        heading("What happens next"),
        Block::Table {
            caption: "Dates".into(),
            columns: vec![column("", 4), column("", 5)],
            rows: vec![
                cells(&["Friday 25 September", "Letter with the decision and plan"]),
                cells(&["Tuesday 6 October, 10am", "First core group, the team for the plan"]),
                cells(&["Thursday 10 December, 1:30pm", "First review conference"]),
            ],
        },
        paragraph("Your social worker is Priya D’Souza. If something here is not right, tell Priya or Siân."),
    ]
}

/// The page with Tomek's own words.
fn child() -> Vec<Block> {
    vec![
        Block::Heading { level: 1, text: "What Tomek told us".into(), new_page: true },
        paragraph(
            "Tomek chose to wait at school. Jean-Luc N’Guessan, his advocate, spoke for him. These are his exact words.",
        ),
        card(
            Voice::Own,
            Span { language: Some("pl".into()), ..Span::plain(POLISH) },
            Some("English by Katarzyna Żak: I like it when Grandma sings to me in Polish before sleep."),
        ),
        words(STAIRS, None),
        answer("It is in the plan: Gran does the doors, and window locks are on by 30 September."),
        card(Voice::Drawn, Span::plain("A house where the door isn't a thing."), None),
        answer("The second goal is now written in his words. Jean-Luc tells him."),
        card(Voice::Said, Span::plain("I don't want to be on a plan like a bad kid"), None),
        Block::Answer { text: None },
        heading("What the adults said"),
        Block::Line {
            who: "Priya D’Souza".into(),
            detail: Some("Social worker, saw it herself".into()),
            words: vec![
                Span::plain("Tomek asked for football with "),
                Span { language: Some("pl".into()), ..Span::plain("tata") },
                Span::plain(" every Saturday, not “maybe”."),
            ],
        },
        Block::Line {
            who: "Adébáyọ̀ Ó Dálaigh".into(),
            detail: None,
            words: vec![Span::plain("قال Delroy إنّ الموعد 10:30 يوم الثلاثاء (room 2)")],
        },
    ]
}
