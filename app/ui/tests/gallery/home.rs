//! The home page: hero, tabs, search, cards.

use leptos::prelude::*;
use ui::*;

use crate::shell::tab;

pub(crate) fn page() -> impl IntoView {
    let places = [
        ("hotel-river", "上海", "滨江悦居酒店", "外滩北侧，推窗见江，步行八分钟到地铁。", "¥468", "推荐"),
        ("hotel-garden", "苏州", "拙园别院", "白墙黛瓦的园林客房，清晨有评弹。", "¥598", ""),
        ("hotel-hill", "莫干山", "云岭山房", "竹海深处的木屋，含早餐与接送。", "¥720", ""),
        ("hotel-bay", "三亚", "碧湾度假酒店", "一线海景与亲子泳池。", "¥880", "推荐"),
        ("hall-tea", "杭州", "听松茶舍", "龙井村里的包间茶席，六人起订。", "¥128", ""),
        ("coach-mountain", "黄山", "黄山直通车", "上海虹桥出发，约五小时。", "¥168", ""),
    ]
    .map(|(art, city, title, summary, price, badge)| {
        view! {
            <PlaceCardView
                href="results.html"
                title=title
                art=art
                city=city
                summary=summary
                price=price
                price_note="起 / 晚"
                badge=badge
            />
        }
    })
    .collect_view();
    view! {
        <main id="content" tabindex="-1">
            <Hero title="住得好，聚得好，一路都好" lede="酒店、餐饮会场与定制巴士，预订清楚，取消明白。">
                <div class="stack stack--tight">
                    <KindTabs
                        label="预订什么"
                        items=vec![
                            tab("home.html", "bed", "酒店", true),
                            tab("home.html", "table", "会场", false),
                            tab("home.html", "coach", "巴士", false),
                        ]
                    />
                    <SearchPanel action="results.html" label="搜索酒店" submit="搜索">
                        <SelectField
                            name="city"
                            label="城市"
                            options=vec![("".into(), "全部城市".into()), ("sh".into(), "上海".into())]
                        />
                        <Field name="from" label="入住" kind="date" value="2026-12-01" />
                        <Field name="to" label="离店" kind="date" value="2026-12-03" />
                        <Field name="rooms" label="房间" kind="number" value="1" min="1" max="9" />
                        <Field name="heads" label="人数" kind="number" value="2" min="1" max="18" />
                    </SearchPanel>
                </div>
            </Hero>
            <div class="container stack stack--loose page-body">
                <Section title="为您推荐" more=Some(("results.html".into(), "全部".into()))>
                    <div class="shelf" tabindex="0" role="group" aria-label="为您推荐">
                        {places}
                    </div>
                </Section>
                <Section title="需要帮忙？">
                    <div class="grid">
                        <CardLink href="done.html" icon="search" title="查找预订" note="凭预订号和手机号查看，无需登录" />
                        <CardLink href="done.html" icon="shield" title="取消与退款" note="何时取消、退多少，下单前就看得见" />
                        <CardLink href="done.html" icon="headset" title="联系客服" note="每天 8:00–22:00" tag="在线" tone=Tone::Good />
                    </div>
                </Section>
                <EmptyState icon="calendar" title="还没有预订">
                    <p>"订好的行程会出现在这里，随时可以更改或取消。"</p>
                    <LinkButton href="results.html" tone=Tone::Primary>
                        "去看看"
                    </LinkButton>
                </EmptyState>
            </div>
        </main>
    }
}
