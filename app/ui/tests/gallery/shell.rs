//! Header, footer and tab bar around a page.

use leptos::prelude::*;
use ui::*;

fn nav(href: &str, label: &str, current: bool) -> NavItem {
    NavItem { href: href.into(), label: label.into(), current }
}

pub(crate) fn tab(href: &str, icon: &str, label: &str, current: bool) -> TabItem {
    TabItem { href: href.into(), icon: icon.into(), label: label.into(), current }
}

/// The whole document.
pub(crate) fn page(content: AnyView) -> String {
    let items = vec![
        nav("results.html", "酒店", false),
        nav("results.html", "餐饮会场", true),
        nav("results.html", "定制巴士", false),
        nav("done.html", "我的预订", false),
        nav("home.html", "帮助", false),
    ];
    let tabs = vec![
        tab("home.html", "home", "首页", true),
        tab("results.html", "bed", "酒店", false),
        tab("results.html", "table", "会场", false),
        tab("results.html", "coach", "巴士", false),
        tab("done.html", "ticket", "订单", false),
    ];
    let links = ["预订须知", "取消与退款", "常见问题", "投诉与建议", "隐私", "服务条款"]
        .map(|label| nav("home.html", label, false))
        .to_vec();
    let switch = ScriptSwitch { href: "home.html".into(), label: "繁體".into(), lang: "zh-Hant".into() };
    let html = view! {
        <SkipLink label="跳到正文" />
        <SiteHeader
            brand="悦订"
            home="home.html"
            label="主导航"
            items=items
            account=nav("form.html", "登录", false)
            switch=switch
        />
        {content}
        <SiteFooter
            brand="悦订俱乐部"
            about="酒店、餐饮会场与定制巴士，一处订好。"
            label="页脚"
            items=links
            phone_label="预订专线"
            phone="400-820-0088"
            hours="每天 8:00–22:00"
            legal="© 悦订俱乐部 · 沪 ICP 备 00000000 号"
        />
        <TabBar label="主导航" items=tabs />
    }
    .to_html();
    format!(
        "<!DOCTYPE html><html lang=\"zh-Hans\"><head><meta charset=\"utf-8\"><title>悦订</title>\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1, viewport-fit=cover\">\
         <link rel=\"icon\" href=\"/favicon.svg\"><link rel=\"stylesheet\" href=\"/main.css\"></head><body>{html}</body></html>"
    )
}
