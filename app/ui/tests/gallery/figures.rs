//! Charts and numbers, of everything that they can be: few, many, nothing, broken lines.

use leptos::prelude::*;
use ui::*;

fn table(rows: usize) -> ChartTable {
    let text = str::to_owned;
    let row = |row: usize| vec![format!("11/{row}"), row.to_string()];
    ChartTable {
        summary: text("查看数据表"),
        head: vec![text("时间"), text("件数")],
        rows: (1..=rows).map(row).collect(),
    }
}

fn names(count: usize) -> Vec<String> {
    (1..=count).map(|day| format!("11/{day}")).collect()
}

fn columns(id: &'static str, count: usize, most: u64) -> impl IntoView {
    let series = |label: &str, part: u64| ColumnSeries {
        label: label.to_owned(),
        values: (0..count as u64).map(|place| (place * 7 + part) % (most + 1)).collect(),
    };
    let series = vec![series("及时答复", 3), series("超时答复", 1), series("未到期", 2)];
    view! {
        <ColumnChart id=id title="咨询量" desc="共 120 件" names=names(count) series=series table=table(count) />
    }
}

fn rates(id: &'static str, count: usize) -> impl IntoView {
    let line = |label: &str, shift: u32| RateLine {
        label: label.to_owned(),
        points: (0..count as u32).map(|place| (place % 9 != 4).then_some(1000 - (place * 37 + shift) % 400)).collect(),
    };
    let lines = vec![line("首次回应及时率", 20), line("答复及时率", 140)];
    view! {
        <RateChart
            id=id
            title="及时率"
            desc="整段时间 96.2%"
            names=names(count)
            lines=lines
            target=(950, "目标 95%".to_owned())
            table=table(count)
        />
    }
}

pub(crate) fn page() -> impl IntoView {
    let bar = |label: &str, value: u64| BarItem { label: label.to_owned(), value, text: format!("{value} 件") };
    let bars = vec![bar("预订与变更", 84), bar("付款、退款与发票", 40), bar("乘车", 7), bar("其他", 0)];
    let stat = |label: &str, value: &str, change: &str, tone: Tone| StatItem {
        label: label.to_owned(),
        value: value.to_owned(),
        note: "39 / 40 件，目标 95%".to_owned(),
        change: change.to_owned(),
        tone,
    };
    let stats = vec![
        stat("首次回应及时率", "97.5%", "比前期高 2.5 个百分点", Tone::Good),
        stat("答复及时率", "88.0%", "比前期低 4.0 个百分点", Tone::Bad),
        stat("满意度", "—", "没有可比的数据", Tone::Plain),
    ];
    view! {
        <main id="content" class="container stack stack--loose" tabindex="-1">
            <PageTitle title="咨询指标" />
            <Stats items=stats />
            {columns("month", 30, 12)}
            {columns("years", 731, 40)}
            {columns("nothing", 3, 0)}
            {rates("kept", 30)}
            {rates("long", 200)}
            <div class="grid grid--two">
                {rates("few", 1)} <BarChart id="topics" title="热点问题" desc="预订最多" bars=bars table=table(4) />
            </div>
        </main>
    }
}
