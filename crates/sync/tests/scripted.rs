//! A folder that answers what a test says, and runs to the end at once.

use std::cell::RefCell;
use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use sync::{Ask, Later, Remote, Reply, Silence};

type Answer = dyn FnMut(&Ask) -> Result<Reply, Silence>;

pub struct Scripted {
    answer: RefCell<Box<Answer>>,
    asked: RefCell<Vec<Ask>>,
    waited: RefCell<Vec<u32>>,
}

impl Scripted {
    pub fn new(answer: impl FnMut(&Ask) -> Result<Reply, Silence> + 'static) -> Self {
        Self {
            answer: RefCell::new(Box::new(answer)),
            asked: RefCell::default(),
            waited: RefCell::default(),
        }
    }

    pub fn always(answer: Result<Reply, Silence>) -> Self {
        Self::new(move |_| answer.clone())
    }

    pub fn asked(&self) -> Vec<Ask> {
        self.asked.borrow().clone()
    }

    pub fn waited(&self) -> Vec<u32> {
        self.waited.borrow().clone()
    }
}

impl Remote for Scripted {
    fn ask(&self, ask: Ask) -> Later<'_, Result<Reply, Silence>> {
        self.asked.borrow_mut().push(ask.clone());
        let answer = (self.answer.borrow_mut())(&ask);
        Box::pin(std::future::ready(answer))
    }

    fn wait(&self, milliseconds: u32) -> Later<'_, ()> {
        self.waited.borrow_mut().push(milliseconds);
        Box::pin(std::future::ready(()))
    }
}

pub fn reply(status: u16, body: &str) -> Reply {
    Reply {
        status,
        body: body.as_bytes().to_vec(),
        ..Reply::default()
    }
}

pub fn block_on<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    loop {
        if let Poll::Ready(value) = future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            return value;
        }
    }
}
