//! Programs that nobody would write, as text: any block anywhere it may stand.
//!
//! Also compiled by `benches/machine-wasm`, which runs the same programs natively and in wasm.

use std::fmt::Write as _;

/// Chance for tests: Marsaglia's xorshift64 ("Xorshift RNGs", 2003; shifts 13, 7, 17), with a seed that is not 0.
pub struct Dice(u64);

impl Dice {
    /// Dice whose falls the seed decides.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        // Neighbouring seeds are spread by the golden ratio (Knuth's multiplicative hashing).
        Self(seed.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number from 0 to below `sides`.
    pub fn fall(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % sides
    }

    /// One of some choices (at least one).
    pub fn one_of<Choice: Copy>(&mut self, choices: &[Choice]) -> Choice {
        choices[usize::try_from(self.fall(choices.len() as u64)).unwrap_or(0)]
    }
}

/// The text in French of a random program for the default board.
#[must_use]
pub fn random_program(seed: u64) -> String {
    let mut writer = Writer {
        dice: Dice::new(seed),
        text: String::new(),
        in_function: false,
    };
    for _ in 0..=writer.dice.fall(4) {
        writer.script();
    }
    writer.function();
    writer.text
}

const VARIABLES: [&str; 4] = ["i", "x", "y", "total"];
const LISTS: [&str; 2] = ["L", "M"];

struct Writer {
    dice: Dice,
    text: String,
    in_function: bool,
}

impl Writer {
    fn line(&mut self, depth: usize, line: &str) {
        // Writing to a string cannot fail.
        let _ = writeln!(self.text, "{}{line}", "  ".repeat(depth));
    }

    fn script(&mut self) {
        let hat = self.dice.one_of(&[
            "au démarrage",
            "au démarrage",
            "toujours",
            "toujours",
            "quand bouton_A est appuyé",
            "quand bouton_A est relâché",
            "quand bouton_B est appuyé",
        ]);
        self.line(0, hat);
        self.body(1, hat == "toujours");
    }

    fn function(&mut self) {
        self.line(0, "fonction f avec a ; b");
        self.in_function = true;
        self.body(1, false);
        self.in_function = false;
    }

    fn body(&mut self, depth: usize, in_loop: bool) {
        for _ in 0..=self.dice.fall(4) {
            self.statement(depth, in_loop);
        }
    }

    fn statement(&mut self, depth: usize, in_loop: bool) {
        let kinds = if depth > 4 { 17 } else { 24 };
        match self.dice.fall(kinds) {
            0..=2 => {
                let line = format!("mettre {} à {}", self.variable(), self.value(2));
                self.line(depth, &line);
            }
            3 | 4 => {
                let line = format!("changer {} de {}", self.variable(), self.number(2));
                self.line(depth, &line);
            }
            5 => {
                let line = format!("ajouter {} à la liste {}", self.value(1), self.list());
                self.line(depth, &line);
            }
            6 => {
                let line = format!(
                    "remplacer l'élément {} de la liste {} par {}",
                    self.number(1),
                    self.list(),
                    self.value(1)
                );
                self.line(depth, &line);
            }
            7 => {
                let line = self
                    .dice
                    .one_of(&["allumer lampe", "éteindre lampe", "arrêter le son"]);
                self.line(depth, line);
            }
            8 => {
                let line = format!("régler la lumière à {} %", self.number(2));
                self.line(depth, &line);
            }
            9 => {
                let line = format!("changer la lumière de {} %", self.number(1));
                self.line(depth, &line);
            }
            10 => {
                let line = format!("jouer {} Hz pendant {} ms", self.number(1), self.number(1));
                self.line(depth, &line);
            }
            11 => {
                let note = self.dice.one_of(&["do", "ré", "mi", "fa", "sol", "la", "si"]);
                let line = format!("jouer {note} pendant {} ms", self.number(1));
                self.line(depth, &line);
            }
            12 | 13 => {
                let line = format!("attendre {} ms", self.number(1));
                self.line(depth, &line);
            }
            14 => {
                let line = format!("attendre jusqu'à {}", self.condition(1));
                self.line(depth, &line);
            }
            15 => {
                let line = format!("faire f avec {} ; {}", self.value(1), self.value(1));
                self.line(depth, &line);
            }
            16 if in_loop => self.line(depth, "sortir de la boucle"),
            16 => {
                let line = format!("vider la liste {}", self.list());
                self.line(depth, &line);
            }
            17 | 18 => {
                let line = format!("répéter {} fois", self.number(1));
                self.looping(depth, &line);
            }
            19 => {
                let line = format!(
                    "compter {} de {} à {}",
                    self.variable(),
                    self.number(1),
                    self.number(1)
                );
                self.looping(depth, &line);
            }
            20 => {
                let line = format!("tant que {}", self.condition(2));
                self.looping(depth, &line);
            }
            21 => {
                let line = format!("répéter jusqu'à {}", self.condition(2));
                self.looping(depth, &line);
            }
            22 => self.looping(depth, "toujours"),
            _ => self.choice(depth, in_loop),
        }
    }

    fn looping(&mut self, depth: usize, line: &str) {
        self.line(depth, line);
        self.body(depth + 1, true);
    }

    fn choice(&mut self, depth: usize, in_loop: bool) {
        let line = format!("si {} alors", self.condition(2));
        self.line(depth, &line);
        self.body(depth + 1, in_loop);
        while self.dice.fall(3) == 0 {
            let line = format!("sinon si {} alors", self.condition(1));
            self.line(depth, &line);
            self.body(depth + 1, in_loop);
        }
        if self.dice.fall(2) == 0 {
            self.line(depth, "sinon");
            self.body(depth + 1, in_loop);
        }
    }

    fn variable(&mut self) -> &'static str {
        self.dice.one_of(&VARIABLES)
    }

    fn list(&mut self) -> &'static str {
        self.dice.one_of(&LISTS)
    }

    fn value(&mut self, depth: usize) -> String {
        if self.dice.fall(6) == 0 {
            self.condition(depth)
        } else {
            self.number(depth)
        }
    }

    fn number(&mut self, depth: usize) -> String {
        let kinds = if depth == 0 { 10 } else { 20 };
        match self.dice.fall(kinds) {
            0..=3 => self.dice.fall(12).to_string(),
            4 => self
                .dice
                .one_of(&["0,5", "-1", "-3,25", "100", "440", "1000000000000000", "0,1"])
                .to_owned(),
            5 | 6 => self.variable().to_owned(),
            7 if self.in_function => self.dice.one_of(&["a", "b"]).to_owned(),
            7 => "potentiomètre".to_owned(),
            8 => self.dice.one_of(&["la lumière", "lumière_ambiante"]).to_owned(),
            9 => format!("(longueur de la liste {})", self.list()),
            10..=15 => {
                let operator = self.dice.one_of(&["+", "+", "−", "×", "÷", "mod"]);
                format!(
                    "({} {operator} {})",
                    self.number(depth - 1),
                    self.number(depth - 1)
                )
            }
            16 => format!(
                "(hasard de {} à {})",
                self.number(depth - 1),
                self.number(depth - 1)
            ),
            17 => format!("(arrondir {})", self.number(depth - 1)),
            18 => {
                let which = self.dice.one_of(&["min", "max"]);
                format!(
                    "({which} de {} et {})",
                    self.number(depth - 1),
                    self.number(depth - 1)
                )
            }
            _ => format!("(élément {} de la liste {})", self.number(depth - 1), self.list()),
        }
    }

    fn condition(&mut self, depth: usize) -> String {
        let kinds = if depth == 0 { 4 } else { 8 };
        match self.dice.fall(kinds) {
            0 => self.dice.one_of(&["vrai", "faux"]).to_owned(),
            1 | 2 => self
                .dice
                .one_of(&["(bouton_A appuyé)", "(bouton_B appuyé)"])
                .to_owned(),
            3 => self.variable().to_owned(),
            4 => format!("(non {})", self.condition(depth - 1)),
            5 => {
                let operator = self.dice.one_of(&["et", "ou"]);
                format!(
                    "({} {operator} {})",
                    self.condition(depth - 1),
                    self.condition(depth - 1)
                )
            }
            _ => {
                let operator = self.dice.one_of(&["=", "≠", "<", ">", "≤", "≥"]);
                format!(
                    "({} {operator} {})",
                    self.number(depth - 1),
                    self.number(depth - 1)
                )
            }
        }
    }
}
