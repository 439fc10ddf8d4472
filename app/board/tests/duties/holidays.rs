//! Bank holidays: those of thirteen years to the day, and those that are not known yet.
//!
//! Deliberately not here: what is counted with them.

use std::collections::BTreeMap;

use board::duties::{Calendar, Nation, OneOffs};
use jiff::civil::{Date, Weekday, date};

use super::{duty, timetable};

fn calendar(nation: Nation) -> Calendar {
    Calendar::new(nation, OneOffs::shipped().unwrap())
}

#[test]
fn thirteen_years_of_bank_holidays_agree_in_every_part_of_the_country() {
    type Years = BTreeMap<String, String>;
    let table: BTreeMap<String, Years> = toml::from_str(include_str!("../data/bank-holidays.toml")).unwrap();
    assert_eq!(table.len(), Nation::ALL.len());
    for nation in Nation::ALL {
        let name = serde_json::to_value(nation).unwrap();
        let years = &table[name.as_str().unwrap()];
        assert_eq!(years.len(), 13);
        for (year, expected) in years {
            let holidays = calendar(nation).holidays(year.parse().unwrap());
            let days: Vec<String> = holidays.iter().map(|day| day.on.to_string()[5..].to_owned()).collect();
            assert_eq!(days.join(" "), *expected, "{} {year}", nation.words());
        }
    }
}

#[test]
fn a_substitute_day_says_what_it_stands_for() {
    let named = |nation, day: Date| calendar(nation).holiday(day).map(|holiday| holiday.name);
    let is = |nation, day: Date, name: &str| assert_eq!(named(nation, day).as_deref(), Some(name), "{day}");
    is(Nation::EnglandAndWales, date(2026, 12, 28), "Boxing Day, substitute day");
    is(Nation::EnglandAndWales, date(2022, 12, 26), "Boxing Day");
    is(Nation::EnglandAndWales, date(2022, 12, 27), "Christmas Day, substitute day");
    is(Nation::Scotland, date(2023, 1, 2), "2 January");
    is(Nation::Scotland, date(2023, 1, 3), "New Year's Day, substitute day");
    is(Nation::NorthernIreland, date(2026, 7, 13), "Battle of the Boyne, substitute day");
    is(Nation::EnglandAndWales, date(2020, 5, 8), "Early May bank holiday (VE Day)");
    assert_eq!(named(Nation::EnglandAndWales, date(2020, 5, 4)), None);
}

#[test]
fn easter_falls_as_the_almanacs_say_also_when_it_is_earliest_and_latest() {
    for easter in [
        date(2008, 3, 23),
        date(2011, 4, 24),
        date(2038, 4, 25),
        date(2049, 4, 18),
        date(2076, 4, 19),
        date(2096, 4, 15),
    ] {
        let monday = calendar(Nation::EnglandAndWales).holiday(easter.tomorrow().unwrap());
        assert_eq!(monday.map(|holiday| holiday.name).as_deref(), Some("Easter Monday"), "{easter}");
    }
}

#[test]
fn no_year_of_this_century_has_a_bank_holiday_at_a_weekend_or_two_on_one_day() {
    for nation in Nation::ALL {
        for year in 2008..2100 {
            let holidays = calendar(nation).holidays(year);
            assert!(holidays.len() >= 8, "{} {year}", nation.words());
            assert!(holidays.is_sorted_by(|one, other| one.on < other.on), "{} {year}", nation.words());
            let weekend = |day: Date| matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
            assert!(holidays.iter().all(|holiday| !weekend(holiday.on)), "{} {year}", nation.words());
        }
    }
}

#[test]
fn what_reaches_past_the_announced_years_says_that_it_may_change() {
    assert_eq!(timetable("england").calendar.announced_to(), 2027);
    assert!(!duty("england", "core_group_first", "2027-12-10").count.predicted);
    assert!(duty("england", "core_group_first", "2027-12-17").count.predicted);
}

#[test]
fn a_new_bank_holiday_needs_a_line_of_data_and_no_new_code() {
    let text = "announced_to = 2028\n[[added]]\non = \"2028-06-07\"\nname = \"A day for everybody\"";
    let calendar = Calendar::new(Nation::Scotland, OneOffs::parse(text).unwrap());
    assert!(!calendar.is_working_day(date(2028, 6, 7)));
    let only_there = format!("{text}\nnations = [\"northern-ireland\"]");
    let calendar = Calendar::new(Nation::Scotland, OneOffs::parse(&only_there).unwrap());
    assert!(calendar.is_working_day(date(2028, 6, 7)));
}

#[test]
fn a_bank_holiday_cannot_be_moved_from_a_day_that_is_none() {
    let text = "announced_to = 2027\n[[moved]]\nfrom = \"2027-04-01\"\nto = \"2027-04-02\"\nname = \"Nothing\"";
    let problems = OneOffs::parse(text).unwrap_err();
    assert_eq!(problems[0].path, "moved[0].from");
}
