//! Programs that nobody would write: any block of the table with anything in it that fits, made from the table alone,
//! so that new kinds take part by themselves.

use device::blocks::{BlockKind, Category, FieldKind, Shape};
use device::parts::{Board, Part, PartKind, PartName};
use device::program::{Block, FieldValue, InputHolds, Program};
use serde_json::json;

/// The board of wild programs: the usual one, and a second lamp.
pub fn board() -> Board {
    let mut board = Board::default();
    let name = PartName {
        kind: PartKind::Lamp,
        suffix: "_2".to_owned(),
    };
    board.parts.push(Part {
        name,
        pin: "D18".to_owned(),
    });
    board
}

/// The wild program of a seed, with about so many blocks.
pub fn wild_program(seed: u64, size: usize) -> Program {
    let mut maker = Maker {
        dice: seed,
        program: Program::default(),
        size,
        parameters: Vec::new(),
    };
    while maker.program.blocks.len() < size {
        maker.script();
    }
    maker.program
}

struct Maker {
    dice: u64,
    program: Program,
    size: usize,
    /// The parameters of the function being made.
    parameters: Vec<&'static str>,
}

/// Names that need brackets, and names that do not.
const NAMES: [&str; 17] = [
    "x",
    "i",
    "A",
    "ma valeur",
    "fois",
    "Si",
    "light",
    "lampe",
    "bouton_A",
    "2x",
    "e\u{301}",
    "é",
    "a]b\\c",
    "",
    " bord ",
    "deux\nlignes",
    "# détaché",
];
const PARAMETERS: [&str; 4] = ["a", "b", "ma valeur", "fois"];
const NUMBERS: [f64; 12] = [
    0.0,
    1.0,
    -1.0,
    0.5,
    20.0,
    100.0,
    -0.125,
    1234567.891,
    1e21,
    1e-9,
    0.1,
    9_007_199_254_740_993.0,
];
const REMARKS: [&str; 15] = [
    "une remarque",
    "",
    " au bord ",
    "deux\nlignes",
    "détaché",
    "a\ndétaché\nb",
    "loose",
    "1 seul",
    "\\détaché",
    "bloc inconnu : {}",
    "x\nunknown block: oui",
    "# dièse",
    "[",
    "é ; « ? »",
    "1",
];

impl Maker {
    /// A number below `sides` (splitmix64, Steele, Lea and Flood 2014).
    fn fall(&mut self, sides: usize) -> usize {
        self.dice = self.dice.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.dice;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % sides as u64).unwrap()
    }

    fn one_in(&mut self, sides: usize) -> bool {
        self.fall(sides) == 0
    }

    fn one_of<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.fall(choices.len())]
    }

    fn has_room(&self) -> bool {
        self.program.blocks.len() < self.size
    }

    fn script(&mut self) {
        self.parameters.clear();
        let place = self.program.blocks.len();
        let head = match self.fall(6) {
            0 => self.stack(0),
            1 => self.value(0),
            _ => self.block_of(Shape::Hat, 0),
        };
        let head = self
            .program
            .blocks
            .iter_mut()
            .find(|block| block.id == head)
            .unwrap();
        head.x = Some(24.0);
        head.y = Some(place as f64);
    }

    /// A stack of blocks; gives the id of the first.
    fn stack(&mut self, depth: usize) -> String {
        let first = self.block_of(Shape::Statement, depth);
        let mut last = first.clone();
        while self.has_room() && !self.one_in(4) {
            let next = self.block_of(Shape::Statement, depth);
            let block = self
                .program
                .blocks
                .iter_mut()
                .find(|block| block.id == last)
                .unwrap();
            block.next = Some(next.clone());
            last = next;
        }
        first
    }

    fn value(&mut self, depth: usize) -> String {
        let any = Shape::Value(device::blocks::ValueType::Any);
        self.block_of(any, depth)
    }

    /// A block of a shape (of any value, for a value), with what stands in it.
    fn block_of(&mut self, shape: Shape, depth: usize) -> String {
        let is_value = matches!(shape, Shape::Value(_));
        let fits = |kind: &BlockKind| {
            let own = kind.spec().shape;
            own == shape || is_value && matches!(own, Shape::Value(_))
        };
        let all: Vec<_> = BlockKind::ALL.into_iter().filter(fits).collect();
        // Small things where it is already deep or full.
        let flat = |kind: &BlockKind| kind.spec().slots.is_empty() && kind.spec().bodies.is_empty();
        let small: Vec<_> = all.iter().copied().filter(flat).collect();
        let is_full = depth > 12 || !self.has_room();
        let choices = if is_full && !small.is_empty() {
            &small
        } else {
            &all
        };
        let kind = self.one_of(choices);
        let id = format!("w{}", self.program.blocks.len());
        if shape != Shape::Hat && self.one_in(25) {
            self.unknown_block(&id, depth);
            return id;
        }
        let mut block = Block::new(&id, kind);
        self.fill_fields(&mut block);
        if self.one_in(8) {
            block.comment = Some(self.one_of(&REMARKS).to_owned());
        }
        if self.one_in(40) {
            block.unknown.insert("newer".to_owned(), json!([1, {"a": "b"}]));
        }
        let number = self.program.blocks.len();
        self.program.blocks.push(block);
        if kind.spec().category == Category::Functions && kind == BlockKind::Call {
            let names: Vec<_> = (0..self.fall(4)).map(|n| format!("ARG{n}")).collect();
            for name in names {
                let child = self.value(depth + 1);
                self.program.blocks[number].inputs.insert(name, child);
            }
        }
        for input in self.program.blocks[number].inputs_in_order() {
            if self.program.blocks[number].inputs.contains_key(&input.name) {
                continue;
            }
            let child = match input.holds {
                InputHolds::Value(_) if self.one_in(9) => continue,
                InputHolds::Value(_) => self.value(depth + 1),
                InputHolds::Stack if self.one_in(5) => continue,
                InputHolds::Stack => self.stack(depth + 1),
            };
            self.program.blocks[number].inputs.insert(input.name, child);
        }
        id
    }

    fn fill_fields(&mut self, block: &mut Block) {
        let spec = block.known_kind().unwrap().spec();
        for field in spec.fields {
            let word = |word: &str| FieldValue::Word(word.to_owned());
            let value = match field.holds {
                FieldKind::Choice(choices) => word(self.one_of(choices).saved),
                FieldKind::Part(kind) => {
                    let parts: Vec<_> = board().of_kind(kind).map(|part| part.name.saved()).collect();
                    let place = self.fall(parts.len());
                    word(&parts[place])
                }
                FieldKind::Number => FieldValue::Number(self.one_of(&NUMBERS)),
                FieldKind::Count { most } => FieldValue::Number(self.fall(most.min(3) as usize + 1) as f64),
                FieldKind::ParameterNames => {
                    let n = self.fall(PARAMETERS.len());
                    self.parameters = PARAMETERS[..n].to_vec();
                    word(&self.parameters.join(";"))
                }
                FieldKind::ParameterName => word(self.one_of(&PARAMETERS)),
                FieldKind::Variable if self.one_in(3) => word(self.one_of(&PARAMETERS)),
                FieldKind::Variable | FieldKind::List | FieldKind::FunctionName => word(self.one_of(&NAMES)),
            };
            block.fields.insert(field.name.to_owned(), value);
        }
    }

    /// A block of a newer version, with a known one inside it.
    fn unknown_block(&mut self, id: &str, depth: usize) {
        let mut block = Block::new(id, BlockKind::OnStart);
        block.kind = "servo_angle".to_owned();
        block
            .fields
            .insert("ANGLE".to_owned(), FieldValue::Newer(json!({"degrees": [1, 2]})));
        block
            .fields
            .insert("NOTE".to_owned(), FieldValue::Word("# \"[\\n]\" }".to_owned()));
        let number = self.program.blocks.len();
        self.program.blocks.push(block);
        if self.one_in(2) {
            let child = self.stack(depth + 1);
            self.program.blocks[number]
                .inputs
                .insert("INSIDE".to_owned(), child);
        }
    }
}
