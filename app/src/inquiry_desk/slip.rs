//! What a transfer slip says of each transfer: read off the log as staff see it. Pure.

use domain::{
    Instant,
    case::{Holder, Item, Who},
};

/// A transfer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Handover {
    /// Who had it.
    pub(super) from: Holder,
    /// Who is to have it.
    pub(super) to: Holder,
    /// How an outside partner is reached; blank inside the house.
    pub(super) contact: String,
    /// When.
    pub(super) at: Instant,
    /// By whom.
    pub(super) by: String,
    /// Why.
    pub(super) why: String,
    /// Working minutes they were given.
    pub(super) minutes: u32,
    /// When they took it, and who.
    pub(super) accepted: Option<(Instant, String)>,
    /// When they gave it back, who, and why.
    pub(super) returned: Option<(Instant, String, String)>,
    /// What was said while they had it: when, who, what.
    pub(super) said: Vec<(Instant, Who, String)>,
}

/// The transfers in order; `first` is who had it from the beginning.
pub(super) fn handovers(first: &Holder, items: &[Item]) -> Vec<Handover> {
    let mut found: Vec<Handover> = Vec::new();
    let mut holder = first.clone();
    for item in items {
        match item.what.as_str() {
            "transferred" => {
                let to = item.to.clone().unwrap_or_default();
                found.push(Handover {
                    from: std::mem::replace(&mut holder, to.clone()),
                    to,
                    contact: item.contact.clone(),
                    at: item.at,
                    by: name(&item.who),
                    why: item.text.clone(),
                    minutes: item.number,
                    accepted: None,
                    returned: None,
                    said: Vec::new(),
                });
            }
            "accepted" => {
                if let Some(last) = found.last_mut() {
                    last.accepted = last.accepted.take().or_else(|| Some((item.at, name(&item.who))));
                }
            }
            "returned" => {
                if let Some(last) = found.last_mut() {
                    last.returned = Some((item.at, name(&item.who), item.text.clone()));
                    holder = last.from.clone();
                }
            }
            "wrote" | "reopened" | "replied" | "asked" | "noted" | "resolved" if !item.text.is_empty() => {
                if let Some(last) = found.last_mut() {
                    last.said.push((item.at, item.who.clone(), item.text.clone()));
                }
            }
            _ => {}
        }
    }
    found
}

fn name(who: &Who) -> String {
    match who {
        Who::Staff(name) => name.clone(),
        Who::Customer | Who::House => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use domain::case::Department;

    use super::*;

    fn item(seq: u32, who: &str, what: &str, text: &str) -> Item {
        Item {
            seq,
            at: domain::time::from_micros(i64::from(seq)),
            who: if who.is_empty() { Who::Customer } else { Who::Staff(who.to_owned()) },
            what: what.to_owned(),
            text: text.to_owned(),
            internal: false,
            to: None,
            contact: String::new(),
            until: None,
            number: 0,
            files: Vec::new(),
        }
    }

    fn handed(seq: u32, to: Holder, why: &str) -> Item {
        Item { to: Some(to), number: 60, ..item(seq, "chen", "transferred", why) }
    }

    #[test]
    fn each_transfer_has_its_own_fate() {
        let (rooms, partner) = (Holder::Department(Department::Rooms), Holder::Partner("agency".to_owned()));
        let items = [
            item(1, "", "opened", "extra bed"),
            item(2, "chen", "replied", "asking"),
            handed(3, rooms.clone(), "theirs"),
            item(4, "fang", "accepted", ""),
            item(5, "fang", "replied", "not here"),
            item(6, "fang", "returned", "not ours"),
            handed(7, partner.clone(), "they know"),
            item(8, "", "wrote", "hello"),
            item(9, "chen", "resolved", "done"),
            item(10, "", "rated", ""),
        ];
        let found = handovers(&Holder::default(), &items);
        assert_eq!(found.len(), 2);
        let (one, two) = (&found[0], &found[1]);
        assert_eq!((&one.from, &one.to, one.why.as_str(), one.minutes), (&Holder::default(), &rooms, "theirs", 60));
        assert_eq!(one.accepted.as_ref().map(|(_, who)| who.as_str()), Some("fang"));
        assert_eq!(one.returned.as_ref().map(|(_, _, why)| why.as_str()), Some("not ours"));
        assert_eq!((&two.from, &two.to), (&Holder::default(), &partner), "what came back goes on from where it was");
        assert_eq!((&two.accepted, &two.returned), (&None, &None));
        let said = |one: &Handover| one.said.iter().map(|(.., text)| text.clone()).collect::<Vec<_>>();
        assert_eq!((said(one), said(two)), (vec!["not here".to_owned()], vec!["hello".to_owned(), "done".to_owned()]));
    }

    #[test]
    fn what_was_never_handed_on_has_none() {
        assert!(
            handovers(&Holder::default(), &[item(1, "", "opened", "x"), item(2, "chen", "accepted", "")]).is_empty()
        );
    }
}
