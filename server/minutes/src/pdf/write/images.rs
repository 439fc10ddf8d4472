//! Pictures in the file: each once, however often it is drawn, with its bytes as they were kept.
//!
//! It decodes nothing: a PDF reader knows both forms.

use std::collections::{BTreeMap, BTreeSet};

use board::id::PictureId;
use printpdf::{DictItem, ExternalStream, ExternalXObject, Op, PdfDocument, Pt, XObject, XObjectId, XObjectTransform};

use crate::pdf::{
    line::Placed,
    page::{Item, Page},
};
use crate::pictures::{Form, Picture, Pictures};

/// What the pictures of a paper are called in the file.
pub(super) type Names = BTreeMap<PictureId, XObjectId>;

/// Puts every picture that the pages draw into the file.
pub(super) fn images(pages: &[Page], pictures: &Pictures, file: &mut PdfDocument) -> Names {
    let mut names = Names::new();
    for id in drawn(pages) {
        let Some(picture) = pictures.get(id) else { continue };
        let name = XObjectId(format!("Picture{}", names.len()));
        file.resources.xobjects.map.insert(name.clone(), XObject::External(embedded(&picture)));
        names.insert(id.clone(), name);
    }
    names
}

/// The pictures on the pages, each once.
fn drawn(pages: &[Page]) -> BTreeSet<&PictureId> {
    let lines = pages.iter().flat_map(|page| &page.items).filter_map(|item| match item {
        Item::Text { line, .. } => line.picture.as_ref(),
        Item::Drawing(_) => None,
    });
    lines.map(|placed| &placed.id).collect()
}

fn embedded(picture: &Picture<'_>) -> ExternalXObject {
    let (width, height) = (i64::from(picture.width), i64::from(picture.height));
    let mut dict = BTreeMap::from([
        ("Type".to_owned(), name("XObject")),
        ("Subtype".to_owned(), name("Image")),
        ("Width".to_owned(), DictItem::Int(width)),
        ("Height".to_owned(), DictItem::Int(height)),
        ("ColorSpace".to_owned(), name("DeviceRGB")),
        ("BitsPerComponent".to_owned(), DictItem::Int(8)),
    ]);
    match picture.form {
        Form::Jpeg => drop(dict.insert("Filter".to_owned(), name("DCTDecode"))),
        Form::Png => {
            dict.insert("Filter".to_owned(), name("FlateDecode"));
            // The rows begin with the byte that a PNG's rows begin with.
            let rows = BTreeMap::from([
                ("Predictor".to_owned(), DictItem::Int(15)),
                ("Colors".to_owned(), DictItem::Int(3)),
                ("BitsPerComponent".to_owned(), DictItem::Int(8)),
                ("Columns".to_owned(), DictItem::Int(width)),
            ]);
            dict.insert("DecodeParms".to_owned(), DictItem::Dict { map: rows });
        }
    }
    let stream = ExternalStream { dict, content: picture.dots(), compress: false };
    ExternalXObject { stream, width: None, height: None, dpi: None }
}

fn name(text: &str) -> DictItem {
    DictItem::Name(text.as_bytes().to_vec())
}

/// Draws a picture whose left lower corner is here.
pub(super) fn draw(placed: &Placed, height: f32, x: f32, y: f32, names: &Names, ops: &mut Vec<Op>) {
    if let Some(id) = names.get(&placed.id) {
        let transform = XObjectTransform {
            translate_x: Some(Pt(x)),
            translate_y: Some(Pt(y)),
            scale_x: Some(placed.width),
            scale_y: Some(height),
            no_auto_scale: true,
            ..XObjectTransform::default()
        };
        ops.push(Op::UseXobject { id: id.clone(), transform });
    }
}
