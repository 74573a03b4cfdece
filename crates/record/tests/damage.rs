//! Cut and changed texts: never a panic, never a wrong reading taken for a right one.

use crate::fixtures::each_fixture;
use crate::histories::{data_of, enveloped};
use proptest::prelude::*;
use record::saved_format::{LARGEST_COPY, ReadProblem, read, read_copy, write_copy};

#[test]
fn every_prefix_is_seen() {
    let texts = each_fixture().into_iter().flat_map(|(name, text)| {
        let copy = write_copy(&read(&text).unwrap().record, "d");
        [(name.clone(), text), (format!("{name}, as a copy"), copy)]
    });
    for (name, text) in texts {
        let whole = text.trim_end();
        for end in (0..whole.len()).filter(|end| whole.is_char_boundary(*end)) {
            let problem = read(&whole[..end]).expect_err(&name);
            let is_right = match problem {
                ReadProblem::Empty => end == 0,
                // Too short to say what it was.
                ReadProblem::NotARecord => end < 30,
                ReadProblem::Damaged { .. } => true,
                ReadProblem::Newer { .. } | ReadProblem::TooLarge { .. } => false,
            };
            assert!(is_right, "{name} cut at {end}: {problem:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_flipped_bit_is_seen(which in any::<prop::sample::Index>(), at in any::<prop::sample::Index>(), bit in 0..8_u8) {
        let fixtures = each_fixture();
        let (name, text) = &fixtures[which.index(fixtures.len())];
        let intact = read(text).unwrap();
        let mut bytes = text.trim_end().as_bytes().to_vec();
        let at = at.index(bytes.len());
        bytes[at] ^= 1 << bit;
        match read_copy(&bytes) {
            Err(ReadProblem::Damaged { .. } | ReadProblem::NotARecord) => {}
            Err(problem) => prop_assert!(false, "{} at {}: {:?}", name, at, problem),
            // White space between two tokens may become another white space.
            Ok(saved) => prop_assert_eq!(saved, intact, "{} at {}", name, at),
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text in ".{0,200}") {
        let _ = read(&text);
    }

    /// The envelope is right, and what is in it is anything.
    #[test]
    fn any_data_is_read_or_refused(which in any::<prop::sample::Index>(), at in any::<prop::sample::Index>(), with in "[\\[\\]{}:,\"0-9a-z.-]{1,3}") {
        let fixtures = each_fixture();
        let (_, text) = &fixtures[which.index(fixtures.len())];
        let mut data = data_of(text.trim_end());
        let at = at.index(data.len());
        if data.is_char_boundary(at) {
            data.insert_str(at, &with);
            let _ = read(&enveloped(1, 1, "d", 1, &data));
        }
    }
}

#[test]
fn what_is_no_record_says_so() {
    let check =
        |text: &str, expected: ReadProblem| assert_eq!(read_copy(text.as_bytes()), Err(expected), "{text}");
    check("", ReadProblem::Empty);
    check(" \n", ReadProblem::Empty);
    check("bonjour", ReadProblem::NotARecord);
    check("[1, 2]", ReadProblem::NotARecord);
    check(r#"{"format":"scratch"}"#, ReadProblem::NotARecord);
    check("<!doctype html>", ReadProblem::NotARecord);
    assert_eq!(read_copy(&[0xff, 0xd8, 0xff]), Err(ReadProblem::NotARecord));
}

#[test]
fn fifty_megabytes_are_refused_unread() {
    let bytes = vec![b'{'; 50 * 1024 * 1024];
    assert_eq!(
        read_copy(&bytes),
        Err(ReadProblem::TooLarge { bytes: bytes.len() })
    );
    assert_eq!(read_copy(&vec![b' '; LARGEST_COPY]), Err(ReadProblem::Empty));
}

#[test]
fn a_newer_format_is_told_from_a_damaged_one() {
    let newer = enveloped(7, 7, "d", 3, r#"{"folk":[]}"#);
    assert_eq!(read(&newer), Err(ReadProblem::Newer { version: 7 }));
    let flipped = newer.replace(r#""version":7"#, r#""version":5"#);
    assert_eq!(read(&flipped), Err(ReadProblem::Damaged { place: String::new() }));
}

#[test]
fn what_is_out_of_bounds_says_where() {
    let check = |data: &str, place: &str| {
        let expected = ReadProblem::Damaged {
            place: place.to_owned(),
        };
        assert_eq!(read(&enveloped(1, 1, "d", 1, data)), Err(expected), "{data}");
    };
    check("[]", "");
    check(r#"{"people":3}"#, "people");
    check(r#"{"people":{"../x":{}}}"#, "people/../x");
    check(r#"{"people":{"a":{"epoch":-1}}}"#, "people/a/epoch");
    check(r#"{"people":{"a":{"epoch":1e300}}}"#, "people/a/epoch");
    check(
        r#"{"people":{"a":{"facts":{"name":[9007199254740992,"w","x"]}}}}"#,
        "people/a/facts/name",
    );
    check(
        r#"{"people":{"a":{"facts":{"name":[1,"W!","x"]}}}}"#,
        "people/a/facts/name",
    );
    check(r#"{"people":{"a":{"lessons":{"":{}}}}}"#, "people/a/lessons/");
    check(
        r#"{"people":{"a":{"works":{"l":{"s":{"heads":{"w":{}}}}}}}}"#,
        "people/a/works/l/s/heads/w",
    );
    let deep = format!(r#"{{"people":{}{}}}"#, "[".repeat(1000), "]".repeat(1000));
    check(&deep, "");
    let long = format!(
        r#"{{"people":{{"a":{{"works":{{"l":{{"s":{{"heads":{{"w.1":{{"text":"{}"}}}}}}}}}}}}}}}}"#,
        "x".repeat(record::LONGEST_TEXT + 1)
    );
    check(&long, "people/a/works/l/s/heads/w.1");
}

#[test]
fn a_map_of_too_many_entries_is_refused_at_once() {
    let answers: Vec<_> = (0..6_000)
        .map(|number| format!(r#""{number}":[1,"w",""]"#))
        .collect();
    let data = format!(
        r#"{{"people":{{"a":{{"lessons":{{"l":{{"steps":{{"s":{{"answers":{{{}}}}}}}}}}}}}}}}}"#,
        answers.join(",")
    );
    let place = "people/a/lessons/l/steps/s/answers".to_owned();
    assert_eq!(
        read(&enveloped(1, 1, "d", 1, &data)),
        Err(ReadProblem::Damaged { place })
    );
}
