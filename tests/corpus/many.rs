//! Much of one thing: what is told of it is the same as of little, and is found without comparing each with each.

use crate::{problems, with};
use proptest::prelude::*;
use standpoint::corpus::*;

/// The lines of a file in which a key stands again.
fn repeated(file: &str) -> Vec<usize> {
    let told = problems(file.as_bytes());
    told.iter().filter(|at| matches!(at.problem, Problem::DuplicateKey(_))).map(|at| at.line).collect()
}

proptest! {
    #[test]
    fn keys_that_stand_there_again_are_told_at_each_place_but_the_first(
        keys in prop::collection::vec("[ab]{1,3}", 1..40),
    ) {
        let members = keys.iter().map(|key| format!("\n\"{key}\": \"N\"")).collect::<Vec<_>>().join(",");
        // The first key stands on the line behind that of the list of actors.
        let again: Vec<usize> = (0..keys.len()).filter(|at| keys[..*at].contains(&keys[*at])).map(|at| at + 7).collect();
        let actor = "\"id\": \"a\", \"name\": \"A\", \"kind\": \"person\"";
        for actors in [format!("{{{actor}, {members}}}"), format!("{{{actor}, \"names\": {{{members}}}}}")] {
            prop_assert_eq!(repeated(&with("actors", &actors)), again.clone(), "{}", actors);
        }
    }
}
