//! `hearth verify`: opens every seal and follows every chain.
//!
//! Deliberately not here: mending. What is damaged stays as it is, for those who find out how.

use board::id::ConferenceId;

use super::say;
use crate::code;
use crate::data::Data;

pub(super) async fn run(data: &Data, conference: Option<&ConferenceId>) -> anyhow::Result<()> {
    let store = data.open_existing().await?;
    let ids: Vec<ConferenceId> = match conference {
        Some(one) => vec![one.clone()],
        None => store.conferences().await?.into_iter().map(|row| row.id).collect(),
    };
    let mut bad = 0_u32;
    for id in &ids {
        match store.verify(id).await {
            Ok(verified) => {
                let head = code::hex(&verified.head);
                say(&format!("{id}: {} events whole, head {head}", verified.events));
            }
            Err(error) => {
                bad += 1;
                say(&format!("{id}: {error}"));
            }
        }
    }
    store.close().await?;
    anyhow::ensure!(bad == 0, "{bad} of {} conferences are not whole", ids.len());
    Ok(())
}
