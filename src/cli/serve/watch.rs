//! What changes below some paths, found by looking: a file that an editor puts in the place of another, or that is away
//! for a moment, is the same path before and after.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// Two writes within one tick of the clock leave one time: so long, and up to this size, content is held against content.
const FRESH: Duration = Duration::from_secs(2);
const READ: u64 = 4_000_000;

pub struct Watch {
    paths: Vec<PathBuf>,
    seen: Snapshot,
    /// What changed while the command ran the last time.
    during: BTreeSet<PathBuf>,
    /// What the command writes itself: it changed in two runs, of which nothing else called for the second.
    written: BTreeSet<PathBuf>,
}

/// What changed while a command ran.
pub struct Meanwhile {
    /// Somebody else seems to have changed something, so that it has to run again.
    pub calls: bool,
    /// What from now on is taken for its own work when it changes during a run.
    pub own: Vec<PathBuf>,
}

type Snapshot = BTreeMap<PathBuf, State>;

struct State {
    modified: Option<SystemTime>,
    size: u64,
    /// A sum over the content, of a file that was just written.
    content: Option<u64>,
}

impl Watch {
    pub fn new(paths: Vec<PathBuf>) -> Result<Watch, String> {
        if let Some(path) = paths.iter().find(|path| !path.exists()) {
            return Err(format!("{} is not there", path.display()));
        }
        let mut watch =
            Watch { paths, seen: Snapshot::new(), during: BTreeSet::new(), written: BTreeSet::new() };
        watch.seen = watch.look();
        Ok(watch)
    }

    /// Looks once more, and says whether anything is other than at the look before.
    pub fn has_changed(&mut self) -> bool {
        let now = self.look();
        let changed = differences(&self.seen, &now);
        self.seen = now;
        !changed.is_empty()
    }

    /// Runs the command, and says what changed meanwhile.
    pub fn run(&mut self, command: impl FnOnce()) -> Meanwhile {
        command();
        let now = self.look();
        let changed = differences(&self.seen, &now);
        self.seen = now;
        let own: Vec<PathBuf> = changed
            .intersection(&self.during)
            .filter(|path| !self.written.contains(*path))
            .cloned()
            .collect();
        self.written.extend(own.iter().cloned());
        let calls = changed.iter().any(|path| !self.written.contains(path));
        self.during = if calls { changed } else { BTreeSet::new() };
        Meanwhile { calls, own }
    }

    fn look(&self) -> Snapshot {
        let mut found = Snapshot::new();
        self.paths.iter().for_each(|path| self.look_at(path, &mut found));
        found
    }

    /// What is away at the moment of a look is not there.
    fn look_at(&self, path: &Path, found: &mut Snapshot) {
        let Ok(about) = std::fs::symlink_metadata(path) else { return };
        // A folder that is linked to may hold the link.
        let about = if about.is_symlink() { std::fs::metadata(path).unwrap_or(about) } else { about };
        if about.is_dir() {
            let is_link = path.is_symlink() && !self.paths.iter().any(|asked| asked == path);
            let entries = std::fs::read_dir(path).into_iter().flatten().flatten();
            entries.filter(|_| !is_link).for_each(|entry| self.look_at(&entry.path(), found));
            return;
        }
        let (modified, size) = (about.modified().ok(), about.len());
        let is_fresh = modified.and_then(|time| time.elapsed().ok()).is_none_or(|age| age < FRESH);
        let bytes = (is_fresh && size <= READ).then(|| std::fs::read(path).ok()).flatten();
        let content = bytes.map(|bytes| sum(&bytes));
        found.insert(path.to_owned(), State { modified, size, content });
    }
}

fn sum(bytes: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    hasher.finish()
}

fn differences(before: &Snapshot, after: &Snapshot) -> BTreeSet<PathBuf> {
    let is_same = |path: &&PathBuf| match (before.get(*path), after.get(*path)) {
        (Some(before), Some(after)) => {
            let contents = before.content.zip(after.content);
            (before.modified, before.size) == (after.modified, after.size)
                && contents.is_none_or(|(before, after)| before == after)
        }
        _ => false,
    };
    before.keys().chain(after.keys()).filter(|path| !is_same(path)).cloned().collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use std::fs;

    /// A folder of its own with a file in it.
    fn folder(name: &str) -> (PathBuf, PathBuf) {
        let folder = std::env::temp_dir().join(format!("standpoint-watch-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        let file = folder.join("corpus.json");
        fs::write(&file, "0").unwrap();
        (folder, file)
    }

    type Save = fn(&Path, &str);

    /// What editors do when somebody saves.
    const SAVES: [(&str, Save); 5] = [
        ("written in place", |file, text| fs::write(file, text).unwrap()),
        ("renamed into place", |file, text| {
            fs::write(file.with_extension("new"), text).unwrap();
            fs::rename(file.with_extension("new"), file).unwrap();
        }),
        ("the old one kept aside", |file, text| {
            fs::rename(file, file.with_extension("bak")).unwrap();
            fs::write(file, text).unwrap();
        }),
        ("beside a swap file", |file, text| {
            fs::write(file.with_extension("swp"), "swap").unwrap();
            fs::write(file, text).unwrap();
            fs::remove_file(file.with_extension("swp")).unwrap();
        }),
        ("deleted and made anew", |file, text| {
            fs::remove_file(file).unwrap();
            fs::write(file, text).unwrap();
        }),
    ];

    #[test]
    fn every_save_is_noticed_however_an_editor_saves_and_however_often() {
        let (folder, file) = folder("saves");
        for asked in [&file, &folder] {
            let mut watch = Watch::new(vec![asked.clone()]).unwrap();
            for (name, save) in SAVES {
                for round in ["first", "second", "third"] {
                    save(&file, &format!("{round}, {name}, {}", asked.display()));
                    assert!(watch.has_changed(), "{name}, {round} time, of {}", asked.display());
                    assert!(!watch.has_changed(), "{name}, {round} time: once");
                }
            }
        }
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_file_that_was_away_at_a_look_is_noticed_when_it_is_back() {
        let (folder, file) = folder("away");
        let mut watch = Watch::new(vec![file.clone()]).unwrap();
        fs::remove_file(&file).unwrap();
        assert!(watch.has_changed());
        fs::write(&file, "back").unwrap();
        assert!(watch.has_changed());
        fs::remove_dir_all(&folder).unwrap();
        assert!(watch.has_changed(), "its folder went, too");
        fs::create_dir_all(&folder).unwrap();
        fs::write(&file, "back again").unwrap();
        assert!(watch.has_changed());
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn what_is_saved_while_the_command_runs_calls_for_it_once_more() {
        let (folder, file) = folder("meanwhile");
        let mut watch = Watch::new(vec![folder.clone()]).unwrap();
        assert!(watch.run(|| fs::write(&file, "saved meanwhile").unwrap()).calls);
        assert!(!watch.run(|| {}).calls);
        fs::remove_dir_all(folder).unwrap();
    }

    /// Whatever it writes, it is run again once and no more, and somebody's saves are noticed as before.
    #[test]
    fn what_the_command_writes_itself_does_not_call_for_it_for_ever() {
        let (folder, file) = folder("own");
        let own = folder.join("built.html");
        let mut watch = Watch::new(vec![folder.clone()]).unwrap();
        let mut number = 0;
        let mut build = |watch: &mut Watch| {
            watch.run(|| {
                number += 1;
                fs::write(&own, format!("build {number}")).unwrap();
            })
        };
        assert!(build(&mut watch).calls, "the first time nobody knows who wrote it");
        let second = build(&mut watch);
        assert_eq!((second.calls, second.own), (false, vec![own.clone()]));
        assert!(!watch.has_changed());
        for round in ["one", "two"] {
            fs::write(&file, round).unwrap();
            assert!(watch.has_changed(), "{round}");
            assert!(!build(&mut watch).calls, "{round}");
        }
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_path_that_is_not_there_is_refused() {
        assert!(Watch::new(vec![PathBuf::from("no/such/file.json")]).is_err());
    }
}
