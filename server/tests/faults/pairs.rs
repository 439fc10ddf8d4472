//! Two who change the same line at the same moment: one of them is first, for everybody, and the other is told and keeps what
//! they wrote.
//!
//! Deliberately not here: what a console then shows of both texts.

use board::command::Command;
use board::rejection::Rejection;
use board::view::View;

use crate::common::{Client, Heard, fresh, line};
use crate::dice::times;

const PAIRS: (&str, u64) = ("HEARTH_PAIRS", 100);

fn reworded(was: &str, words: &str) -> Command {
    Command::RewordCard { card: "L".parse().unwrap(), was: was.to_owned(), words: words.to_owned() }
}

fn says(view: &View, words: &str) -> bool {
    view.cards.get(&"L".parse().unwrap()).is_some_and(|card| card.words == words)
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_who_change_a_line_at_once_one_is_first_and_the_other_is_told() {
    let (_folder, server) = fresh();
    let mut chair = Client::console(&server, &server.chair().await).await;
    let mut clerk = Client::console(&server, &server.clerk().await).await;
    let mut stands = "As it was put down".to_owned();
    assert_eq!(chair.ask("line", &line("L", &stands)).await, Heard::Done);
    let (pairs, mut won_by_chair) = (times(PAIRS.0, PAIRS.1), 0_u64);
    for pair in 0..pairs {
        clerk.until(|view| says(view, &stands)).await;
        chair.until(|view| says(view, &stands)).await;
        let (ours, theirs) = (format!("The chair's words {pair}"), format!("The minute taker's words {pair}"));
        let (one, other) = (reworded(&stands, &ours), reworded(&stands, &theirs));
        let (ids, begins) = ((format!("chair-{pair}"), format!("clerk-{pair}")), pair % 2 == 0);
        // Who speaks first is the network's to say; each begins as often as the other.
        let (chairs, clerks) = if begins {
            tokio::join!(chair.ask(&ids.0, &one), clerk.ask(&ids.1, &other))
        } else {
            let (clerks, chairs) = tokio::join!(clerk.ask(&ids.1, &other), chair.ask(&ids.0, &one));
            (chairs, clerks)
        };
        let told = |words: &str| Heard::Rejected(Rejection::ChangedMeanwhile { now: words.to_owned() });
        stands = match (chairs, clerks) {
            (Heard::Done, other) if other == told(&ours) => ours,
            (other, Heard::Done) if other == told(&theirs) => theirs,
            both => panic!("pair {pair}: one is first and the other is told by what: {both:?}"),
        };
        won_by_chair += u64::from(stands.starts_with("The chair"));
    }
    println!("{pairs} pairs; the chair was first in {won_by_chair} of them");
}
