//! The number a booking is called by.

/// A booking's number, such as `YS-7K3M-92QF`: the kind's letter, seven random characters and a check character of an
/// alphabet without look-alikes. Reading forgives case, spaces, missing hyphens and look-alikes.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Number(String);
