//! The gate: from the header of a request to who it is, without letting a flood of wrong codes eat the machine.
//!
//! A code that was right once is known again by one SHA-256. Any other is a look with argon2id, of which two run at
//! once. After some wrong codes an address waits longer and longer; a pseudonym that is tried a lot is answered more
//! slowly, but always answered, so that nobody can lock another out.

use super::{Code, CodeList, Memory, Who};
use crate::refusal::Refusal;
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::net::IpAddr;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant, SystemTime};
use tokio::sync::Semaphore;

/// Looks with argon2id at once: 2 × 19 MiB.
const LOOKS_AT_ONCE: usize = 2;

/// Requests that may wait for a look; more are told to come back.
const LOOKS_WAITING: usize = 64;

/// Of these, from one address.
const LOOKS_OF_ONE_ADDRESS: u32 = 12;

/// Wrong codes that cost nothing yet.
const FREE_MISTAKES: u32 = 5;

/// One wrong code is forgotten after this time without another.
const FORGOTTEN_AFTER: Duration = Duration::from_secs(20);

/// The longest an address waits.
const LONGEST_WAIT: Duration = Duration::from_secs(60);

/// The longest a look at a pseudonym is put off.
const LONGEST_DELAY: Duration = Duration::from_secs(3);

/// How many addresses and pseudonyms are remembered.
const REMEMBERED: usize = 4096;

/// How often the list on the disk is looked at for changes while codes come that are known.
const LIST_LOOKED_AT: Duration = Duration::from_secs(1);

/// What stands in for the hash of a pseudonym that nobody has, so that it takes as long.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg$MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY";

/// Knows who comes with which code.
pub struct Gate {
    data: PathBuf,
    /// A code for a try, beside those of the list.
    extra: Option<(Who, Code)>,
    state: Mutex<State>,
    looks: Arc<Semaphore>,
    waiting: Arc<Semaphore>,
    /// What looks use, one after another; at most as many as there are looks at once.
    memories: Arc<Mutex<Vec<Memory>>>,
    /// By chance at each start, so that what is remembered of codes says nothing elsewhere.
    key: [u8; 32],
}

struct State {
    list: Arc<CodeList>,
    list_changed: Option<SystemTime>,
    list_looked_at: Instant,
    /// What is remembered of each pseudonym's right code.
    known: HashMap<String, [u8; 32]>,
    /// Looks that an address waits for.
    waiting: HashMap<IpAddr, u32>,
    by_address: Mistakes<IpAddr>,
    by_name: Mistakes<String>,
}

impl Gate {
    /// A gate for the codes of a data folder, and one more for a try.
    ///
    /// # Errors
    ///
    /// When the list is there and cannot be read, or the system gives no chance.
    pub fn new(data: PathBuf, extra: Option<(Who, Code)>) -> Result<Self, super::ListProblem> {
        let mut key = [0; 32];
        getrandom::fill(&mut key).map_err(|_| super::ListProblem::NoChance)?;
        let list_changed = changed(&data);
        let list = Arc::new(CodeList::read(&data)?);
        Ok(Self {
            extra,
            state: Mutex::new(State {
                list,
                list_changed,
                list_looked_at: Instant::now(),
                known: HashMap::new(),
                waiting: HashMap::new(),
                by_address: Mistakes::default(),
                by_name: Mistakes::default(),
            }),
            data,
            looks: Arc::new(Semaphore::new(LOOKS_AT_ONCE)),
            waiting: Arc::new(Semaphore::new(LOOKS_WAITING)),
            memories: Arc::default(),
            key,
        })
    }

    /// Who comes with this `Authorization` header from that address.
    ///
    /// # Errors
    ///
    /// [`Refusal::NoCode`], [`Refusal::WrongCode`], [`Refusal::RevokedCode`], [`Refusal::SlowDown`],
    /// [`Refusal::Busy`].
    pub async fn who(&self, header: Option<&str>, address: IpAddr) -> Result<Who, Refusal> {
        let code = code_of(header.ok_or(Refusal::NoCode)?).ok_or(Refusal::WrongCode)?;
        self.who_has(code, address).await
    }

    async fn who_has(&self, code: Code, address: IpAddr) -> Result<Who, Refusal> {
        let name = code.pseudonym();
        let print = self.print(&code);
        if let Some((who, extra)) = &self.extra
            && are_same(&self.print(extra), &print)
        {
            return Ok(who.clone());
        }
        let (hash, who, is_revoked) = {
            let mut state = self.state();
            state.look_at_list(&self.data);
            if let Some((who, _, false)) = state.list.find(&name)
                && state
                    .known
                    .get(&name)
                    .is_some_and(|known| are_same(known, &print))
            {
                return Ok(who.clone());
            }
            // Somebody new may type a code in the very second it was made.
            state.read_list_if_changed(&self.data);
            let (who, hash, is_revoked) = match state.list.find(&name) {
                Some((who, hash, is_revoked)) => (Some(who.clone()), hash.to_owned(), is_revoked),
                None => (None, NOBODY.to_owned(), false),
            };
            if let Some(wait) = state.by_address.wait(&address, Instant::now()) {
                return Err(Refusal::SlowDown {
                    seconds: wait.as_secs() + 1,
                });
            }
            let waiting = state.waiting.entry(address).or_default();
            if *waiting >= LOOKS_OF_ONE_ADDRESS {
                return Err(Refusal::Busy);
            }
            *waiting += 1;
            (hash, who, is_revoked)
        };
        // Counted down also when who asked goes away meanwhile.
        let _leaving = Leaving { gate: self, address };
        let is_right = self.look(code, hash, &name).await?;
        let mut state = self.state();
        match (is_right, who, is_revoked) {
            (true, Some(_), true) => Err(Refusal::RevokedCode),
            (true, Some(who), false) => {
                state.known.insert(name, print);
                Ok(who)
            }
            _ => {
                let now = Instant::now();
                state.by_address.add(address, now);
                state.by_name.add(name, now);
                Err(Refusal::WrongCode)
            }
        }
    }

    /// A look with argon2id, put off when the pseudonym was tried a lot.
    async fn look(&self, code: Code, hash: String, name: &str) -> Result<bool, Refusal> {
        let _place = self
            .waiting
            .clone()
            .try_acquire_owned()
            .map_err(|_| Refusal::Busy)?;
        let delay = self.state().by_name.wait(name, Instant::now());
        if let Some(delay) = delay {
            tokio::time::sleep(delay.min(LONGEST_DELAY)).await;
        }
        let permit = self
            .looks
            .clone()
            .acquire_owned()
            .await
            .map_err(|_| Refusal::Busy)?;
        let memories = self.memories.clone();
        let look = tokio::task::spawn_blocking(move || {
            let free = || memories.lock().unwrap_or_else(PoisonError::into_inner);
            let spare = free().pop();
            let mut memory = spare.unwrap_or_default();
            let is_right = code.is_of(&hash, &mut memory);
            free().push(memory);
            drop(permit);
            is_right
        });
        look.await.map_err(|_| Refusal::Storage)
    }

    fn print(&self, code: &Code) -> [u8; 32] {
        Sha256::new()
            .chain_update(self.key)
            .chain_update(code.text())
            .finalize()
            .into()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // Nothing in there is left half-changed by a panic.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Somebody who waits for a look.
struct Leaving<'gate> {
    gate: &'gate Gate,
    address: IpAddr,
}

impl Drop for Leaving<'_> {
    fn drop(&mut self) {
        let mut state = self.gate.state();
        if let Some(waiting) = state.waiting.get_mut(&self.address) {
            *waiting -= 1;
            if *waiting == 0 {
                state.waiting.remove(&self.address);
            }
        }
    }
}

impl State {
    /// Looks at the list on the disk, once a second at most: a code taken back opens nothing a second later.
    fn look_at_list(&mut self, data: &std::path::Path) {
        if self.list_looked_at.elapsed() >= LIST_LOOKED_AT {
            self.read_list_if_changed(data);
        }
    }

    /// Reads the list again when it changed. One that cannot be read leaves the codes as they were.
    fn read_list_if_changed(&mut self, data: &std::path::Path) {
        self.list_looked_at = Instant::now();
        let now = changed(data);
        if now != self.list_changed
            && let Ok(list) = CodeList::read(data)
        {
            self.list = Arc::new(list);
            self.list_changed = now;
            self.known.clear();
        }
    }
}

fn changed(data: &std::path::Path) -> Option<SystemTime> {
    std::fs::metadata(CodeList::file(data))
        .and_then(|meta| meta.modified())
        .ok()
}

/// Compares without telling by its time where two differ.
fn are_same(one: &[u8; 32], other: &[u8; 32]) -> bool {
    one.iter()
        .zip(other)
        .fold(0, |differs, (one, other)| differs | (one ^ other))
        == 0
}

/// The code in a `Basic` header: its password. The user is not looked at; file managers ask for one.
fn code_of(header: &str) -> Option<Code> {
    let (scheme, rest) = header.split_once(' ')?;
    if !scheme.eq_ignore_ascii_case("basic") {
        return None;
    }
    let text = String::from_utf8(from_base64(rest.trim())?).ok()?;
    Code::read(text.split_once(':')?.1)
}

/// Base64 with `+`, `/` and `=`, of at most 512 signs.
fn from_base64(text: &str) -> Option<Vec<u8>> {
    let text = text.trim_end_matches('=');
    if text.len() > 512 {
        return None;
    }
    let mut bytes = Vec::with_capacity(text.len());
    let (mut bits, mut count) = (0_u32, 0);
    for sign in text.bytes() {
        let value = match sign {
            b'A'..=b'Z' => sign - b'A',
            b'a'..=b'z' => sign - b'a' + 26,
            b'0'..=b'9' => sign - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return None,
        };
        bits = (bits << 6) | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from((bits >> count) & 0xff).ok()?);
        }
    }
    Some(bytes)
}

/// Wrong codes by address or by pseudonym.
struct Mistakes<Key>(HashMap<Key, (u32, Instant)>);

impl<Key> Default for Mistakes<Key> {
    fn default() -> Self {
        Self(HashMap::new())
    }
}

impl<Key: std::hash::Hash + Eq> Mistakes<Key> {
    /// How many are not forgotten yet.
    fn count((count, last): (u32, Instant), now: Instant) -> u32 {
        let quiet = now.saturating_duration_since(last).as_secs() / FORGOTTEN_AFTER.as_secs();
        count.saturating_sub(u32::try_from(quiet).unwrap_or(u32::MAX))
    }

    fn add(&mut self, key: Key, now: Instant) {
        if self.0.len() >= REMEMBERED && !self.0.contains_key(&key) {
            self.0
                .retain(|_, mistakes| Self::count(*mistakes, now) > FREE_MISTAKES);
            if self.0.len() >= REMEMBERED {
                self.0.clear();
            }
        }
        let mistakes = self.0.entry(key).or_insert((0, now));
        // More would only take longer to be forgotten.
        *mistakes = ((Self::count(*mistakes, now) + 1).min(FREE_MISTAKES + 12), now);
    }

    /// How long to wait from now on: twice as long with each mistake, from half a second.
    fn wait<Borrowed>(&self, key: &Borrowed, now: Instant) -> Option<Duration>
    where
        Key: std::borrow::Borrow<Borrowed>,
        Borrowed: std::hash::Hash + Eq + ?Sized,
    {
        let mistakes = *self.0.get(key)?;
        let beyond = Self::count(mistakes, now).checked_sub(FREE_MISTAKES + 1)?;
        let wait = (Duration::from_millis(500) * 2_u32.saturating_pow(beyond)).min(LONGEST_WAIT);
        wait.checked_sub(now.saturating_duration_since(mistakes.1))
            .filter(|left| !left.is_zero())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop")]

    use super::*;

    #[test]
    fn a_header_is_read_for_its_password() {
        // The example of README.md.
        let header = "Basic cmVuYXJkLWJsZXU6cmVuYXJkLWJsZXUtbGFtcGUtZm9yZXQtdmlzLWZpbA==";
        assert_eq!(code_of(header).unwrap().text(), "renard-bleu-lampe-foret-vis-fil");
        for header in ["", "Basic", "Basic !!", "Bearer abc", "Basic YWJj", "Basic Og=="] {
            assert_eq!(code_of(header), None, "{header}");
        }
    }

    #[test]
    fn a_code_opens_in_the_second_it_was_made() {
        let data = std::env::temp_dir().join(format!("fabrique-gate-{}", std::process::id()));
        let gate = Gate::new(data.clone(), None).unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        let who = |code| runtime.block_on(gate.who_has(code, IpAddr::from([127, 0, 0, 1])));
        // The list has just been looked at.
        assert_eq!(who(Code::by_chance().unwrap()), Err(Refusal::WrongCode));
        let mut list = CodeList::default();
        let code = list
            .add_by_chance("tuesday", super::super::Role::Trainer)
            .unwrap();
        list.write(&data).unwrap();
        assert_eq!(who(code).map(|who| who.space), Ok("tuesday".to_owned()));
        std::fs::remove_dir_all(data).unwrap();
    }

    #[test]
    fn waiting_grows_and_is_forgotten() {
        let start = Instant::now();
        let mut mistakes = Mistakes::default();
        for _ in 0..FREE_MISTAKES {
            mistakes.add("a", start);
        }
        assert_eq!(mistakes.wait("a", start), None);
        let mut waits = Vec::new();
        for _ in 0..10 {
            mistakes.add("a", start);
            waits.push(mistakes.wait("a", start).unwrap().as_millis());
        }
        assert_eq!(
            waits,
            [500, 1000, 2000, 4000, 8000, 16000, 32000, 60000, 60000, 60000]
        );
        assert_eq!(mistakes.wait("a", start + LONGEST_WAIT), None);
        assert_eq!(mistakes.wait("b", start), None);
    }

    #[test]
    fn no_flood_of_addresses_fills_the_memory() {
        let now = Instant::now();
        let mut mistakes = Mistakes::default();
        for number in 0..100_000_u32 {
            mistakes.add(number, now);
        }
        assert!(mistakes.0.len() <= REMEMBERED);
    }
}
