//! The file for the machine: which one, what material, what will be in it, and the way to take it along.

use crate::browser::event::text_of;
use crate::browser::{files, print};
use crate::design_bench::kerf_form::{KerfForm, problems_of};
use crate::design_bench::mm_field::MmField;
use crate::design_bench::state::{DesignAction, Panel};
use crate::design_bench::stroke_sample::stroke_sample;
use crate::design_bench::workshop_file::WorkshopFile;
use crate::i18n::design_bench::DesignWords;
use crate::saving::use_saving;
use crate::widgets::icon::Icon;
use design::document::{Document, Material, Operation, Side};
use design::edit::Edit;
use design::export::{self, svg};
use design::job::{Estimate, Job};
use design::length::Mm;
use design::letters::Letters;
use design::machine::Machine;
use design::toolpath::{Stage, Toolpaths, toolpaths};
use design::workshop::Stock;
use std::rc::Rc;
use words::{Language, number};
use yew::prelude::*;

/// The kind of an SVG file.
const SVG: &str = "image/svg+xml";

/// Properties of [`FilePanel`].
#[derive(Properties)]
pub struct FilePanelProps {
    /// Language of words.
    pub language: Language,
    /// The drawing.
    pub document: Rc<Document>,
    /// The letters.
    pub letters: Rc<Letters>,
    /// The workshop's file.
    pub file: Rc<WorkshopFile>,
    /// The machine chosen, by its place in the workshop.
    pub machine: usize,
    /// Who made it.
    pub who: AttrValue,
    /// What is made, as long as the drawing has no name of its own.
    pub object: AttrValue,
    /// How many things are left to settle.
    pub n_findings: usize,
    /// Whether taking the file is the one next thing of the screen; beside a lesson it is the lesson's check.
    pub is_main: bool,
    /// Raised when fields have to be shown anew.
    pub generation: u32,
    /// Called with what was asked.
    pub on_action: Callback<DesignAction>,
}

impl PartialEq for FilePanelProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.document, &other.document)
            && Rc::ptr_eq(&self.letters, &other.letters)
            && Rc::ptr_eq(&self.file, &other.file)
            && (self.language, self.machine, self.n_findings, self.is_main)
                == (other.language, other.machine, other.n_findings, other.is_main)
            && (&self.who, &self.object) == (&other.who, &other.object)
    }
}

/// What goes to paper, as long as the print window is open.
#[derive(Clone, PartialEq)]
enum Paper {
    /// The drawing at its size, from the address of its picture.
    Drawing(AttrValue),
    /// The ticket of the job.
    Ticket,
}

/// The panel.
#[component]
pub fn FilePanel(props: &FilePanelProps) -> Html {
    let language = props.language;
    let saving = use_saving();
    let paper = use_state(|| None::<Paper>);
    {
        let is_ticket = *paper == Some(Paper::Ticket);
        let paper = paper.clone();
        use_effect_with(is_ticket, move |is_ticket| {
            if *is_ticket {
                print::print();
                paper.set(None);
            }
        });
    }
    let Some(machine) = props.file.workshop.machines.get(props.machine) else {
        return Html::default();
    };
    let stock = props
        .document
        .material
        .as_ref()
        .and_then(|material| props.file.workshop.stock(material, machine));
    let kerf = props
        .file
        .workshop
        .kerf(props.document.material.as_ref(), machine);
    let paths = toolpaths(&props.document, &props.letters, kerf);
    let estimate = Estimate::of(&paths, machine, stock);
    let contents = contents(props, machine, &paths, &estimate);
    let job = Job::of(
        &props.document,
        &props.letters,
        machine,
        &estimate,
        &props.who,
        &props.object,
    );
    let file_name = job.file_name("svg");
    let file = {
        let (document, machine) = (Rc::clone(&props.document), machine.clone());
        move || svg::write(document.page, &paths, &machine)
    };
    let save = {
        let (file, file_name) = (file.clone(), file_name.clone());
        let saving = saving.clone();
        Callback::from(move |_: MouseEvent| {
            let text = file();
            files::download(&file_name, SVG, &text);
            saving.publish(&file_name, text);
        })
    };
    let send = files::can_send().then(|| {
        let file_name = file_name.clone();
        let send = Callback::from(move |_: MouseEvent| files::send(&file_name, SVG, &file()));
        html! { <button type="button" class="button wide" onclick={send}><Icon name="share-2" />{ DesignWords::SendSvg.text(language) }</button> }
    });
    let print_drawing = {
        let (paper, document, letters) = (
            paper.clone(),
            Rc::clone(&props.document),
            Rc::clone(&props.letters),
        );
        Callback::from(move |_: MouseEvent| {
            let picture = export::print::write(&document, &letters);
            if let Some(address) = files::address_of(SVG, &picture) {
                paper.set(Some(Paper::Drawing(address.into())));
            }
        })
    };
    let print_ticket = {
        let paper = paper.clone();
        Callback::from(move |_: MouseEvent| paper.set(Some(Paper::Ticket)))
    };
    let on_check = props
        .on_action
        .reform(|_: MouseEvent| DesignAction::Panel(Panel::Check));
    html! {
        <>
            <h3 id="machine">{ DesignWords::Machine.text(language) }</h3>
            { machines(props) }
            { materials(props, stock) }
            if kerf.mean() > 0.0 {
                <p class="measured">{ format!("{} {}\u{a0}mm.", DesignWords::LaserBurns.text(language), number(round(kerf.mean(), 100.0), language)) }</p>
            }
            <KerfForm {language} file={Rc::clone(&props.file)} machine={machine.clone()} line={stock.map(|stock| stock.line)} on_action={&props.on_action} />
            { problems_of(&props.file, language) }
            <h3>{ DesignWords::InTheFile.text(language) }</h3>
            { contents }
            <p class="file-name" data-part="file-name">{ &file_name }</p>
            if props.n_findings > 0 {
                <button type="button" class="button quiet wide" onclick={on_check}>
                    <span class="pin-badge" aria-hidden="true">{ props.n_findings }</span>{ DesignWords::ThingsToSettleFirst.text(language) }
                </button>
            }
            <p class="safety-line"><Icon name="shield-alert" />{ DesignWords::CutWithTrainer.text(language) }</p>
            <button type="button" class={classes!("button", "wide", "last", props.is_main.then_some("main"))} data-action="save-svg" onclick={save}>
                <Icon name="download" />{ DesignWords::SaveSvg.text(language) }
            </button>
            { send }
            <button type="button" class="button wide" onclick={print_drawing}><Icon name="printer" />{ DesignWords::PrintToScale.text(language) }</button>
            <button type="button" class="button wide" onclick={print_ticket}><Icon name="printer" />{ DesignWords::PrintTicket.text(language) }</button>
            { on_paper(&paper, &job, language) }
        </>
    }
}

fn round(value: f64, parts: f64) -> f64 {
    (value * parts).round() / parts
}

/// What the print window shows; nothing of it is seen on the screen.
fn on_paper(paper: &UseStateHandle<Option<Paper>>, job: &Job, language: Language) -> Html {
    match &**paper {
        None => Html::default(),
        Some(Paper::Drawing(address)) => {
            let on_load = {
                let (paper, address) = (paper.clone(), address.clone());
                Callback::from(move |_: Event| {
                    print::print();
                    files::forget_address(&address);
                    paper.set(None);
                })
            };
            html! { <img class="print-out" src={address} alt="" onload={on_load} /> }
        }
        Some(Paper::Ticket) => html! {
            <dl class="print-out ticket">
                { for job.ticket(language).into_iter().map(|(name, value)| html! { <><dt>{ name }</dt><dd>{ value }</dd></> }) }
            </dl>
        },
    }
}

fn machines(props: &FilePanelProps) -> Html {
    let n_machines = props.file.workshop.machines.len();
    let choices = props.file.workshop.machines.iter().enumerate().map(|(place, machine)| {
        let is_chosen = place == props.machine;
        let choose = props.on_action.reform(move |_: MouseEvent| DesignAction::Machine(place));
        let on_key = {
            let on_action = props.on_action.clone();
            Callback::from(move |event: KeyboardEvent| {
                let step = match event.key().as_str() {
                    "ArrowDown" | "ArrowRight" => 1,
                    "ArrowUp" | "ArrowLeft" => n_machines - 1,
                    _ => return,
                };
                event.prevent_default();
                event.stop_propagation();
                let next = (place + step) % n_machines;
                on_action.emit(DesignAction::Machine(next));
                crate::browser::focus::focus(&format!("machine-{next}"));
            })
        };
        html! {
            <button key={place} id={format!("machine-{place}")} type="button" class="machine" role="radio" aria-checked={is_chosen.to_string()}
                tabindex={if is_chosen { "0" } else { "-1" }} onclick={choose} onkeydown={on_key}>
                { &machine.name }if is_chosen { <Icon name="check" /> }
            </button>
        }
    });
    html! { <div class="machines" role="radiogroup" aria-labelledby="machine">{ for choices }</div> }
}

fn materials(props: &FilePanelProps, stock: Option<&Stock>) -> Html {
    let language = props.language;
    let material = props.document.material.as_ref();
    let title = |name: &str, thickness: Mm| format!("{name} {}\u{a0}mm", number(thickness.value(), language));
    let known: Vec<&Stock> = {
        let mut known: Vec<&Stock> = Vec::new();
        for stock in &props.file.workshop.materials {
            if stock.forbidden.is_none()
                && !known
                    .iter()
                    .any(|one| (&one.name, one.thickness) == (&stock.name, stock.thickness))
            {
                known.push(stock);
            }
        }
        known
    };
    let is_known = material.is_some_and(|material| {
        known
            .iter()
            .any(|stock| (&stock.name, stock.thickness) == (&material.name, material.thickness))
    });
    let all: Vec<Material> = known
        .iter()
        .map(|stock| Material {
            name: stock.name.clone(),
            thickness: stock.thickness,
        })
        .collect();
    let on_choice = {
        let (on_action, all) = (props.on_action.clone(), all.clone());
        Callback::from(move |event: Event| {
            let chosen = text_of(&event)
                .parse::<usize>()
                .ok()
                .and_then(|place| all.get(place).cloned());
            on_action.emit(DesignAction::Edit(Edit::SetMaterial(chosen)));
        })
    };
    let options = all.iter().enumerate().map(|(place, one)| {
        html! { <option value={place.to_string()} selected={Some(one) == material}>{ title(&one.name, one.thickness) }</option> }
    });
    let thickness = material.filter(|_| stock.is_none()).map(|material| {
        let name = material.name.clone();
        let on_value = props.on_action.reform(move |value: f64| {
            DesignAction::Edit(Edit::SetMaterial(Some(Material { name: name.clone(), thickness: Mm::new(value.max(0.0)) })))
        });
        html! {
            <MmField id="thickness" label={DesignWords::Thickness} value={material.thickness.value()} generation={props.generation} {language} {on_value} />
        }
    });
    html! {
        <>
            <div class="mm-field">
                <label class="mm-name" for="material">{ DesignWords::Material.text(language) }</label>
                <select id="material" class="text-field" onchange={on_choice}>
                    <option value="" selected={material.is_none()}>{ DesignWords::UnknownMaterial.text(language) }</option>
                    if let Some(material) = material.filter(|_| !is_known) {
                        <option value="own" selected={true}>{ title(&material.name, material.thickness) }</option>
                    }
                    { for options }
                </select>
            </div>
            { thickness }
        </>
    }
}

/// About how long: `12 s`, `3 min`.
fn time(seconds: f64, language: Language) -> String {
    let (value, unit) = if seconds < 90.0 {
        (seconds.ceil(), "s")
    } else {
        ((seconds / 60.0).ceil(), "min")
    };
    format!("{}\u{a0}{unit}", number(value, language))
}

/// What will be in the file, by colour, with lengths and times.
fn contents(props: &FilePanelProps, machine: &Machine, paths: &Toolpaths, estimate: &Estimate) -> Html {
    let language = props.language;
    let rows = export::contents(paths, machine).into_iter().map(|row| {
        let operation = match row.stages.first() {
            Some(Stage::Engrave) => Operation::Engrave,
            Some(Stage::Score) => Operation::Score,
            _ => Operation::Cut(Side::ByDepth),
        };
        let word = crate::design_bench::words_of_shapes::operation_word(operation).text(language);
        let amount = if row.area > 0.0 {
            format!("{}\u{a0}cm²", number(round(row.area / 100.0, 10.0), language))
        } else {
            format!("{}\u{a0}mm", number(round(row.length, 1.0), language))
        };
        let of_row = estimate.stages.iter().filter(|(stage, _)| row.stages.contains(stage));
        let seconds: f64 = of_row.map(|(_, seconds)| seconds).sum();
        html! {
            <li>
                { stroke_sample(operation, false) }
                <span><b>{ word }</b><small>{ row.colour.word(language) }{ " " }{ row.colour.hex() }</small></span>
                <span>{ amount }<small>{ time(seconds, language) }</small></span>
            </li>
        }
    });
    let is_ignored = props
        .document
        .shapes()
        .iter()
        .any(|shape| shape.operation == Operation::Ignore);
    html! {
        <ul class="in-file">
            { for rows }
            if is_ignored {
                <li>{ stroke_sample(Operation::Ignore, false) }<span><b>{ DesignWords::Ignore.text(language) }</b></span><span>{ DesignWords::NotInTheFile.text(language) }</span></li>
            }
        </ul>
    }
}
