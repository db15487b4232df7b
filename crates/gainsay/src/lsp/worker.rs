//! A thread that keeps drafts and base, and checks.

use std::{
    collections::VecDeque,
    sync::mpsc::{Receiver, Sender, channel},
    thread,
};

use gainsay_report::editor::{Refused, refused};
use serde_json::Value;

use super::{
    desk::Desk,
    settings::Settings,
    task::Task,
    wire::{self, Code},
};

/// Starts a worker; it ends when it is given no tasks any more.
pub(super) fn start(settings: Settings) -> Sender<Task> {
    let (tasks, inbox) = channel();
    let worker =
        move || Worker { inbox, waiting: VecDeque::new(), desk: Desk::new(settings) }.run();
    thread::spawn(worker);
    tasks
}

struct Worker {
    inbox: Receiver<Task>,
    /// What has come in and is not done, in order.
    waiting: VecDeque<Task>,
    desk: Desk,
}

impl Worker {
    /// Does what is asked for before it checks, so that no draft is checked that has
    /// changed in the meantime.
    fn run(mut self) {
        loop {
            self.gather();
            if let Some(task) = self.waiting.pop_front() {
                self.desk.take(task);
            } else if self.desk.has_work() {
                self.work();
            } else if let Ok(task) = self.inbox.recv() {
                self.accept(task);
            } else {
                return;
            }
        }
    }

    /// Does one piece of work. What was found in a draft that has changed since is not
    /// told: the next check will.
    fn work(&mut self) {
        let Some(checked) = self.desk.work() else { return };
        self.gather();
        if !self.waiting.iter().any(|task| task.changes(&checked)) {
            self.desk.publish(&checked);
        }
    }

    fn gather(&mut self) {
        while let Ok(task) = self.inbox.try_recv() {
            self.accept(task);
        }
    }

    fn accept(&mut self, task: Task) {
        match task {
            Task::Cancel(id) => self.cancel(&id),
            task => self.waiting.push_back(task),
        }
    }

    fn cancel(&mut self, id: &Value) {
        let is_it = |task: &Task| matches!(task, Task::Answer(asked, _) if asked == id);
        if let Some(at) = self.waiting.iter().position(is_it) {
            self.waiting.remove(at);
            wire::refuse(id, Code::Cancelled, &refused(self.desk.lang(), Refused::Cancelled));
        }
    }
}
