//! The staff's day list, and every tone.

use leptos::prelude::*;
use ui::*;

use crate::shell::tab;

const TONES: [Tone; 8] =
    [Tone::Plain, Tone::Primary, Tone::Accent, Tone::Good, Tone::Warn, Tone::Bad, Tone::Info, Tone::Quiet];

pub(crate) fn page() -> impl IntoView {
    let head = ["预订号", "客人", "内容", "时间", "金额", "状态"].map(String::from).to_vec();
    let rows = (1..=4)
        .map(|number| {
            vec![
                view! { <a href="done.html" class="number">{format!("YD-7K3M-92Q{number}")}</a> }.into_any(),
                view! { "王小明" <br /> <span class="muted">"138 0000 0000"</span> }.into_any(),
                "滨江悦居酒店 · 江景大床房 × 1".into_any(),
                "12 月 1 日 – 3 日".into_any(),
                "¥936".into_any(),
                view! { <Tag tone=Tone::Good>"已确认"</Tag> }.into_any(),
            ]
        })
        .collect();
    let tags = TONES.map(|tone| view! { <Tag tone=tone>"标签文字"</Tag> }).collect_view();
    let buttons = TONES.map(|tone| view! { <Button tone=tone>"按钮"</Button> }).collect_view();
    let notices = TONES
        .map(|tone| {
            view! {
                <Notice tone=tone title="请留意">
                    <p>"正文，附" <a href="desk.html">"链接"</a> "。"</p>
                </Notice>
            }
        })
        .collect_view();
    view! {
        <main id="content" class="container stack stack--loose" tabindex="-1">
            <PageTitle title="今日到店" lede="12 月 1 日，周二">
                <Tag tone=Tone::Info>"入住 12"</Tag>
                <Tag tone=Tone::Info>"会场 5"</Tag>
            </PageTitle>
            <Tabs
                label="队列"
                items=vec![
                    tab("desk.html", "list", "全部", true),
                    tab("desk.html", "", "待确认", false),
                    tab("desk.html", "", "待付款", false),
                ]
            />
            <DataTable caption="预订" head=head rows=rows />
            <div class="cluster">{tags}</div>
            <div class="cluster">{buttons}</div>
            <div class="grid grid--two">{notices}</div>
            <Countdown label="仅余" urgent=true>
                "02:10"
            </Countdown>
            <Loading label="正在查询余位…" />
            <p>
                <Price amount="¥936" note="/ 2 晚" large=true />
            </p>
        </main>
    }
}
