//! The difference between two views of one audience: what goes over the wire instead of the whole.
//!
//! Deliberately not here: how it travels, and any knowledge of what a change means. A difference has the view's own
//! shape, part by part, so it is as large as what changed.

use litemap::LiteMap;

use serde::{Deserialize, Deserializer, Serialize};

use super::{
    ActionView, CardView, Circle, CopyView, DecisionView, Desk, EntryView, Head, OfferView, RatingView, Stage,
    ToolView, Unfolding, View,
};
use crate::id::{
    ActionId, CardId, ChildId, ColumnKey, CopyId, EntryId, OfferId, PersonId, RatingId, SeatId, SectionKey, SignId,
    ToolId,
};
use crate::own::OwnConference;
use crate::people::{Child, Person};
use crate::seat::Seat;
use crate::side_room::Sign;

/// The difference between two maps: what is new or changed, and what is gone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound(
    serialize = "K: Ord + Serialize, V: Serialize",
    deserialize = "K: Ord + Deserialize<'de>, V: Deserialize<'de>"
))]
pub struct Keyed<K: Ord, V> {
    /// New or changed.
    #[serde(default = "LiteMap::new", with = "super::by_key", skip_serializing_if = "LiteMap::is_empty")]
    pub set: LiteMap<K, V>,
    /// Gone.
    #[serde(default = "Vec::new", skip_serializing_if = "Vec::is_empty")]
    pub gone: Vec<K>,
}

impl<K: Ord, V> Default for Keyed<K, V> {
    fn default() -> Self {
        Self { set: LiteMap::new(), gone: Vec::new() }
    }
}

impl<K: Ord, V> Keyed<K, V> {
    fn is_empty(&self) -> bool {
        self.set.is_empty() && self.gone.is_empty()
    }
}

impl<K: Ord + Clone, V: Clone + PartialEq> Keyed<K, V> {
    fn between(old: &LiteMap<K, V>, new: &LiteMap<K, V>) -> Self {
        let changed = new.iter().filter(|(key, value)| old.get(key) != Some(value));
        Self {
            set: changed.map(|(key, value)| (key.clone(), value.clone())).collect(),
            gone: old.keys().filter(|key| !new.contains_key(key)).cloned().collect(),
        }
    }

    fn apply(self, map: &mut LiteMap<K, V>) {
        for key in &self.gone {
            map.remove(key);
        }
        // One by one, not `extend`: that one sorts, and would bring a sorting of its own for each kind of part.
        for (key, value) in self.set {
            map.insert(key, value);
        }
    }
}

/// How a list changed: from a place on so many are gone, and others stand there. A line that comes into a long list costs no
/// more than into a short one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound(serialize = "T: Serialize", deserialize = "T: Deserialize<'de>"))]
pub struct Splice<T> {
    /// The place, counted from the beginning of the list.
    pub at: usize,
    /// How many are gone from there on.
    #[serde(default, skip_serializing_if = "is_none_at_all")]
    pub gone: usize,
    /// What stands there now.
    #[serde(default = "Vec::new", skip_serializing_if = "Vec::is_empty")]
    pub new: Vec<T>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde's own signature")]
fn is_none_at_all(count: &usize) -> bool {
    *count == 0
}

impl<T: Clone + PartialEq> Splice<T> {
    /// One more, at a place.
    pub(super) fn one(at: usize, new: T) -> Self {
        Self { at, gone: 0, new: vec![new] }
    }

    fn between(old: &[T], new: &[T]) -> Self {
        let same = |(one, other): &(&T, &T)| one == other;
        let at = old.iter().zip(new).take_while(same).count();
        let (old, new) = (old.get(at..).unwrap_or_default(), new.get(at..).unwrap_or_default());
        let after = old.iter().rev().zip(new.iter().rev()).take_while(same).count();
        let (gone, stand) = (old.len() - after, new.len() - after);
        Self { at, gone, new: new.iter().take(stand).cloned().collect() }
    }

    /// A place beyond the end is the end: what is wrong here is put right by the next whole view, and harms nothing.
    fn apply(self, list: &mut Vec<T>) {
        let after = list.split_off(self.at.min(list.len()));
        list.extend(self.new);
        list.extend(after.into_iter().skip(self.gone));
    }
}

impl<K: Ord + Clone, T: Clone + PartialEq> Keyed<K, Splice<T>> {
    fn spliced(old: &LiteMap<K, Vec<T>>, new: &LiteMap<K, Vec<T>>) -> Self {
        let had = |key: &K| old.get(key).map(Vec::as_slice);
        let changed = new.iter().filter(|(key, list)| had(key) != Some(list));
        Self {
            set: changed
                .map(|(key, list)| (key.clone(), Splice::between(had(key).unwrap_or_default(), list)))
                .collect(),
            gone: old.keys().filter(|key| !new.contains_key(key)).cloned().collect(),
        }
    }

    fn splice(self, map: &mut LiteMap<K, Vec<T>>) {
        for key in &self.gone {
            map.remove(key);
        }
        for (key, splice) in self.set {
            splice.apply(map.entry(key).or_default());
        }
    }
}

pub(super) fn changed<T: Clone + PartialEq>(old: &T, new: &T) -> Option<T> {
    (old != new).then(|| new.clone())
}

/// A part that is there has changed, even to nothing; only one that is not there has stayed.
fn there<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

fn put<T>(place: &mut T, new: Option<T>) {
    if let Some(new) = new {
        *place = new;
    }
}

/// Makes the difference's shape, how it is taken and how it is applied from one list of a view's parts, so that a part
/// can never be forgotten in one of the three.
macro_rules! patch {
    (
        whole { $($whole:ident: $of:ty $(, for $whole_reader:literal)?;)* }
        listed { $($listed:ident: $list:ty => $item:ty;)* }
        keyed { $($keyed:ident: $key:ty => $value:ty $(, for $keyed_reader:literal)?;)* }
    ) => {
        /// The difference between two views.
        #[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
        #[expect(missing_docs, reason = "each field is the part of the view with its name")]
        pub struct Patch {
            $(#[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "there")]
            $(#[cfg_attr(not(feature = $whole_reader), serde(skip_deserializing))])?
            pub $whole: Option<$of>,)*
            $(#[serde(default, skip_serializing_if = "Keyed::is_empty")]
            pub $listed: Keyed<$list, Splice<$item>>,)*
            $(#[serde(default, skip_serializing_if = "Keyed::is_empty")]
            $(#[cfg_attr(not(feature = $keyed_reader), serde(skip_deserializing))])?
            pub $keyed: Keyed<$key, $value>,)*
        }

        impl View {
            /// What makes the `new` view out of this one.
            pub fn diff(&self, new: &Self) -> Patch {
                // Taken apart by name: a new part of the view does not compile until it is listed.
                let Self { $($whole,)* $($listed,)* $($keyed,)* } = self;
                Patch {
                    $($whole: changed($whole, &new.$whole),)*
                    $($listed: Keyed::spliced($listed, &new.$listed),)*
                    $($keyed: Keyed::between($keyed, &new.$keyed),)*
                }
            }

            /// Makes this view the new one.
            pub fn apply(&mut self, patch: Patch) {
                $(put(&mut self.$whole, patch.$whole);)*
                $(patch.$listed.splice(&mut self.$listed);)*
                $(patch.$keyed.apply(&mut self.$keyed);)*
            }
        }
    };
}

patch! {
    whole {
        head: Head;
        stage: Stage;
        strip: Vec<(ChildId, CardId)>;
        plan_order: Vec<ActionId>;
        contingency: Option<String>;
        desk: Option<Desk>, for "desk";
        unfolding: Option<Unfolding>;
        circle: Option<Circle>, for "own";
    }
    listed {
        order: SectionKey => CardId;
        newest: ColumnKey => CardId;
    }
    keyed {
        cards: CardId => CardView;
        ratings: RatingId => RatingView;
        plan: ActionId => ActionView;
        decisions: ChildId => DecisionView;
        offers: OfferId => OfferView;
        people: PersonId => Person, for "desk";
        children: ChildId => Child, for "prepare";
        seats: SeatId => Seat, for "desk";
        own_conferences: ChildId => OwnConference, for "tools";
        signs: SignId => Sign, for "tools";
        copies: CopyId => CopyView, for "after";
        tools: ToolId => ToolView, for "tools";
        entries: EntryId => EntryView, for "tools";
        removed: CardId => CardView, for "desk";
        last: CardId => CardView, for "wall";
    }
}
