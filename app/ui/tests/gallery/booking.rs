//! A booking form with faults, and the confirmation.

use leptos::prelude::*;
use ui::*;

fn card(value: &str, label: &str, note: &str, disabled: bool) -> RadioCard {
    RadioCard { value: value.into(), label: label.into(), note: note.into(), disabled }
}

fn row(label: &str, count: &str, each: &str, total: &str) -> PriceRow {
    PriceRow { label: label.into(), count: count.into(), each: each.into(), total: total.into() }
}

fn step(percent: u32, when: &str, amount: &str, current: bool) -> CurveStep {
    CurveStep { percent, when: when.into(), amount: amount.into(), current }
}

fn prices() -> impl IntoView {
    let rows = vec![row("12 月 1 日", "× 1", "¥468", "¥468"), row("12 月 2 日", "× 1", "¥468", "¥468")];
    view! {
        <PriceTable caption="价格" rows=rows total_label="应付总额" total="¥936" note="到店支付，已含服务费" />
    }
}

fn curve() -> impl IntoView {
    let steps = vec![
        step(100, "11 月 30 日 18:00 前", "退 ¥936", true),
        step(50, "12 月 1 日 18:00 前", "退 ¥468", false),
        step(0, "此后", "不退", false),
    ];
    view! { <Curve steps=steps caption="取消可退" now="现在" /> }
}

pub(crate) fn form() -> impl IntoView {
    view! {
        <main id="content" class="container stack" tabindex="-1">
            <BackLink href="results.html" label="返回结果" />
            <Steps label="进度" items=["选房型", "填资料", "核对", "完成"].map(String::from).to_vec() current=1 />
            <ErrorSummary
                title="请先更正 2 处"
                items=vec![
                    ("phone".into(), "手机号应为 11 位数字".into()),
                    ("agree".into(), "请先阅读并同意取消条款".into()),
                ]
            />
            <PageTitle caption="滨江悦居酒店 · 江景大床房" title="填写入住资料" />
            <div class="columns">
                <form class="columns__main form" method="post" action="done.html" novalidate>
                    <Hidden name="key" value="k" />
                    <Card title="入住人" icon="user">
                        <Field name="name" label="姓名" value="王小明" autocomplete="name" required=true />
                        <FieldRow>
                            <Field
                                name="phone"
                                label="手机号"
                                kind="tel"
                                value="1380000"
                                inputmode="tel"
                                autocomplete="tel"
                                fault=Some("手机号应为 11 位数字".into())
                                hint="用于接收确认，不作他用"
                                required=true
                            />
                            <Field name="email" label="电子邮箱" note="选填" kind="email" autocomplete="email" />
                        </FieldRow>
                        <RadioCards
                            name="arrival"
                            label="预计到店"
                            value="16:00"
                            compact=true
                            options=vec![
                                card("14:00", "14:00", "", false),
                                card("16:00", "16:00", "", false),
                                card("18:00", "18:00", "", false),
                                card("22:00", "22:00", "需来电", true),
                            ]
                        />
                        <TextArea name="remarks" label="特别要求" note="选填" hint="如高楼层、加床；酒店尽量安排" />
                    </Card>
                    <Card title="加购" icon="plus">
                        <CheckField name="extra-breakfast" label="早餐一份" note="+¥68 / 份" checked=true />
                        <CheckField name="extra-late" label="延迟退房至 16:00" note="+¥120" hint="视房态安排" />
                    </Card>
                    <Card title="付款方式" icon="card">
                        <RadioCards
                            name="pay"
                            label="怎么付"
                            value="counter"
                            options=vec![
                                card("counter", "到店支付", "保留至 12 月 1 日 18:00", false),
                                card("online", "在线支付", "即将开通", true),
                            ]
                        />
                    </Card>
                    <CheckField name="agree" label="我已阅读并同意取消条款" fault=Some("请先阅读并同意取消条款".into())>
                        <a href="done.html">"查看取消条款"</a>
                    </CheckField>
                    <div class="form__actions">
                        <Button tone=Tone::Accent>"下一步：核对"</Button>
                        <Button tone=Tone::Plain icon="swap">"改日期"</Button>
                        <Button tone=Tone::Quiet kind="button">"稍后再说"</Button>
                        <Button tone=Tone::Bad>"取消预订"</Button>
                        <Button tone=Tone::Primary disabled=true>"不可用"</Button>
                    </div>
                </form>
                <div class="columns__aside">
                    <Countdown label="为您保留至">"14:32"</Countdown>
                    <Card title="价格">{prices()}</Card>
                    <Card>{curve()}</Card>
                </div>
            </div>
        </main>
    }
}

pub(crate) fn done() -> impl IntoView {
    let rows = vec![
        SummaryRow::text("酒店", "滨江悦居酒店 · 江景大床房"),
        SummaryRow::text("地址", "上海市虹口区北外滩路 88 号"),
        SummaryRow::text("入住", "2026 年 12 月 1 日（周二）14:00 起").with_action("form.html", "更改"),
        SummaryRow::text("离店", "2026 年 12 月 3 日（周四）12:00 前"),
        SummaryRow::text("入住人", "王小明").with_action("form.html", "更改"),
        SummaryRow::view("状态", view! { <Tag tone=Tone::Warn>"待付款"</Tag> }),
    ];
    let events = ["已下单", "酒店已确认", "已提醒付款"]
        .map(|title| TimelineItem { at: "11 月 23 日 15:42".into(), title: title.into(), note: "".into() })
        .to_vec();
    view! {
        <main id="content" class="container stack" tabindex="-1">
            <Panel title="预订成功" number_label="预订号" number="YD-7K3M-92QX">
                <p>"请在 12 月 1 日 18:00 前到店付款，逾期自动取消。"</p>
            </Panel>
            <Notice tone=Tone::Info title="怎么付款">
                <p>"到前台出示预订号即可，支持现金、银行卡与手机支付。"</p>
            </Notice>
            <div class="columns">
                <div class="columns__main">
                    <Card title="预订内容" icon="receipt">
                        <SummaryList rows=rows />
                    </Card>
                    <Card title="价格" icon="card">
                        {prices()}
                    </Card>
                    <Details summary="取消条款全文" open=true>
                        <Prose>
                            <h2>"取消与退款"</h2>
                            <p>"入住前一天 18:00 之前取消，全额退还；之后按下表退还。"</p>
                            <ul>
                                <li>"按下单时的条款计算，日后修改不影响您。"</li>
                                <li>"退款原路返回，3 个工作日内到账。"</li>
                            </ul>
                        </Prose>
                    </Details>
                </div>
                <div class="columns__aside">
                    <Card>{curve()}</Card>
                    <Card title="经过" icon="clock">
                        <Timeline items=events />
                    </Card>
                    <div class="cluster no-print">
                        <LinkButton href="done.html" tone=Tone::Primary icon="print">
                            "打印"
                        </LinkButton>
                        <LinkButton href="form.html">"取消预订"</LinkButton>
                    </div>
                </div>
            </div>
        </main>
    }
}
