//! The one table of blocks. Blockly's definitions, the toolbox, the text form, the words the lint knows and the
//! compiler all come from it; a block that lacks any of them fails a test.
//!
//! Here stand the vocabulary of the table and its rows' shape; the rows themselves are in [`table`].

pub mod blockly;
mod row;
pub mod table;
pub(crate) mod template;

use crate::parts::PartKind;
use table::TABLE;
use words::Language;

/// A kind of block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum BlockKind {
    // Start: hats, each with a body DO.
    /// `au démarrage` · body DO.
    OnStart,
    /// `toujours` at the margin · body DO.
    Forever,
    /// `quand bouton_A est appuyé` · fields PART, EVENT (PRESSED, RELEASED) · body DO.
    WhenButton,
    // Loops.
    /// `toujours` inside a script · body DO.
    ForeverLoop,
    /// `répéter N fois` · TIMES · DO.
    Repeat,
    /// `tant que V` · CONDITION · DO.
    While,
    /// `répéter jusqu'à V` · CONDITION · DO.
    Until,
    /// `compter i de N à N` · field VAR · FROM, TO · DO. Steps of 1, down when FROM > TO, both ends included.
    Count,
    /// `sortir de la boucle`.
    LeaveLoop,
    // Logic.
    /// `si V alors` … · IF0, DO0, IF1, DO1 …, ELSE · fields ELSE_IFS (number of `sinon si`, 0–20), ELSE (0 or 1).
    If,
    /// `V < V` · A, B · field OP (EQ, NE, LT, GT, LE, GE). Value, true or false.
    Compare,
    /// `V et V` · A, B · field OP (AND, OR). Value, true or false.
    Both,
    /// `non V` · A. Value, true or false.
    Not,
    /// `vrai` / `faux` · field VALUE (TRUE, FALSE). Value, true or false.
    Truth,
    /// `attendre jusqu'à V` · CONDITION.
    WaitUntil,
    // Maths.
    /// A number · field NUM. Value; the usual shadow of a socket.
    Number,
    /// `N + N` · A, B · field OP (ADD, SUB, MUL, DIV, MOD). Value.
    Arithmetic,
    /// `hasard de N à N` · FROM, TO. Value: a whole number, both ends possible.
    Random,
    /// `arrondir N` · A. Value.
    Round,
    /// `min de N et N` · A, B · field OP (MIN, MAX). Value.
    MinMax,
    // Variables.
    /// `x` · field VAR. Value.
    Variable,
    /// `mettre x à V` · field VAR · VALUE.
    SetVariable,
    /// `changer x de N` · field VAR · DELTA.
    ChangeVariable,
    // Lists (text form and benches for now; not in a toolbox yet).
    /// `vider la liste L` · field LIST.
    ListClear,
    /// `ajouter V à la liste L` · VALUE · field LIST.
    ListAdd,
    /// `remplacer l'élément N de la liste L par V` · INDEX, VALUE · field LIST. The first is 1.
    ListSet,
    /// `élément N de la liste L` · INDEX · field LIST. Value.
    ListItem,
    /// `longueur de la liste L` · field LIST. Value.
    ListLength,
    // Functions (as lists).
    /// `fonction nom` / `fonction nom avec a ; b`: hat · fields NAME, PARAMETERS (names separated by `;`) · DO.
    Function,
    /// `faire nom` / `faire nom avec V ; V` · field NAME · ARG0, ARG1 …
    Call,
    /// A parameter of the function it stands in: written as its name · field NAME. Value.
    Parameter,
    // Lamp.
    /// `allumer lampe` / `éteindre lampe` · fields STATE (ON, OFF), PART.
    TurnLamp,
    /// `régler la lumière à N %` · field PART · LEVEL.
    SetLight,
    /// `changer la lumière de N %` · field PART · DELTA.
    ChangeLight,
    /// `la lumière` · field PART. Value, 0–100.
    LightLevel,
    // Sensors.
    /// `bouton_A appuyé` · field PART. Value, true or false.
    ButtonPressed,
    /// `potentiomètre` · field PART. Value, 0–100.
    ReadPotentiometer,
    /// `lumière_ambiante` · field PART. Value, 0–100.
    ReadLight,
    // Sound.
    /// `jouer N Hz pendant T ms` · field PART · FREQUENCY, DURATION. Goes on when the sound ends.
    PlayTone,
    /// `jouer la pendant T ms` · fields PART, NOTE (C, D, E, F, G, A, B) · DURATION.
    PlayNote,
    /// `arrêter le son` · field PART.
    StopSound,
    // Time.
    /// `attendre T ms` · DURATION.
    WaitMilliseconds,
    /// `attendre T s` · DURATION.
    WaitSeconds,
}

impl BlockKind {
    /// Every kind, in the order of the table.
    pub const ALL: [Self; TABLE.len()] = {
        let mut all = [Self::OnStart; TABLE.len()];
        let mut place = 0;
        while place < TABLE.len() {
            all[place] = TABLE[place].kind;
            place += 1;
        }
        all
    };

    /// The row of the table. Rows stand in the order of the enum; a test holds them there.
    #[must_use]
    pub fn spec(self) -> &'static BlockSpec {
        &TABLE[self as usize]
    }

    /// The name a program is saved with; never changes once released.
    #[must_use]
    pub fn saved_name(self) -> &'static str {
        self.spec().saved_name
    }

    /// The kind of a saved name; `None` for one of a newer version.
    #[must_use]
    pub fn from_saved_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.saved_name() == name)
    }
}

/// The same words in French and in English.
pub type Wording = [&'static str; 2];

/// One of the two wordings.
#[must_use]
pub fn worded(wording: Wording, language: Language) -> &'static str {
    language.pick(wording[0], wording[1])
}

/// The name a new block has in a field for a name; empty for other fields.
#[must_use]
pub(crate) fn default_word(holds: FieldKind) -> &'static str {
    match holds {
        FieldKind::Variable => "x",
        FieldKind::List => "L",
        FieldKind::FunctionName => "f",
        FieldKind::ParameterName => "a",
        _ => "",
    }
}

/// A row of the table: all there is to know of a kind of block, except what the machine does with it.
///
/// A template is a line of words with single spaces. `{NAME}` is the slot or the field of that name. A part in
/// `[…]` is written only when it says something: a part's name when it is not the first of its kind on the board,
/// the parameters of a function or the values of a call when there are any.
#[derive(Clone, Copy, Debug)]
pub struct BlockSpec {
    /// The kind it describes.
    pub kind: BlockKind,
    /// The name programs are saved with.
    pub saved_name: &'static str,
    /// The shelf, and with it the colour.
    pub category: Category,
    /// How it joins other blocks.
    pub shape: Shape,
    /// Its line of text.
    pub template: Wording,
    /// A longer line, for a value whose short one would be read as another block where it stands.
    pub long_template: Option<Wording>,
    /// Its sockets for values, in the order of the saved names.
    pub slots: &'static [Slot],
    /// Its choices and words.
    pub fields: &'static [Field],
    /// The names of its inputs for stacks of blocks.
    pub bodies: &'static [&'static str],
    /// The lines that may follow its first body (`sinon si`, `sinon`).
    pub clauses: Option<Clauses>,
    /// What a screen reader calls it, and messages to the learner too: the template without its sockets.
    pub label: Wording,
    /// Whether the toolbox of the bench shows it.
    pub on_shelf: bool,
}

/// How a block joins others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Begins a script; nothing above, nothing below, a body inside.
    Hat,
    /// Stands in a stack.
    Statement,
    /// Stands in a socket.
    Value(ValueType),
}

/// What a value is, or what a socket accepts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueType {
    /// A number.
    Number,
    /// True or false.
    Truth,
    /// Either.
    Any,
}

/// A socket for a value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Slot {
    /// Name of the input; for a repeated one, what comes before its number (`ARG` for ARG0, ARG1 …).
    pub name: &'static str,
    /// What it accepts.
    pub accepts: ValueType,
    /// The number that comes with it, as a shadow block; `None` leaves it empty.
    pub default: Option<f64>,
    /// What a number typed straight into it should be.
    pub limits: Limits,
    /// Any number of them, written with `;` between.
    pub is_repeated: bool,
}

/// What a number typed into a socket should be. Numbers of a program that lie beyond are kept: the part saturates.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limits {
    /// The least, in the socket's own unit.
    pub least: f64,
    /// The greatest.
    pub most: f64,
    /// The smallest step between two numbers.
    pub step: f64,
}

/// Something written on the block itself.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Field {
    /// Its name in `Block::fields`.
    pub name: &'static str,
    /// What it holds.
    pub holds: FieldKind,
}

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum FieldKind {
    /// One of a few words. The first is the one a new block has.
    Choice(&'static [Choice]),
    /// A part of a kind, by its saved name. A new block has the first one of the board.
    Part(PartKind),
    /// The name of a variable.
    Variable,
    /// The name of a list.
    List,
    /// The name of a function.
    FunctionName,
    /// The names of a function's parameters, separated by `;`.
    ParameterNames,
    /// The name of one parameter.
    ParameterName,
    /// A number as typed.
    Number,
    /// How many of its further clauses the block has: a whole number from 0 to `most`.
    Count {
        /// The greatest.
        most: u32,
    },
}

/// One word of a choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The word programs are saved with.
    pub saved: &'static str,
    /// The word a person reads.
    pub word: Wording,
    /// Other ways to type it, in any language.
    pub also: &'static [&'static str],
}

/// The further clauses of `si`: input `IFn` and body `DOn` for each `sinon si`, body `ELSE` for `sinon`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clauses {
    /// The line of a further condition; its slot is `{IF}`.
    pub else_if: Wording,
    /// The line of what is left.
    pub otherwise: Wording,
    /// At most so many further conditions.
    pub most: u32,
}

/// A shelf of the toolbox; its colour is the token `--block-<name>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Category {
    /// Départ.
    Start,
    /// Boucles.
    Loops,
    /// Logique.
    Logic,
    /// Maths.
    Maths,
    /// Variables.
    Variables,
    /// Listes.
    Lists,
    /// Fonctions.
    Functions,
    /// Lumière.
    Lamp,
    /// Capteurs.
    Sensors,
    /// Son.
    Sound,
    /// Temps.
    Time,
}

impl Category {
    /// Every shelf, in the order of the toolbox.
    pub const ALL: [Self; 11] = [
        Self::Start,
        Self::Loops,
        Self::Logic,
        Self::Maths,
        Self::Variables,
        Self::Lists,
        Self::Functions,
        Self::Lamp,
        Self::Sensors,
        Self::Sound,
        Self::Time,
    ];

    /// The name of its colour and of its tile: `--block-<id>`.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Loops => "loops",
            Self::Logic => "logic",
            Self::Maths => "maths",
            Self::Variables => "variables",
            Self::Lists => "lists",
            Self::Functions => "functions",
            Self::Lamp => "lamp",
            Self::Sensors => "sensors",
            Self::Sound => "sound",
            Self::Time => "time",
        }
    }

    /// The word on the shelf.
    #[must_use]
    pub fn name(self, language: Language) -> &'static str {
        match self {
            Self::Start => language.pick("Départ", "Start"),
            Self::Loops => language.pick("Boucles", "Loops"),
            Self::Logic => language.pick("Logique", "Logic"),
            Self::Maths => "Maths",
            Self::Variables => "Variables",
            Self::Lists => language.pick("Listes", "Lists"),
            Self::Functions => language.pick("Fonctions", "Functions"),
            Self::Lamp => language.pick("Lumière", "Light"),
            Self::Sensors => language.pick("Capteurs", "Sensors"),
            Self::Sound => language.pick("Son", "Sound"),
            Self::Time => language.pick("Temps", "Time"),
        }
    }
}
