//! Whether two statements are of one voice: whether they have an actor or a body in common, be it one far above them.

use crate::corpus::actor::Actor;
use crate::corpus::id::{ActorIx, Key};
use crate::corpus::statement::Statement;
use std::collections::BTreeSet;

pub struct Voices<'a> {
    actors: &'a [Actor],
    /// By actor: where the way from body to body ends, when each on it is in one body only and it leads round in no
    /// circle. Who has such a way meets another exactly where both end.
    tops: Vec<Option<ActorIx>>,
}

impl<'a> Voices<'a> {
    pub fn of(actors: &'a [Actor]) -> Voices<'a> {
        // A way that comes back to itself has no end; nor is it known before it has been walked.
        let mut tops: Vec<Option<Option<ActorIx>>> = vec![None; actors.len()];
        for start in 0..actors.len() {
            let (mut way, mut at) = (Vec::new(), ActorIx::at(start as u32));
            let top = loop {
                match tops.get_mut(at.position()) {
                    None => break None,
                    Some(Some(known)) => break *known,
                    Some(new) => *new = Some(None),
                }
                way.push(at);
                match bodies(actors, at).as_slice() {
                    [] => break Some(at),
                    [body] => at = *body,
                    _ => break None,
                }
            };
            for at in way {
                if let Some(known) = tops.get_mut(at.position()) {
                    *known = Some(top);
                }
            }
        }
        Voices { actors, tops: tops.into_iter().map(Option::flatten).collect() }
    }

    /// Whether two statements have an actor or a body in common: who speaks, for whom, and what these have a role in.
    pub fn are_one(&self, a: &Statement, b: &Statement) -> bool {
        let heard = |statement: &Statement| -> BTreeSet<ActorIx> {
            statement.speaker.actors().iter().copied().chain(statement.on_behalf_of).collect()
        };
        let (a_heard, b_heard) = (heard(a), heard(b));
        if a_heard.is_empty() && b_heard.is_empty() {
            return a.speaker == b.speaker;
        }
        match (self.ends(&a_heard), self.ends(&b_heard)) {
            (Some(a), Some(b)) => !a.is_disjoint(&b),
            _ => !self.behind(a_heard).is_disjoint(&self.behind(b_heard)),
        }
    }

    /// The ends of the ways from these actors; `None` where one has no such way.
    fn ends(&self, heard: &BTreeSet<ActorIx>) -> Option<BTreeSet<ActorIx>> {
        heard.iter().map(|actor| self.tops.get(actor.position()).copied().flatten()).collect()
    }

    /// These actors and every body that leads on from them.
    fn behind(&self, heard: BTreeSet<ActorIx>) -> BTreeSet<ActorIx> {
        let (mut waiting, mut all): (Vec<ActorIx>, _) = (heard.iter().copied().collect(), heard);
        while let Some(actor) = waiting.pop() {
            waiting.extend(bodies(self.actors, actor).into_iter().filter(|body| all.insert(*body)));
        }
        all
    }
}

/// What an actor has a role in or is part of, each once and itself not.
fn bodies(actors: &[Actor], at: ActorIx) -> Vec<ActorIx> {
    let Some(actor) = actors.get(at.position()) else { return Vec::new() };
    let mut bodies: Vec<ActorIx> =
        actor.roles.iter().filter_map(|role| role.of).chain(actor.part_of).filter(|of| *of != at).collect();
    bodies.sort_unstable();
    bodies.dedup();
    bodies
}
