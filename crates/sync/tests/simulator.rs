//! Five devices of one person, two hundred operations each, a server and a network that fail in every way; then all
//! is well again. Every device must hold the same, and every operation must be there: as it is, replaced by one that
//! had seen it, or beside another as a conflict that is shown.

pub mod chance;
mod device;
mod model;
pub mod server;
mod way;

use chance::Chance;
use device::Device;
use model::Model;
use server::{Kind, Server};
use std::cell::RefCell;
use std::rc::Rc;
use way::Way;

const DEVICES: usize = 5;
const OPERATIONS: usize = 200;

/// Every day, and in `cargo xtask torture`.
const SEEDS: [u64; 2] = [100, 1_000];

#[test]
fn every_operation_arrives_whatever_the_network_does() {
    let is_torture = std::env::var_os("FABRIQUE_TORTURE").is_some();
    let one = std::env::var("FABRIQUE_SEED")
        .ok()
        .and_then(|seed| seed.parse().ok());
    let seeds = one.map_or(0..SEEDS[usize::from(is_torture)], |seed: u64| seed..seed + 1);
    for seed in seeds {
        run(seed);
    }
}

fn run(seed: u64) {
    let mut chance = Chance::new(seed);
    let server = Rc::new(RefCell::new(Server::new(Kind::of(&mut chance))));
    let way = Rc::new(Way::new(&server));
    // Some computers are copies of another, browser and all: two devices with one name.
    let has_twin = chance.one_in(4);
    let mut devices: Vec<Device> = (0..DEVICES)
        .map(|number| {
            let name = if has_twin && number == 1 { 0 } else { number };
            Device::new(&way, number, &format!("device{name}"))
        })
        .collect();
    let mut model = Model::default();
    let mut left = [OPERATIONS; DEVICES];
    while left.iter().any(|left| *left > 0) {
        let number = chance.below(DEVICES);
        let device = &mut devices[number];
        if left[number] > 0 && chance.one_in(2) {
            left[number] -= 1;
            device.operate(&mut chance, &mut model);
        } else if device.is_busy() {
            way.set_fault(chance.one_in(4).then(|| way::Fault::any(&mut chance)));
            device.go_on();
        } else if chance.one_in(12) {
            device.begin_round();
        } else if chance.one_in(100) {
            device.reopen(&mut chance);
        }
        server.borrow_mut().misfortune(&mut chance);
    }
    way.set_fault(None);
    server.borrow_mut().is_well = true;
    for _ in 0..6 {
        for device in &mut devices {
            device.whole_round();
        }
    }
    for device in &devices {
        assert!(
            device.is_sent(),
            "seed {seed}: {} still has something to send",
            device.name()
        );
        assert!(
            device.record().without_clock() == devices[0].record().without_clock(),
            "seed {seed}: {} differs from the first",
            device.name()
        );
    }
    model.check(&devices[0].record(), seed);
}
