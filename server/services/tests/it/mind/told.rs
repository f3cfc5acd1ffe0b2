//! A scene whose customers are written to, and what they get.

use std::sync::Arc;

use domain::{
    booking::{Number, Order},
    catalogue::Wish,
    payment::Way,
};
use i18n::Script;
use services::{
    Asker, Member, booking,
    notice::{Letter, inbox},
};

use super::Scene;
use crate::{
    people::registered,
    util::{
        House,
        post::{Post, with_post, with_sms},
        shop::Ware,
    },
    wares::order,
};

/// The scene and its post.
pub struct Told {
    pub scene: Scene,
    post: Arc<Post>,
}

impl Told {
    /// By mail.
    pub async fn of(house: House) -> Self {
        let mut scene = Scene::of(house, 4).await;
        let (cx, post) = with_post(&scene.house);
        scene.house.cx = cx;
        Self { scene, post }
    }

    /// By text messages.
    pub async fn by_text(house: House) -> Self {
        let mut scene = Scene::of(house, 4).await;
        let (cx, post) = with_sms(&scene.house);
        scene.house.cx = cx;
        Self { scene, post }
    }

    /// Miss Chen's booking, paid for, and all told of it; she reads the simplified script.
    pub async fn sold(&self, ware: &Ware, wish: Wish) -> (Asker, Number) {
        let sold = self.scene.sold(ware, wish).await;
        self.letters().await;
        sold
    }

    /// A member's booking, paid for, and all told of it; he reads the traditional script.
    pub async fn sold_to_a_member(&self, ware: &Ware, wish: Wish) -> (Member, Asker, Number) {
        let member = registered(&self.scene.house.cx, "13900139000").await.member;
        let lin = Asker::Member(member.clone());
        let order = Order { wish, way: Way::Online, ..order(ware, 1) };
        let number = booking::place(&self.scene.house.cx, &lin, Script::Hant, "member", &order).await.unwrap();
        self.scene.pays(&lin, &number).await;
        self.letters().await;
        (member, lin, number)
    }

    /// The letters that come now.
    pub async fn letters(&self) -> Vec<Letter> {
        let before = self.post.letters().len();
        self.delivers().await;
        self.post.letters().split_off(before)
    }

    /// The one letter that comes now, whose texts are all there.
    pub async fn letter(&self) -> Letter {
        let mut letters = self.letters().await;
        assert_eq!(letters.len(), 1, "{:?}", letters.iter().map(|letter| &letter.subject).collect::<Vec<_>>());
        let letter = letters.remove(0);
        assert!(!letter.text.contains('⟦') && !letter.html.contains('⟦'), "{}", letter.text);
        letter
    }

    /// The text messages that come now, each of them short and without a link.
    pub async fn texts(&self) -> Vec<String> {
        let before = self.post.texts().len();
        self.delivers().await;
        let texts: Vec<_> = self.post.texts().split_off(before).into_iter().map(|text| text.text).collect();
        for text in &texts {
            assert!(text.encode_utf16().count() <= 140 && !text.contains("http") && !text.contains('⟦'), "{text}");
        }
        texts
    }

    /// The one that comes now.
    pub async fn text(&self) -> String {
        let mut texts = self.texts().await;
        assert_eq!(texts.len(), 1, "{texts:?}");
        texts.remove(0)
    }

    /// Title, text and page of the newest notice in a member's inbox.
    pub async fn newest(&self, member: &Member, script: Script) -> (String, String, String) {
        let newest = inbox(&self.scene.house.cx, member, script).await.unwrap().remove(0);
        (newest.title, newest.text.join("\n"), newest.page)
    }

    async fn delivers(&self) {
        services::notice::deliver(&self.scene.house.cx, "here").await.unwrap();
    }
}

/// What a letter's calendar file says of its entry.
pub fn entry(letter: &Letter, property: &str) -> String {
    let file = letter.calendar.as_ref().expect("a date to be kept").replace("\r\n ", "");
    let value = file.split("\r\n").find_map(|line| line.strip_prefix(property)?.strip_prefix(':'));
    value.unwrap_or_else(|| panic!("{property} is not in {file}")).to_owned()
}

/// Both forms of a letter say all of these.
pub fn says(letter: &Letter, said: &[&str]) {
    for text in [&letter.text, &letter.html] {
        for said in said {
            assert!(text.contains(said), "{said} is not in {text}");
        }
    }
}

/// Neither form of a letter says any of these.
pub fn says_nothing_of(letter: &Letter, unsaid: &[&str]) {
    for text in [&letter.text, &letter.html] {
        for unsaid in unsaid {
            assert!(!text.contains(unsaid), "{unsaid} is in {text}");
        }
    }
}
