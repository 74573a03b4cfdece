//! `words::decimal` reads what `str::parse` reads.

use proptest::prelude::*;
use words::decimal::read;

fn check(text: &str) {
    let ours = read(text).map(f64::to_bits);
    assert_eq!(ours, text.parse().ok().map(f64::to_bits), "{text}");
}

#[test]
fn hard_cases_are_rounded_as_std_does() {
    for text in [
        "0",
        "-0",
        "0.1",
        "0.30000000000000004",
        "9007199254740993",
        "9007199254740992.5",
        "9007199254740993.000000000000000000000000000000001",
        "123456789012345678901234567890",
        "1.00000000000000011102230246251565404236316680908203125",
        "1.00000000000000011102230246251565404236316680908203126",
    ] {
        check(text);
    }
    for number in [
        f64::MAX,
        f64::MIN_POSITIVE,
        f64::MIN_POSITIVE / 3.0,
        f64::from_bits(1),
        std::f64::consts::PI,
    ] {
        check(&number.to_string());
    }
    check(&format!("{}9", f64::MAX));
    check(&"9".repeat(400));
    check(&format!("0.{}1", "0".repeat(400)));
}

#[test]
fn what_has_many_digits_is_read_too_and_at_once() {
    // In the middle between two numbers, and a little more, which only the last of many digits says.
    let middle = "1.00000000000000011102230246251565404236316680908203125";
    check(&format!("{middle}{}1", "0".repeat(2_000)));
    check(&format!("{middle}{}", "0".repeat(2_000)));
    check(&format!("{}7.5", "0".repeat(1_000_000)));
    check(&"1".repeat(1_000_000));
    check(&format!("0.{}", "3".repeat(1_000_000)));
}

#[test]
fn what_is_no_number_is_none() {
    for text in [
        "", "-", ".", ",", "1.2.3", "1e3", "inf", "NaN", " 1", "1 ", "--1", "½", "1_000",
    ] {
        assert_eq!(read(text), None, "{text}");
    }
    assert_eq!(read("0,5"), Some(0.5));
    assert_eq!(read(".5"), Some(0.5));
    assert_eq!(read("5."), Some(5.0));
}

proptest! {
    #[test]
    fn any_number_is_read_back(bits in any::<u64>()) {
        let number = f64::from_bits(bits);
        prop_assume!(number.is_finite());
        check(&number.to_string());
    }

    #[test]
    fn any_digits_are_read_as_std_reads_them(text in "-?[0-9]{1,40}(\\.[0-9]{0,40})?") {
        check(&text);
    }

    #[test]
    fn few_digits_are_read_as_std_reads_them(text in "[0-9]{1,4}(\\.[0-9]{1,22})?") {
        check(&text);
    }
}
