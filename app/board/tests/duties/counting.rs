//! Counting: a table of dated cases, and what holds for every date there is.
//!
//! Deliberately not here: the sentence that explains a count.

use board::duties::{Calendar, Count, Limit, Moment, Nation, OneOffs, Order, Unit};
use jiff::civil::{Date, date};
use proptest::prelude::{Strategy, any, prop_assert, prop_assert_eq, proptest};
use proptest::sample::select;
use serde::Deserialize;

use super::duty;

#[derive(Deserialize)]
struct Table {
    cases: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    #[serde(rename = "in")]
    place: String,
    rule: String,
    from: String,
    due: Moment,
    why: String,
}

#[test]
fn every_dated_case_agrees() {
    let table: Table = toml::from_str(include_str!("../data/duties.toml")).unwrap();
    assert!(table.cases.len() >= 60, "only {} cases", table.cases.len());
    for Case { place, rule, from, due, why } in table.cases {
        let counted = duty(&place, &rule, &from).count.due;
        assert_eq!(counted, due, "{place}, {rule} from {from}: {why}");
    }
}

#[test]
fn every_counted_day_is_there_to_be_checked() {
    let count = duty("england", "core_group_first", "2026-03-27").count;
    let days: Vec<String> = count.days.iter().map(ToString::to_string).collect();
    let expected = ["30", "31", "01", "02", "07", "08", "09", "10", "13", "14"];
    assert_eq!(days.iter().map(|day| &day[8..]).collect::<Vec<_>>(), expected);
    let left_out: Vec<&str> = count.left_out.iter().map(|holiday| holiday.name.as_str()).collect();
    assert_eq!(left_out, ["Good Friday", "Easter Monday"]);
}

#[test]
fn a_last_day_that_is_no_working_day_names_the_one_before_it() {
    assert_eq!(duty("england", "review_first", "2026-09-25").count.safer, Some(date(2026, 12, 24)));
    assert_eq!(duty("england", "review_first", "2026-11-30").count.safer, Some(date(2027, 2, 26)));
    assert_eq!(duty("england", "review_first", "2026-09-24").count.safer, None);
}

#[test]
fn counting_at_the_end_of_the_calendar_stops() {
    let calendar = Calendar::new(Nation::Scotland, OneOffs::shipped().unwrap());
    let limit = Limit { number: Limit::LARGEST, unit: Unit::WorkingDays };
    let last = Count::new(limit, Order::After, date(9999, 12, 20).into(), &calendar);
    assert_eq!(last.days.first(), Some(&date(9999, 12, 21)));
    assert!(last.days.len() < 10);
    assert_eq!(Count::new(limit, Order::After, Date::MAX.into(), &calendar).due.day, Date::MAX);
    assert_eq!(Count::new(limit, Order::Before, Date::MIN.into(), &calendar).due.day, Date::MIN);
}

fn days() -> impl Strategy<Value = Date> {
    (2008i16..2100, 1i8..=12, 1i8..=28).prop_map(|(year, month, day)| date(year, month, day))
}

fn calendars() -> impl Strategy<Value = Calendar> {
    select(&Nation::ALL[..]).prop_map(|nation| Calendar::new(nation, OneOffs::shipped().unwrap()))
}

proptest! {
    #[test]
    fn working_days_are_as_many_as_asked_in_order_and_none_is_passed_over(
        from in days(), number in 1u16..60, calendar in calendars(), back in any::<bool>(),
    ) {
        let order = if back { Order::Before } else { Order::After };
        let count = Count::new(Limit { number, unit: Unit::WorkingDays }, order, from.into(), &calendar);
        prop_assert_eq!(count.days.len(), usize::from(number));
        let (first, last) = if back { (count.due.day, from) } else { (from, count.due.day) };
        let mut between: Vec<Date> = first
            .series(jiff::ToSpan::day(1))
            .take_while(|day| *day <= last)
            .filter(|day| *day != from && calendar.is_working_day(*day))
            .collect();
        if back {
            between.reverse();
        }
        prop_assert_eq!(&count.days, &between);
        prop_assert!(count.safer.is_none());
    }

    #[test]
    fn counting_there_and_back_again_ends_where_it_began(
        from in days(), number in 1u16..60, calendar in calendars(),
    ) {
        let begin = if calendar.is_working_day(from) { from } else { calendar.working_day_before(from).unwrap() };
        let limit = Limit { number, unit: Unit::WorkingDays };
        let there = Count::new(limit, Order::After, begin.into(), &calendar).due;
        prop_assert_eq!(Count::new(limit, Order::Before, there, &calendar).due.day, begin);
    }

    #[test]
    fn a_month_ends_on_the_same_day_or_on_the_last_of_a_shorter_month(from in days(), number in 1u16..24) {
        let calendar = Calendar::new(Nation::EnglandAndWales, OneOffs::shipped().unwrap());
        let late = from.last_of_month();
        let due = Count::new(Limit { number, unit: Unit::Months }, Order::After, late.into(), &calendar).due.day;
        prop_assert!(due.day() == late.day() || (due.day() < late.day() && due == due.last_of_month()));
    }
}
