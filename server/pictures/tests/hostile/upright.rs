//! How a camera was held, how a tablet turned a picture and what it cut off: checked by where the colours are afterwards.
//!
//! Deliberately by pixels and not by what a file says of itself.

use image::{DynamicImage, ImageFormat, Rgb};
use libtest_mimic::Trial;
use pictures::{Clean, Crop, Edit};

use crate::{check, jpeg, png, seed};

/// The colours of the four corners, from the top left to the bottom right, a row at a time.
fn corners(clean: &Clean) -> String {
    let picture = image::load_from_memory(&clean.screen.bytes).unwrap().into_rgb8();
    let (right, bottom) = (picture.width() - 3, picture.height() - 3);
    [(2, 2), (right, 2), (2, bottom), (right, bottom)].map(|(x, y)| colour(*picture.get_pixel(x, y))).concat()
}

/// R, G, B or W; the nearest of them, as a photograph is never exact.
fn colour(dot: Rgb<u8>) -> &'static str {
    let [red, green, blue] = dot.0.map(|part| part > 128);
    match (red, green, blue) {
        (true, true, true) => "W",
        (true, false, false) => "R",
        (false, true, false) => "G",
        (false, false, true) => "B",
        other => panic!("no corner has the colour {other:?}"),
    }
}

fn cleaned(bytes: &[u8], edit: &Edit) -> Clean {
    let clean = pictures::clean(bytes, edit).unwrap();
    check::clean(&clean);
    clean
}

pub(crate) fn trials() -> Vec<Trial> {
    // A picture that is red, green, blue, white as it lies in the file; by the eight ways of holding a camera.
    let held = [(1, "RGBW"), (2, "GRWB"), (3, "WBGR"), (4, "BWRG"), (5, "RBGW"), (6, "BRWG"), (7, "WGBR"), (8, "GWRB")];
    let turned = [(0, "RGBW"), (1, "BRWG"), (2, "WBGR"), (3, "GWRB"), (4, "RGBW"), (255, "GWRB")];
    let held = held.into_iter().map(|(orientation, expected)| {
        Trial::test(format!("camera held the {orientation}. way"), move || {
            let bytes = jpeg::with(&seed::jpeg(), &[jpeg::exif_segment(orientation)]);
            let clean = cleaned(&bytes, &Edit::default());
            assert_eq!(corners(&clean), expected);
            assert_eq!(clean.screen.width, if orientation < 5 { 48 } else { 32 });
            Ok(())
        })
    });
    let turned = turned.into_iter().map(|(turns, expected)| {
        Trial::test(format!("picture turned {turns} times"), move || {
            let clean = cleaned(&seed::png(), &Edit { turns, ..Edit::default() });
            assert_eq!(corners(&clean), expected);
            Ok(())
        })
    });
    let more = [
        Trial::test("picture cut to its blue corner", || {
            let crop = Crop { left: 0, top: 500, width: 500, height: 500 };
            let clean = cleaned(&seed::png(), &Edit { crop: Some(crop), ..Edit::default() });
            assert_eq!((corners(&clean).as_str(), clean.screen.width, clean.screen.height), ("BBBB", 24, 16));
            Ok(())
        }),
        Trial::test("picture turned and then cut", || {
            let crop = Crop { left: 500, top: 0, width: 500, height: 500 };
            let clean = cleaned(&seed::jpeg(), &Edit { turns: 1, crop: Some(crop), ..Edit::default() });
            assert_eq!((corners(&clean).as_str(), clean.screen.width, clean.screen.height), ("RRRR", 16, 24));
            Ok(())
        }),
        Trial::test("drawing on nothing is laid on white paper", || {
            let ink = png::png(png::Head(8, 8, 8, 6, 0), &[], &png::rows(&[0, 0, 0, 0].repeat(8), 8));
            assert_eq!(corners(&cleaned(&ink, &Edit::default())), "WWWW");
            Ok(())
        }),
        Trial::test("large photograph fits a screen", || {
            let large = seed::file(&DynamicImage::ImageRgb8(seed::corners(6_000, 4_000)), ImageFormat::Jpeg);
            let clean = cleaned(&large, &Edit::default());
            assert_eq!((clean.screen.width, clean.screen.height), (1_600, 1_067));
            assert_eq!((clean.small.width, clean.small.height), (400, 267));
            assert_eq!(corners(&clean), "RGBW");
            Ok(())
        }),
        Trial::test("clean picture stays as it is when a conference moves", || {
            for bytes in [seed::png(), seed::jpeg(), seed::webp()] {
                let first = cleaned(&bytes, &Edit::default()).screen.bytes;
                let again = cleaned(&first, &Edit { keep_tidy: true, ..Edit::default() }).screen.bytes;
                assert!(again == first);
            }
            let noted = jpeg::with(&seed::jpeg(), &[jpeg::exif_segment(1)]);
            let clean = cleaned(&noted, &Edit { keep_tidy: true, ..Edit::default() });
            assert!(clean.screen.bytes != noted);
            Ok(())
        }),
    ];
    held.chain(turned).chain(more).collect()
}
