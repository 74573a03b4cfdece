//! How wide the laser burns, measured by the trainer: a test piece to cut, two lengths to type, the workshop's file with
//! what they give.

use crate::browser::{clipboard, files};
use crate::design_bench::mm_field::MmField;
use crate::design_bench::state::DesignAction;
use crate::design_bench::workshop_file::WorkshopFile;
use crate::i18n::design_bench::DesignWords;
use crate::widgets::icon::Icon;
use design::export::svg;
use design::kerf::Kerf;
use design::kerf::coupon::{LENGTH_MM, coupon, kerf_of};
use design::letters::Letters;
use design::machine::Machine;
use design::toolpath::toolpaths;
use design::workshop;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use words::{Language, number};
use yew::prelude::*;

/// Properties of [`KerfForm`].
#[derive(Properties, PartialEq)]
pub struct KerfFormProps {
    /// Language of words.
    pub language: Language,
    /// The workshop's file.
    pub file: Rc<WorkshopFile>,
    /// The machine that cuts the test piece.
    pub machine: Machine,
    /// Where the file has the drawing's material, by the line of its name; nothing where it does not have it.
    pub line: Option<usize>,
    /// Called with the file as it is with the measure.
    pub on_action: Callback<DesignAction>,
}

/// The form, closed until it is wanted.
#[component]
pub fn KerfForm(props: &KerfFormProps) -> Html {
    let language = props.language;
    let say = |word: DesignWords| word.text(language);
    // What was typed, and how often: a field shows again what was taken of it.
    let (across, down) = (use_state(|| LENGTH_MM), use_state(|| LENGTH_MM));
    let n_typed = use_state(|| 0_u32);
    let is_copied = use_state(|| false);
    let field = |id: &'static str, label: DesignWords, length: &UseStateHandle<f64>| {
        let problem = (**length != LENGTH_MM).then(|| kerf_of(**length).err()).flatten();
        let on_value = {
            let (length, n_typed, is_copied) = (length.clone(), n_typed.clone(), is_copied.clone());
            Callback::from(move |value: f64| {
                length.set(value);
                n_typed.set(n_typed.wrapping_add(1));
                is_copied.set(false);
            })
        };
        html! {
            <MmField {id} {label} value={**length} generation={*n_typed} {language} {on_value}
                refusal={problem.map(|problem| AttrValue::from(problem.sentence(language)))} />
        }
    };
    let save_coupon = {
        let machine = props.machine.clone();
        Callback::from(move |_: MouseEvent| {
            let piece = coupon();
            let paths = toolpaths(&piece, &Letters::default(), Kerf::NONE);
            files::download(
                "kerf.svg",
                "image/svg+xml",
                &svg::write(piece.page, &paths, &machine),
            );
        })
    };
    let measured = kerf_of(*across).and_then(|x| {
        Ok(Kerf {
            x,
            y: kerf_of(*down)?,
        })
    });
    let take = measured.ok().zip(props.line).map(|(kerf, line)| {
        let (file, on_action) = (Rc::clone(&props.file), props.on_action.clone());
        let take = Callback::from(move |_: MouseEvent| {
            let file = Rc::new(file.with_kerf(line, kerf));
            spawn_local(Rc::clone(&file).keep());
            on_action.emit(DesignAction::Workshop(file));
        });
        let burns = [("x", kerf.x), ("y", kerf.y)].map(|(axis, width)| {
            format!("{}\u{a0}mm ({axis})", number(width.value(), language))
        });
        html! {
            <>
                <p class="measured" role="status">{ format!("{} {}.", say(DesignWords::LaserBurns), burns.join(", ")) }</p>
                <button type="button" class="button wide" onclick={take}><Icon name="check" />{ say(DesignWords::UseMeasures) }</button>
            </>
        }
    });
    let entry = props.line.filter(|_| props.file.is_measured()).map(|line| {
        let lines = props.file.entry(line);
        let copy = {
            let (lines, is_copied) = (lines.clone(), is_copied.clone());
            Callback::from(move |_: MouseEvent| {
                let (lines, is_copied) = (lines.clone(), is_copied.clone());
                spawn_local(async move { is_copied.set(clipboard::write(&lines).await) });
            })
        };
        let save = {
            let file = Rc::clone(&props.file);
            Callback::from(move |_: MouseEvent| files::download(workshop::FILE, "text/markdown", &file.text))
        };
        html! {
            <>
                <p>{ say(DesignWords::MeasuresKept) }{ " " }{ say(DesignWords::MeasuresForAll) }</p>
                <pre class="workshop-lines" tabindex="0">{ lines }</pre>
                <button type="button" class="button wide" onclick={copy}>
                    <Icon name="copy" />{ say(if *is_copied { DesignWords::Copied } else { DesignWords::Copy }) }
                </button>
                <button type="button" class="button wide" onclick={save}><Icon name="download" />{ say(DesignWords::SaveWorkshop) }</button>
            </>
        }
    });
    html! {
        <details class="kerf-form">
            <summary>{ say(DesignWords::MeasureKerf) }</summary>
            if props.line.is_none() { <p>{ say(DesignWords::MaterialFirst) }</p> }
            <ol>
                <li>{ say(DesignWords::CutTestPiece) }</li>
                <li>{ say(DesignWords::PushStrips) }</li>
                <li>{ say(DesignWords::TypeLengths) }</li>
            </ol>
            <button type="button" class="button wide" onclick={save_coupon}><Icon name="download" />{ say(DesignWords::SaveTestPiece) }</button>
            { field("strips-x", DesignWords::StripsX, &across) }
            { field("strips-y", DesignWords::StripsY, &down) }
            { take }
            { entry }
        </details>
    }
}

/// What the trainer has to look at in the workshop's file.
pub fn problems_of(file: &WorkshopFile, language: Language) -> Html {
    if file.problems.is_empty() {
        return Html::default();
    }
    html! {
        <details class="workshop-problems">
            <summary>{ DesignWords::WorkshopProblems.text(language) }</summary>
            <ul class="problems">
                { for file.problems.iter().map(|problem| html! {
                    <li><b>{ format!("{} {}", DesignWords::LineNumber.text(language), problem.line) }</b>{ " : " }{ problem.sentence(language) }{ " " }{ problem.next_step(language) }</li>
                }) }
            </ul>
        </details>
    }
}
