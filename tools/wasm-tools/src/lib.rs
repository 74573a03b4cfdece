//! What our `wasm-bindgen` does more than wasm-bindgen's own: it cuts the rooms off first.
//!
//! Trunk calls `wasm-bindgen --out-dir=D --out-name=N … INPUT.wasm` and takes from D `N.js`, `N_bg.wasm` and
//! `snippets/`. It never knows that the module was split.

pub mod seams;
pub mod split;
