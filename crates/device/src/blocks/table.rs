//! The rows of the table of blocks.

use super::Category::{Functions, Lamp, Lists, Logic, Loops, Maths, Sensors, Sound, Start, Time, Variables};
use super::row::{
    ANY_NUMBER, any, choice, field, hat, limits, number, part, repeated, statement, truth, value, word,
};
use super::{BlockKind, BlockSpec, Choice, Clauses, FieldKind, Limits, ValueType};
use crate::parts::PartKind;

/// Every kind of block, in the order of [`BlockKind`].
pub(super) static TABLE: [BlockSpec; 43] = [
    hat(
        BlockKind::OnStart,
        "on_start",
        Start,
        ["au démarrage", "on start"],
    ),
    hat(BlockKind::Forever, "forever", Start, ["toujours", "forever"]),
    hat(
        BlockKind::WhenButton,
        "when_button",
        Start,
        ["quand {PART} est {EVENT}", "when {PART} is {EVENT}"],
    )
    .fields(&[part(PartKind::Button), choice("EVENT", EVENTS)])
    .label(["quand le bouton change", "when the button changes"]),
    statement(
        BlockKind::ForeverLoop,
        "forever_loop",
        Loops,
        ["toujours", "forever"],
    )
    .body(),
    statement(
        BlockKind::Repeat,
        "repeat",
        Loops,
        ["répéter {TIMES} fois", "repeat {TIMES} times"],
    )
    .slots(&[number("TIMES", 10.0, limits(0.0, 10_000.0, 1.0))])
    .body()
    .label(["répéter", "repeat"]),
    statement(
        BlockKind::While,
        "while",
        Loops,
        ["tant que {CONDITION}", "while {CONDITION}"],
    )
    .slots(&[truth("CONDITION")])
    .body()
    .label(["tant que", "while"]),
    statement(
        BlockKind::Until,
        "until",
        Loops,
        ["répéter jusqu'à {CONDITION}", "repeat until {CONDITION}"],
    )
    .slots(&[truth("CONDITION")])
    .body()
    .label(["répéter jusqu’à", "repeat until"]),
    statement(
        BlockKind::Count,
        "count",
        Loops,
        [
            "compter {VAR} de {FROM} à {TO}",
            "count {VAR} from {FROM} to {TO}",
        ],
    )
    .fields(&[field("VAR", FieldKind::Variable)])
    .slots(&[number("FROM", 1.0, ANY_NUMBER), number("TO", 10.0, ANY_NUMBER)])
    .body()
    .label(["compter", "count"]),
    statement(
        BlockKind::LeaveLoop,
        "leave_loop",
        Loops,
        ["sortir de la boucle", "leave loop"],
    ),
    statement(BlockKind::If, "if", Logic, ["si {IF0} alors", "if {IF0} then"])
        .fields(&[
            field("ELSE_IFS", FieldKind::Count { most: MOST_ELSE_IFS }),
            field("ELSE", FieldKind::Count { most: 1 }),
        ])
        .slots(&[truth("IF0")])
        .clauses(Clauses {
            else_if: ["sinon si {IF} alors", "else if {IF} then"],
            otherwise: ["sinon", "else"],
            most: MOST_ELSE_IFS,
        })
        .label(["si", "if"]),
    value(
        BlockKind::Compare,
        "compare",
        Logic,
        ValueType::Truth,
        ["{A} {OP} {B}"; 2],
    )
    .fields(&[choice("OP", COMPARISONS)])
    .slots(&[any("A", 0.0), any("B", 0.0)])
    .label(["comparer", "compare"]),
    value(
        BlockKind::Both,
        "both",
        Logic,
        ValueType::Truth,
        ["{A} {OP} {B}"; 2],
    )
    .fields(&[choice("OP", BOTH)])
    .slots(&[truth("A"), truth("B")])
    .label(["et, ou", "and, or"]),
    value(
        BlockKind::Not,
        "not",
        Logic,
        ValueType::Truth,
        ["non {A}", "not {A}"],
    )
    .slots(&[truth("A")])
    .label(["non", "not"]),
    value(BlockKind::Truth, "truth", Logic, ValueType::Truth, ["{VALUE}"; 2])
        .fields(&[choice("VALUE", TRUTHS)])
        .label(["vrai, faux", "true, false"]),
    statement(
        BlockKind::WaitUntil,
        "wait_until",
        Logic,
        ["attendre jusqu'à {CONDITION}", "wait until {CONDITION}"],
    )
    .slots(&[truth("CONDITION")])
    .label(["attendre jusqu’à", "wait until"]),
    value(
        BlockKind::Number,
        "number",
        Maths,
        ValueType::Number,
        ["{NUM}"; 2],
    )
    .fields(&[field("NUM", FieldKind::Number)])
    .label(["nombre", "number"]),
    value(
        BlockKind::Arithmetic,
        "arithmetic",
        Maths,
        ValueType::Number,
        ["{A} {OP} {B}"; 2],
    )
    .fields(&[choice("OP", OPERATIONS)])
    .slots(&[number("A", 1.0, ANY_NUMBER), number("B", 1.0, ANY_NUMBER)])
    .label(["calculer", "calculate"]),
    value(
        BlockKind::Random,
        "random",
        Maths,
        ValueType::Number,
        ["hasard de {FROM} à {TO}", "random from {FROM} to {TO}"],
    )
    .slots(&[number("FROM", 1.0, WHOLE), number("TO", 10.0, WHOLE)])
    .label(["hasard", "random"]),
    value(
        BlockKind::Round,
        "round",
        Maths,
        ValueType::Number,
        ["arrondir {A}", "round {A}"],
    )
    .slots(&[number("A", 0.5, ANY_NUMBER)])
    .label(["arrondir", "round"]),
    value(
        BlockKind::MinMax,
        "min_max",
        Maths,
        ValueType::Number,
        ["{OP} de {A} et {B}", "{OP} of {A} and {B}"],
    )
    .fields(&[choice("OP", EXTREMES)])
    .slots(&[number("A", 1.0, ANY_NUMBER), number("B", 1.0, ANY_NUMBER)])
    .label(["min, max", "min, max"]),
    value(
        BlockKind::Variable,
        "variable",
        Variables,
        ValueType::Any,
        ["{VAR}"; 2],
    )
    .fields(&[field("VAR", FieldKind::Variable)])
    .long(["variable {VAR}"; 2])
    .label(["variable"; 2]),
    statement(
        BlockKind::SetVariable,
        "set_variable",
        Variables,
        ["mettre {VAR} à {VALUE}", "set {VAR} to {VALUE}"],
    )
    .fields(&[field("VAR", FieldKind::Variable)])
    .slots(&[any("VALUE", 0.0)])
    .label(["mettre une variable", "set a variable"]),
    statement(
        BlockKind::ChangeVariable,
        "change_variable",
        Variables,
        ["changer {VAR} de {DELTA}", "change {VAR} by {DELTA}"],
    )
    .fields(&[field("VAR", FieldKind::Variable)])
    .slots(&[number("DELTA", 1.0, ANY_NUMBER)])
    .label(["changer une variable", "change a variable"]),
    statement(
        BlockKind::ListClear,
        "list_clear",
        Lists,
        ["vider la liste {LIST}", "clear list {LIST}"],
    )
    .fields(&[field("LIST", FieldKind::List)])
    .label(["vider la liste", "clear list"])
    .off_shelf(),
    statement(
        BlockKind::ListAdd,
        "list_add",
        Lists,
        ["ajouter {VALUE} à la liste {LIST}", "add {VALUE} to list {LIST}"],
    )
    .fields(&[field("LIST", FieldKind::List)])
    .slots(&[any("VALUE", 0.0)])
    .label(["ajouter à la liste", "add to list"])
    .off_shelf(),
    statement(
        BlockKind::ListSet,
        "list_set",
        Lists,
        [
            "remplacer l'élément {INDEX} de la liste {LIST} par {VALUE}",
            "replace item {INDEX} of list {LIST} with {VALUE}",
        ],
    )
    .fields(&[field("LIST", FieldKind::List)])
    .slots(&[number("INDEX", 1.0, WHOLE), any("VALUE", 0.0)])
    .label(["remplacer dans la liste", "replace in list"])
    .off_shelf(),
    value(
        BlockKind::ListItem,
        "list_item",
        Lists,
        ValueType::Any,
        [
            "élément {INDEX} de la liste {LIST}",
            "item {INDEX} of list {LIST}",
        ],
    )
    .fields(&[field("LIST", FieldKind::List)])
    .slots(&[number("INDEX", 1.0, WHOLE)])
    .label(["élément de la liste", "item of list"])
    .off_shelf(),
    value(
        BlockKind::ListLength,
        "list_length",
        Lists,
        ValueType::Number,
        ["longueur de la liste {LIST}", "length of list {LIST}"],
    )
    .fields(&[field("LIST", FieldKind::List)])
    .label(["longueur de la liste", "length of list"])
    .off_shelf(),
    hat(
        BlockKind::Function,
        "function",
        Functions,
        [
            "fonction {NAME} [avec {PARAMETERS}]",
            "function {NAME} [with {PARAMETERS}]",
        ],
    )
    .fields(&[
        field("NAME", FieldKind::FunctionName),
        field("PARAMETERS", FieldKind::ParameterNames),
    ])
    .label(["fonction", "function"])
    .off_shelf(),
    statement(
        BlockKind::Call,
        "call",
        Functions,
        ["faire {NAME} [avec {ARG}]", "do {NAME} [with {ARG}]"],
    )
    .fields(&[field("NAME", FieldKind::FunctionName)])
    .slots(&[repeated("ARG")])
    .label(["faire une fonction", "do a function"])
    .off_shelf(),
    value(
        BlockKind::Parameter,
        "parameter",
        Functions,
        ValueType::Any,
        ["{NAME}"; 2],
    )
    .fields(&[field("NAME", FieldKind::ParameterName)])
    .long(["paramètre {NAME}", "parameter {NAME}"])
    .label(["paramètre", "parameter"])
    .off_shelf(),
    statement(BlockKind::TurnLamp, "turn_lamp", Lamp, ["{STATE} {PART}"; 2])
        .fields(&[choice("STATE", STATES), part(PartKind::Lamp)])
        .label(["allumer, éteindre", "turn on, turn off"]),
    statement(
        BlockKind::SetLight,
        "set_light",
        Lamp,
        [
            "régler la lumière [de {PART}] à {LEVEL} %",
            "set light [of {PART}] to {LEVEL} %",
        ],
    )
    .fields(&[part(PartKind::Lamp)])
    .slots(&[number("LEVEL", 50.0, limits(0.0, 100.0, 0.001))])
    .label(["régler la lumière", "set light"]),
    statement(
        BlockKind::ChangeLight,
        "change_light",
        Lamp,
        [
            "changer la lumière [de {PART}] de {DELTA} %",
            "change light [of {PART}] by {DELTA} %",
        ],
    )
    .fields(&[part(PartKind::Lamp)])
    .slots(&[number("DELTA", 1.0, limits(-100.0, 100.0, 0.001))])
    .label(["changer la lumière", "change light"]),
    value(
        BlockKind::LightLevel,
        "light_level",
        Lamp,
        ValueType::Number,
        ["la lumière [de {PART}]", "light [of {PART}]"],
    )
    .fields(&[part(PartKind::Lamp)])
    .label(["la lumière", "light"]),
    value(
        BlockKind::ButtonPressed,
        "button_pressed",
        Sensors,
        ValueType::Truth,
        ["{PART} appuyé", "{PART} pressed"],
    )
    .fields(&[part(PartKind::Button)])
    .label(["bouton appuyé", "button pressed"]),
    value(
        BlockKind::ReadPotentiometer,
        "read_potentiometer",
        Sensors,
        ValueType::Number,
        ["{PART}"; 2],
    )
    .fields(&[part(PartKind::Potentiometer)])
    .label(["potentiomètre", "potentiometer"]),
    value(
        BlockKind::ReadLight,
        "read_light",
        Sensors,
        ValueType::Number,
        ["{PART}"; 2],
    )
    .fields(&[part(PartKind::AmbientLight)])
    .label(["lumière ambiante", "ambient light"]),
    statement(
        BlockKind::PlayTone,
        "play_tone",
        Sound,
        [
            "jouer {FREQUENCY} Hz [sur {PART}] pendant {DURATION} ms",
            "play {FREQUENCY} Hz [on {PART}] for {DURATION} ms",
        ],
    )
    .fields(&[part(PartKind::Buzzer)])
    .slots(&[
        number("FREQUENCY", 440.0, limits(20.0, 20_000.0, 0.001)),
        number("DURATION", 500.0, limits(0.0, 60_000.0, 1.0)),
    ])
    .label(["jouer un son", "play a sound"]),
    statement(
        BlockKind::PlayNote,
        "play_note",
        Sound,
        [
            "jouer {NOTE} [sur {PART}] pendant {DURATION} ms",
            "play {NOTE} [on {PART}] for {DURATION} ms",
        ],
    )
    .fields(&[choice("NOTE", NOTES), part(PartKind::Buzzer)])
    .slots(&[number("DURATION", 500.0, limits(0.0, 60_000.0, 1.0))])
    .label(["jouer une note", "play a note"]),
    statement(
        BlockKind::StopSound,
        "stop_sound",
        Sound,
        ["arrêter le son [de {PART}]", "stop sound [of {PART}]"],
    )
    .fields(&[part(PartKind::Buzzer)])
    .label(["arrêter le son", "stop sound"]),
    statement(
        BlockKind::WaitMilliseconds,
        "wait_ms",
        Time,
        ["attendre {DURATION} ms", "wait {DURATION} ms"],
    )
    .slots(&[number("DURATION", 500.0, limits(0.0, 60_000.0, 1.0))])
    .label(["attendre en millisecondes", "wait in milliseconds"]),
    statement(
        BlockKind::WaitSeconds,
        "wait_s",
        Time,
        ["attendre {DURATION} s", "wait {DURATION} s"],
    )
    .slots(&[number("DURATION", 1.0, limits(0.0, 3_600.0, 0.001))])
    .label(["attendre en secondes", "wait in seconds"]),
];

const MOST_ELSE_IFS: u32 = 20;

const EVENTS: &[Choice] = &[
    word("PRESSED", ["appuyé", "pressed"]),
    word("RELEASED", ["relâché", "released"]),
];

const COMPARISONS: &[Choice] = &[
    word("LT", ["<"; 2]),
    word("EQ", ["="; 2]).also(&["=="]),
    word("GT", [">"; 2]),
    word("NE", ["≠"; 2]).also(&["!=", "<>"]),
    word("LE", ["≤"; 2]).also(&["<=", "=<"]),
    word("GE", ["≥"; 2]).also(&[">=", "=>"]),
];

const BOTH: &[Choice] = &[word("AND", ["et", "and"]), word("OR", ["ou", "or"])];

const TRUTHS: &[Choice] = &[word("TRUE", ["vrai", "true"]), word("FALSE", ["faux", "false"])];

const OPERATIONS: &[Choice] = &[
    word("ADD", ["+"; 2]),
    word("SUB", ["−"; 2]).also(&["-", "–"]),
    word("MUL", ["×"; 2]).also(&["*"]),
    word("DIV", ["÷"; 2]).also(&["/"]),
    word("MOD", ["mod"; 2]),
];

const EXTREMES: &[Choice] = &[word("MIN", ["min"; 2]), word("MAX", ["max"; 2])];

const STATES: &[Choice] = &[
    word("ON", ["allumer", "turn on"]),
    word("OFF", ["éteindre", "turn off"]),
];

/// The notes of the scale of C major, by their English letter.
const NOTES: &[Choice] = &[
    word("C", ["do", "C"]),
    word("D", ["ré", "D"]),
    word("E", ["mi", "E"]),
    word("F", ["fa", "F"]),
    word("G", ["sol", "G"]),
    word("A", ["la", "A"]),
    word("B", ["si", "B"]),
];

/// A whole number.
const WHOLE: Limits = limits(-1e9, 1e9, 1.0);
