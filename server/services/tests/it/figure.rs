//! Figures of inquiries (C11): rates counted by hand, and counted anew one by one; borders of days, weeks and months.

use chrono::NaiveDate;
use domain::{
    Rule,
    case::{Category, Deed, Department, Holder},
    desk::Role,
    figure::{By, FigureForm, FigureQuery, Share, Span, Tally},
    time::{day_of, from_micros, to_micros},
};
use entity::case_round;
use i18n::Script;
use sea_orm::{ActiveValue::Set, ConnectionTrait as _, EntityTrait as _};
use services::{Cx, figure};

use crate::{
    desk_talk::Desk,
    people::{colleague, refusal},
    util::{self, House, on_both},
};

fn query(from: &str, until: &str, by: By) -> FigureQuery {
    let span = Span { from: from.parse().unwrap(), until: until.parse().unwrap() };
    FigureQuery { span, by, department: None }
}

/// Rounds of two days, a dozen ways to go.
async fn two_days(desk: &Desk) {
    desk.at("2026-11-22T23:30");
    let sunday = desk.asks("asdf").await;
    desk.at("2026-11-23T09:30");
    desk.answers(&desk.chen, &sunday).await;
    desk.at("2026-11-23T10:00");
    let [quick, slow, late, later] = desk.ask_four().await;
    let (given_up, waited, handed) = (desk.asks("asdf").await, desk.asks("asdf").await, desk.asks("几点发车").await);
    desk.at("2026-11-23T10:05");
    desk.says(&desk.chen, &handed, Deed::Replied).await;
    desk.hands(&handed, Department::Coach).await;
    desk.at("2026-11-23T10:20");
    desk.closes(&given_up).await;
    desk.at("2026-11-23T10:30");
    desk.answers(&desk.chen, &quick).await;
    desk.says(&desk.chen, &slow, Deed::Replied).await;
    desk.at("2026-11-23T10:50");
    desk.answers(&desk.lin, &handed).await;
    desk.at("2026-11-23T11:30");
    desk.answers(&desk.chen, &late).await;
    desk.closes(&waited).await;
    desk.at("2026-11-23T12:00");
    desk.answers(&desk.chen, &slow).await;
    for (question, level) in [(&quick, 5), (&slow, 4), (&late, 2)] {
        desk.rates(question, level).await;
    }
    desk.at("2026-11-23T17:30");
    desk.asks("asdf").await;
    desk.at("2026-11-24T09:00");
    let back = desk.asks("asdf").await;
    desk.writes(&quick).await;
    desk.at("2026-11-24T09:10");
    desk.says(&desk.chen, &back, Deed::Asked).await;
    desk.at("2026-11-24T09:30");
    desk.asks("asdf").await;
    desk.answers(&desk.chen, &quick).await;
    desk.at("2026-11-24T10:00");
    desk.answers(&desk.chen, &later).await;
}

#[tokio::test]
async fn rates_are_those_that_are_counted_by_hand() {
    on_both(async |house: House| {
        let desk = Desk::of(house).await;
        two_days(&desk).await;
        let page =
            figure::figures(&desk.house.cx, &desk.wang, &query("2026-11-23", "2026-11-24", By::Day)).await.unwrap();
        let monday = Tally {
            rounds: 8,
            // The one that its customer closed after twenty minutes is in neither.
            first_kept: 3,
            // Two words too late, one question given up when the hour was over, and one that nobody has touched since.
            first_broken: 4,
            answer_kept: 4,
            answer_broken: 1,
            ratings: [0, 1, 0, 1, 1],
            answered: 5,
            minutes: 30 + 120 + 90 + 480 + 50,
            ..Tally::default()
        };
        let tuesday = Tally { rounds: 3, first_kept: 2, answer_kept: 1, answered: 1, minutes: 30, ..Tally::default() };
        assert_eq!(page.lines.iter().map(|line| line.tally).collect::<Vec<_>>(), [monday, tuesday]);
        assert_eq!(page.total, monday + tuesday);
        assert_eq!((page.earlier.rounds, page.earlier.first_kept, page.earlier.answered), (1, 1, 1), "Sunday's");
        assert_eq!(page.spread, [2, 1, 2, 0, 1, 0, 0]);
        assert_eq!(page.blames, [(Holder::Department(Department::Service), 3)]);
        let topics: Vec<_> = page.topics.iter().map(|it| (it.category, it.tally.rounds, it.earlier)).collect();
        assert_eq!(topics, [(Category::Other, 10, 1), (Category::Trip, 1, 0)]);
        let departments: Vec<_> = page.departments.iter().map(|(it, tally)| (*it, tally.rounds)).collect();
        assert_eq!(departments, [(Department::Service, 10), (Department::Coach, 1)]);
    })
    .await;
}

#[tokio::test]
async fn one_departments_figures_are_its_own() {
    on_both(async |house: House| {
        let desk = Desk::of(house).await;
        two_days(&desk).await;
        let coach = FigureQuery { department: Some(Department::Coach), ..query("2026-11-22", "2026-11-24", By::Week) };
        let page = figure::figures(&desk.house.cx, &desk.wang, &coach).await.unwrap();
        assert_eq!(page.lines.iter().map(|line| line.tally.rounds).collect::<Vec<_>>(), [0, 1]);
        assert_eq!((page.total.rounds, page.total.answer(), page.blames.len()), (1, Share { part: 1, whole: 1 }, 0));
        assert_eq!(page.total.satisfied().percent(), None, "nobody has rated it");
    })
    .await;
}

#[tokio::test]
async fn days_weeks_and_months_begin_at_the_houses_midnight() {
    on_both(async |house: House| {
        let desk = Desk::of(house).await;
        for at in ["2026-11-29T23:59", "2026-11-30T00:00", "2026-11-30T23:59", "2026-12-01T00:00", "2026-12-02T12:00"] {
            desk.at(at);
            desk.asks("asdf").await;
        }
        let counted = async |by| {
            let page =
                figure::figures(&desk.house.cx, &desk.wang, &query("2026-11-28", "2026-12-02", by)).await.unwrap();
            page.lines.iter().map(|line| line.tally.rounds).collect::<Vec<_>>()
        };
        assert_eq!(counted(By::Day).await, [0, 1, 2, 1, 1]);
        assert_eq!(counted(By::Week).await, [1, 4]);
        assert_eq!(counted(By::Month).await, [3, 2]);
    })
    .await;
}

#[tokio::test]
async fn figures_are_for_those_who_lead_and_answer() {
    on_both(async |house: House| {
        let desk = Desk::of(house).await;
        let asked = query("2026-11-23", "2026-11-23", By::Day);
        let cx = &desk.house.cx;
        let page = figure::figures(cx, &desk.chen, &asked).await.unwrap();
        assert_eq!((page.total, page.topics.len(), page.departments.len()), (Tally::default(), 0, 0));
        let (_, sun) = colleague(cx, "sun", Role::Finance).await;
        assert_eq!(refusal(figure::figures(cx, &sun, &asked).await), Rule::Forbidden);
        assert_eq!(refusal(figure::csv(cx, &sun, Script::Hans, &asked).await), Rule::Forbidden);
        assert_eq!(refusal(figure::samples(cx, &desk.chen).await), Rule::Forbidden);
    })
    .await;
}

#[tokio::test]
async fn a_table_has_a_line_for_each_part_department_and_topic() {
    on_both(async |house: House| {
        let desk = Desk::of(house).await;
        two_days(&desk).await;
        let asked = FigureForm { from: "2026-11-23".to_owned(), ..FigureForm::default() };
        let asked = asked.parse(desk.house.cx.today()).unwrap();
        let table = figure::csv(&desk.house.cx, &desk.wang, Script::Hant, &asked).await.unwrap();
        let lines: Vec<Vec<&str>> = table.lines().map(|line| line.split(',').collect()).collect();
        assert!(table.starts_with('\u{feff}') && table.ends_with("\r\n"));
        assert_eq!(lines.len(), 1 + 2 + 2 + 2 + 1, "{table}");
        assert!(lines.iter().all(|line| line.len() == 22), "{table}");
        assert_eq!(lines[1][1..6], ["2026-11-23", "8", "3", "4", "42.8"]);
        assert_eq!(lines[7][2..11], ["11", "5", "4", "55.5", "5", "1", "83.3", "6", "133"]);
        assert!(!table.contains('\u{27e6}'), "a text is missing: {table}");
    })
    .await;
}

/// What the statements count, counted one by one.
fn counted(rounds: &[case_round::ActiveModel], span: Span, now: i64) -> Tally {
    let mut sum = Tally::default();
    for row in rounds.iter().cloned() {
        let row = sea_orm::TryIntoModel::try_into_model(row).unwrap();
        if !(span.from..=span.until).contains(&day_of(from_micros(row.opened_at))) || row.kind != "inquiry" {
            continue;
        }
        let by_customer = row.closed_by == "customer";
        let unspoken = row.first_at.is_none() || (by_customer && row.first_at == row.answered_at);
        let late = |due: Option<i64>| due.is_some_and(|due| due < now);
        let first_broken = row.first_broken || (row.first_at.is_none() && late(row.first_due));
        let answer_broken = row.answer_broken || (row.closed_by.is_empty() && late(row.answer_due));
        let answered = row.closed_by == "staff" && row.minutes.is_some();
        let mut one = Tally {
            rounds: 1,
            first_kept: u32::from(!row.first_broken && !unspoken),
            first_broken: u32::from(first_broken),
            answer_kept: u32::from(row.closed_by == "staff" && !row.answer_broken),
            answer_broken: u32::from(answer_broken),
            answered: u32::from(answered),
            minutes: if answered { u64::try_from(row.minutes.unwrap_or(0)).unwrap() } else { 0 },
            ..Tally::default()
        };
        if let Some(level) = row.rating {
            one.ratings[usize::try_from(level - 1).unwrap()] = 1;
        }
        sum += one;
    }
    sum
}

/// A round that may have gone in any way.
fn any_round(case_id: i64, round: i32, from: NaiveDate) -> case_round::ActiveModel {
    let pick = |sides: i64| rand::random_range(0..sides);
    let (start, _) = Span { from, until: from }.instants();
    let opened = to_micros(start) + pick(40 * 86_400_000_000);
    let some = |after: i64| (pick(3) > 0).then_some(opened + pick(after));
    let closed_by = ["", "staff", "staff", "customer"][usize::try_from(pick(4)).unwrap()];
    let answered = (!closed_by.is_empty()).then_some(opened + pick(5 * 3_600_000_000));
    let first = if closed_by == "customer" && pick(2) > 0 { answered } else { some(5_000_000_000) };
    let word = |text: &str| Set(text.to_owned());
    case_round::ActiveModel {
        id: Set(i64::from(round) + 1_000),
        case_id: Set(case_id),
        round: Set(round),
        kind: word(if pick(8) == 0 { "complaint" } else { "inquiry" }),
        category: word(Category::ALL[usize::try_from(pick(7)).unwrap()].as_str()),
        level: word("simple"),
        department: word(Department::ALL[usize::try_from(pick(7)).unwrap()].as_str()),
        staff_id: Set(None),
        opened_at: Set(opened),
        first_due: Set(some(9_000_000_000)),
        first_at: Set(first),
        first_broken: Set(pick(4) == 0),
        answer_due: Set(some(20_000_000_000)),
        answered_at: Set(answered),
        answer_broken: Set(pick(4) == 0),
        blame: word(""),
        closed_by: word(closed_by),
        minutes: Set(answered.map(|_| i32::try_from(pick(2_000)).unwrap())),
        rating: Set((closed_by == "staff" && pick(2) > 0).then(|| i32::try_from(pick(5) + 1).unwrap())),
        rating_why: word(""),
        rated_at: Set(None),
    }
}

#[tokio::test]
async fn what_the_database_counts_is_what_is_counted_one_by_one() {
    on_both(async |house: House| {
        let desk = Desk::of(house).await;
        let case_id = desk.some_case().await;
        let first = "2026-10-20".parse().unwrap();
        let rounds: Vec<_> = (2..900).map(|round| any_round(case_id, round, first)).collect();
        for some in rounds.chunks(200) {
            case_round::Entity::insert_many(some.to_vec()).exec(&desk.house.db).await.unwrap();
        }
        let now = to_micros(desk.house.cx.now());
        for by in By::ALL {
            let page =
                figure::figures(&desk.house.cx, &desk.wang, &query("2026-10-25", "2026-11-20", *by)).await.unwrap();
            for line in &page.lines {
                assert_eq!(line.tally, counted(&rounds, line.span, now), "{:?}", line.span);
            }
            assert_eq!(page.total, counted(&rounds, page.query.span, now));
            assert_eq!(page.earlier, counted(&rounds, page.before, now));
            assert_eq!(page.departments.iter().map(|(_, tally)| *tally).sum::<Tally>(), page.total);
            assert_eq!(page.topics.iter().map(|topic| topic.tally).sum::<Tally>(), page.total);
            assert_eq!(page.spread.iter().sum::<u32>(), page.total.answered);
        }
    })
    .await;
}

/// Rounds of two years.
const MANY: u32 = 200_000;

async fn fill(cx: &Cx, db: &sea_orm::DatabaseConnection, case_id: i64) {
    let end = to_micros(cx.now());
    let span = 730 * 86_400_000_000_i64;
    // Spread evenly; the numbers mix departments, categories and outcomes without lots.
    let fill = format!(
        "INSERT INTO case_round (case_id, round, kind, category, level, department, opened_at, first_due, first_at, first_broken, \
         answer_due, answered_at, answer_broken, blame, closed_by, minutes, rating, rating_why) \
         WITH RECURSIVE number(n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM number WHERE n <= {MANY}) \
         SELECT {case_id}, n, 'inquiry', \
         CASE n % 7 WHEN 0 THEN 'booking' WHEN 1 THEN 'payment' WHEN 2 THEN 'stay' WHEN 3 THEN 'venue' WHEN 4 THEN 'trip' \
         WHEN 5 THEN 'member' ELSE 'other' END, 'simple', \
         CASE n % 5 WHEN 0 THEN 'booking' WHEN 1 THEN 'coach' WHEN 2 THEN 'rooms' ELSE 'service' END, \
         {end} - ({span} / {MANY}) * ({MANY} + 1 - n) - 1, {end}, {end}, n % 11 = 0, {end}, {end}, n % 13 = 0, \
         CASE WHEN n % 11 = 0 THEN 'service' ELSE '' END, 'staff', n % 900, \
         CASE n % 6 WHEN 0 THEN NULL ELSE n % 6 END, '' FROM number"
    );
    db.execute_unprepared(&fill).await.unwrap();
    db.execute_unprepared("ANALYZE").await.unwrap();
}

#[tokio::test]
async fn two_hundred_thousand_rounds_are_counted_quickly() {
    on_both(async |house: House| {
        let desk = Desk::of(house).await;
        let case_id = desk.some_case().await;
        fill(&desk.house.cx, &desk.house.db, case_id).await;
        let engine = format!("{:?}", desk.house.db.get_database_backend());
        for (what, from, by) in [("30 days", "2026-10-25", By::Day), ("two years", "2024-11-24", By::Week)] {
            let asked = query(from, "2026-11-23", by);
            let (mut best, mut total) = (u128::MAX, 0);
            for _ in 0..3 {
                let began = std::time::Instant::now();
                let page = figure::figures(&desk.house.cx, &desk.wang, &asked).await.unwrap();
                best = best.min(began.elapsed().as_millis());
                total = page.total.rounds;
            }
            assert!(total > if by == By::Day { 8_000 } else { 190_000 }, "{total}");
            let what = format!("figures over {MANY} rounds, {what}, {engine}");
            util::figure(&what, &format!("{best} ms"), "aim 300 ms");
        }
    })
    .await;
}
