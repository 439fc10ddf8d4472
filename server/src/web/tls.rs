//! TLS where no proxy does it: rustls, with the certificate and key the operator names.
//!
//! Deliberately not here: getting certificates. A new one is taken up when Hearth is started again, which a conference
//! hardly notices.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Context as _;
use tls_listener::rustls::rustls::ServerConfig;
use tls_listener::rustls::rustls::crypto::ring;
use tls_listener::rustls::rustls::pki_types::pem::PemObject as _;
use tls_listener::rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};

pub(crate) use tls_listener::rustls::TlsAcceptor as Private;

/// Where a certificate and its key are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Certificate {
    /// The certificate and those that lead to its authority, as PEM.
    pub(crate) chain: PathBuf,
    /// The private key, as PEM.
    pub(crate) key: PathBuf,
}

impl Certificate {
    /// What makes connections private, from these files.
    ///
    /// # Errors
    /// When a file cannot be read, or the two do not belong together.
    pub(crate) fn read(&self) -> anyhow::Result<Private> {
        let unread =
            |what: &str, path: &Path| format!("the {what} {} cannot be used; nothing was started", path.display());
        let chain = CertificateDer::pem_file_iter(&self.chain)
            .and_then(Iterator::collect::<Result<Vec<_>, _>>)
            .with_context(|| unread("certificate", &self.chain))?;
        let key = PrivateKeyDer::from_pem_file(&self.key).with_context(|| unread("key", &self.key))?;
        let mut config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()?
            .with_no_client_auth()
            .with_single_cert(chain, key)
            .with_context(|| unread("certificate with its key", &self.chain))?;
        // Live connections begin as HTTP/1.1.
        config.alpn_protocols = vec![b"http/1.1".to_vec()];
        Ok(Private::from(Arc::new(config)))
    }
}
