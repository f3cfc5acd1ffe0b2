//! Text messages, by signed webhook, at the sandbox: each is taken once, and what it answers is understood.

use serde_json::json;
use services::notice::{Text, Undelivered};

use crate::{provider::Provider, support::House};

fn text(id: &str, to: &str) -> Text {
    Text { id: id.to_owned(), to: to.to_owned(), text: "【悦订】预订已确认".to_owned() }
}

async fn send(house: &House, text: &Text) -> Result<(), Undelivered> {
    house.site.cx.outside().sms.as_ref().unwrap().send(text).await
}

#[tokio::test]
async fn a_text_message_is_taken_and_its_repeat_is_the_same_one() {
    let provider = Provider::open().await;
    let house = House::with(&[("SMS_WEBHOOK_URL", &format!("{}/v1/sms", provider.url))]).await;
    for _ in 0..2 {
        send(&house, &text("one", "+8613800138000")).await.unwrap();
    }
    send(&house, &text("two", "+886912345678")).await.unwrap();
    assert_eq!(provider.state().await["sms"], 2);
}

#[tokio::test]
async fn what_the_service_answers_is_told_apart() {
    let provider = Provider::open().await;
    let address = format!("{}/v1/sms", provider.url);
    let house = House::with(&[("SMS_WEBHOOK_URL", &address)]).await;
    let (never, later) =
        (|why: &str| Err(Undelivered::Never(why.to_owned())), |why: &str| Err(Undelivered::Later(why.to_owned())));
    assert_eq!(send(&house, &text("a", "no number")).await, never("422"));
    provider.behaves(json!({ "sms": "refuse" })).await;
    assert_eq!(send(&house, &text("b", "+8613800138000")).await, never("422"));
    provider.behaves(json!({ "sms": "fail" })).await;
    assert_eq!(send(&house, &text("c", "+8613800138000")).await, later("503"));
    provider.behaves(json!({ "sms": "ok" })).await;
    assert_eq!(provider.state().await["sms"], 0);

    let secret = "another-secret-than-that-of-the-service";
    let stranger = House::with(&[("SMS_WEBHOOK_URL", &address), ("SMS_SECRET", secret)]).await;
    assert_eq!(send(&stranger, &text("d", "+8613800138000")).await, later("401"));
    let nobody = House::with(&[("SMS_WEBHOOK_URL", "http://127.0.0.1:9/v1/sms")]).await;
    assert_eq!(send(&nobody, &text("e", "+8613800138000")).await, later("no-connection"));
    assert_eq!(provider.state().await["sms"], 0);
}

/// What was not answered may have been taken or not: it is sent again under the same id.
#[tokio::test]
async fn a_service_that_never_answers_is_left_and_asked_again() {
    let provider = Provider::open().await;
    let house = House::with(&[("SMS_WEBHOOK_URL", &format!("{}/v1/sms", provider.url))]).await;
    provider.behaves(json!({ "sms": "silent" })).await;
    let message = text("one", "+8613800138000");
    assert_eq!(send(&house, &message).await, Err(Undelivered::Later("no-answer".to_owned())));
    provider.behaves(json!({ "sms": "ok" })).await;
    send(&house, &message).await.unwrap();
    assert_eq!(provider.state().await["sms"], 1);
}

#[tokio::test]
async fn one_number_may_be_refused_while_others_are_taken() {
    let provider = Provider::open().await;
    let house = House::with(&[("SMS_WEBHOOK_URL", &format!("{}/v1/sms", provider.url))]).await;
    let (chen, lin) = (text("a", "+8613800138000"), text("b", "+8613800138001"));
    provider.behaves(json!({ "sms": "refuse", "to": chen.to })).await;
    assert_eq!(send(&house, &chen).await, Err(Undelivered::Never("422".to_owned())));
    send(&house, &lin).await.unwrap();
    provider.behaves(json!({ "sms": "ok", "to": chen.to })).await;
    send(&house, &chen).await.unwrap();
}
