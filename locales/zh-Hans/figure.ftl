# 咨询指标（figure-）与答复抽查（sample-）。

desk-room-figures = 指标
figure-title = 咨询指标
figure-query = 选择统计范围
figure-go = 查看
figure-from = 起始日期
figure-until = 截止日期
figure-by = 统计单位
figure-by-day = 按日
figure-by-week = 按周
figure-by-month = 按月
figure-department = 部门
figure-all = 全部部门
figure-usual = 常用范围
figure-usual-day = 最近 30 天
figure-usual-week = 最近 12 周
figure-usual-month = 最近 12 个月
figure-days = { $from } 至 { $until }
figure-csv = 下载表格（CSV）

## 概览

figure-rounds = 咨询量
figure-count = { $count } 件
figure-first = 首次回应及时率
figure-answer = 答复及时率
figure-right = 答复准确率
figure-satisfied = 满意度
figure-average = 平均处理时长
figure-average-note = 工作时间，不含等客人补充
figure-made-of = { $part } / { $whole }
figure-made-of-title = 件数
figure-note = { $made } 件，目标 { $target }%
figure-compared = 对比前期：{ $before }
figure-same = 与前期相同
figure-nothing-before = 没有可比的数据
figure-more-rounds = 比前期多 { $count } 件
figure-fewer-rounds = 比前期少 { $count } 件
figure-more-points = 比前期高 { $points } 个百分点
figure-fewer-points = 比前期低 { $points } 个百分点
figure-longer = 比前期长 { $time }
figure-shorter = 比前期短 { $time }
figure-none = 这段时间没有咨询
figure-none-hint = 可以换一段日期，或选择全部部门。
figure-meaning = 每次提问算一件，重新打开的另算一件，连同它的结果都计入提问当天。还没到期的不算及时，也不算超时；客人自己结束的，超时的才计入。准确率按抽查结果计算，满意度是“非常满意”和“满意”占已评价的比例。百分比只舍不入。

## 图表

figure-over-time = 走势
figure-table = 查看数据表
figure-when = 时间
figure-volume = 咨询量与答复情况
figure-volume-desc = 共 { $total } 件，最多的一格 { $most } 件。
figure-answer-kept = 及时答复
figure-answer-broken = 超时答复
figure-unsettled = 未到期或客人结束
figure-kept = 及时率
figure-rate-desc = 整段时间：{ $rates }；目标 { $target }%。
figure-target = 目标 { $target }%
figure-about = 热点与时长
figure-topics = 热点问题
figure-topics-desc = 问得最多的是{ $topic }。
figure-topic = 类别
figure-rounds-before = 前期咨询量
figure-spread = 处理时长分布
figure-spread-desc = 平均 { $average }。
figure-within = { $time }以内
figure-beyond = 超过 { $time }
figure-took = 处理时长
figure-answered = 已答复
figure-departments = 各部门
figure-blames = 超时责任
figure-no-blames = 这段时间没有超时。
figure-holder = 用时最长的一方

## 表格文件的列

figure-what = 项目
figure-first-kept = 及时首次回应
figure-first-broken = 超时首次回应
figure-judged = 已抽查
figure-accurate = 答复准确
figure-total = 合计

## 答复抽查

sample-title = 答复抽查
sample-draw = 抽取样本
sample-draw-lede = 从这段日期提出、已由员工答复的咨询里随机抽取；抽查过的不会再抽到。日期不填就是最近 30 天。
sample-size = 抽取件数
sample-draw-go = 随机抽取
sample-drawn = 已抽取的样本
sample-none = 还没有抽取过样本。
sample-when = 抽取时间
sample-span = 咨询日期
sample-by = 抽取人
sample-judged = 已审核
sample-progress = 已审核 { $judged } / { $size } 件
sample-rate = 准确率 { $rate }
sample-one = 答复抽查（{ $span }）
sample-own = 有 { $count } 件是您自己答复的，须由另一位主管审核。
sample-done = 这个样本已经全部审核
sample-result = 准确率 { $rate }，已计入咨询指标。
sample-ours = 我们
sample-round = 第 { $round } 次提问
sample-verdict = 审核结论
sample-why = 说明
sample-why-hint = 判为不准确时必须写明哪里不对，正确的是什么。
sample-judge-go = 提交结论，看下一件
sample-judge = 审核人
sample-none-judged = 还没有审核。
verdict-accurate = 准确
verdict-inaccurate = 不准确
