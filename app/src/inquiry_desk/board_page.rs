//! The board: what is owed, what is about to be late and what is, by department and by person (A3).

use domain::case::BoardLine;
use i18n::{Script, t, text};
use leptos::prelude::*;
use ui::{DataTable, EmptyState, Section, Tag, Tone};

use super::{Ways, api::board};
use crate::{
    Viewer,
    desk::{Room, entered, instead},
    inquiry::{Live, holder_text},
};

/// `/desk/inquiries/board`
#[component]
pub fn BoardPage() -> impl IntoView {
    view! {
        <Suspense>
            {Suspend::new(async move {
                let script = Viewer::current().script;
                let card = match entered().await {
                    Ok(card) => card,
                    Err(view) => return view,
                };
                let role = card.role;
                match board().await {
                    Ok(lines) => {
                        let stream = format!("/{script}/live/desk");
                        view! {
                            <Room card=card title=t!(script, "board-title")>
                                <Ways role=role />
                                <p class="muted">{t!(script, "board-lede")}</p>
                                <Live stream=stream keep=String::new() offer=String::new()>
                                    <div data-live-part="board" class="stack">
                                        <Board lines=lines />
                                    </div>
                                </Live>
                            </Room>
                        }
                            .into_any()
                    }
                    Err(error) => instead(error),
                }
            })}
        </Suspense>
    }
}

#[component]
fn Board(lines: Vec<BoardLine>) -> impl IntoView {
    let script = Viewer::current().script;
    if lines.is_empty() {
        return view! {
            <EmptyState icon="check" title=t!(script, "board-empty")>
                <p>{t!(script, "board-empty-text")}</p>
            </EmptyState>
        }
        .into_any();
    }
    let (departments, persons): (Vec<_>, Vec<_>) = lines.into_iter().partition(|line| line.holder.is_some());
    let part = |title: String, lines: Vec<BoardLine>| {
        view! {
            <Section title=title.clone()>
                <Table caption=title lines=lines />
            </Section>
        }
    };
    view! {
        {part(t!(script, "board-departments"), departments)}
        {part(t!(script, "board-persons"), persons)}
    }
    .into_any()
}

#[component]
fn Table(caption: String, lines: Vec<BoardLine>) -> impl IntoView {
    let script = Viewer::current().script;
    let head = ["board-who", "board-open", "board-risk", "board-broken", "board-waiting"];
    let sum = sum(&lines);
    let mut rows: Vec<_> = lines.iter().map(|line| cells(script, who(script, line), line)).collect();
    rows.push(cells(script, t!(script, "board-total"), &sum));
    view! { <DataTable caption=caption head=head.map(|id| text(script, id)).to_vec() rows=rows /> }
}

fn who(script: Script, line: &BoardLine) -> String {
    match &line.holder {
        Some(holder) => holder_text(script, holder),
        None if line.person.is_empty() => t!(script, "queue-nobody"),
        None => line.person.clone(),
    }
}

fn sum(lines: &[BoardLine]) -> BoardLine {
    let none = BoardLine { holder: None, person: String::new(), open: 0, risk: 0, broken: 0, waiting: 0 };
    lines.iter().fold(none, |sum, line| BoardLine {
        open: sum.open + line.open,
        risk: sum.risk + line.risk,
        broken: sum.broken + line.broken,
        waiting: sum.waiting + line.waiting,
        ..sum
    })
}

fn cells(script: Script, who: String, line: &BoardLine) -> Vec<AnyView> {
    let number = |count: u32, tab: &str, what: &str, tone: Option<Tone>| {
        if count == 0 {
            return view! { <span class="muted">"0"</span> }.into_any();
        }
        let href = Viewer::current().to(&format!("/desk/inquiries?tab={tab}"));
        let label = t!(script, "board-count", who = who.as_str(), what = text(script, what), count = count);
        let shown = match tone {
            Some(tone) => view! { <Tag tone=tone>{count.to_string()}</Tag> }.into_any(),
            None => count.to_string().into_any(),
        };
        view! {
            <a class="number" href=href aria-label=label>
                {shown}
            </a>
        }
        .into_any()
    };
    vec![
        view! { <strong>{who.clone()}</strong> }.into_any(),
        number(line.open, "open", "board-open", None),
        number(line.risk, "open", "board-risk", Some(Tone::Warn)),
        number(line.broken, "open", "board-broken", Some(Tone::Bad)),
        number(line.waiting, "waiting", "board-waiting", None),
    ]
}
