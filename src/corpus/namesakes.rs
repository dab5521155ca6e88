//! People and bodies of one name, told apart.

use super::{Actor, ActorIx, Corpus, Table};

impl Corpus {
    /// Two actors of one name are one to the eye: beside the name of each stands what else the corpus knows of it, a role,
    /// a body or its id.
    pub(super) fn with_namesakes_apart(mut self) -> Corpus {
        let mut names: Vec<&str> = self.actors.iter().map(|(_, actor)| actor.name.as_str()).collect();
        names.sort_unstable();
        let has_namesake = |name: &str| {
            let first = names.partition_point(|known| *known < name);
            names.get(first + 1) == Some(&name)
        };
        let apart: Vec<Option<String>> = self
            .actors
            .iter()
            .map(|(_, actor)| has_namesake(&actor.name).then(|| self.known_of(actor)))
            .collect();
        if apart.iter().any(Option::is_some) {
            let mut actors = std::mem::replace(&mut self.actors, Table::new(Vec::new())).into_rows();
            for (actor, known) in actors.iter_mut().zip(apart) {
                if let Some(known) = known {
                    actor.name = format!("{} ({known})", actor.name);
                }
            }
            self.actors = Table::new(actors);
        }
        self
    }

    fn known_of(&self, actor: &Actor) -> String {
        let body = |of: ActorIx| self.actors[of].name.as_str();
        match (actor.roles.last(), actor.part_of) {
            (Some(role), Some(of)) => [role.title.as_str(), body(role.of.unwrap_or(of))].join(", "),
            (Some(role), None) => role.of.map_or(role.title.clone(), |of| [&role.title, body(of)].join(", ")),
            (None, Some(of)) => body(of).to_owned(),
            (None, None) => actor.id.to_string(),
        }
    }
}
