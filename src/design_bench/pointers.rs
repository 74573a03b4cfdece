//! Fingers and mice on the sheet: one draws, two move and size the view.

/// The pointers that are down, with where they are in pixels of the view.
#[derive(Default)]
pub struct Pointers(Vec<(i32, (f64, f64))>);

/// What two fingers did since they were last asked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pinch {
    /// How far their middle went, in pixels.
    pub moved: (f64, f64),
    /// How many times farther apart they are.
    pub factor: f64,
    /// Where their middle is.
    pub about: (f64, f64),
}

impl Pointers {
    /// One is pressed; how many are down then.
    pub fn press(&mut self, id: i32, at: (f64, f64)) -> usize {
        self.0.retain(|(one, _)| *one != id);
        self.0.push((id, at));
        self.0.len()
    }

    /// One is lifted; how many are left.
    pub fn lift(&mut self, id: i32) -> usize {
        self.0.retain(|(one, _)| *one != id);
        self.0.len()
    }

    /// How many are down.
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// Where one was last.
    pub fn place(&self, id: i32) -> Option<(f64, f64)> {
        let one = self.0.iter().find(|(one, _)| *one == id);
        one.map(|(_, place)| *place)
    }

    /// One has moved; with two down, what that does to the view.
    pub fn follow(&mut self, id: i32, at: (f64, f64)) -> Option<Pinch> {
        let before = self.spread();
        for (one, place) in &mut self.0 {
            if *one == id {
                *place = at;
            }
        }
        let ((was, was_apart), (about, apart)) = (before?, self.spread()?);
        Some(Pinch {
            moved: (about.0 - was.0, about.1 - was.1),
            factor: if was_apart > 1.0 { apart / was_apart } else { 1.0 },
            about,
        })
    }

    /// The middle of two pointers, and how far they are apart.
    fn spread(&self) -> Option<((f64, f64), f64)> {
        let [(_, one), (_, other)] = self.0[..] else {
            return None;
        };
        let middle = ((one.0 + other.0) / 2.0, (one.1 + other.1) / 2.0);
        Some((middle, (one.0 - other.0).hypot(one.1 - other.1)))
    }
}
