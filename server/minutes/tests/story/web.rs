//! The same copy as a page: what a screen reader needs, what a policy allows, what a phone gets.

use board::document::{Block, Column, Span};
use minutes::{HtmlOptions, STYLE_SHEET, Style, html};

use crate::paper::{POLISH, minutes, only};

#[test]
fn the_page_stands_alone() {
    let page = html(&minutes(), &HtmlOptions::default());
    assert!(page.starts_with("<!doctype html>\n<html lang=\"en-GB\">"));
    assert!(page.contains("<title>Maja and Tomek: minutes of the initial child protection conference</title>"));
    assert!(page.contains("@page { size: A4;") && page.contains(STYLE_SHEET));
    assert!(!page.contains("<script") && !page.contains(" style=") && !page.contains("http"));
    for asks in ["href=", "src=", "url(", "@import"] {
        assert!(!page.contains(asks), "a saved page asks nobody for anything: {asks}");
    }
    assert!(page.contains(
        "content: \"Copy A, Małgorzata Nowak. 24 September 2026. Version 2. Fingerprint 7f3a 91c2 0b1d 55aa\""
    ));
}

#[test]
fn under_a_policy_its_looks_are_linked() {
    let style = Style::Linked { href: "/style/paper.css?a=1&b=2".into(), nonce: Some("abc".into()) };
    let top = Some("<nav><a href=\"/\">Back</a></nav>".into());
    let page = html(&minutes(), &HtmlOptions { style, top, ..HtmlOptions::default() });
    assert!(page.contains("<link rel=\"stylesheet\" href=\"/style/paper.css?a=1&amp;b=2\" nonce=\"abc\">"));
    assert!(!page.contains("<style"));
    let (nav, main) = (page.find("<nav>").unwrap(), page.find("<main>").unwrap());
    assert!(nav < main);
}

#[test]
fn a_childs_words_are_a_quotation_in_their_own_language() {
    let page = html(&minutes(), &HtmlOptions::default());
    assert!(page.contains(&format!("<blockquote class=\"words\" lang=\"pl\" dir=\"auto\">„{POLISH}”</blockquote>")));
    assert!(page.contains("<figcaption class=\"who\" dir=\"auto\">In Tomek’s words</figcaption>"));
    assert!(
        page.contains("data-kind=\"own\"")
            && page.contains("data-kind=\"said\"")
            && page.contains("data-kind=\"drawn\"")
    );
    assert!(page.contains("data-state=\"missing\""));
}

#[test]
fn a_table_names_its_heads() {
    let page = html(&minutes(), &HtmlOptions::default());
    assert!(page.contains("<caption dir=\"auto\">What was decided for each child</caption>"));
    assert!(page.contains("<th scope=\"col\" dir=\"auto\">Decision</th>"));
    assert!(page.contains("<th scope=\"row\" dir=\"auto\">Maja, 7</th>"));
    assert_eq!(page.matches("<thead>").count(), 1, "a table without heads has no empty ones");
}

#[test]
fn a_row_too_long_for_its_heads_keeps_its_cells() {
    let cells = ["one", "two", "three"].map(|cell| vec![Span::plain(cell)]).to_vec();
    let columns = vec![Column { head: "Only head".into(), share: 1 }];
    let page =
        html(&only(vec![Block::Table { caption: String::new(), columns, rows: vec![cells] }]), &HtmlOptions::default());
    assert!(page.contains("<td dir=\"auto\">three</td>"));
    let nothing = Block::Table { caption: "Nothing".into(), columns: Vec::new(), rows: Vec::new() };
    assert!(!html(&only(vec![nothing]), &HtmlOptions::default()).contains("<table"));
}

#[test]
fn there_is_one_main_heading_even_where_no_block_is_one() {
    let page = html(&only(Vec::new()), &HtmlOptions::default());
    assert_eq!(page.matches("<h1").count(), 1);
}

#[test]
fn arabic_runs_from_the_right_and_its_block_with_it() {
    let arabic = Span { language: Some("ar".into()), ..Span::plain("مرحبا") };
    let page = html(&only(vec![Block::Paragraph(vec![arabic.clone()])]), &HtmlOptions::default());
    assert!(page.contains("<p lang=\"ar\" dir=\"rtl\">مرحبا</p>"));
    let page = html(&only(vec![Block::Paragraph(vec![Span::plain("He said "), arabic])]), &HtmlOptions::default());
    assert!(page.contains("<p dir=\"auto\">He said <span lang=\"ar\" dir=\"rtl\">مرحبا</span></p>"));
}
