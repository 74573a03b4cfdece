//! The doors: the only file that knows which rooms are downloaded late.
//!
//! What a room needs is decided by the call graph from its door, so nothing outside may call into
//! `player`, `device_bench`, `design_bench`, `sending`, `offline` or `record::MyData` but through here. What is told at a
//! door is compared and dropped outside: home carries the code for that.

use crate::browser::{page, styles};
use crate::design_bench::DesignBenchProps;
use crate::design_bench::cutting::Cutting;
use crate::device_bench::DeviceBenchProps;
use crate::free_bench::FreeBench;
use crate::i18n::common::Common;
use crate::player::Player;
use crate::player::block_picture::picture_of;
use crate::saving::{RecordInHand, Upkeep, use_saving};
use crate::sending::Part;
use gloo::timers::callback::Timeout;
use record::{Revision, WorkKind};
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use words::Language;
use yew::prelude::*;

#[cfg(feature = "split")]
mod door {
    use super::{Drawing, Page, Part, show};
    use crate::design_bench::DesignBench;
    use crate::design_bench::cutting::{self, Cutting};
    use crate::device_bench::{DeviceBench, DeviceBenchProps};
    use crate::free_drawing::{FreeDrawing, PictureOfSaved};
    use crate::offline::Offline;
    use crate::record::MyData;
    use crate::saving::Upkeep;
    use std::future::Future;
    use std::pin::Pin;
    pub use wasm_split_helpers::SplitLoaderError as Refusal;
    use wasm_split_helpers::wasm_split;
    use yew::prelude::*;

    #[wasm_split(pages, fallible)]
    pub fn page(page: Page) -> Result<Html, Refusal> {
        Ok(show(page))
    }

    #[wasm_split(my_data, fallible)]
    pub fn my_data(code: Option<AttrValue>) -> Result<Html, Refusal> {
        Ok(html! { <MyData {code} /> })
    }

    #[wasm_split(sending, fallible)]
    pub fn sending(part: Part) -> Result<Html, Refusal> {
        Ok(crate::sending::show(part))
    }

    #[wasm_split(offline, fallible)]
    pub fn offline() -> Result<Html, Refusal> {
        Ok(html! { <Offline /> })
    }

    #[wasm_split(upkeep, fallible)]
    pub fn upkeep(upkeep: Upkeep) -> Result<Pin<Box<dyn Future<Output = ()>>>, Refusal> {
        Ok(Box::pin(upkeep.run()))
    }

    #[wasm_split(device, fallible)]
    pub fn device_bench(props: DeviceBenchProps) -> Result<Html, Refusal> {
        Ok(html! { <DeviceBench ..props /> })
    }

    #[wasm_split(design, fallible)]
    pub fn drawing(drawing: Drawing) -> Result<Html, Refusal> {
        Ok(match drawing {
            Drawing::OfLesson(props) => html! { <DesignBench ..props /> },
            Drawing::Free(work) => html! { <FreeDrawing {work} /> },
            Drawing::Picture(text) => html! { <PictureOfSaved {text} /> },
        })
    }

    #[wasm_split(cutting, fallible)]
    pub fn cutting() -> Result<Cutting, Refusal> {
        Ok(cutting::behind_the_door())
    }
}

#[cfg(not(feature = "split"))]
mod door {
    use super::{Drawing, Page, Part, show};
    use crate::design_bench::DesignBench;
    use crate::design_bench::cutting::{self, Cutting};
    use crate::device_bench::{DeviceBench, DeviceBenchProps};
    use crate::free_drawing::{FreeDrawing, PictureOfSaved};
    use crate::offline::Offline;
    use crate::record::MyData;
    use crate::saving::Upkeep;
    pub use std::convert::Infallible as Refusal;
    use std::future::Future;
    use std::pin::Pin;
    use yew::prelude::*;

    pub async fn page(page: Page) -> Result<Html, Refusal> {
        Ok(show(page))
    }

    pub async fn my_data(code: Option<AttrValue>) -> Result<Html, Refusal> {
        Ok(html! { <MyData {code} /> })
    }

    pub async fn sending(part: Part) -> Result<Html, Refusal> {
        Ok(crate::sending::show(part))
    }

    pub async fn offline() -> Result<Html, Refusal> {
        Ok(html! { <Offline /> })
    }

    pub async fn upkeep(upkeep: Upkeep) -> Result<Pin<Box<dyn Future<Output = ()>>>, Refusal> {
        Ok(Box::pin(upkeep.run()))
    }

    pub async fn device_bench(props: DeviceBenchProps) -> Result<Html, Refusal> {
        Ok(html! { <DeviceBench ..props /> })
    }

    pub async fn drawing(drawing: Drawing) -> Result<Html, Refusal> {
        Ok(match drawing {
            Drawing::OfLesson(props) => html! { <DesignBench ..props /> },
            Drawing::Free(work) => html! { <FreeDrawing {work} /> },
            Drawing::Picture(text) => html! { <PictureOfSaved {text} /> },
        })
    }

    pub async fn cutting() -> Result<Cutting, Refusal> {
        Ok(cutting::behind_the_door())
    }
}

/// A small picture of a version of a work, drawn by the bench that knows it; nothing for words, and without the bench's
/// code.
pub async fn picture(version: Revision, language: Language) -> Html {
    let drawn = match version.kind {
        Some(WorkKind::Program) => door::page(Page::ProgramPicture(version.text, language)).await,
        Some(WorkKind::Drawing) => door::drawing(Drawing::Picture(version.text)).await,
        Some(WorkKind::Words) | None => return Html::default(),
    };
    drawn.unwrap_or_default()
}

/// Does what is done beside saving. Without the code for it (no network, say) nothing is done: the work itself is safe.
pub async fn upkeep(upkeep: Upkeep) {
    let running = door::upkeep(upkeep).await.ok();
    if let Some(running) = running {
        running.await;
    }
}

/// The pages of lessons and benches: they come together, once, when the first of them is opened.
#[derive(Clone, PartialEq)]
pub enum Page {
    /// A lesson.
    Lesson {
        /// Its id.
        id: AttrValue,
        /// The step of the address.
        step: Option<AttrValue>,
    },
    /// A lesson passed.
    Passed {
        /// Its id.
        id: AttrValue,
    },
    /// The device bench without a lesson.
    FreeBench,
    /// Not a page: a small picture of a program.
    ProgramPicture(Rc<str>, Language),
}

/// What the drawing bench needs once something is to be cut; `None` when it does not come.
pub async fn cutting() -> Option<Cutting> {
    door::cutting().await.ok()
}

/// Called behind the door only.
fn show(page: Page) -> Html {
    match page {
        Page::Lesson { id, step } => html! { <Player lesson={id} {step} /> },
        Page::Passed { id } => html! { <Player lesson={id} step={None::<AttrValue>} is_passed={true} /> },
        Page::FreeBench => html! { <FreeBench /> },
        Page::ProgramPicture(text, language) => picture_of(&text, language),
    }
}

/// The drawing bench, in one of its two places, and what draws a drawing kept; all come with it.
enum Drawing {
    OfLesson(DesignBenchProps),
    Free(Option<AttrValue>),
    /// A small picture of a drawing.
    Picture(Rc<str>),
}

/// A room that comes late, with what it is told at the door.
#[derive(Clone, PartialEq)]
pub enum Room {
    /// A page.
    Page(Page),
    /// The person's own data, with the code of a link when one came. Few visits open it.
    MyData(Option<AttrValue>),
    /// Sending work, and the class page. Who sends nothing downloads nothing of it.
    Sending(Part),
    /// The device bench.
    DeviceBench(DeviceBenchProps),
    /// The drawing bench of a lesson.
    DesignBench(DesignBenchProps),
    /// The drawing bench without a lesson: one of the drawings kept, or their list.
    FreeDrawing(Option<AttrValue>),
    /// A small picture of a drawing as it is saved.
    DrawingPicture(Rc<str>),
}

impl Room {
    /// Whether the room fills the page, or is a part of another room's page.
    fn is_whole_page(&self) -> bool {
        matches!(
            self,
            Self::Page(_) | Self::MyData(_) | Self::FreeDrawing(_) | Self::Sending(Part::Class)
        )
    }

    fn open(self) -> Pin<Box<dyn Future<Output = Result<Html, door::Refusal>>>> {
        match self {
            Self::Page(page) => Box::pin(door::page(page)),
            Self::MyData(code) => Box::pin(door::my_data(code)),
            Self::Sending(part) => Box::pin(door::sending(part)),
            Self::DeviceBench(props) => Box::pin(door::device_bench(props)),
            Self::DesignBench(props) => Box::pin(door::drawing(Drawing::OfLesson(props))),
            Self::FreeDrawing(work) => Box::pin(door::drawing(Drawing::Free(work))),
            Self::DrawingPicture(text) => Box::pin(door::drawing(Drawing::Picture(text))),
        }
    }
}

/// Sends from now on what is done; nothing comes when its code does not come: the page asks again at the next start.
pub async fn send(record: RecordInHand) {
    let _ = Room::Sending(Part::Runner(record)).open().await;
}

/// How long after its start the page is left in peace, in milliseconds: the first visit comes first.
const PEACE_MS: u32 = 4_000;

/// What makes the site work without internet; it comes when the page has been there for a while. When it does not come
/// the next visit tries again.
#[hook]
pub fn use_afterwards() -> Html {
    let here = use_state(Html::default);
    {
        let set = here.setter();
        use_effect_with((), move |()| {
            let timer = Timeout::new(PEACE_MS, move || {
                wasm_bindgen_futures::spawn_local(async move {
                    set.set(door::offline().await.unwrap_or_default());
                });
            });
            move || drop(timer)
        });
    }
    (*here).clone()
}

/// Properties of [`Later`].
#[derive(Properties, PartialEq)]
pub struct LaterProps {
    /// The room to open.
    pub room: Room,
}

#[derive(Clone, PartialEq)]
enum Loading {
    Waiting,
    Here(Html),
    Failed,
}

/// Shows a room once its code is here; says so when it does not come, and tries again on demand.
#[component]
pub fn Later(props: &LaterProps) -> Html {
    let state = use_state(|| Loading::Waiting);
    let attempt = use_state(|| 0_u32);
    // The room asked for last. A second opening of a file under way would wait for ever (seen with two quick changes of
    // the address on a first visit): so one opening goes on until it has what is wanted.
    let wanted = use_mut_ref(|| None::<Room>);
    let is_opening = use_mut_ref(|| false);
    {
        let set = state.setter();
        use_effect_with((props.room.clone(), *attempt), move |(room, _)| {
            *wanted.borrow_mut() = Some(room.clone());
            if !is_opening.replace(true) {
                wasm_bindgen_futures::spawn_local(async move {
                    let mut next = wanted.borrow_mut().take();
                    while let Some(room) = next {
                        let styles = styles::load_for_rooms();
                        let page = room.open().await;
                        let loaded = match (page, styles.await) {
                            (Ok(page), Ok(())) => Loading::Here(page),
                            _ => Loading::Failed,
                        };
                        next = wanted.borrow_mut().take();
                        if next.is_none() {
                            set.set(loaded);
                        }
                    }
                    is_opening.replace(false);
                });
            }
        });
    }
    let language = use_saving().language();
    let whole_page = props.room.is_whole_page();
    match &*state {
        Loading::Waiting => {
            let text = Common::RoomOnItsWay.text(language);
            html! { <Door {whole_page} state="waiting"><p role="status">{ text }</p></Door> }
        }
        Loading::Here(page) => page.clone(),
        Loading::Failed => {
            let try_again = Callback::from(move |_| {
                state.set(Loading::Waiting);
                attempt.set(*attempt + 1);
            });
            html! { <DidNotArrive {whole_page} {language} {try_again} /> }
        }
    }
}

#[derive(Properties, PartialEq)]
struct DoorProps {
    whole_page: bool,
    state: AttrValue,
    children: Html,
}

/// The place of a room that is not there.
#[component]
fn Door(props: &DoorProps) -> Html {
    let tag = if props.whole_page { "main" } else { "section" };
    html! { <@{tag} class="door" data-state={&props.state}>{ props.children.clone() }</@> }
}

/// Properties of [`DidNotArrive`].
#[derive(Properties, PartialEq)]
pub struct DidNotArriveProps {
    /// Whether it fills the page.
    #[prop_or_default]
    pub whole_page: bool,
    /// Language of words.
    pub language: Language,
    /// Called when one wants to try again.
    pub try_again: Callback<MouseEvent>,
}

/// Says that a room did not come. A newer release may have replaced the room's file: then only a reload helps.
#[component]
pub fn DidNotArrive(props: &DidNotArriveProps) -> Html {
    let text = |word: Common| word.text(props.language);
    let heading = if props.whole_page { "h1" } else { "h2" };
    html! {
        <Door whole_page={props.whole_page} state="failed">
            <div role="alert">
                <@{heading}>{ text(Common::RoomDidNotArrive) }</@>
                <p>{ text(Common::RoomDidNotArriveNext) }</p>
            </div>
            <p class="door-ways">
                <button class="button main" onclick={props.try_again.clone()}>{ text(Common::TryAgain) }</button>
                <button class="button" onclick={|_| page::reload()}>{ text(Common::Reload) }</button>
            </p>
        </Door>
    }
}
