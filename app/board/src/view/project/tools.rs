//! The children's tools and what is in them, as a console and the child's own tablet have them.
//!
//! Deliberately not here: how an entry reads on the board (that is `lines`), and to whom it is told (that is `told`).

use litemap::LiteMap;

use super::is_console;
use super::lines::{answer_to, translated};
use crate::audience::Audience;
use crate::id::{EntryId, ToolId};
use crate::sharing::{MayKnow, Telling};
use crate::state::State;
use crate::tool::{Entry, Tool};
use crate::view::shared::shared;
use crate::view::told::{At, has_childs_own, told};
use crate::view::words::{foreign, said_of};
use crate::view::{EntryView, ToolView, may_see_card};

/// Whose tools an audience has at hand: a console all, a tablet its own child's.
fn tools_of<'a>(state: &'a State, audience: &'a Audience) -> impl Iterator<Item = &'a Tool> {
    state.record.tools.iter().filter(move |tool| match audience {
        Audience::Chair | Audience::Clerk => true,
        Audience::Tablet(child) => tool.child == *child,
        Audience::Wall
        | Audience::Person(_)
        | Audience::Child(_)
        | Audience::SideRoom(_)
        | Audience::Support
        | Audience::Professionals
        | Audience::Family => false,
    })
}

/// The tools without what is in them. The words about a drawing go with what the child said: a minute taker who has nothing
/// of the child's own of a tool does not read what was drawn in it.
pub(super) fn tools(state: &State, audience: &Audience) -> LiteMap<ToolId, ToolView> {
    let envelope = |tool: &Tool| {
        let described = match audience {
            Audience::Clerk => has_childs_own(state, audience, At::Screen, tool),
            Audience::Chair
            | Audience::Wall
            | Audience::Person(_)
            | Audience::Tablet(_)
            | Audience::Child(_)
            | Audience::SideRoom(_)
            | Audience::Support
            | Audience::Professionals
            | Audience::Family => true,
        };
        let drawing_described = tool.drawing_described.clone().filter(|_| described);
        ToolView { name: tool.name().to_owned(), tool: Tool { drawing_described, ..tool.envelope() } }
    };
    tools_of(state, audience).map(|tool| (tool.id.clone(), envelope(tool))).collect()
}

pub(super) fn entries(state: &State, audience: &Audience) -> LiteMap<EntryId, EntryView> {
    let all = tools_of(state, audience).flat_map(|tool| tool.entries.iter().map(move |entry| (tool, entry)));
    let seen = all.filter_map(|(tool, entry)| {
        let view = entry_view(state, audience, At::Screen, tool, entry)?;
        Some((entry.id.clone(), view))
    });
    seen.collect()
}

/// One entry as those who may see it have it; nothing for all others.
pub(in crate::view) fn entry_view(
    state: &State,
    audience: &Audience,
    at: At,
    tool: &Tool,
    entry: &Entry,
) -> Option<EntryView> {
    let record = &state.record;
    let told = told(state, audience, at, tool, entry)?;
    let (answered, named) = (told.is_answered(), told.named);
    let pictures = told.pictures(record, tool, entry);
    let exact = told.is_exact() && told.named;
    let (line, who, how) = said_of(record, tool, entry, &told);
    let card = record.cards.iter().find(|card| !card.removed && card.entry.as_ref() == Some(&entry.id));
    // Whom a child keeps words from is for the child, and for those who have to keep to it.
    let own = matches!(audience, Audience::Tablet(_));
    let keeps_to_it = is_console(audience) || own;
    let may_know = if keeps_to_it { entry.may_know.clone() } else { MayKnow::Everyone };
    Some(EntryView {
        id: entry.id.clone(),
        tool: tool.id.clone(),
        child: tool.child.clone(),
        place: entry.place.clone(),
        asked: exact.then(|| tool.said(&entry.place, "label").map(str::to_owned)).flatten(),
        words: told.words,
        tapped: entry.tapped.clone().filter(|_| exact),
        meaning: entry.meaning.clone().filter(|_| exact),
        language: foreign(&told.language),
        translation: told.translation.as_ref().map(translated),
        pictures,
        who,
        how,
        line,
        shared: if keeps_to_it { shared(state, audience, tool, entry) } else { String::new() },
        may_know,
        telling: if keeps_to_it { entry.telling.clone() } else { Telling::default() },
        overridden: entry.overridden.clone().filter(|_| own || *audience == Audience::Chair),
        agreed: entry.agreed.clone().filter(|_| keeps_to_it),
        card: card.filter(|card| may_see_card(state, audience, card)).map(|card| card.id.clone()),
        answer: answer_to(state, audience, entry).filter(|_| answered).cloned(),
        disagrees: named && record.disagreements.get(&tool.child).is_some_and(|named| named.entry == entry.id),
        repeats: is_console(audience).then(|| crate::view::letter::repeats(state, &tool.child, entry)),
        removed: entry.removed,
    })
}
