//! Which supervisor does which duty.

use std::collections::{HashMap, VecDeque};

use crate::load::Load;
use crate::master::Master;
use crate::{Cost, Team};

/// A duty of a team that somebody of a class has to do.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Task {
    pub team: usize,
    pub group: usize,
    pub slot: usize,
    pub class: usize,
    /// The crew and its place from which somebody was meant.
    pub meant: Option<(usize, usize)>,
}

/// Who does what so far.
pub(crate) struct Roster<'a> {
    master: &'a Master<'a>,
    tasks: Vec<Task>,
    load: Load<'a>,
    /// By task, the duty that does it.
    by: Vec<Option<usize>>,
    /// By supervisor, the tasks.
    of: Vec<Vec<usize>>,
}

impl<'a> Roster<'a> {
    pub fn new(master: &'a Master<'a>, tasks: Vec<Task>) -> Roster<'a> {
        let problem = master.reduced.problem;
        let (by, of) = (vec![None; tasks.len()], vec![Vec::new(); problem.supervisors]);
        Roster { master, load: Load::new(problem), by, of, tasks }
    }

    /// By task, the duty that does it; none where no way was found.
    pub fn assign(mut self) -> Vec<Option<usize>> {
        let mut left = Vec::new();
        for task in 0..self.tasks.len() {
            let crews = &self.master.reduced.crews.crews;
            let meant = self.tasks[task].meant.map(|(crew, place)| &crews[crew].places[place]);
            let meant = meant.map_or(Vec::new(), |place| place.duties.clone());
            if !self.give_to_one(task, &meant) {
                left.push(task);
            }
        }
        for task in left {
            self.place(task);
        }
        self.by
    }

    /// Gives a task to whoever of these can do it at the least cost.
    fn give_to_one(&mut self, task: usize, duties: &[usize]) -> bool {
        let free = duties.iter().filter_map(|&duty| Some((self.fits(task, duty)?, duty)));
        match free.min() {
            Some((_, duty)) => self.give(task, duty),
            None => return false,
        }
        true
    }

    /// Finds anybody for a task, if need be by finding others for what they do, and so on: the
    /// shortest chain of changes.
    fn place(&mut self, root: usize) {
        let mut parent: HashMap<usize, (usize, usize)> = HashMap::new();
        let mut queue = VecDeque::from([root]);
        while let Some(task) = queue.pop_front() {
            for duty in self.alike(task) {
                let supervisor = self.supervisor(task, duty);
                if self.by[task].is_some_and(|by| self.supervisor(task, by) == supervisor) {
                    continue;
                }
                if self.fits(task, duty).is_some() && self.change(root, task, duty, &parent) {
                    return;
                }
                for other in self.of[supervisor].clone() {
                    if other == root || parent.contains_key(&other) {
                        continue;
                    }
                    let Some(before) = self.take(other) else { continue };
                    if self.fits(task, duty).is_some() {
                        parent.insert(other, (task, duty));
                        queue.push_back(other);
                    }
                    self.give(other, before);
                }
            }
        }
    }

    /// Moves a task to a duty that is free, and to what it did the task that wanted that, up to the
    /// root; all or nothing.
    fn change(
        &mut self,
        root: usize,
        task: usize,
        duty: usize,
        parent: &HashMap<usize, (usize, usize)>,
    ) -> bool {
        let mut undo = Vec::new();
        let (mut task, mut duty) = (task, duty);
        loop {
            let before = self.take(task);
            undo.push((task, before));
            if self.fits(task, duty).is_none() {
                break;
            }
            self.give(task, duty);
            if task == root {
                return true;
            }
            (task, duty) = parent[&task];
        }
        for &(task, _) in &undo {
            self.take(task);
        }
        for (task, before) in undo {
            before.into_iter().for_each(|before| self.give(task, before));
        }
        false
    }

    /// The duties of the task's class.
    fn alike(&self, task: usize) -> Vec<usize> {
        let (group, slot, class) = self.at(task);
        let of = &self.master.reduced.views[group].supervision[slot].of;
        (0..of.len()).filter(|&duty| of[duty] == class).collect()
    }

    fn at(&self, task: usize) -> (usize, usize, usize) {
        let Task { group, slot, class, .. } = self.tasks[task];
        (group, slot, class)
    }

    fn supervisor(&self, task: usize, duty: usize) -> usize {
        let (group, slot, _) = self.at(task);
        self.master.reduced.problem.groups[group].slots[slot].duties[duty].supervisor
    }

    /// What it costs more if the duty does the task; none if the rows do not allow it.
    fn fits(&self, task: usize, duty: usize) -> Option<Cost> {
        self.load.cost_of_duty(&self.alone(task, duty))
    }

    fn give(&mut self, task: usize, duty: usize) {
        self.load.add_duty(&self.alone(task, duty), 1);
        self.by[task] = Some(duty);
        let supervisor = self.supervisor(task, duty);
        self.of[supervisor].push(task);
    }

    fn take(&mut self, task: usize) -> Option<usize> {
        let duty = self.by[task].take()?;
        self.load.add_duty(&self.alone(task, duty), -1);
        let supervisor = self.supervisor(task, duty);
        self.of[supervisor].retain(|&other| other != task);
        Some(duty)
    }

    /// The duty by itself, as a team without members.
    fn alone(&self, task: usize, duty: usize) -> Team {
        let (group, slot, _) = self.at(task);
        Team { group, slot, members: Vec::new(), duties: vec![duty] }
    }
}
