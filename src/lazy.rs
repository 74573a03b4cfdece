//! The doors: the only file that knows which rooms are downloaded late.
//!
//! What a room needs is decided by the call graph from its door, so nothing outside may call into
//! `player` or `device_bench` but through here.

use crate::device_bench::DeviceBenchProps;
use std::future::Future;
use std::pin::Pin;
use yew::prelude::*;

#[cfg(feature = "split")]
mod door {
    use crate::device_bench::{DeviceBench, DeviceBenchProps};
    use crate::player::Player;
    pub use wasm_split_helpers::SplitLoaderError as Refusal;
    use wasm_split_helpers::wasm_split;
    use yew::prelude::*;

    #[wasm_split(player, fallible)]
    pub fn player(lesson: AttrValue, step: Option<AttrValue>) -> Result<Html, Refusal> {
        Ok(html! { <Player {lesson} {step} /> })
    }

    #[wasm_split(device, fallible)]
    pub fn device_bench(props: DeviceBenchProps) -> Result<Html, Refusal> {
        Ok(html! { <DeviceBench ..props /> })
    }
}

#[cfg(not(feature = "split"))]
mod door {
    use crate::device_bench::{DeviceBench, DeviceBenchProps};
    use crate::player::Player;
    pub use std::convert::Infallible as Refusal;
    use yew::prelude::*;

    pub async fn player(lesson: AttrValue, step: Option<AttrValue>) -> Result<Html, Refusal> {
        Ok(html! { <Player {lesson} {step} /> })
    }

    pub async fn device_bench(props: DeviceBenchProps) -> Result<Html, Refusal> {
        Ok(html! { <DeviceBench ..props /> })
    }
}

/// A room that comes late, with what it is told at the door.
#[derive(Clone, PartialEq)]
pub enum Room {
    /// A lesson.
    Player {
        /// Its id.
        lesson: AttrValue,
        /// The step of the address.
        step: Option<AttrValue>,
    },
    /// The device bench.
    DeviceBench(DeviceBenchProps),
}

impl Room {
    fn open(self) -> Pin<Box<dyn Future<Output = Result<Html, door::Refusal>>>> {
        match self {
            Self::Player { lesson, step } => Box::pin(door::player(lesson, step)),
            Self::DeviceBench(props) => Box::pin(door::device_bench(props)),
        }
    }
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
    {
        let set = state.setter();
        use_effect_with((props.room.clone(), *attempt), move |(room, _)| {
            let room = room.clone();
            wasm_bindgen_futures::spawn_local(async move {
                set.set(match room.open().await {
                    Ok(page) => Loading::Here(page),
                    Err(_) => Loading::Failed,
                });
            });
        });
    }
    match &*state {
        Loading::Waiting => html! { <p class="room-waiting" data-state="waiting" aria-busy="true"></p> },
        Loading::Here(page) => page.clone(),
        Loading::Failed => html! { <p class="room-failed" role="alert"></p> },
    }
}
