//! Parts that more than one page uses, one file each.
//!
//! Deliberately not here: asking the server for anything. A part shows what it is given.

mod bar;
mod can_stay;
mod card_line;
mod clock;
#[cfg(feature = "ssr")]
mod console_text;
mod demo_mark;
mod dialog;
mod exit_link;
mod icon;
mod in_fours;
mod lines;
mod not_taken;
mod part;
mod pick_field;
mod pictures;
mod saving;
mod section_head;
#[cfg(feature = "desk")]
mod sign_in_again;
mod site_address;
mod status_line;
mod strip;
mod text_field;
mod unfold;
mod wall_screen;

pub use bar::{Bar, Stopped};
pub use can_stay::CanStay;
pub use card_line::CardLine;
pub use clock::Clock;
#[cfg(feature = "ssr")]
pub use console_text::drawn_now;
#[cfg(feature = "ssr")]
pub(crate) use console_text::{keys_text, then_and_today};
pub use demo_mark::DemoMark;
pub use dialog::Dialog;
pub use exit_link::ExitLink;
pub use icon::Icon;
#[cfg(feature = "ssr")]
pub(crate) use icon::SPRITE;
pub use in_fours::in_fours;
pub use lines::Lines;
pub use not_taken::NotTakenNote;
pub use part::Inside;
pub(crate) use part::IntoPart;
pub use pick_field::{Pick, PickField};
pub use pictures::{Pictures, PicturesAt};
pub use saving::{Saving, SavingLine};
pub use section_head::SectionHead;
#[cfg(feature = "desk")]
pub use sign_in_again::SignInAgain;
pub use site_address::SiteAddress;
pub use status_line::StatusLine;
pub use strip::Strip;
pub use text_field::TextField;
pub use unfold::Unfold;
pub use wall_screen::{WallScreen, counted, fit_wall, wall_pages};
