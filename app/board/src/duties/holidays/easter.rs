//! Easter Sunday: the Sunday after the first full moon of spring, by the Church's tables.
//!
//! Deliberately not here: the Orthodox date, on which no bank holiday hangs.

use jiff::civil::Date;

/// Easter Sunday of a year of the Gregorian calendar, by the method published in Nature on 20 April 1876, which has no
/// exceptions.
pub(super) fn easter_sunday(year: i16) -> Option<Date> {
    let of = i32::from(year);
    let golden = of % 19;
    let (century, in_century) = (of / 100, of % 100);
    let leap_correction = century - century / 4;
    let moon_correction = (century - (century + 8) / 25 + 1) / 3;
    let moon = (19 * golden + leap_correction - moon_correction + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (in_century / 4) - moon - in_century % 4) % 7;
    let late = (golden + 11 * moon + 22 * weekday) / 451;
    let days = moon + weekday - 7 * late + 114;
    Date::new(year, i8::try_from(days / 31).ok()?, i8::try_from(days % 31 + 1).ok()?).ok()
}
