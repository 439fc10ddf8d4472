//! Chance that can be had again: a seed, printed, and what follows from it (`SplitMix64`).
//!
//! Deliberately small: nothing secret hangs on it.

/// Asks for the same chance again.
const SEED: &str = "HEARTH_SEED";

pub(crate) struct Dice(u64);

impl Dice {
    /// Dice with the seed that was asked for, or a new one; it is printed, so that a failure can be had again.
    pub(crate) fn thrown(what: &str) -> Self {
        let seed =
            std::env::var(SEED).map_or_else(|_| u64::from(getrandom::u32().unwrap()), |seed| seed.parse().unwrap());
        println!("{what}: {SEED}={seed}");
        Self(seed)
    }

    /// Dice that always fall in the same way.
    pub(crate) fn loaded(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below this one.
    pub(crate) fn below(&mut self, most: u64) -> u64 {
        self.next() % most
    }

    /// So many times of a hundred.
    pub(crate) fn in_a_hundred(&mut self, times: u64) -> bool {
        self.below(100) < times
    }

    /// One of these.
    pub(crate) fn one_of<'a, T>(&mut self, these: &'a [T]) -> &'a T {
        let at = usize::try_from(self.below(u64::try_from(these.len()).unwrap())).unwrap();
        &these[at]
    }
}

/// How often something happens: so many times, unless the environment asks for another number.
pub(crate) fn times(variable: &str, usual: u64) -> u64 {
    std::env::var(variable).map_or(usual, |number| number.parse().unwrap())
}
