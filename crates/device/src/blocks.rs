//! The one table of blocks. Blockly's definitions, the toolbox, the text form, the words the lint knows and the
//! compiler all come from it; a block that lacks any of them fails a test.

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
    /// The name a program is saved with; never changes once released.
    #[must_use]
    pub fn saved_name(self) -> &'static str {
        use BlockKind::*;
        match self {
            OnStart => "on_start",
            Forever => "forever",
            WhenButton => "when_button",
            ForeverLoop => "forever_loop",
            Repeat => "repeat",
            While => "while",
            Until => "until",
            Count => "count",
            LeaveLoop => "leave_loop",
            If => "if",
            Compare => "compare",
            Both => "both",
            Not => "not",
            Truth => "truth",
            WaitUntil => "wait_until",
            Number => "number",
            Arithmetic => "arithmetic",
            Random => "random",
            Round => "round",
            MinMax => "min_max",
            Variable => "variable",
            SetVariable => "set_variable",
            ChangeVariable => "change_variable",
            ListClear => "list_clear",
            ListAdd => "list_add",
            ListSet => "list_set",
            ListItem => "list_item",
            ListLength => "list_length",
            Function => "function",
            Call => "call",
            Parameter => "parameter",
            TurnLamp => "turn_lamp",
            SetLight => "set_light",
            ChangeLight => "change_light",
            LightLevel => "light_level",
            ButtonPressed => "button_pressed",
            ReadPotentiometer => "read_potentiometer",
            ReadLight => "read_light",
            PlayTone => "play_tone",
            PlayNote => "play_note",
            StopSound => "stop_sound",
            WaitMilliseconds => "wait_ms",
            WaitSeconds => "wait_s",
        }
    }

    /// Every kind, in toolbox order.
    pub const ALL: [Self; 43] = {
        use BlockKind::*;
        [
            OnStart,
            Forever,
            WhenButton,
            ForeverLoop,
            Repeat,
            While,
            Until,
            Count,
            LeaveLoop,
            If,
            Compare,
            Both,
            Not,
            Truth,
            WaitUntil,
            Number,
            Arithmetic,
            Random,
            Round,
            MinMax,
            Variable,
            SetVariable,
            ChangeVariable,
            ListClear,
            ListAdd,
            ListSet,
            ListItem,
            ListLength,
            Function,
            Call,
            Parameter,
            TurnLamp,
            SetLight,
            ChangeLight,
            LightLevel,
            ButtonPressed,
            ReadPotentiometer,
            ReadLight,
            PlayTone,
            PlayNote,
            StopSound,
            WaitMilliseconds,
            WaitSeconds,
        ]
    };

    /// The kind of a saved name; `None` for one of a newer version.
    #[must_use]
    pub fn from_saved_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.saved_name() == name)
    }
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
