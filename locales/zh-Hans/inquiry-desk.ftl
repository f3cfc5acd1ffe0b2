# 值班台：咨询的看板、工作日历与承诺、常用回复、转接单。

supervise-ways = 咨询管理
supervise-queue = 队列
supervise-board = 看板
supervise-calendar = 日历与承诺
supervise-replies = 常用回复

## 看板

board-title = 咨询看板
board-lede = 按部门、按人看待答的咨询：哪些快到时限，哪些已经超时。点数字进入队列。
board-departments = 按部门
board-persons = 按经办人
board-who = 部门或经办人
board-open = 待答
board-risk = 快到时限
board-broken = 已超时
board-waiting = 等客人
board-total = 合计
board-count = { $who }：{ $what } { $count } 条
board-empty = 现在没有待答的咨询
board-empty-text = 有新的咨询进来，这里会按部门和经办人列出。

## 工作日历

calendar-title = 工作日历与承诺
calendar-lede = 答复的时限只在工作时间里计算。改动先看影响，再发布。
calendar-form = 工作时间
calendar-windows = 每天的工作时段
calendar-windows-hint = 例如 09:00-12:00, 13:00-18:00；中间空出来的是午休。
calendar-weekdays = 每周的工作日
calendar-holidays = 放假
calendar-holidays-hint = 每行一个日期或一段日期，后面写名称，例如 2026-10-01..2026-10-07 国庆节。
calendar-workdays = 调休上班
calendar-workdays-hint = 写法相同，例如 2026-10-10 国庆节调休。
calendar-preview = 查看影响
calendar-effect = 这样改会怎样
calendar-same = 共有 { $owed } 条咨询没有结束，时限都不变。
calendar-changes = 共有 { $owed } 条咨询没有结束，其中 { $changed } 条的时限会变。
calendar-breaks = 有 { $broken } 条会立刻变成超时。
calendar-first = 下面列出前 { $count } 条。
calendar-case = 咨询
calendar-before = 现在的时限
calendar-after = 改后的时限
calendar-no-due = 无
calendar-publish-title = 发布这份日历
calendar-publish-text = 发布后，没有结束的咨询马上按新日历重新计算时限；已经答复的不受影响。
calendar-publish = 发布日历
calendar-published = 日历已发布，时限已重新计算。
calendar-why = 原因
calendar-days = 放假与调休
calendar-year = { $year } 年
calendar-span = { $first } 至 { $last }
calendar-works = 调休上班
calendar-no-days = 没有登记放假的日子。
calendar-unannounced = { $year } 年的调休安排还没有公布，暂时按平日的工作日计算。公布后请补上。

promise-title = 对客人的承诺
promise-lede = 从发布时起提出的咨询按新的承诺；已经提出的，承诺不变。
promise-day = 时限以工作分钟计，一个工作日是 { $minutes } 分钟。
promise-first = 首次回应（工作分钟）
promise-simple = 一般问题的答复（工作分钟）
promise-complex = 复杂问题的答复（工作分钟）
promise-urgent = 加急的时限是平时的百分之几
promise-leg = 转接给一个部门的时间（工作分钟）
promise-remind = 到期前多久提醒（工作分钟）
promise-reopen-days = 答复后可以重新打开的天数
promise-rating-days = 可以评价的天数
promise-rating-again = 几天后再请客人评价一次
promise-publish = 发布承诺
promise-published = 新的承诺已生效，只用于今后提出的咨询。

## 常用回复

replies-title = 常用回复
replies-lede = 回复时一键插入，按客人的字体显示。只写一种字体也可以，另一种自动转换。
replies-new = 新建常用回复
replies-edit = 编辑常用回复
replies-back = 返回列表
replies-none = 还没有常用回复
replies-column-title = 标题
replies-column-text = 内容
replies-column-state = 状态
replies-on = 使用中
replies-off = 已停用
replies-title-hans = 标题（简体）
replies-title-hant = 标题（繁体）
replies-body-hans = 内容（简体）
replies-body-hant = 内容（繁体）
replies-active = 供同事使用
replies-save = 保存
replies-saved = 已保存。
replies-variables = 内容里可以用的变量
replies-variable-name = 客人的姓名
replies-variable-number = 咨询编号
replies-variable-booking = 订单号；没有关联预订时留空
replies-variable-due = 承诺的时间
replies-variable-staff = 回复人的姓名

## 转接单

slip-title = 客户咨询转接单
slip-back = 返回咨询
slip-customer = 客户资料
slip-asked-at = 提出时间
slip-due = 对客人的承诺
slip-question = 咨询内容
slip-legs = 转接记录
slip-leg = 第 { $count } 次转接
slip-from = 转出
slip-to = 转至
slip-contact = 联系方式
slip-at = 转接时间
slip-why = 转接原因
slip-given = 限时（工作时间）
slip-by = { $time } { $who }
slip-accepted = 接收
slip-not-accepted = 尚未接收
slip-returned = 退回
slip-said = 处理经过
slip-blank = 这条咨询还没有转接过，以下留空供手工填写。
slip-signatures = 签字
slip-sign-from = 转出人
slip-sign-to = 接收人
slip-sign-date = 日期
slip-sign-result = 处理结果
