use std::fs;

use gainsay_plugin::{Config, Document};

use super::*;
use crate::{SandboxMode, SandboxReport, digest::digest_of, scratch::Scratch};

impl Cache<'_> {
    fn emitted(self, job: &Job, digest: [u8; 32]) -> Option<Collected> {
        self.get(&self.key(job, digest)?)
    }

    fn put_for(self, job: &Job, collected: &Collected) -> io::Result<()> {
        self.put(&self.key(job, collected.digest).expect("a key"), collected)
    }
}

fn job(text: &str) -> Job {
    let document =
        Document { name: "a/one.txt".into(), text: Some(text.into()), ..Document::default() };
    Job {
        source: "a".into(),
        plugin: "libgainsay_source_a.so".into(),
        expect_id: "a".into(),
        config: Config::new(),
        documents: vec![document],
        digest: None,
    }
}

fn emitted() -> Collected {
    Collected {
        batches: vec![b"[1,2]".to_vec(), b"[]".to_vec()],
        diagnostics: vec![
            serde_json::from_str(r#"{"severity":"warning","message":"odd"}"#).expect("JSON"),
        ],
        digest: [7; 32],
        sandbox: SandboxReport::default(),
        output_note: Some("said\nmore".into()),
    }
}

#[test]
fn what_was_emitted_comes_back_for_the_same_and_for_nothing_else() {
    let folder = Scratch::new().expect("a folder");
    let options = RunOptions::default();
    let cache = Cache { folder: folder.path(), options: &options };
    cache.put_for(&job("18 %"), &emitted()).expect("it can be written");
    assert_eq!(cache.emitted(&job("18 %"), [7; 32]), Some(emitted()));

    assert_eq!(cache.emitted(&job("19 %"), [7; 32]), None, "another document");
    assert_eq!(cache.emitted(&job("18 %"), [8; 32]), None, "another library");
    let config = [("a".to_owned(), 1.into())].into_iter().collect();
    assert_eq!(cache.emitted(&Job { config, ..job("18 %") }, [7; 32]), None, "another setting");
    let named = Job { source: "b".into(), ..job("18 %") };
    assert_eq!(cache.emitted(&named, [7; 32]), None, "another source");
    let pinned = |digest| Job { digest: Some(digest), ..job("18 %") };
    assert_eq!(cache.emitted(&pinned([8; 32]), [7; 32]), None, "not what the base trusts");
    assert_eq!(cache.emitted(&pinned([7; 32]), [7; 32]), Some(emitted()));
    let off = RunOptions { sandbox: SandboxMode::Off, ..RunOptions::default() };
    let elsewhere = Cache { options: &off, ..cache };
    assert_eq!(elsewhere.emitted(&job("18 %"), [7; 32]), None, "confined otherwise");
}

#[test]
fn an_entry_that_is_cut_off_changed_or_renamed_counts_as_none() {
    let folder = Scratch::new().expect("a folder");
    let options = RunOptions::default();
    let cache = Cache { folder: folder.path(), options: &options };
    cache.put_for(&job("18 %"), &emitted()).expect("it can be written");
    let path = cache.path(&key(&job("18 %"), &[7; 32], &options).expect("a key"));
    let whole = fs::read(&path).expect("an entry");
    let get = |bytes: &[u8]| {
        fs::write(&path, bytes).expect("it can be changed");
        cache.emitted(&job("18 %"), [7; 32])
    };
    for at in (0..whole.len()).step_by(5) {
        assert_eq!(get(&whole[..at]), None, "cut off at {at}");
        let mut changed = whole.clone();
        changed[at] ^= 1;
        assert_eq!(get(&changed), None, "changed at {at}");
    }
    assert_eq!(get(&whole), Some(emitted()));
    let other = key(&job("19 %"), &[7; 32], &options).expect("a key");
    fs::rename(&path, cache.path(&other)).expect("it can be renamed");
    assert_eq!(cache.emitted(&job("19 %"), [7; 32]), None);
}

#[test]
fn the_oldest_entries_make_room_and_nothing_else_does() {
    let folder = Scratch::new().expect("a folder");
    let entry = |digit: &str, ending| format!("{}.{ending}", digit.repeat(64));
    let files = [
        (9, "letter.txt".to_owned()),
        (8, "letter.emitted".to_owned()),
        (7, format!("{}.txt", "a".repeat(64))),
        (6, format!("{}.emitted", "g".repeat(64))),
        (5, entry("a", "answered")),
        (4, entry("b", "4711")),
        (3, entry("c", "emitted")),
        (2, entry("d", "4712")),
    ];
    for (age, name) in &files {
        let path = folder.path().join(name);
        fs::write(&path, [0; 10]).expect("it can be written");
        let then = SystemTime::now() - std::time::Duration::from_secs(age * 60);
        fs::File::options()
            .write(true)
            .open(&path)
            .expect("a file")
            .set_modified(then)
            .expect("its time");
    }
    remove_oldest(folder.path(), 20).expect("the folder can be listed");
    let is_left = |name: &String| folder.path().join(name).exists();
    let left: Vec<_> = files.iter().filter(|(_, name)| is_left(name)).map(|(age, _)| age).collect();
    assert_eq!(left, [&9, &8, &7, &6, &3, &2]);
}

#[test]
fn nothing_is_kept_of_what_could_read_more_than_it_was_given() {
    let folder = Scratch::new().expect("a folder");
    let options = RunOptions::default();
    let entries = folder.path().join("entries");
    let cache = Cache { folder: &entries, options: &options };
    let kept = |reading, network| {
        let sandbox = SandboxReport { reading, network, ..SandboxReport::default() };
        let outcome = Ok(Collected { sandbox, ..emitted() });
        let key = cache.key(&job("18 %"), [7; 32]).map(|key| ([7; 32], key));
        cache.keep(&[key], &[("a".to_owned(), outcome)]);
        fs::read_dir(&entries).map_or(0, Iterator::count)
    };
    assert_eq!(kept(false, false), 0, "not confined");
    assert_eq!(kept(false, true), 0, "it may read other files");
    assert_eq!(kept(true, false), 0, "it may ask others");
    assert_eq!(kept(true, true), 1);
}

#[test]
fn what_is_kept_is_not_run_again_and_the_order_stays() {
    let folder = Scratch::new().expect("a folder");
    let plugin = folder.path().join("no-library");
    fs::write(&plugin, "that could be loaded").expect("it can be written");
    let digest = digest_of(&plugin).expect("it can be read");
    let options = RunOptions::default();
    let entries = folder.path().join("entries");
    let cache = Cache { folder: &entries, options: &options };
    let [first, second, third] = ["1 %", "2 %", "3 %"].map(|text| Job {
        plugin: plugin.clone(),
        source: text.into(),
        ..job(text)
    });
    let collected = Collected { digest, ..emitted() };
    for job in [&first, &third] {
        cache.put_for(job, &collected).expect("it can be written");
    }
    let outcomes = cache.run(vec![first, second, third], &|_, _| ());
    let names: Vec<_> = outcomes.iter().map(|(source, _)| source.as_str()).collect();
    assert_eq!(names, ["1 %", "2 %", "3 %"]);
    assert_eq!(outcomes[0].1, Ok(collected.clone()));
    assert!(outcomes[1].1.is_err(), "no library is loaded from a text");
    assert_eq!(outcomes[2].1, Ok(collected));
    assert_eq!(fs::read_dir(&entries).expect("entries").count(), 2, "a failure is not kept");
}
