//! Numbers as SQLite writes them: the most significant byte first, and short ones in fewer bytes.

/// A number of two bytes.
pub fn short(bytes: &[u8], at: usize) -> Option<usize> {
    let bytes: [u8; 2] = bytes.get(at..)?.first_chunk().copied()?;
    Some(usize::from(u16::from_be_bytes(bytes)))
}

/// A number of four bytes.
pub fn long(bytes: &[u8], at: usize) -> Option<u32> {
    let bytes: [u8; 4] = bytes.get(at..)?.first_chunk().copied()?;
    Some(u32::from_be_bytes(bytes))
}

/// A number in one to eight bytes, two's complement.
pub fn signed(bytes: &[u8]) -> i64 {
    let filled = if bytes.first().is_some_and(|first| *first >= 0x80) { -1 } else { 0 };
    bytes.iter().fold(filled, |number, byte| number << 8 | i64::from(*byte))
}

/// A number in one to nine bytes, each of which says whether another follows; and where it ends.
pub fn varint(bytes: &[u8], at: usize) -> Option<(u64, usize)> {
    let mut number = 0;
    for (read, byte) in bytes.get(at..)?.iter().take(9).enumerate() {
        let end = at + read + 1;
        if read == 8 {
            return Some((number << 8 | u64::from(*byte), end));
        }
        number = number << 7 | u64::from(byte & 0x7f);
        if byte & 0x80 == 0 {
            return Some((number, end));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_every_length_are_read() {
        for (bytes, number) in [
            (&[0x7f][..], 127),
            (&[0x81, 0x00], 128),
            (&[0xff, 0x7f], 16_383),
            (&[0x80, 0x80, 0x01], 1),
            (&[0xff; 9], u64::MAX),
            (&[0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x05], 5),
        ] {
            assert_eq!(varint(bytes, 0), Some((number, bytes.len())), "{bytes:x?}");
            assert_eq!(varint(&bytes[..bytes.len() - 1], 0), None, "{bytes:x?}");
        }
        for (bytes, number) in [
            (&[][..], 0),
            (&[0x80], -128),
            (&[0x00, 0x80], 128),
            (&[0xff, 0xff, 0xfe], -2),
            (&[0x80, 0, 0, 0, 0, 0, 0, 0], i64::MIN),
            (&[0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff], i64::MAX),
        ] {
            assert_eq!(signed(bytes), number, "{bytes:x?}");
        }
        assert_eq!((short(&[1, 2], 1), long(&[0, 0, 1, 0, 9], 0)), (None, Some(256)));
    }
}
