# 柜台：员工登录、当日预订、订单详情（desk-），员工职务（role-）。

desk-title = 预订柜台
desk-sign-out = 退出登录

## 员工登录

desk-login-title = 员工登录
desk-login-lede = 仅供悦订员工使用。连续输错多次会暂停登录一段时间。
desk-login-name = 员工账号
desk-login-guest = 您是客人？
desk-login-member = 前往会员登录

## 查找

desk-search = 查找预订
desk-search-go = 查找
desk-day = 日期
desk-q = 订单号、姓名或电话
desk-q-hint = 填写后在所有日期中查找
desk-kind = 类别
desk-kind-all = 全部类别

## 当日预订

desk-days = 切换日期
desk-day-before = 前一天
desk-today = 今天
desk-day-after = 后一天
desk-count-stay = 入住 { $count } 单
desk-count-venue = 到场 { $count } 批
desk-count-trip = 乘车 { $count } 人
desk-total = 共 { $total } 单
desk-found = “{ $words }”的查找结果
desk-all-days = 查找范围是所有日期。
desk-to-today = 回到今天的预订
desk-none = 这一天没有预订
desk-none-hint = 可以切换到前后日期，或按订单号、姓名、电话查找。
desk-none-found = 没有找到符合的预订
desk-none-found-hint = 请核对订单号或电话，也可以只填姓名的一部分。
desk-column-time = 时间
desk-column-number = 订单号
desk-column-what = 预订内容
desk-column-units = 数量
desk-column-name = 姓名
desk-column-phone = 电话
desk-column-status = 状态
desk-units-stay = { $units } 间，{ $heads } 人
desk-units-venue = { $heads } 人
desk-units-trip = { $units } 座

## 订单详情

desk-booking = 订单 { $number }
desk-back = 返回当日预订
desk-call = 致电客人

## 职务

role-agent = 预订专员
role-confirmation = 确认专员
role-service = 客服专员
role-supervisor = 主管
role-finance = 财务
role-administration = 行政
role-manager = 总经理
role-admin = 系统管理员

## 各处

desk-rooms = 柜台页面
desk-room-day = 当日预订
desk-room-payments = 款项
desk-room-notices = 通知
desk-room-jobs = 后台任务
desk-nothing = 没有待办
desk-decision = 处理
desk-trouble = 情况

## 款项

desk-payments = 款项
desk-due = 待收款
due-for-booking = 预订
due-for-change = 变更差价
due-for-fee = 取消手续费
due-no-end = 无期限
desk-stuck = 待核实的付款
desk-refunds = 待退款
desk-refunds-done = 最近七天已退款
desk-column-until = 期限
desk-column-since = 起始
desk-asked = 应付
desk-came = 实收
desk-amount = 金额（元）
desk-reason = 原因
desk-how = 处理方式
desk-why = 处理理由
desk-decide = 核实处理
desk-decide-go = 提交处理
desk-waits-for-finance = 等待主管或财务处理
desk-by-itself = 由支付机构自动退回
desk-pay-out = 人工退款
desk-pay-out-go = 登记已退款
desk-check = 核对无误
desk-release = 放款
desk-send-back = 退回核对
desk-send-back-go = 退回主管
desk-question = 财务疑问：{ $why }
desk-waits-check = 等待主管核对
desk-waits-release = 等待财务放款
desk-collected = 员工收款核对与入账
desk-column-by = 经手人与单据
collection-asked = 等待主管核对
collection-checked = 已核对，等待财务入账
desk-take = 确认入账
desk-retry = 让支付机构重试
desk-slip = 单据号
desk-slip-hint = 转账必须填写；柜台收款可以不填。
desk-record = 登记收款
desk-record-go = 登记收款并确认预订
resolution-accept = 收下并确认预订，多出的退回
resolution-return = 全部退回
resolution-forget = 没有收到款，关闭
trouble-amount = 金额与应付不符
trouble-currency = 币种不符，未入账
trouble-absurd = 金额不可信，未入账
trouble-silent = 支付机构没有给出结果
trouble-refund = 支付机构拒绝退款
desk-known = 付款 { $number }，{ $time } 开始
desk-refund-overdue = 已超过承诺时间
desk-tried = 已尝试 { $count } 次 { $trouble }
desk-sum = 金额

## 通知与后台任务

desk-notices = 通知
desk-jobs = 后台任务
notice-sent = 最近 24 小时已送达 { $count } 条
notice-dead = 未能送达
notice-waiting = 等待重试
notice-topic = 内容
notice-to = 发往
notice-tries = 次数
notice-resend = 重新发送
undelivered-internal = 系统内部错误
undelivered-no-address = 收件地址无效
undelivered-no-answer = 对方没有回应
undelivered-no-connection = 连接不上
undelivered-no-encryption = 对方不支持加密
undelivered-no-sense = 对方的回应无法理解
undelivered-nobody-there = 没有配置这个发送渠道
undelivered-void = 内容已经不再适用
undelivered-worker-lost = 发送途中中断，不确定是否送达
topic-placed = 下单通知
topic-confirmed = 预订确认
topic-expired = 保留到期
topic-changed = 变更通知
topic-changing = 变更待付
topic-unchanged = 变更未生效
topic-cancelled = 取消通知
topic-divided = 订单拆分
topic-invoiced = 发票通知
topic-returned = 退款登记
topic-refunded = 退款完成
topic-asked = 咨询收到
topic-answered = 咨询回复
topic-question = 咨询待补充
topic-handed = 咨询转接
topic-postponed = 咨询延期
topic-rate = 请求评价
topic-reminder = 行前提醒
channel-mail = 邮件
channel-sms = 短信
channel-inbox = 站内消息
job-column-job = 任务
job-column-every = 间隔
job-column-ended = 上次完成
job-column-done = 处理数
job-column-lag = 延迟
job-column-state = 状态
job-never = 还没有运行
job-every = 每 { $seconds } 秒
job-lag = { $seconds } 秒
job-well = 正常
job-failed = 连续失败 { $count } 次
job-holds = 释放到期的保留
job-payments = 查询付款结果
job-refunds = 办理退款
job-notices = 发送通知
job-reminders = 行前提醒
job-promises = 照看咨询时限
job-leftovers = 清理过期数据

## 规则

desk-room-policies = 规则
desk-policies = 取消与变更规则
policies-lede = 每条规则按版本生效。已售出的预订始终按下单时的版本，不受修改影响。
list-comma = 、
policy-column-version = 现行版本
policy-column-next = 下一版本
policy-column-offers = 适用产品
policy-next = { $version }，{ $day } 起
policy-no-offers = 暂无产品
policy-title = { $kind }规则 { $version }
policy-back = 全部规则
policy-new = 拟订新版本
policy-version = 版本号
policy-from = 生效日期
policy-tiers = 取消退款档次
policy-tiers-hint = 提前小时数由大到小，退款比例不能越晚越高；不用的行留空。最后一档之后不退。
policy-row-1 = 第 1 档
policy-row-2 = 第 2 档
policy-row-3 = 第 3 档
policy-row-4 = 第 4 档
policy-row-5 = 第 5 档
policy-row-6 = 第 6 档
policy-tier-hours = 第 { $row } 档：提前（小时）
policy-tier-percent = 第 { $row } 档：退款（%）
policy-tier = 提前 { $hours } 小时退 { $percent }%
policy-no-tiers = 不退款
policy-minimum-fee = 未全额退款时至少收取（元）
policy-change = 变更
policy-change-hours = 变更须提前（小时）
policy-change-fee = 每次改期收取（元）
policy-change-price = 改期后的价格
policy-price-any = 不限，多退少补
policy-price-least = 不得低于原价
policy-price-same = 须与原价相同
policy-relief = 代替手续费
policy-voucher-percent = 手续费换抵用券（%，0 为不提供）
policy-voucher-days = 抵用券有效（天）
policy-voucher-single = 抵用券限用一次
policy-move-days = 免费改期最多往后（天，0 为不提供）
policy-hold = 保留未付款的预订
policy-hold-minutes = 在线付款保留（分钟）
policy-extend-minutes = 可延长一次（分钟）
policy-counter-hours = 柜台付款保留（小时）
policy-counter-close-hours = 柜台付款最晚提前（小时）
policy-preview = 试算过去的影响
policy-publish-title = 发布前请再核对一遍
policy-publish-text = 从生效日期起，新的预订按这个版本；已售出的不变。
policy-publish = 发布这个版本
policy-versions = 版本
policy-standing-past = 已停用
policy-standing-current = 现行
policy-standing-coming = 待生效
policy-rest = 其他
policy-by = 发布人与理由
policy-offers = 适用产品
policy-split = 单独设定规则
replay-title = 按拟订版本重算最近 { $days } 天
replay-lede = 把这段时间里真实发生的取消和变更，分别按各自当时的规则和拟订的规则算一遍。
replay-column-what = 事项
replay-column-cases = 笔数
replay-column-dearer = 客人多付
replay-column-cheaper = 客人少付
replay-column-refused = 不再允许
replay-column-was = 原来收取
replay-column-would-be = 拟订收取
replay-column-difference = 相差
replay-column-at = 时间
replay-cancelled = 取消
replay-changed = 变更
replay-refused = 不再允许
replay-most = 相差最大的几笔
replay-same = 没有一笔会有不同。
replay-left-out = 另有 { $count } 笔较早的取消或变更没有计入。
replay-untold = 另有 { $count } 笔变更没有留下原来的内容，没有计入。

## 发票

desk-room-invoices = 发票
desk-invoices = 发票
invoices-asked = 待开具
invoices-wrong = 金额有变，须更正
invoices-issued = 最近三十天已开具
invoice-decide = 办理
invoice-issue = 登记已开具
invoice-refuse = 不能开具
invoice-refuse-why = 不能开具的原因（客人会看到）
invoice-correct = 登记已红冲
invoice-correct-code = 红字发票号码
invoice-differs = 票面 { $amount }，现在应为 { $net }
