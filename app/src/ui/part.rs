//! A part of a page whose type is forgotten, so that the browser's code holds one way to draw it and not one for every
//! page it is in.
//!
//! Why not `into_any` alone: it also keeps code that brings a page to life piece by piece, for pages that load their code
//! piece by piece. Ours are brought to life at once, and that code was a fifth of what a phone loads.
//!
//! Deliberately not here: anything that is drawn.

use leptos::children::ToChildren;
use leptos::prelude::*;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::ssr::StreamBuilder;
use leptos::tachys::view::{Position, PositionState};

/// Forgets the type of a part of a page.
pub(crate) trait IntoPart {
    /// The part without its type.
    fn into_part(self) -> AnyView;
}

impl<T: RenderHtml + Send> IntoPart for T {
    fn into_part(self) -> AnyView {
        AtOnce(self).into_any()
    }
}

/// What stands between a component's tags, drawn once, its type forgotten.
pub struct Inside(Box<dyn FnOnce() -> AnyView + Send>);

impl Inside {
    /// Draws it.
    pub fn draw(self) -> AnyView {
        (self.0)()
    }
}

impl<F: FnOnce() -> C + Send + 'static, C: RenderHtml + Send> ToChildren<F> for Inside {
    fn to_children(inside: F) -> Self {
        Self(Box::new(move || inside().into_part()))
    }
}

/// A view that is brought to life at once: everything is the view's own, but `hydrate_async`, which is the default.
struct AtOnce<T>(T);

impl<T: Render> Render for AtOnce<T> {
    type State = T::State;

    fn build(self) -> Self::State {
        self.0.build()
    }

    fn rebuild(self, state: &mut Self::State) {
        self.0.rebuild(state);
    }
}

impl<T: RenderHtml> leptos::tachys::view::add_attr::AddAnyAttr for AtOnce<T> {
    type Output<NewAttr: leptos::attr::Attribute> = AtOnce<T::Output<NewAttr>>;

    fn add_any_attr<NewAttr: leptos::attr::Attribute>(self, attr: NewAttr) -> Self::Output<NewAttr>
    where
        Self::Output<NewAttr>: RenderHtml,
    {
        AtOnce(self.0.add_any_attr(attr))
    }
}

impl<T: RenderHtml> RenderHtml for AtOnce<T> {
    type AsyncOutput = T::AsyncOutput;
    type Owned = AtOnce<T::Owned>;

    const MIN_LENGTH: usize = T::MIN_LENGTH;
    const EXISTS: bool = T::EXISTS;

    fn dry_resolve(&mut self) {
        self.0.dry_resolve();
    }

    async fn resolve(self) -> Self::AsyncOutput {
        self.0.resolve().await
    }

    fn html_len(&self) -> usize {
        self.0.html_len()
    }

    fn to_html_with_buf(
        self,
        buf: &mut String,
        position: &mut Position,
        escape: bool,
        mark_branches: bool,
        extra_attrs: Vec<AnyAttribute>,
    ) {
        self.0.to_html_with_buf(buf, position, escape, mark_branches, extra_attrs);
    }

    fn to_html_async_with_buf<const OUT_OF_ORDER: bool>(
        self,
        buf: &mut StreamBuilder,
        position: &mut Position,
        escape: bool,
        mark_branches: bool,
        extra_attrs: Vec<AnyAttribute>,
    ) {
        self.0.to_html_async_with_buf::<OUT_OF_ORDER>(buf, position, escape, mark_branches, extra_attrs);
    }

    fn hydrate<const FROM_SERVER: bool>(self, cursor: &Cursor, position: &PositionState) -> Self::State {
        self.0.hydrate::<FROM_SERVER>(cursor, position)
    }

    fn into_owned(self) -> Self::Owned {
        AtOnce(self.0.into_owned())
    }
}
