//! Which shape of an edited text is which shape of the drawing before.

use super::write::written_shape;
use crate::document::{Document, Form, Group, Item, ShapeId};
use std::collections::{BTreeMap, VecDeque};
use std::mem::{Discriminant, discriminant};
use words::Language;

/// Gives the items of a drawing that was read the ids of the drawing before, where they are found again: first those
/// with all inside them the same, wherever they stand now; then those of the same kind between the same neighbours.
/// The others get new ids.
pub(super) fn keep_ids(new: &mut Document, before: Option<&Document>) {
    let old = before.map(|before| Tree::new(&before.items)).unwrap_or_default();
    let pairs = Matching::of(&old, &Tree::new(&new.items));
    new.next_id = before.map_or(0, |before| {
        let highest = old.nodes.iter().map(|node| node.id.0.saturating_add(1)).max();
        before.next_id.max(highest.unwrap_or(0))
    });
    let mut kept = pairs
        .into_iter()
        .map(|place| place.map(|place| old.nodes[place].id));
    let mut next_id = new.next_id;
    name(&mut new.items, &mut || {
        kept.next().flatten().unwrap_or_else(|| {
            next_id += 1;
            ShapeId(next_id - 1)
        })
    });
    new.next_id = next_id;
}

/// Names items in the order of the text.
fn name(items: &mut [Item], next: &mut impl FnMut() -> ShapeId) {
    for item in items {
        match item {
            Item::Shape(shape) => shape.id = next(),
            Item::Group(group) => {
                group.id = next();
                name(&mut group.items, next);
            }
        }
    }
}

/// A shape or a group, with all that is in it.
struct Node<'items> {
    id: ShapeId,
    /// What it says, with all that is in it.
    content: String,
    /// Which kind of form it has; nothing for a group.
    form: Option<Discriminant<Form>>,
    /// Of a group.
    name: &'items str,
    /// How many nodes are in it.
    n_inside: usize,
    children: Vec<usize>,
}

/// The items of a drawing in the order of its text.
#[derive(Default)]
struct Tree<'items> {
    nodes: Vec<Node<'items>>,
    top: Vec<usize>,
}

impl<'items> Tree<'items> {
    fn new(items: &'items [Item]) -> Self {
        let mut tree = Self::default();
        tree.top = tree.add(items);
        tree
    }

    fn add(&mut self, items: &'items [Item]) -> Vec<usize> {
        items.iter().map(|item| self.add_one(item)).collect()
    }

    fn add_one(&mut self, item: &'items Item) -> usize {
        let place = self.nodes.len();
        self.nodes.push(Node {
            id: item.id(),
            content: String::new(),
            form: None,
            name: "",
            n_inside: 0,
            children: Vec::new(),
        });
        let (form, name, content, children) = match item {
            Item::Shape(shape) => {
                let content = written_shape(shape, Language::English);
                (Some(discriminant(&shape.form)), "", content, Vec::new())
            }
            Item::Group(Group { name, items, .. }) => {
                let children = self.add(items);
                let mut content = format!("{name:?}");
                for child in &children {
                    content.push('{');
                    content.push_str(&self.nodes[*child].content);
                    content.push('}');
                }
                (None, name.as_str(), content, children)
            }
        };
        let n_inside = self.nodes.len() - place - 1;
        let node = &mut self.nodes[place];
        (node.form, node.name, node.n_inside) = (form, name, n_inside);
        (node.content, node.children) = (content, children);
        place
    }
}

struct Matching<'trees> {
    old: &'trees Tree<'trees>,
    new: &'trees Tree<'trees>,
    /// For each node of the new tree, the node of the old one that it is.
    found: Vec<Option<usize>>,
    /// Which nodes of the old tree are found.
    is_taken: Vec<bool>,
    /// The nodes of the old tree by what they say, in order.
    by_content: BTreeMap<&'trees str, VecDeque<usize>>,
}

impl<'trees> Matching<'trees> {
    fn of(old: &'trees Tree<'trees>, new: &'trees Tree) -> Vec<Option<usize>> {
        let mut by_content: BTreeMap<&str, VecDeque<usize>> = BTreeMap::new();
        for (place, node) in old.nodes.iter().enumerate() {
            by_content.entry(&node.content).or_default().push_back(place);
        }
        let mut matching = Self {
            old,
            new,
            found: vec![None; new.nodes.len()],
            is_taken: vec![false; old.nodes.len()],
            by_content,
        };
        matching.same(&new.top);
        matching.alike(&old.top, &new.top);
        matching.found
    }

    /// Pairs what is the same with all inside it, large groups before what is in them.
    fn same(&mut self, row: &[usize]) {
        for place in row {
            let node = &self.new.nodes[*place];
            if let Some(old) = self.take(&node.content) {
                for n in 0..=node.n_inside {
                    self.found[place + n] = Some(old + n);
                    self.is_taken[old + n] = true;
                }
            }
        }
        for place in row {
            if self.found[*place].is_none() {
                let children = &self.new.nodes[*place].children;
                self.same(children);
            }
        }
    }

    /// The first node of the old tree that says this and is not found yet, nor anything in it.
    fn take(&mut self, content: &str) -> Option<usize> {
        let waiting = self.by_content.get_mut(content)?;
        while let Some(place) = waiting.pop_front() {
            let end = place + self.old.nodes[place].n_inside;
            if !self.is_taken[place..=end].contains(&true) {
                return Some(place);
            }
        }
        None
    }

    /// Pairs what is left of two rows, kind by kind, between neighbours that are paired; then what is in them.
    fn alike(&mut self, old_row: &[usize], new_row: &[usize]) {
        let mut from = 0;
        let mut gap = Vec::new();
        for new in new_row.iter().copied().map(Some).chain([None]) {
            let of_old = new.map_or(Some(old_row.len()), |new| {
                self.found[new].and_then(|old| old_row.binary_search(&old).ok())
            });
            let Some(to) = of_old else {
                gap.extend(new);
                continue;
            };
            self.alike_in_gap(old_row.get(from..to).unwrap_or_default(), &gap);
            gap.clear();
            from = from.max(to + 1);
        }
        for new in new_row {
            if let Some(old) = self.found[*new] {
                let (old, new) = (&self.old.nodes[old], &self.new.nodes[*new]);
                if old.content != new.content {
                    self.alike(&old.children, &new.children);
                }
            }
        }
    }

    fn alike_in_gap(&mut self, old_gap: &[usize], new_gap: &[usize]) {
        let is_left = |old: &usize| !self.is_taken[*old];
        let mut waiting: VecDeque<usize> = old_gap.iter().copied().filter(is_left).collect();
        for new in new_gap.iter().copied() {
            if self.found[new].is_some() {
                continue;
            }
            let node = &self.new.nodes[new];
            let is_alike = |old: &usize| self.old.nodes[*old].form == node.form;
            let is_namesake = |old: &usize| is_alike(old) && self.old.nodes[*old].name == node.name;
            let place = waiting
                .iter()
                .position(is_namesake)
                .or_else(|| waiting.iter().position(is_alike));
            if let Some(old) = place.and_then(|place| waiting.remove(place)) {
                self.found[new] = Some(old);
                self.is_taken[old] = true;
            }
        }
    }
}
