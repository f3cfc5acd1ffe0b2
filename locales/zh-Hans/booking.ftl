# 预订：填写、核对、下单、查看、打印。

steps-label = 预订步骤
step-choose = 选择
step-details = 填写
step-check = 核对
step-done = 完成

## 填写

book-title = 填写预订人资料
book-lede = 不需要注册，留下姓名和电话即可。
back-to-offer = 返回产品页
change-wish = 修改日期或人数
hold-until = 现在下单，名额为您保留到 { $time }。
contact-name = 姓名
contact-phone = 手机号码
contact-phone-hint = 用于联系您，也用于查询预订；大陆以外的号码请加国际区号。
contact-email = 电子邮箱
contact-id = 证件号码
contact-id-hint = 身份证或旅行证件号码，乘车时核对。
contact-arrival = 预计到店时间
contact-arrival-hint = 例如 18:30，方便酒店准备。
contact-remarks = 特殊要求
contact-remarks-hint = 过敏、饮食禁忌、无障碍需要等，我们会转达。
contact-preferences = 偏好
contact-preferences-hint = 例如高楼层、安静、靠窗。
to-check = 去核对
nothing-booked-yet = 这一步还不会下单。

## 核对

check-title = 请核对您的预订
check-lede = 确认无误后下单；需要改动时可以返回修改。
back-to-details = 返回修改资料
section-service = 预订内容
section-contact = 预订人
section-price = 价格
section-history = 办理记录
row-offer = 预订项目
row-check-in = 入住
row-check-out = 退房
row-starts = 开始
row-ends = 结束
row-departs = 发车
row-arrives = 预计到达
row-units = 数量
units-stay = { $rooms } 间，{ $heads } 人
place-booking = 确认预订 { $total }
place-agree = 点击即表示您同意上面的取消与变更规则。

## 预订

booking-title = 预订 { $number }
booking-number = 订单号
booking-number-hint = 例如 YS-7K3M-92QF，见确认页或打印件。
former-numbers = 本订单号取代原来的 { $former }，用原订单号也能查到这笔预订。
booked-title = 已为您保留
booked-keep = 请记下订单号；凭订单号和手机号码可以随时查看。
held-title = 等待付款
held-text = 名额为您保留到 { $time }。请在此之前付款 { $total }，逾期会自动释放。
held-left = 保留时限
held-over = 已到期
confirmed-title = 预订已确认
confirmed-text = 一切就绪，期待您的光临。
to-print = 打印确认单
book-again = 再订一次
back-to-booking = 返回预订
placed-at = 下单时间 { $time }
status-held = 待付款
status-confirmed = 已确认
status-cancelled = 已取消
status-expired = 已过期
event-placed = 提交预订
event-held = 名额已保留
event-confirmed = 预订确认
event-cancelled = 取消预订
event-change-held = 申请变更，等待付清差价
event-changed = 变更完成
event-change-undone = 放弃变更
event-change-expired = 变更未付款，已失效
event-divided = 一部分拆分为新订单
event-divided-from = 由另一张订单拆分而来
event-details-changed = 修改备注
event-renumbered = 换发新订单号
event-number = 订单 { $number }
event-number-before = 原订单号 { $number }
event-extended = 延长保留时间
event-pay-begun = 前往付款
event-paid = 付款成功，预订确认
event-pay-declined = 付款被拒绝
event-pay-abandoned = 付款未完成，已关闭
event-retaken = 付款晚到，名额仍可用，预订确认
event-received = 收到款项
event-stuck = 款项需要人工核实
event-resolved = 款项已核实
event-refund-due = 登记退款
event-refund-checked = 退款已核对
event-refund-sent-back = 退款重新核对
event-refund-released = 退款已放款
event-refund-sent = 已交支付机构退款
event-refund-retried = 重新退款
event-refunded = 退款完成
event-voucher-given = 发放抵用券
event-voucher-applied = 使用抵用券
event-voucher-removed = 取消使用抵用券
event-way-chosen = 更换付款方式
event-receipt-recorded = 登记收款
event-invoice-asked = 申请发票
event-invoice-issued = 开具发票
event-invoice-corrected = 发票已红冲
event-invoice-refused = 发票未能开具
event-expired = 保留到期
actor-customer = 客人
actor-staff = 员工
actor-system = 系统
bookings-none = 还没有预订
bookings-none-text = 这里显示您登录后或在这台设备上的预订。
bookings-start = 开始预订

## 查找

find-lede = 填写订单号和预订时留下的手机号码。
find-go = 查找预订
find-unknown = 没有找到相符的预订，请核对订单号和手机号码。
