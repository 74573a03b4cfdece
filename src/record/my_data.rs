//! "My data": see, copy, erase; who is on this computer; how I like to read.

mod comfort;
mod copies;
mod damaged;
mod erase;
mod kept;
mod me;
mod people;
mod promise;
mod sending_card;
mod two_taps;
mod versions;

use crate::i18n::record::Record as RecordWords;
use crate::offline::WithoutInternet;
use crate::saving::use_saving;
use crate::widgets::header::Header;
use comfort::Comfort;
use copies::Copies;
use damaged::DamagedFiles;
use erase::Erase;
use kept::Kept;
use me::Me;
use people::People;
use promise::Promise;
use sending_card::SendingCard;
use two_taps::TwoTaps;
use versions::Versions;
use yew::prelude::*;

/// Properties of [`MyData`].
#[derive(Properties, PartialEq)]
pub struct MyDataProps {
    /// The code of a link to send work with.
    pub code: Option<AttrValue>,
}

/// See, copy, erase what is kept.
#[component]
pub fn MyData(props: &MyDataProps) -> Html {
    let saving = use_saving();
    let is_someone_here = saving.person().is_some();
    html! {
        <div class="page" data-screen="my-data">
            <Header />
            <main id="content" class="my-data">
                <h1>{ RecordWords::MyData.text(saving.language()) }</h1>
                <div class="my-data-columns">
                    <div>
                        if is_someone_here { <Me /> }
                        <Comfort />
                        <People />
                    </div>
                    <div>
                        <Kept />
                        if is_someone_here { <Versions /> }
                        <Copies />
                        <SendingCard code={props.code.clone()} />
                        <WithoutInternet />
                        if !saving.damaged().is_empty() { <DamagedFiles /> }
                        <Erase />
                    </div>
                </div>
            </main>
        </div>
    }
}
