//! Words as people really write them: every one must come through to the page and out of the PDF again.

use minutes::{HtmlOptions, PdfOptions, html, pdf};

use crate::paper::{only, paragraph, words};
use crate::reader::{running, says};

/// Names and sentences, each with its language.
pub(crate) const SENTENCES: [(&str, &str); 12] = [
    ("en", "O'Connor-Blake, D'Souza, O'Neill-Ó Súilleabháin, N'Guessan, \"it's\" (curly: it’s)"),
    (
        "en",
        "Małgorzata Żółtowski, Siân, Ó Dálaigh, Côté, Ødegård, Desrosiers, Adébáyọ̀, Æthelflæd, Müller-Achebe, Ffŵl, Brû",
    ),
    ("vi", "Nguyễn Thị Hồng Ánh"),
    ("ar", "أريد أن يسألني أحد قبل أن أقرر"),
    ("ur", "میں چاہتا ہوں کہ ابو اور امی لڑنا بند کریں۔"),
    ("bn", "আমি সব কথা বলি না কারণ আমি চাই না আম্মু কষ্ট পাক। কিন্তু আমি ক্লান্ত।"),
    ("pl", "„Chcę, żeby mama się nie bała, kiedy dzwoni telefon.”"),
    ("en", "👨‍👩‍👧‍👦 👍🏽 🎧 💛 😬 🏳️‍🌈"),
    ("en", "<3 mum & babcia > \"the loud man\" · =SUM(1,2) · @home · ; DROP TABLE x"),
    ("en", "sandwitch, wobly, agen"),
    ("en", "He said \"she said 'stop' and he didn't\""),
    ("cy", "Dw i eisiau i rywun ofyn i mi cyn penderfynu."),
];

#[test]
fn every_sentence_comes_out_of_the_pdf_as_it_went_in() {
    for (language, sentence) in SENTENCES {
        let file = pdf(&only(vec![words(sentence, Some(language))]), &PdfOptions::default()).unwrap();
        assert!(says(&file, sentence), "{sentence}\n{}", running(&file));
    }
}

#[test]
fn and_as_an_adults_words_too() {
    let all = SENTENCES.iter().map(|(_, sentence)| paragraph(sentence)).collect();
    let file = pdf(&only(all), &PdfOptions::default()).unwrap();
    for (language, sentence) in SENTENCES {
        // In a paragraph that names no language a full stop after Urdu still ends the sentence on its left.
        assert!(says(&file, sentence), "{language}: {sentence}\n{}", running(&file));
    }
}

#[test]
fn a_sentence_in_both_directions_keeps_every_word() {
    let sentence = "قال Delroy إنّ الموعد 10:30 يوم الثلاثاء (room 2)";
    let file = pdf(&only(vec![words(sentence, Some("ar"))]), &PdfOptions::default()).unwrap();
    for word in ["قال", "Delroy", "الموعد", "10:30", "يوم الثلاثاء", "room 2"] {
        assert!(says(&file, word), "{word}: {}", running(&file));
    }
}

#[test]
fn vowel_marks_never_take_a_word_apart() {
    let file = pdf(&only(vec![words("قبل أن يقرّروا عنّي مُحَمَّد", Some("ar"))]), &PdfOptions::default()).unwrap();
    // Some readers turn a mark and its letter round; the letters must stand together all the same.
    let letters: String = running(&file).chars().filter(|c| !matches!(c, '\u{64B}'..='\u{652}')).collect();
    for word in ["يقرروا", "عني", "محمد"] {
        assert!(letters.contains(word), "{word}: {letters}");
    }
}

#[test]
fn a_word_without_an_end_is_broken_and_all_there() {
    let word = "a".repeat(200);
    let file = pdf(&only(vec![words(&word, None)]), &PdfOptions::default()).unwrap();
    let letters = running(&file).chars().filter(|c| *c == 'a').count();
    let others = running(&pdf(&only(vec![words("", None)]), &PdfOptions::default()).unwrap());
    assert_eq!(letters - others.chars().filter(|c| *c == 'a').count(), 200);
}

#[test]
fn next_to_nothing_is_still_said() {
    for said in ["?", "."] {
        let file = pdf(&only(vec![words(said, None)]), &PdfOptions::default()).unwrap();
        assert!(says(&file, &format!("“{said}”")), "{}", running(&file));
    }
}

#[test]
fn what_a_child_typed_is_never_a_tag() {
    let page = html(&only(vec![words("<3 mum & <script>alert('x')</script>", None)]), &HtmlOptions::default());
    assert!(page.contains("“&lt;3 mum &amp; &lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;”"));
    assert!(!page.contains("<script"));
}
