//! What a customer sees: the page to pay on, in his script and without a script, and his text messages.

use gateway::{NewOrder, OrderStatus, Sms, Wire};

use crate::support::{Merchant, Provider, key};

async fn opened(lang: &str) -> (Provider, Merchant, String) {
    let (provider, merchant) = (Provider::open().await, Merchant::open().await);
    let order =
        NewOrder {
            lang: lang.to_owned(), subject: "<湖景房> & 早餐".to_owned(), ..merchant.order("P-1", 128_050)
        };
    let page = provider.client.create(&order).await.unwrap().page;
    let path = page.strip_prefix(&provider.url).unwrap().to_owned();
    (provider, merchant, path)
}

#[tokio::test]
async fn the_page_says_what_is_paid_in_the_customers_script() {
    for (lang, words) in [("zh-Hans", "仅供测试"), ("zh-Hant", "僅供測試")] {
        let (provider, _merchant, path) = opened(lang).await;
        let (status, text, headers) = provider.page(&path).await;
        assert_eq!(status, 200);
        for part in [format!("<html lang=\"{lang}\">").as_str(), words, "¥1,280.50", "&lt;湖景房&gt; &amp; 早餐", "P-1"]
        {
            assert!(text.contains(part), "{part}: {text}");
        }
        assert!(!text.contains('⟦') && !text.contains("<script") && !text.contains(" style="), "{text}");
        let policy = headers["content-security-policy"].to_str().unwrap();
        assert!(policy.contains("form-action 'self' http://127.0.0.1:3000;"), "{policy}");
        assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
    }
}

#[tokio::test]
async fn a_button_pays_and_leads_back() {
    let (provider, _merchant, path) = opened("zh-Hant").await;
    let (status, _, headers) = provider.press(&path, "seconds=20&act=pay").await;
    assert_eq!(
        (status, headers["location"].to_str().unwrap()),
        (303, "http://127.0.0.1:3000/zh-hant/bookings/YS-1/pay?back=1")
    );
    assert_eq!(provider.status("P-1").await, OrderStatus::Paid);
    let (status, text, _) = provider.press(&path, "act=decline").await;
    assert_eq!(status, 200, "too late: the page says how it stands");
    assert!(text.contains("付款成功") && !text.contains("<button"), "{text}");
}

#[tokio::test]
async fn buttons_decline_and_try_the_rough_cases() {
    let (provider, _merchant, path) = opened("zh-Hans").await;
    assert_eq!(provider.press(&path, "act=no-such").await.0, 400);
    assert_eq!(provider.press(&path, "act=%FF").await.0, 400);
    assert_eq!(provider.press(&path, "seconds=600&act=delay").await.0, 303);
    let (_, text, _) = provider.page(&path).await;
    assert!(text.contains("付款处理中") && !text.contains("<button"), "{text}");

    let (provider, _merchant, path) = opened("zh-Hans").await;
    assert_eq!(provider.press(&path, "seconds=&act=decline").await.0, 303);
    assert_eq!(provider.status("P-1").await, OrderStatus::Declined);
}

#[tokio::test]
async fn what_is_not_there_is_said_on_a_page() {
    let provider = Provider::open().await;
    let (status, text, _) = provider.page("/pay/0000").await;
    assert_eq!(status, 404);
    assert!(text.contains("<h1>") && !text.contains('⟦'), "{text}");
    assert_eq!(provider.page("/sandbox.css").await.0, 200);
    assert_eq!(provider.page("/healthz").await.1, "ok\n");
}

#[tokio::test]
async fn text_messages_are_taken_once_and_shown() {
    let provider = Provider::open().await;
    let (wire, url) = (Wire::new(key()).unwrap(), format!("{}/v1/sms", provider.url));
    let say = async |id: &str, to: &str| {
        let text = "您的预订 YS-1 已确认 <b>".to_owned();
        let sms = Sms { id: id.to_owned(), to: to.to_owned(), text };
        let reply = wire.post(&url, serde_json::to_vec(&sms).unwrap()).await.unwrap();
        assert!(reply.signed);
        reply.status
    };
    assert_eq!([say("n-1", "+8613800138000").await, say("n-1", "+8613800138000").await], [200, 200]);
    assert_eq!(
        [say("n-2", "13800138000").await, say("n-3", "+86").await, say("n-4", "+86138x").await],
        [422, 422, 422]
    );
    let all = provider.look("/control/sms").await;
    assert_eq!((all.as_array().unwrap().len(), &all[0]["times"]), (1, &serde_json::json!(2)), "{all}");
    let (status, text, _) = provider.page("/sms").await;
    assert!(status == 200 && text.contains("YS-1 已确认 &lt;b&gt;") && text.contains("+8613800138000"), "{text}");

    for (mood, status) in [("refuse", 422), ("fail", 503), ("ok", 200)] {
        provider.behaves(serde_json::json!({ "sms": mood })).await;
        assert_eq!(say("n-5", "+8613800138000").await, status, "{mood}");
    }
}
