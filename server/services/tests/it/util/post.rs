//! The world outside, captured: a mail server and a text message service in one, whose mood is turned by hand.

use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use services::{
    Cx, Outside,
    notice::{Letter, Mail, Sms, Text, Undelivered},
};
use tokio::sync::Notify;

use super::House;

/// The site's address in notices.
pub const ORIGIN: &str = "https://yueding.example";

/// How it takes what it is given.
#[derive(Clone, Debug)]
pub enum Mood {
    /// As it should.
    Takes,
    /// Not at all.
    Refuses(Undelivered),
    /// It takes what it is given, but never says so.
    TakesAndHangs,
    /// It breaks down.
    Breaks,
}

/// What was handed over.
pub struct Post {
    mood: Mutex<Mood>,
    letters: Mutex<Vec<Letter>>,
    texts: Mutex<Vec<Text>>,
    tries: Mutex<usize>,
    taken: Notify,
}

/// A house with both, and what they take.
pub fn with_post(house: &House) -> (Cx, Arc<Post>) {
    let post = Arc::new(Post::new());
    let outside = Outside {
        mail: Some(Arc::clone(&post) as Arc<dyn Mail>),
        sms: Some(Arc::clone(&post) as Arc<dyn Sms>),
        ..there(house)
    };
    (house.cx.clone().with_outside(outside), post)
}

/// A house with a text message service only.
pub fn with_sms(house: &House) -> (Cx, Arc<Post>) {
    let post = Arc::new(Post::new());
    let outside = Outside { sms: Some(Arc::clone(&post) as Arc<dyn Sms>), ..there(house) };
    (house.cx.clone().with_outside(outside), post)
}

/// What else the house reaches.
fn there(house: &House) -> Outside {
    Outside { origin: ORIGIN.to_owned(), ..house.cx.outside().clone() }
}

impl Post {
    fn new() -> Self {
        Self {
            mood: Mutex::new(Mood::Takes),
            letters: Mutex::default(),
            texts: Mutex::default(),
            tries: Mutex::default(),
            taken: Notify::new(),
        }
    }

    /// From now on it is of this mood.
    pub fn turn(&self, mood: Mood) {
        *self.mood.lock().unwrap() = mood;
    }

    /// The letters it took.
    pub fn letters(&self) -> Vec<Letter> {
        self.letters.lock().unwrap().clone()
    }

    /// The text messages it took.
    pub fn texts(&self) -> Vec<Text> {
        self.texts.lock().unwrap().clone()
    }

    /// How often something was handed over, taken or not.
    pub fn tries(&self) -> usize {
        *self.tries.lock().unwrap()
    }

    /// Waits until it has taken something.
    pub async fn takes(&self) {
        self.taken.notified().await;
    }

    async fn take(&self, keep: impl FnOnce()) -> Result<(), Undelivered> {
        *self.tries.lock().unwrap() += 1;
        let mood = self.mood.lock().unwrap().clone();
        match mood {
            Mood::Takes => {
                keep();
                Ok(())
            }
            Mood::Refuses(why) => Err(why),
            Mood::TakesAndHangs => {
                keep();
                self.taken.notify_one();
                std::future::pending().await
            }
            Mood::Breaks => panic!("the post breaks down, as it was asked to"),
        }
    }
}

#[async_trait]
impl Mail for Post {
    async fn send(&self, letter: &Letter) -> Result<(), Undelivered> {
        self.take(|| self.letters.lock().unwrap().push(letter.clone())).await
    }
}

#[async_trait]
impl Sms for Post {
    async fn send(&self, text: &Text) -> Result<(), Undelivered> {
        self.take(|| self.texts.lock().unwrap().push(text.clone())).await
    }
}
