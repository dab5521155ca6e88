//! One description of every object, from which come the types that read a file and write one, and the same as a
//! [`super::shape::Shape`]. They cannot drift apart. serde's derive would take a list for an object (`["x", "X"]`), and
//! `schemars` would be a second description.

use serde::de::{DeserializeSeed, Deserializer, Error, Visitor};
use std::fmt;

/// Declares the objects of the file: types for serde, their shape, and how they are written.
macro_rules! shapes {
    ($($(#[doc = $doc:literal])* struct $name:ident {
        $($(#[doc = $fdoc:literal])* $need:ident $key:literal $field:ident: $type:ty,)*
    })*) => {$(
        $(#[doc = $doc])*
        #[derive(Debug, Clone, Default, PartialEq)]
        pub struct $name {
            $($(#[doc = $fdoc])* pub $field: $type,)*
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                struct Read;
                impl<'de> serde::de::Visitor<'de> for Read {
                    type Value = $name;

                    fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
                        f.write_str("an object")
                    }

                    fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<$name, A::Error> {
                        #[allow(non_camel_case_types)]
                        enum Key { $($field,)* }
                        const KEYS: &[&str] = &[$($key,)*];
                        const REQUIRED: u32 = 0 $(| (shapes!(@is $need) as u32) << Key::$field as u32)*;
                        let mut read = $name::default();
                        let mut seen = crate::corpus::json::objects::Seen::default();
                        while let Some(key) = map.next_key_seed(crate::corpus::json::objects::Keys(KEYS))? {
                            seen.note(key)?;
                            $(if key == Key::$field as usize {
                                read.$field = shapes!(@read $need map);
                                crate::corpus::json::shape::Shaped::shrink(&mut read.$field);
                                continue;
                            })*
                        }
                        seen.all(REQUIRED)?;
                        Ok(read)
                    }
                }
                from.deserialize_map(Read)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                let mut map = to.serialize_map(None)?;
                $(if shapes!(@is $need) || !crate::corpus::json::write::Written::is_absent(&self.$field) {
                    serde::ser::SerializeMap::serialize_entry(&mut map, $key, &self.$field)?;
                })*
                serde::ser::SerializeMap::end(map)
            }
        }

        impl crate::corpus::json::write::Written for $name {
            fn write(&self, to: &mut crate::corpus::json::write::Writer) {
                to.object(<Self as crate::corpus::json::shape::Shaped>::shape(), |members| {
                    $(members.member($key, shapes!(@is $need), &self.$field);)*
                });
            }
        }

        impl crate::corpus::json::shape::Shaped for $name {
            fn shape() -> crate::corpus::json::shape::Shape {
                const FIELDS: &[crate::corpus::json::shape::Field] = &[
                    $(crate::corpus::json::shape::Field { name: $key, required: shapes!(@is $need), shape: <$type as crate::corpus::json::shape::Shaped>::shape, #[cfg(not(target_arch = "wasm32"))] doc: concat!($($fdoc),*) },)*
                ];
                crate::corpus::json::shape::Shape::Object(FIELDS)
            }
        }
    )*};
    (@is required) => { true };
    (@is optional) => { false };
    (@read required $map:ident) => { $map.next_value()? };
    (@read optional $map:ident) => { $map.next_value::<Option<_>>()?.unwrap_or_default() };
}
pub(super) use shapes;

/// Finds a key of the file among the keys of an object.
pub struct Keys(pub &'static [&'static str]);

impl<'de> DeserializeSeed<'de> for Keys {
    type Value = usize;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<usize, D::Error> {
        from.deserialize_str(self)
    }
}

impl Visitor<'_> for Keys {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<usize, E> {
        self.0.iter().position(|known| *known == key).ok_or_else(|| E::custom("unknown key"))
    }
}

/// Which keys of an object were read, one bit each. Careful sentences come from the walk over the shape; here
/// it is enough that something is wrong.
#[derive(Default)]
pub struct Seen(u32);

impl Seen {
    pub fn note<E: Error>(&mut self, key: usize) -> Result<(), E> {
        let bit = 1 << key;
        if self.0 & bit != 0 {
            return Err(E::custom("duplicate key"));
        }
        self.0 |= bit;
        Ok(())
    }

    /// Whether all of these keys were there.
    pub fn all<E: Error>(&self, required: u32) -> Result<(), E> {
        if self.0 & required == required { Ok(()) } else { Err(E::custom("missing key")) }
    }
}
