# 諮詢指標（figure-）與答覆抽查（sample-）。

desk-room-figures = 指標
figure-title = 諮詢指標
figure-query = 選擇統計範圍
figure-go = 查看
figure-from = 起始日期
figure-until = 結束日期
figure-by = 統計單位
figure-by-day = 按日
figure-by-week = 按週
figure-by-month = 按月
figure-department = 部門
figure-all = 全部部門
figure-usual = 常用範圍
figure-usual-day = 最近 30 天
figure-usual-week = 最近 12 週
figure-usual-month = 最近 12 個月
figure-days = { $from } 至 { $until }
figure-csv = 下載表格（CSV）

## 總覽

figure-rounds = 諮詢量
figure-count = { $count } 件
figure-first = 首次回應準時率
figure-answer = 答覆準時率
figure-right = 答覆正確率
figure-satisfied = 滿意度
figure-average = 平均處理時間
figure-average-note = 上班時間，不含等客人補充
figure-made-of = { $part } / { $whole }
figure-made-of-title = 件數
figure-note = { $made } 件，目標 { $target }%
figure-compared = 對比前期：{ $before }
figure-same = 與前期相同
figure-nothing-before = 沒有可比較的資料
figure-more-rounds = 比前期多 { $count } 件
figure-fewer-rounds = 比前期少 { $count } 件
figure-more-points = 比前期高 { $points } 個百分點
figure-fewer-points = 比前期低 { $points } 個百分點
figure-longer = 比前期長 { $time }
figure-shorter = 比前期短 { $time }
figure-none = 這段時間沒有諮詢
figure-none-hint = 可以換一段日期，或選擇全部部門。
figure-meaning = 每次提問算一件，重新開啟的另計一件，連同結果都計入提問當天。尚未到期的不算準時，也不算逾時；客人自行結束的，逾時的才計入。正確率依抽查結果計算，滿意度是「非常滿意」與「滿意」占已評價的比例。百分比無條件捨去。

## 圖表

figure-over-time = 走勢
figure-table = 查看資料表
figure-when = 時間
figure-volume = 諮詢量與答覆情形
figure-volume-desc = 共 { $total } 件，最多的一格 { $most } 件。
figure-answer-kept = 準時答覆
figure-answer-broken = 逾時答覆
figure-unsettled = 未到期或客人結束
figure-kept = 準時率
figure-rate-desc = 整段時間：{ $rates }；目標 { $target }%。
figure-target = 目標 { $target }%
figure-about = 熱門問題與時間
figure-topics = 熱門問題
figure-topics-desc = 問得最多的是{ $topic }。
figure-topic = 類別
figure-rounds-before = 前期諮詢量
figure-spread = 處理時間分布
figure-spread-desc = 平均 { $average }。
figure-within = { $time }以內
figure-beyond = 超過 { $time }
figure-took = 處理時間
figure-answered = 已答覆
figure-departments = 各部門
figure-blames = 逾時責任
figure-no-blames = 這段時間沒有逾時。
figure-holder = 用時最長的一方

## 表格檔案的欄位

figure-what = 項目
figure-first-kept = 準時首次回應
figure-first-broken = 逾時首次回應
figure-judged = 已抽查
figure-accurate = 答覆正確
figure-total = 合計

## 答覆抽查

sample-title = 答覆抽查
sample-draw = 抽取樣本
sample-draw-lede = 從這段日期提出、已由員工答覆的諮詢中隨機抽取；抽查過的不會再抽到。日期不填就是最近 30 天。
sample-size = 抽取件數
sample-draw-go = 隨機抽取
sample-drawn = 已抽取的樣本
sample-none = 還沒有抽取過樣本。
sample-when = 抽取時間
sample-span = 諮詢日期
sample-by = 抽取人
sample-judged = 已審核
sample-progress = 已審核 { $judged } / { $size } 件
sample-rate = 正確率 { $rate }
sample-one = 答覆抽查（{ $span }）
sample-own = 有 { $count } 件是您自己答覆的，須由另一位主管審核。
sample-done = 這個樣本已經全部審核
sample-result = 正確率 { $rate }，已計入諮詢指標。
sample-ours = 我們
sample-round = 第 { $round } 次提問
sample-verdict = 審核結論
sample-why = 說明
sample-why-hint = 判為不正確時必須寫明哪裡不對，正確的是什麼。
sample-judge-go = 送出結論，看下一件
sample-judge = 審核人
sample-none-judged = 還沒有審核。
verdict-accurate = 正確
verdict-inaccurate = 不正確
