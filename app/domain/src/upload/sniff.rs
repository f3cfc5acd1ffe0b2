//! Which kind of file some bytes are.
//!
//! By hand and not by a crate: those that tell hundreds of types apart (`infer`, MIT) look at the first bytes only, and the one that
//! reads sizes (`imagesize`, MIT) takes a PNG without its header and stumbles over the fill bytes a JPEG may have.

use super::FileType;

/// How a PNG begins: its signature, then the header chunk with its length.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";

/// Most pixels of one side; a screenshot of a long page is high.
const SIDE: u32 = 30_000;

/// Most pixels together: more than any telephone's camera makes in [`super::MOST_BYTES`], and no more than a reader can unpack.
const PIXELS: u64 = 120_000_000;

/// What the content is, if it is one of the kinds that may be attached; a picture must also say how large it is. Nothing is
/// decoded: the time it takes does not depend on what would come out.
#[must_use]
pub fn sniff(bytes: &[u8]) -> Option<FileType> {
    if bytes.starts_with(b"%PDF-1.") || bytes.starts_with(b"%PDF-2.") {
        return Some(FileType::Pdf);
    }
    if let Some(rest) = bytes.strip_prefix(PNG) {
        return is_sensible(long(rest, 0)?, long(rest, 4)?).then_some(FileType::Png);
    }
    let (width, height) = jpeg(bytes)?;
    is_sensible(width, height).then_some(FileType::Jpeg)
}

fn is_sensible(width: u32, height: u32) -> bool {
    let side = 1..=SIDE;
    side.contains(&width) && side.contains(&height) && u64::from(width) * u64::from(height) <= PIXELS
}

/// Width and height that the frame of a JPEG declares; its segments before that are skipped, each by its length.
fn jpeg(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut rest = bytes.strip_prefix(b"\xff\xd8")?;
    loop {
        let [0xff, marker, after @ ..] = rest else { return None };
        match marker {
            // A fill byte.
            0xff => rest = rest.get(1..)?,
            // The start of a frame: length, precision, height, width.
            0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => return Some((short(after, 5)?, short(after, 3)?)),
            // Before the frame there are only segments with a length: no picture begins, ends or has data there.
            0xc4 | 0xcc | 0xdb..=0xdd | 0xe0..=0xef | 0xfe => {
                let length = usize::try_from(short(after, 0)?).ok().filter(|length| *length >= 2)?;
                rest = after.get(length..)?;
            }
            _ => return None,
        }
    }
}

fn short(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from(u16::from_be_bytes(bytes.get(at..at + 2)?.try_into().ok()?)))
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        [PNG, &width.to_be_bytes(), &height.to_be_bytes(), b"\x08\x02\0\0\0"].concat()
    }

    fn jpeg_of(width: u16, height: u16) -> Vec<u8> {
        let segment = b"\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0";
        let frame = [b"\xff\xff\xc0\0\x11\x08".as_slice(), &height.to_be_bytes(), &width.to_be_bytes()].concat();
        [b"\xff\xd8".as_slice(), segment, &frame].concat()
    }

    #[test]
    fn the_content_says_what_a_file_is() {
        assert_eq!(sniff(&png(1080, 30_000)), Some(FileType::Png));
        assert_eq!(sniff(&jpeg_of(12_000, 9_000)), Some(FileType::Jpeg));
        assert_eq!(sniff(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), Some(FileType::Pdf));
    }

    #[test]
    fn everything_else_is_refused_whatever_it_is_called() {
        for bytes in [
            b"".as_slice(),
            b"<!DOCTYPE html><script>alert(1)</script>",
            b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
            b"GIF89a/*\x01\0\x01\0*/=1;alert(1)//%PDF-1.7",
            b"PK\x03\x04\x14\0\0\0\x08\0",
            b" %PDF-1.7",
            b"%PDF-",
            b"%!PS-Adobe-3.0",
            b"RIFF\0\0\0\0WEBPVP8 ",
            b"MZ\x90\0",
            b"\x89PNG\r\n\x1a\n<script>alert(1)</script>",
            b"\xff\xd8\xff<script>alert(1)</script>",
            b"\xff\xd8\xff\xd9",
            b"\xff\xd8\xff\xe0\0\0",
        ] {
            assert_eq!(sniff(bytes), None, "{bytes:?}");
        }
    }

    #[test]
    fn a_picture_must_say_how_large_it_is() {
        for (width, height) in [(0, 10), (10, 0), (30_001, 1), (20_000, 20_000), (u32::MAX, u32::MAX)] {
            assert_eq!(sniff(&png(width, height)), None, "{width} × {height}");
        }
        assert_eq!(sniff(&jpeg_of(0, 10)), None);
        assert_eq!(sniff(&jpeg_of(u16::MAX, u16::MAX)), None);
        for whole in [png(10, 10), jpeg_of(10, 10)] {
            let header = if whole[1] == b'P' { 24 } else { whole.len() };
            assert!((0..header).all(|end| sniff(&whole[..end]).is_none()), "a header that is cut is none");
        }
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic_or_run_on(begin in prop::sample::select(vec![b"".as_slice(), PNG, b"\xff\xd8\xff", b"%PDF-"]), rest: Vec<u8>) {
            let _ = sniff(&[begin, &rest].concat());
        }
    }
}
