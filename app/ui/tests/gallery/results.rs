//! Search results: offers with and without something left, slots, a calendar, pages.

use leptos::prelude::*;
use ui::*;

fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

fn slot(label: &str, note: &str, state: Fill, current: bool) -> SlotCell {
    let href = matches!(state, Fill::Free | Fill::Few).then(|| "form.html".into());
    SlotCell { label: label.into(), note: note.into(), href, state, current }
}

fn cell(day: u32) -> CalCell {
    let (state, note) = match day {
        1..=3 => (Fill::Closed, ""),
        7 | 15 => (Fill::Full, "满"),
        12 | 19 | 20 => (Fill::Few, "剩 2"),
        _ => (Fill::Free, "¥1,468"),
    };
    let href = matches!(state, Fill::Free | Fill::Few).then(|| "form.html".into());
    CalCell { day, label: format!("12 月 {day} 日，{note}"), note: note.into(), href, state, current: day == 9 }
}

fn alternative(way: &str, label: &str, note: &str) -> AlternativeItem {
    let (way, label, note) = (way.into(), label.into(), note.into());
    AlternativeItem { href: "form.html".into(), way, label, price: "¥936".into(), note }
}

pub(crate) fn page() -> impl IntoView {
    let pages = [("1", true), ("2", false), ("3", false)]
        .map(|(label, current)| PageItem { href: "results.html".into(), label: label.into(), current })
        .to_vec();
    view! {
        <main id="content" class="container stack" tabindex="-1">
            <SearchPanel action="results.html" label="搜索酒店" submit="搜索" compact=true>
                <SelectField name="city" label="城市" options=vec![("sh".into(), "上海".into())] value="sh" />
                <Field name="from" label="入住" kind="date" value="2026-12-01" />
                <Field name="to" label="离店" kind="date" value="2026-12-03" />
            </SearchPanel>
            <PageTitle title="上海的酒店" lede="12 月 1 日至 3 日，2 晚，1 间，共 8 家" />
            <div class="columns">
                <div class="columns__main">
                    <ResultCard
                        title="滨江悦居酒店"
                        art="hotel-river"
                        city="上海"
                        address="虹口区北外滩路 88 号"
                        summary="外滩北侧，推窗见江，步行八分钟到地铁。"
                        badge="推荐"
                    >
                        <OfferRow
                            name="江景大床房"
                            href="form.html"
                            action="预订"
                            tags=words(&["含双早", "可住 2 人", "免费 Wi-Fi"])
                            price="¥468"
                            price_note="/ 晚"
                            total="2 晚共 ¥936"
                            left="仅剩 2 间"
                            few=true
                            note="11 月 30 日 18:00 前免费取消"
                        />
                        <OfferRow
                            name="城景双床房"
                            href="form.html"
                            action="预订"
                            tags=words(&["不含早", "可住 2 人"])
                            price="¥398"
                            price_note="/ 晚"
                            total="2 晚共 ¥796"
                            left="剩 9 间"
                            note="11 月 30 日 18:00 前免费取消"
                        />
                        <OfferRow
                            name="江景套房"
                            href="form.html"
                            action="预订"
                            tags=words(&["含双早", "行政酒廊"])
                            price="¥1,288"
                            price_note="/ 晚"
                            shortage="12 月 2 日这一晚已订满，其余日期还有房。"
                        >
                            <Alternatives
                                title="这些还订得到"
                                items=vec![
                                    alternative("换日期", "12 月 3 日至 5 日", "同一房型，剩 3 间"),
                                    alternative("换酒店", "碧湾度假酒店 · 海景套房", "剩 1 间"),
                                ]
                            />
                        </OfferRow>
                    </ResultCard>
                    <ResultCard title="听松茶舍" art="hall-tea" city="杭州" address="西湖区龙井路 12 号" summary="龙井村里的包间茶席。">
                        <OfferRow
                            name="松风包间"
                            href="form.html"
                            action="预订"
                            tags=words(&["6–10 人", "含茶点"])
                            price="¥128"
                            price_note="/ 人"
                            total="6 人共 ¥768"
                            left="3 个时段可订"
                        >
                            <SlotGrid
                                label="时段"
                                slots=vec![
                                    slot("10:00", "剩 12 位", Fill::Free, false),
                                    slot("12:00", "剩 2 位", Fill::Few, false),
                                    slot("14:00", "剩 8 位", Fill::Free, true),
                                    slot("16:00", "已满", Fill::Full, false),
                                    slot("18:00", "包场", Fill::Closed, false),
                                ]
                            />
                        </OfferRow>
                    </ResultCard>
                    <Pagination
                        label="分页"
                        prev=Some(("results.html".into(), "上一页".into()))
                        next=Some(("results.html".into(), "下一页".into()))
                        pages=pages
                    />
                </div>
                <div class="columns__aside">
                    <Card title="可订日期" icon="calendar">
                        <Calendar
                            title="2026 年 12 月"
                            weekdays=["一", "二", "三", "四", "五", "六", "日"].map(String::from)
                            cells=(1..=31).map(cell).collect()
                            lead_blanks=1
                            prev=Some(("results.html".into(), "2026 年 11 月".into()))
                            next=Some(("results.html".into(), "2027 年 1 月".into()))
                        />
                    </Card>
                </div>
            </div>
        </main>
    }
}
