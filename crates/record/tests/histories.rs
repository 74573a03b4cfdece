//! Records as they come about: several writers act, and meet now and then.

use proptest::prelude::*;
use record::{
    Action, Deed, Dot, Join, Page, PersonId, Record, Setting, Settings, Spacing, TextSize, Theme, Tool,
    WorkKind, WriterId, Writing, apply, saved_format,
};

/// Something that happens to one of [`COPIES`] copies.
#[derive(Clone, Debug)]
pub enum Event {
    /// A person acts there, on a clock that says anything.
    Act {
        copy: usize,
        person: usize,
        deed: Planned,
        day: u8,
    },
    /// One copy takes in another.
    Meet { copy: usize, other: usize },
}

/// A deed, but for what depends on the copy it happens in.
#[derive(Clone, Debug)]
pub enum Planned {
    /// As it is.
    Deed(Deed),
    /// A text that replaces all that is in hand there, or nothing.
    Write {
        page: Page,
        text: String,
        sees_all: bool,
    },
    /// One of the revisions in hand, if there is any.
    Choose { page: Page, nth: usize },
}

/// How many copies there are.
pub const COPIES: usize = 3;

fn id(number: usize) -> PersonId {
    PersonId::new(&format!("person-{number}")).unwrap()
}

fn lesson() -> impl Strategy<Value = String> {
    prop::sample::select(vec!["blinking-led", "breathing-lamp"]).prop_map(str::to_owned)
}

fn step() -> impl Strategy<Value = String> {
    prop::sample::select(vec!["monter", "descendre"]).prop_map(str::to_owned)
}

fn page() -> impl Strategy<Value = Page> {
    (lesson(), step(), prop::option::of(0..2_u64)).prop_map(|(lesson, step, prompt)| {
        let (lesson, step) = (lesson.as_str().into(), step.as_str().into());
        match prompt {
            None => Page::Work { lesson, step },
            Some(prompt) => Page::Logbook { lesson, step, prompt },
        }
    })
}

fn setting() -> impl Strategy<Value = Setting> {
    prop_oneof![
        prop::sample::select(words::Language::ALL.to_vec()).prop_map(Setting::Language),
        prop::sample::select(TextSize::ALL).prop_map(Setting::TextSize),
        prop::sample::select(Spacing::ALL).prop_map(Setting::Spacing),
        prop::sample::select(Theme::ALL).prop_map(Setting::Theme),
    ]
}

fn planned() -> impl Strategy<Value = Planned> {
    let deed = prop_oneof![
        "[a-zé]{0,3}".prop_map(Deed::Rename),
        prop::sample::select(Tool::ALL).prop_map(Deed::TakeTool),
        setting().prop_map(Deed::Set),
        (lesson(), step()).prop_map(|(lesson, step)| Deed::GoTo { lesson, step }),
        (lesson(), step()).prop_map(|(lesson, step)| Deed::DoStep { lesson, step }),
        lesson().prop_map(|lesson| Deed::DoLesson { lesson }),
        (lesson(), step(), 0..5_usize).prop_map(|(lesson, step, n_passed)| Deed::Attempt {
            lesson,
            step,
            n_passed,
            message: (n_passed < 3).then(|| format!("Pas encore {n_passed}.")),
        }),
        (lesson(), step(), 0..4_usize).prop_map(|(lesson, step, count)| Deed::OpenHints {
            lesson,
            step,
            count
        }),
        (
            lesson(),
            step(),
            0..2_usize,
            prop::collection::vec(0..4_usize, 0..3)
        )
            .prop_map(|(lesson, step, question, choices)| Deed::Answer {
                lesson,
                step,
                question,
                choices
            }),
        (lesson(), step()).prop_map(|(lesson, step)| Deed::Restart { lesson, step }),
    ];
    prop_oneof![
        10 => deed.prop_map(Planned::Deed),
        6 => (page(), "[a-z]{0,2}", any::<bool>())
            .prop_map(|(page, text, sees_all)| Planned::Write { page, text, sees_all }),
        2 => (page(), 0..3_usize).prop_map(|(page, nth)| Planned::Choose { page, nth }),
        1 => Just(Planned::Deed(Deed::Erase)),
    ]
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        5 => (0..COPIES, 0..3_usize, planned(), any::<u8>())
            .prop_map(|(copy, person, deed, day)| Event::Act { copy, person, deed, day }),
        1 => (0..COPIES, 0..COPIES).prop_map(|(copy, other)| Event::Meet { copy, other }),
    ]
}

/// What happens, in order.
pub fn events() -> impl Strategy<Value = Vec<Event>> {
    prop::collection::vec(event(), 0..40)
}

/// Three copies with a common past. In some histories two copies share their writer, as after a copied disk: the laws
/// hold even so. In some, a newer Fabrique wrote fields of its own.
pub fn copies() -> impl Strategy<Value = [Record; COPIES]> {
    (events(), any::<bool>(), any::<bool>()).prop_map(|(events, is_writer_shared, has_unknown)| {
        let mut copies = live(&events, is_writer_shared);
        if has_unknown {
            for (number, copy) in copies.iter_mut().enumerate() {
                *copy = with_unknown_fields(copy, number);
            }
        }
        copies
    })
}

/// The copies after the events.
pub fn live(events: &[Event], is_writer_shared: bool) -> [Record; COPIES] {
    let mut copies: [Record; COPIES] = Default::default();
    for event in events {
        match event {
            Event::Act {
                copy,
                person,
                deed,
                day,
            } => {
                let writer = if is_writer_shared { *copy / 2 } else { *copy };
                let writer = WriterId::new(&format!("writer{writer}")).unwrap();
                let now = format!("20{:02}-01-01T10:00", day % 100);
                let writing = Writing {
                    writer: &writer,
                    now: &now,
                };
                let id = id(*person);
                let come = Deed::Come {
                    name: "Sami".to_owned(),
                    tool: Tool::Plane,
                    settings: Settings::default(),
                };
                let first = copies[*copy].person(&id).is_none().then_some(come);
                let record = &mut copies[*copy];
                for deed in first.into_iter().chain(planned_deed(deed, record, &id)) {
                    *record = apply(record, &Action::By(id.clone(), deed), writing);
                }
            }
            Event::Meet { copy, other } => {
                let theirs = copies[*other].clone();
                copies[*copy].join(&theirs);
            }
        }
    }
    copies
}

fn planned_deed(planned: &Planned, record: &Record, id: &PersonId) -> Option<Deed> {
    let in_hand = |page: &Page| -> Vec<Dot> {
        record
            .person(id)
            .map(|person| person.dots(page))
            .unwrap_or_default()
    };
    Some(match planned {
        Planned::Deed(deed) => deed.clone(),
        Planned::Write { page, text, sees_all } => Deed::Write {
            page: page.clone(),
            kind: WorkKind::Program,
            text: text.as_str().into(),
            instead_of: if *sees_all { in_hand(page) } else { Vec::new() },
        },
        Planned::Choose { page, nth } => Deed::Choose {
            page: page.clone(),
            revision: in_hand(page).into_iter().nth(*nth)?,
        },
    })
}

/// The same record with fields this version does not know, at every level.
fn with_unknown_fields(record: &Record, number: usize) -> Record {
    let values = [
        "1",
        "2.5",
        "true",
        r#"{"a":1,"b":[2]}"#,
        r#"{"a":3,"c":"x"}"#,
        "null",
        r#""text""#,
    ];
    let mut data = data_of(&saved_format::write(record, "test"));
    for (salt, place) in [r#"{"people":{"#, r#"{"facts":"#, r#"{"steps":{"#, r#"{"kind":"#]
        .into_iter()
        .enumerate()
    {
        let value = values[(number * 3 + salt) % values.len()];
        data = data.replace(place, &place.replacen('{', &format!(r#"{{"new":{value},"#), 1));
    }
    saved_format::read(&enveloped(1, 1, "test", 0, &data))
        .unwrap()
        .record
}

/// The `data` of a saved text.
pub fn data_of(text: &str) -> String {
    let start = text.find(r#""data":"#).unwrap() + r#""data":"#.len();
    text[start..text.len() - 1].to_owned()
}

/// An envelope around data without white space, written a second time here: the format is a promise to files that
/// exist, whatever the code says.
pub fn enveloped(version: u64, min_reader: u64, device: &str, lamport: u64, data: &str) -> String {
    let sum = format!("fabrique/record\n{version}\n{min_reader}\n{device}\n{lamport}\n{data}")
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| {
            (sum ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
        });
    let length = if version > 1 {
        format!(r#""length":{},"#, data.len())
    } else {
        String::new()
    };
    format!(
        r#"{{"format":"fabrique/record","version":{version},"min_reader":{min_reader},"device":"{device}","lamport":{lamport},"checksum":"fnv1a64:{sum:016x}",{length}"data":{data}}}"#
    )
}
