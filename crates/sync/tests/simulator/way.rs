//! The way to the server: one request at a time, delivered when the simulator says so, and with its faults.

use super::chance::Chance;
use super::server::Server;
use std::cell::{Cell, RefCell};
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};
use sync::{Ask, Later, Remote, Reply, Silence, Verb};

/// What goes wrong with one request.
#[derive(Clone, Copy, Debug)]
pub enum Fault {
    /// It never arrives.
    Lost,
    /// It is done, and the answer never arrives.
    AnswerLost,
    /// It is done twice.
    Twice,
    /// It is done, and once more much later, when the sender has long gone on.
    AgainLater,
    /// The answer is cut.
    Cut,
    /// A half of what was sent is written, and the server breaks down.
    HalfWritten,
    /// Another status.
    Status(u16),
    /// A page of the network's own.
    Portal,
}

impl Fault {
    pub fn any(chance: &mut Chance) -> Self {
        const ALL: [Fault; 16] = [
            Fault::Lost,
            Fault::Lost,
            Fault::AnswerLost,
            Fault::AnswerLost,
            Fault::Twice,
            Fault::AgainLater,
            Fault::Cut,
            Fault::HalfWritten,
            Fault::Status(500),
            Fault::Status(502),
            Fault::Status(507),
            Fault::Status(429),
            Fault::Status(401),
            Fault::Status(412),
            Fault::Status(423),
            Fault::Portal,
        ];
        ALL[chance.below(ALL.len())]
    }
}

pub struct Way {
    server: Rc<RefCell<Server>>,
    fault: Cell<Option<Fault>>,
    late: RefCell<Option<Ask>>,
}

impl Way {
    pub fn new(server: &Rc<RefCell<Server>>) -> Self {
        Self {
            server: server.clone(),
            fault: Cell::new(None),
            late: RefCell::default(),
        }
    }

    pub fn set_fault(&self, fault: Option<Fault>) {
        self.fault.set(fault);
    }

    fn deliver(&self, ask: &Ask) -> Result<Reply, Silence> {
        let mut server = self.server.borrow_mut();
        // What was late overtakes nothing while all is well.
        if let Some(late) = self.late.borrow_mut().take()
            && !server.is_well
        {
            server.answer(&late);
        }
        match self.fault.get() {
            None => Ok(server.answer(ask)),
            Some(Fault::Lost) => Err(Silence::NoAnswer),
            Some(Fault::AnswerLost) => {
                server.answer(ask);
                Err(Silence::TooLong)
            }
            Some(Fault::Twice) => {
                server.answer(ask);
                Ok(server.answer(ask))
            }
            Some(Fault::AgainLater) => {
                *self.late.borrow_mut() = (ask.verb == Verb::Put).then(|| ask.clone());
                Ok(server.answer(ask))
            }
            Some(Fault::Cut) => {
                let mut reply = server.answer(ask);
                reply.length = Some(reply.body.len());
                reply.body.truncate(reply.body.len() / 2);
                Ok(reply)
            }
            Some(Fault::HalfWritten) => {
                if let Some(body) = &ask.body {
                    let half = body.chars().take(body.chars().count() / 2).collect();
                    server.answer(&Ask {
                        body: Some(half),
                        ..ask.clone()
                    });
                }
                Err(Silence::NoAnswer)
            }
            Some(Fault::Status(status)) => Ok(Reply {
                status,
                ..Reply::default()
            }),
            Some(Fault::Portal) => Ok(Reply {
                status: 200,
                kind: Some("text/html; charset=utf-8".to_owned()),
                body: b"<!doctype html><title>Wifi</title>".to_vec(),
                ..Reply::default()
            }),
        }
    }
}

impl Remote for Way {
    fn ask(&self, ask: Ask) -> Later<'_, Result<Reply, Silence>> {
        Box::pin(async move {
            OnePoll(false).await;
            self.deliver(&ask)
        })
    }

    fn wait(&self, _: u32) -> Later<'_, ()> {
        Box::pin(OnePoll(false))
    }
}

/// Ready at the second poll: other devices act in between.
struct OnePoll(bool);

impl Future for OnePoll {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<()> {
        if std::mem::replace(&mut self.0, true) {
            Poll::Ready(())
        } else {
            Poll::Pending
        }
    }
}
