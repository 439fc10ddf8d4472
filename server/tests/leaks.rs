//! The drawn pages, held against what a child chose in every way there is: the HTML of each screen, with the words a screen
//! reader reads and the JSON it comes with, holds nothing that its reader was not promised.
//!
//! Deliberately not here: the promise itself, written by hand beside the rules of the board; the papers, whose own stories
//! look at them; and the sockets, which carry the same views.

#![expect(clippy::unwrap_used, reason = "a story that cannot go on has failed")]

#[path = "../../app/board/tests/visibility/case.rs"]
#[expect(dead_code, reason = "each story uses a part of what they share")]
mod case;
#[path = "../../app/board/tests/common/mod.rs"]
#[expect(dead_code, reason = "each story uses a part of what they share")]
mod common;
#[path = "../../app/board/tests/visibility/promise.rs"]
mod promise;
#[path = "../../app/board/tests/visibility/table.rs"]
mod table;

use app::address::Address;
use app::given::{ConsolePage, Given, Kit, Opened, SeatPage, Staff, WallPage};
use app::here::Asked;
use app::ui::drawn_now;
use board::audience::Audience;
use board::language::{Tongue, english};
use board::state::State;
use board::toolkit::{AgeBand, shipped};
use board::view::{ChildView, LastTime, project};
use case::{Told, all_lookers, all_of, beside, got, keeps_every_promise, looking, notices, on_screen, places, told};
use leptos::prelude::*;
use promise::{Got, Place};
use proptest::strategy::{Strategy as _, ValueTree as _};
use proptest::test_runner::TestRunner;
use serde::Serialize;

/// A page as the server sends it, with what it is given inside.
fn page<T: Serialize>(address: &Address, is_childs: bool, given: T) -> String {
    let given = Given::new(&Ok(given));
    Owner::new().with(|| {
        provide_context(given.clone());
        app::shell::shell("", address.program(is_childs), address.clone(), Asked::default(), given).to_html()
    })
}

/// A child's tablet says the same to everybody, beside the child's own words.
fn kit() -> Kit {
    Kit { tongue: Tongue::default(), tongues: Vec::new(), words: english().clone(), templates: shipped().to_vec() }
}

/// What an audience's screen is, as it is loaded.
fn screen(state: &State, audience: &Audience) -> String {
    let view = Box::new(project(state, audience));
    let child = |id: &board::id::ChildId| ChildView { id: id.clone(), known_as: "A child".to_owned() };
    match audience {
        Audience::Chair | Audience::Clerk => {
            let id = state.record.conference.id.clone();
            let staff = Staff {
                name: "Somebody".to_owned(),
                role: "Staff".to_owned(),
                places: app::given::Place::ALL.to_vec(),
            };
            let opened = Opened { id: id.clone(), view: *view, staff };
            let after = page(&Address::After(id.to_string()), false, opened.clone());
            let last_time = LastTime::of(state, audience);
            let drawn = drawn_now(&opened.view, project(state, &Audience::Wall), last_time.as_ref(), &id);
            page(&Address::Console(id.to_string()), false, ConsolePage { opened, drawn }) + &after
        }
        Audience::Wall => page(&Address::Wall, false, WallPage::Board { view }),
        Audience::Person(_) => page(&Address::Seat, false, SeatPage::Person { name: "Somebody".to_owned(), view }),
        Audience::SideRoom(id) => page(&Address::Seat, true, SeatPage::SideRoom { child: child(id), view }),
        Audience::Tablet(id) => {
            let page_of = SeatPage::Tablet { child: child(id), age: AgeBand::of(Some(10)), kit: Box::new(kit()), view };
            page(&Address::Seat, true, page_of)
        }
        Audience::Child(_) | Audience::Support | Audience::Professionals | Audience::Family => String::new(),
    }
}

/// What is wrong with the pages of `shown`, when `told` was chosen; nothing when the promise is kept.
fn broken(told: &Told, shown: &State) -> Option<String> {
    let without = told.state(false);
    let readers = all_lookers().into_iter().filter(|looker| places(looker).contains(&Place::Screen));
    readers.into_iter().find_map(|looker| {
        let (audience, state) = looking(looker, shown);
        let (_, without) = looking(looker, &without);
        let page = screen(&state, &audience);
        assert!(page.contains("<main") || page.contains("class=\"wall\""), "{looker} has a page");
        let promise = on_screen(told, looker);
        let wanted = all_of(told, looker, promise);
        let mut may_have = wanted.clone();
        may_have.extend(beside(looker, promise));
        if matches!(looker, "chair" | "clerk") {
            // The small copy of the wall is on the console.
            may_have.extend(all_of(told, "wall", on_screen(told, "wall")));
        }
        let has = got(&page);
        if has.iter().any(|got| !may_have.contains(got)) || wanted.iter().any(|wanted| !has.contains(wanted)) {
            return Some(format!("{looker}: finds {has:?} on the page, and was promised {wanted:?}"));
        }
        let trace = may_have.is_empty() && looker != "chair" && page != screen(&without, &audience);
        trace.then(|| format!("{looker}: finds a trace on the page"))
    })
}

#[test]
fn no_page_holds_more_than_the_child_chose_and_what_is_hidden_leaves_no_trace() {
    keeps_every_promise(64, broken);
}

#[test]
fn a_rule_that_forgets_who_may_know_or_in_which_words_is_found_on_the_pages() {
    for fault in ["who may know", "in which words"] {
        assert!(notices(fault, 40, broken), "nobody noticed a rule that forgets {fault}");
    }
}

/// The promise names a picture's bytes too; a page names its address, which holds nothing of what is on it.
#[test]
fn an_address_of_a_picture_says_nothing_of_what_is_on_it() {
    let mut runner = TestRunner::deterministic();
    let pictured = |told: &Told| told.pictured && on_screen(told, "mum") == Got::Exact && told.card.is_some();
    let told = std::iter::repeat_with(|| told().new_tree(&mut runner).unwrap().current()).find(pictured).unwrap();
    let (audience, state) = looking("mum", &told.state(true));
    let page = screen(&state, &audience);
    let from = page.find("/pictures/").unwrap();
    let address: String = page[from..].chars().take_while(|c| !"\"'?".contains(*c)).collect();
    assert!(address.ends_with("/P1"), "{address}");
}
