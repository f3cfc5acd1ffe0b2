//! The diagrams of the README show the machines of `domain` as they are: no step less, none more.

use std::{collections::BTreeSet, fs};

use domain::{
    booking::{Status, Step},
    change::{ChangeStatus, ChangeStep},
    payment::{PaymentStatus, PaymentStep, RefundStatus, RefundStep},
};

use super::tree::root;

/// `held --> confirmed: paid` for every step that a machine knows.
fn steps<S: Copy + ToString, T: Copy + ToString>(
    states: &[S],
    steps: &[T],
    after: impl Fn(S, T) -> Option<S>,
) -> BTreeSet<String> {
    let known = |state: S, step: T| {
        after(state, step).map(|to| format!("{} --> {}: {}", state.to_string(), to.to_string(), step.to_string()))
    };
    states.iter().flat_map(|state| steps.iter().filter_map(move |step| known(*state, *step))).collect()
}

#[test]
fn the_diagrams_of_the_readme_are_those_of_the_machines() {
    let readme = fs::read_to_string(root().join("README.md")).expect("the README");
    let drawn: Vec<BTreeSet<String>> = readme
        .split("```mermaid")
        .skip(1)
        .filter_map(|block| block.split("```").next())
        .map(|block| block.lines().map(str::trim).filter(|line| line.contains("-->") && !line.contains("[*]")))
        .map(|lines| lines.map(str::to_owned).collect())
        .collect();
    let booking = steps(Status::ALL, Step::ALL, |state, step| state.after(step));
    let payment = steps(PaymentStatus::ALL, PaymentStep::ALL, |state, step| state.after(step));
    let refund = steps(RefundStatus::ALL, RefundStep::ALL, |state, step| state.after(step));
    let change = steps(ChangeStatus::ALL, ChangeStep::ALL, |state, step| state.after(step));
    assert_eq!(drawn, [booking, payment, refund, change]);
}
