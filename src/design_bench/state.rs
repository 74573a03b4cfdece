//! What the bench holds, and the one reducer that may change it: the drawing with its past, what is chosen, the
//! gesture under way, where one looks from, and the verdict. No browser and no clock.

mod clipboard;
mod views;

use crate::design_bench::camera::Camera;
use crate::design_bench::cutting::Cutting;
use crate::design_bench::findings::Found;
use crate::design_bench::workshop_file::WorkshopFile;
use crate::i18n::design_bench::DesignWords;
use design::document::{Document, Group, Item, ShapeId};
use design::edit::{self, Edit, Refusal};
use design::history::History;
use design::letters::Letters;
use design::preflight::Circumstances;
use design::tool::{Gesture, Press, Tool};
use lesson::check::Check;
use lesson::grade::Verdict;
use std::rc::Rc;
use words::Language;

/// The grid things snap to when nothing else is near, in millimetres.
const GRID: f64 = 1.0;

/// A panel at the side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Panel {
    /// Numbers and what the machine does.
    #[default]
    Measures,
    /// What is to settle before the cut.
    Check,
    /// The file for the machine.
    File,
}

/// What happens to the bench.
#[derive(Clone, Debug)]
pub enum DesignAction {
    /// Another drawing altogether, at mount or at a restart, with its check.
    Load(Rc<Document>, Option<Rc<Check>>),
    /// Checks the drawing.
    Check,
    /// Goes to what the verdict speaks of.
    ShowMe,
    /// The letters have come.
    Letters(Rc<Letters>),
    /// The view has so many pixels.
    View(f64, f64),
    /// Another tool.
    Tool(Tool),
    /// A pointer is pressed.
    Press(Press),
    /// It moves, in millimetres; whether proportions are kept.
    Follow(kurbo::Point, bool),
    /// It is lifted.
    Lift,
    /// Escape: the gesture is given up, else the tool, else the choice.
    GiveUp,
    /// The gesture is given up, and nothing else.
    GiveUpGesture,
    /// A choice made in the list; whether it adds.
    Choose(ShapeId, bool),
    /// Everything on the sheet is chosen.
    ChooseAll,
    /// The one after, or before, what is chosen.
    ChooseNext(bool),
    /// An edit.
    Edit(Edit),
    /// A shape of the tool in hand in the middle of the sheet: the keyboard's way to draw.
    PutInMiddle,
    /// A step back.
    Undo,
    /// Forward again.
    Redo,
    /// Keeps what is chosen to paste it.
    Copy,
    /// Puts what was copied.
    Paste,
    /// Closer, or farther, about a point of the view, or about its middle.
    Zoom(f64, Option<(f64, f64)>),
    /// Moved by so many pixels.
    Pan(f64, f64),
    /// The whole sheet.
    ShowAll,
    /// Another panel.
    Panel(Panel),
    /// What the cut asks for has come.
    Cutting(Cutting),
    /// The workshop's file has come, or was measured.
    Workshop(Rc<WorkshopFile>),
    /// Another machine, by its place in the workshop.
    Machine(usize),
    /// Shows what was found on the sheet.
    ShowFinding(usize),
    /// Mends what was found.
    Repair(usize),
    /// The text form is opened or closed.
    Words(bool),
    /// The drawing as the text form would have it, not yet kept.
    Preview(Rc<Document>),
    /// Another language.
    Speak(Language),
}

/// What others are told of an action.
#[derive(Debug, Default)]
pub struct Told {
    /// The drawing, where it is another one.
    pub draft: Option<Rc<Document>>,
    /// What a check found.
    pub verdict: Option<Rc<Verdict>>,
}

/// The bench.
pub struct DesignState {
    history: History,
    letters: Rc<Letters>,
    language: Language,
    tool: Tool,
    chosen: Vec<ShapeId>,
    gesture: Option<Gesture>,
    preview: Option<Rc<Document>>,
    clipboard: Vec<Item>,
    n_pasted: u32,
    view: (f64, f64),
    camera: Camera,
    is_fitted: bool,
    panel: Panel,
    refusal: Option<Refusal>,
    generation: u32,
    cutting: Option<Cutting>,
    workshop: Rc<WorkshopFile>,
    machine: usize,
    found: Rc<[Found]>,
    shown_finding: Option<usize>,
    is_in_words: bool,
    check: Option<Rc<Check>>,
    awaits_verdict: bool,
    verdict: Option<Rc<Verdict>>,
    n_not_yet: u32,
    shows_message: bool,
}

impl DesignState {
    /// Begins with a drawing.
    pub fn new(language: Language, document: &Document, check: Option<Rc<Check>>) -> Self {
        Self {
            camera: Camera::fitting(document.page, (600.0, 400.0)),
            history: History::new(document.clone()),
            letters: Rc::default(),
            language,
            tool: Tool::Select,
            chosen: Vec::new(),
            gesture: None,
            preview: None,
            clipboard: Vec::new(),
            n_pasted: 0,
            view: (600.0, 400.0),
            is_fitted: true,
            panel: Panel::default(),
            refusal: None,
            generation: 0,
            cutting: None,
            workshop: Rc::default(),
            machine: 0,
            found: Rc::from([]),
            shown_finding: None,
            is_in_words: false,
            check,
            awaits_verdict: false,
            verdict: None,
            n_not_yet: 0,
            shows_message: false,
        }
    }

    /// Lets an action happen.
    pub fn apply(&mut self, action: DesignAction) -> Told {
        let before = Rc::clone(self.history.document());
        let mut looks_again = false;
        let mut verdict = None;
        if !matches!(action, DesignAction::View(..) | DesignAction::Follow(..)) {
            self.refusal = None;
        }
        match action {
            DesignAction::Load(document, check) => {
                self.check = check;
                self.n_not_yet = 0;
                self.awaits_verdict = false;
                self.verdict = None;
                self.load(&document);
            }
            DesignAction::Check => verdict = self.grade(),
            DesignAction::ShowMe => self.show_message(),
            DesignAction::Letters(letters) => {
                self.letters = letters;
                looks_again = true;
            }
            DesignAction::View(width, height) => self.resize(width, height),
            DesignAction::Tool(tool) => {
                self.tool = tool;
                self.drop_gesture();
            }
            DesignAction::Press(press) => self.press(press),
            DesignAction::Follow(at, keeps) => self.follow(at, keeps),
            DesignAction::Lift => self.lift(),
            DesignAction::GiveUp => {
                if self.gesture.is_some() {
                    self.drop_gesture();
                } else if self.tool == Tool::Select {
                    self.chosen.clear();
                } else {
                    self.tool = Tool::Select;
                }
            }
            DesignAction::GiveUpGesture => self.drop_gesture(),
            DesignAction::Choose(id, adds) => self.choose(id, adds),
            DesignAction::ChooseAll => {
                self.chosen = self.document().items.iter().map(Item::id).collect();
            }
            DesignAction::ChooseNext(forward) => self.choose_next(forward),
            DesignAction::Edit(edit) => self.edit(&edit),
            DesignAction::PutInMiddle => self.put_in_middle(),
            DesignAction::Undo => {
                self.drop_gesture();
                self.history.undo();
            }
            DesignAction::Redo => {
                self.drop_gesture();
                self.history.redo();
            }
            DesignAction::Copy => self.copy(),
            DesignAction::Paste => self.paste(),
            DesignAction::Zoom(factor, about) => {
                let middle = (self.view.0 / 2.0, self.view.1 / 2.0);
                self.camera = self.camera.zoomed(factor, about.unwrap_or(middle));
                self.is_fitted = false;
            }
            DesignAction::Pan(x, y) => {
                self.camera = self.camera.panned((x, y));
                self.is_fitted = false;
            }
            DesignAction::ShowAll => self.fit(),
            DesignAction::Panel(panel) => {
                self.panel = panel;
                self.shown_finding = None;
                looks_again = true;
            }
            DesignAction::Cutting(cutting) => {
                self.cutting = Some(cutting);
                looks_again = true;
                if self.awaits_verdict {
                    verdict = self.grade();
                }
            }
            DesignAction::Workshop(workshop) => {
                self.workshop = workshop;
                self.machine = self
                    .machine
                    .min(self.workshop.workshop.machines.len().saturating_sub(1));
                looks_again = true;
            }
            DesignAction::Machine(machine) => {
                self.machine = machine;
                looks_again = true;
            }
            DesignAction::ShowFinding(number) => self.show_finding(number),
            DesignAction::Repair(number) => {
                let finding = self.found.get(number).map(|found| found.finding.clone());
                let mended = self
                    .cutting
                    .zip(finding)
                    .and_then(|(cutting, finding)| (cutting.mend)(self.document(), &self.letters, &finding));
                if let Some(mended) = mended {
                    self.shown_finding = None;
                    self.edit(&Edit::Replace(mended));
                }
            }
            DesignAction::Words(is_open) => {
                self.is_in_words = is_open;
                self.preview = None;
                self.is_fitted = true;
            }
            DesignAction::Preview(document) => self.preview = Some(document),
            DesignAction::Speak(language) => self.language = language,
        }
        let is_another = !Rc::ptr_eq(&before, self.history.document());
        if is_another {
            self.generation = self.generation.wrapping_add(1);
            // A verdict stands until the next edit.
            self.verdict = None;
            self.shows_message = false;
            let document = Rc::clone(self.history.document());
            self.chosen.retain(|id| document.find(*id).is_some());
            if document.page != before.page && self.is_fitted {
                self.fit();
            }
        }
        if is_another || looks_again {
            self.look_before_the_cut();
        }
        Told {
            draft: is_another.then(|| Rc::clone(self.history.document())),
            verdict,
        }
    }

    fn grade(&mut self) -> Option<Rc<Verdict>> {
        self.drop_gesture();
        let check = self.check.as_ref()?;
        self.awaits_verdict = self.cutting.is_none();
        let verdict = Rc::new((self.cutting?.grade)(
            check,
            self.history.document(),
            &self.letters,
            self.language,
        ));
        self.n_not_yet = match &*verdict {
            Verdict::NotYet(_) => self.n_not_yet + 1,
            Verdict::Passed { .. } | Verdict::AuthorProblem(_) => 0,
        };
        self.verdict = Some(Rc::clone(&verdict));
        self.shows_message = false;
        Some(verdict)
    }

    fn show_message(&mut self) {
        let Some(message) = self.message() else { return };
        let shapes = message.shapes.clone();
        if !shapes.is_empty() {
            self.chosen = shapes;
        }
        self.shows_message = true;
        self.fit();
    }

    fn load(&mut self, document: &Document) {
        self.drop_gesture();
        self.history = History::new(document.clone());
        self.chosen.clear();
        self.tool = Tool::Select;
        self.panel = Panel::default();
        self.fit();
    }

    /// Looks at the drawing as the machine would have it, where a panel shows what was found.
    fn look_before_the_cut(&mut self) {
        if self.panel == Panel::Measures {
            self.found = Rc::from([]);
            return;
        }
        let Some(cutting) = self.cutting else { return };
        let document = self.history.document();
        let machine = self.workshop.workshop.machines.get(self.machine);
        let material = document.material.as_ref();
        let stock = machine
            .zip(material)
            .and_then(|(machine, material)| self.workshop.workshop.stock(material, machine));
        self.found = (cutting.look)(document, &self.letters, Circumstances { machine, stock }).into();
        self.shown_finding = self.shown_finding.filter(|number| *number < self.found.len());
    }

    fn show_finding(&mut self, number: usize) {
        let Some(found) = self.found.get(number) else {
            return;
        };
        self.shown_finding = Some(number);
        let place = found.finding.place;
        self.chosen = found.finding.shapes.clone();
        // What cannot be seen is brought into view; what is tiny is brought near.
        let middle = self.camera.pixels(place.center().x, place.center().y);
        let is_in_view = middle.0 > 40.0
            && middle.1 > 40.0
            && middle.0 < self.view.0 - 20.0
            && middle.1 < self.view.1 - 80.0;
        if !is_in_view {
            self.fit();
        }
    }

    fn fit(&mut self) {
        self.camera = Camera::fitting(self.document().page, self.view);
        self.is_fitted = true;
    }

    fn resize(&mut self, width: f64, height: f64) {
        self.view = (width, height);
        if self.is_fitted {
            self.fit();
        }
    }

    fn drop_gesture(&mut self) {
        self.gesture = None;
        self.preview = None;
    }

    fn press(&mut self, press: Press) {
        let word = DesignWords::NewText.text(self.language);
        self.gesture = Some(Gesture::begin(
            self.tool,
            self.history.document(),
            &self.letters,
            &self.chosen,
            press,
            GRID,
            word,
        ));
    }

    fn follow(&mut self, at: kurbo::Point, keeps: bool) {
        let Some(gesture) = &mut self.gesture else { return };
        gesture.follow(at, keeps);
        let edit = gesture.edit();
        // What cannot be done is not shown: the drawing stays as the pointer left it.
        if let Some(edit) = edit
            && let Ok(preview) = edit::apply(self.history.document(), &edit, &self.letters)
        {
            self.preview = Some(Rc::new(preview));
        }
    }

    fn lift(&mut self) {
        let Some(gesture) = self.gesture.take() else {
            return;
        };
        self.preview = None;
        let draws = gesture.draws();
        let (edit, chosen) = gesture.end(self.history.document(), &self.letters);
        self.chosen = chosen;
        let Some(edit) = edit else { return };
        self.edit(&edit);
        if draws && self.refusal.is_none() {
            // One draws a thing, then gives it its size: the tool is put down.
            self.tool = Tool::Select;
            self.panel = Panel::Measures;
        }
    }

    fn edit(&mut self, edit: &Edit) {
        let before = Rc::clone(self.history.document());
        match edit::apply(&before, edit, &self.letters) {
            Ok(document) => {
                // What is new is chosen: what was added, a group made, what was in a group.
                let is_new = |item: &&Item| before.find(item.id()).is_none();
                let chosen: Vec<ShapeId> = match edit {
                    Edit::Add(_) | Edit::Group(_) => {
                        document.items.iter().filter(is_new).map(Item::id).collect()
                    }
                    Edit::Ungroup(id) => match before.find(*id) {
                        Some(Item::Group(Group { items, .. })) => items.iter().map(Item::id).collect(),
                        _ => Vec::new(),
                    },
                    _ => self.chosen.clone(),
                };
                self.chosen = chosen;
                self.history.commit(document);
            }
            Err(why) => self.refusal = Some(why),
        }
    }

    fn choose(&mut self, id: ShapeId, adds: bool) {
        if !adds {
            self.chosen = vec![id];
        } else if self.chosen.contains(&id) {
            self.chosen.retain(|one| *one != id);
        } else {
            self.chosen.push(id);
        }
    }

    fn choose_next(&mut self, forward: bool) {
        let ids: Vec<ShapeId> = self.document().items.iter().map(Item::id).collect();
        let Some(last) = ids.len().checked_sub(1) else {
            return;
        };
        let place = ids.iter().position(|id| self.chosen.contains(id));
        let next = match (place, forward) {
            (None, true) => 0,
            (None, false) => last,
            (Some(place), true) => (place + 1) % ids.len(),
            (Some(place), false) => place.checked_sub(1).unwrap_or(last),
        };
        self.chosen = vec![ids[next]];
    }

    fn put_in_middle(&mut self) {
        if self.tool == Tool::Select {
            return;
        }
        let page = self.document().page;
        let at = kurbo::Point::new(page.width.value() / 2.0, page.height.value() / 2.0);
        self.press(Press {
            at,
            tolerance: 0.5,
            grip: design::tool::Grip::Sheet,
            adds: false,
        });
        self.lift();
    }
}
