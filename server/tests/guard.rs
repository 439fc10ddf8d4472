//! Requests from elsewhere, and sockets that are asked for wrongly: refused, without a word about anything.
//!
//! Deliberately not here: what a right request does, and frames that make no sense (`faults`).

mod common;

use common::{CONFERENCE, dial, fresh, is_turned_away};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

#[tokio::test(flavor = "multi_thread")]
async fn a_socket_opens_only_for_pages_of_this_very_host() {
    let (_folder, server) = fresh();
    let cookie = server.chair().await;
    let path = format!("/socket/conference/{CONFERENCE}");
    let own = format!("http://{}", server.address);
    assert!(dial(&server, &path, &cookie, Some(&own)).await.is_ok());
    let (host, port) = server.address.split_once(':').expect("a port");
    for foreign in [
        "null".to_owned(),
        String::new(),
        "file://".to_owned(),
        "data:".to_owned(),
        "chrome-extension://aaaabbbbccccdddd".to_owned(),
        "http://evil.example".to_owned(),
        format!("http://{host}"),
        format!("http://{host}:{}", port.parse::<u16>().expect("a number") ^ 1),
        format!("http://{host}.:{port}"),
        format!("https://{host}.evil.example:{port}"),
        format!("http://evil{host}:{port}"),
        format!("http://evil.example:{port}"),
        format!("http://{host}:{port}.evil.example"),
        format!("http://{host}:{port}@evil.example"),
        format!("http://evil.example/{host}:{port}"),
        format!("http://evil.example#http://{host}:{port}"),
        format!("{own}/"),
        format!("{own}, http://evil.example"),
        own.replace("http", "HTTP"),
        own.replace("http", "ws"),
        format!("//{host}:{port}"),
        format!("http://localhost:{port}"),
        format!("http://[::1]:{port}"),
        format!("http://１２７.0.0.1:{port}"),
        format!("http://xn--127-5cd.example:{port}"),
    ] {
        let refused = dial(&server, &path, &cookie, Some(&foreign)).await;
        let status = match refused {
            Err(tokio_tungstenite::tungstenite::Error::Http(answer)) => answer.status().as_u16(),
            answer => panic!("'{foreign}' is not refused: {answer:?}"),
        };
        assert_eq!(status, 403, "{foreign}");
    }
    assert!(dial(&server, &path, "", Some(&own)).await.is_err(), "and only for somebody");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_socket_that_is_asked_for_wrongly_does_not_open() {
    let (_folder, server) = fresh();
    let cookie = server.chair().await;
    let path = format!("/socket/conference/{CONFERENCE}");
    let right = format!(
        "GET {path} HTTP/1.1\r\nhost: {0}\r\norigin: http://{0}\r\ncookie: {cookie}\r\n\
         connection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\n\
         sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
        server.address
    );
    let answered = async |request: &str| {
        let mut stream = TcpStream::connect(&server.address).await.expect("a connection");
        stream.write_all(request.as_bytes()).await.expect("sent");
        let mut status = [0; 12];
        stream.read_exact(&mut status).await.expect("an answer");
        String::from_utf8_lossy(&status[9..]).into_owned()
    };
    assert_eq!(answered(&right).await, "101");
    for (from, to) in [
        ("GET ", "POST "),
        ("GET ", "NONSENSE "),
        ("upgrade: websocket", "upgrade: h2c"),
        ("upgrade: websocket\r\n", ""),
        ("connection: upgrade", "connection: close"),
        ("connection: upgrade\r\n", ""),
        ("version: 13", "version: 12"),
        ("sec-websocket-version: 13\r\n", ""),
        ("sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n", ""),
        ("HTTP/1.1", "HTTP/1.0"),
        ("HTTP/1.1", "HTTP/9.9"),
        ("origin: ", "x-origin: "),
        ("cookie: ", "x-cookie: "),
        (CONFERENCE, "nobody-s"),
    ] {
        let status = answered(&right.replacen(from, to, 1)).await;
        assert!(status.starts_with('4') || status == "505", "'{to}' in the place of '{from}' is answered {status}");
    }
    let nowhere = "/socket/conference/%2e%2e%2f";
    for (path, cookie) in [(path.as_str(), &format!("x{cookie}")), (nowhere, &cookie)] {
        assert!(is_turned_away(&server, path, cookie).await, "who was in once is told why not");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_from_another_site_changes_nothing() {
    let (_folder, server) = fresh();
    let form = "name=sian&password=kettle+lantern+orchard";
    let client = reqwest::Client::new();
    for (header, value) in [("origin", "http://evil.example"), ("sec-fetch-site", "cross-site")] {
        let answer = client
            .post(format!("http://{}/sign-in", server.address))
            .header("content-type", "application/x-www-form-urlencoded")
            .header(header, value)
            .body(form)
            .send()
            .await
            .unwrap();
        assert_eq!(answer.status().as_u16(), 403, "{header}");
        assert!(answer.headers().get("set-cookie").is_none());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_passwords_wait_longer_and_say_nothing() {
    let (_folder, server) = fresh();
    for _ in 0..5 {
        let (_, known, _) = server.post("/sign-in", "", "name=sian&password=wrong").await;
        let (_, unknown, _) = server.post("/sign-in", "", "name=nobody&password=wrong").await;
        assert_eq!((known.as_str(), unknown.as_str()), ("/?wrong=sign-in", "/?wrong=sign-in"));
    }
    let (_, slowed, _) = server.post("/sign-in", "", "name=sian&password=kettle+lantern+orchard").await;
    assert_eq!(slowed, "/?wrong=slow");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_browser_that_came_over_tls_comes_back_over_nothing_else() {
    let (_folder, server) = fresh();
    for path in ["/", "/sign-in/stay", "/nothing-here", "/pkg/hearth.css"] {
        let answer = reqwest::get(format!("http://{}{path}", server.address)).await.expect("an answer");
        let told = answer.headers().get("strict-transport-security").expect("it is told so");
        assert_eq!(told, "max-age=31536000", "{path}");
    }
}
