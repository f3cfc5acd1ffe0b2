# 发给客人的通知：电子邮件（mail-…）、短信（sms-…）、站内信（inbox-…）。
# 先说发生了什么，再说现在可以做什么。

## 邮件主题

mail-subject-received = 已收到您的预订：{ $what }（{ $number }）
mail-subject-placed = 名额已为您保留：{ $what }（{ $number }）
mail-subject-confirmed = 预订已确认：{ $what }（{ $number }）
mail-subject-expired = 保留已到期：{ $what }（{ $number }）
mail-subject-returned = 款项将退回给您（{ $number }）
mail-subject-refunded = 退款已完成（{ $number }）
mail-subject-reminder = 行程提醒：{ $when } { $what }（{ $number }）
mail-subject-changed = 预订已变更：{ $what }（{ $number }）
mail-subject-moved = 预订已变更，订单号已换：{ $what }（{ $number }）
mail-subject-changing = 变更待付差价 { $amount }：{ $what }（{ $number }）
mail-subject-applied = 已收到变更申请（{ $number }）
mail-subject-unchanged = 变更没有完成，预订保持原样（{ $number }）
mail-subject-kept = 变更已放弃，预订保持原样（{ $number }）
mail-subject-cancelled = 预订已取消（{ $number }）
mail-subject-divided = 订单已拆分：{ $what }（{ $number }）
mail-subject-rest = 订单已拆分，这是留在原订单的部分：{ $what }（{ $number }）
mail-subject-invoiced = 发票已开具（{ $number }）

## 正文

mail-greeting = { $name }，您好：
mail-lead-received = 我们已收到您的预订。
mail-lead-placed = 我们已收到您的预订，名额为您保留到 { $until }。请在此之前付款 { $due }；逾期未付，名额会自动释放。
mail-lead-confirmed = 款项已收到，您的预订已确认，期待您的光临。
mail-lead-expired = 到 { $until } 为止没有收到付款，名额已经释放。您可以重新预订。如果您已经付了款，到账后我们会自动处理：名额还在就为您确认，否则全额退回。
mail-lead-refunded = { $amount } 已经退回，请查收。退款走您付款时的方式，银行入账可能稍晚。
mail-lead-reminder = 您预订的服务将于 { $when } 开始，请留意时间和地点。
mail-lead-changed = 您的预订已经变更，以下是新的内容。
mail-lead-moved = 您的预订已经变更，订单号也换了：{ $number } 取代原来的 { $former }。以下是新的内容；用原订单号也能查到这笔预订。
mail-changed-paid = 差价 { $amount } 已经收到。
mail-changed-back = 差价 { $amount } 会退回给您，最迟 { $promised } 到账。
mail-changed-due = 预订还没有付款：名额为您保留到 { $until }，请在此之前付款 { $due }；逾期未付，名额会自动释放。
mail-lead-changing = 您的变更还没有完成：请在 { $until } 前付清差价 { $amount }，付清后变更生效。在此之前新旧名额都为您保留；逾期未付，预订保持原样。
mail-lead-applied = 我们已收到您的变更申请，预订现在的内容请看预订页面。
mail-lead-unchanged = 差价没有在期限内付清，这次变更没有生效，您的预订保持原样。
mail-lead-kept = 这次变更已经放弃，不用付差价，您的预订保持原样。
mail-lead-cancelled = 您的预订已经取消，名额已经释放。
mail-lead-divided = 您的订单 { $other } 的一部分已拆分为新订单 { $number }，以下是它的内容；其余部分仍在原订单。拆分不收费用，已付的款项随之转入。
mail-lead-rest = 您的订单 { $number } 的一部分已拆分为新订单 { $other }，以下是留在本订单的内容，取代之前的确认。拆分不收费用，拆出的部分和为它付的款项见新订单。
mail-lead-invoiced = 发票已经开具，号码 { $invoice }，金额 { $amount }，会发到您填写的邮箱。
mail-cancelled-fee = 按预订时的规则收取 { $fee }。
mail-cancelled-back = 我们会退回 { $amount }，最迟 { $promised } 到账。
mail-cancelled-due = 手续费超过您已付的金额，还差 { $owed }，请在预订页面付清。
mail-cancelled-voucher = 按您的选择，收取的费用已换成抵用券 { $voucher }，面值 { $worth }，有效期至 { $expires }，付款时输入券号即可使用。
mail-papers = 请携带预订时填写的证件，工作人员会核对。

mail-pay-online = 在预订页面选择在线付款，付清后立即生效。
mail-pay-counter = 请到{ $counter }付款，报订单号 { $number } 即可，可用现金或银行卡。
mail-pay-transfer = 请用银行转账付款，附言写明订单号 { $number }；收款账户见预订页面。到账后我们会确认并通知您。

mail-returned-late = 您付的 { $amount } 到账时，保留已经到期，名额已被其他客人订走。非常抱歉，这笔款项会全额退回。
mail-returned-stale = 您付的 { $amount } 是变更前的金额。应付金额已经不同，这笔款项不能用来确认预订，会全额退回。
mail-returned-twice = 这笔预订此前已经付清，您又付了 { $amount }，多付的款项会全额退回。
mail-returned-cancelled = 这笔预订已经取消，我们会退回 { $amount }。
mail-returned-amount = 收到的 { $amount } 与应付金额不符，不能用来确认这笔预订，会全额退回。
mail-returned-currency = 收到的 { $amount } 不是人民币，不能用来确认这笔预订，会全额退回。
mail-returned-excess = 您付的比应付的多 { $amount }，预订已确认，多付的部分会退回。
mail-returned-staff = 我们会退回 { $amount }。
mail-back-online = 退款走您付款时的方式，不需要您做什么，最迟 { $promised } 完成。
mail-back-counter = 这笔款项是在柜台收的，工作人员会与您联系退款，最迟 { $promised } 办妥。
mail-back-transfer = 款项会转回您汇款的账户，最迟 { $promised } 完成。
mail-back-voucher = 抵用券支付的部分已退回原券。

mail-open = 查看预订
mail-open-pay = 去付差价
mail-sign-in = 登录后可以查看完整预订：
mail-find = 用订单号和预订时留下的手机号码，随时可以查看预订：
mail-calendar = 附件是日历文件，打开即可加入您的日历。
mail-calendar-withdrawn = 附件是日历文件，打开即可把您日历中的这项安排标为已取消。
mail-footer = 这封邮件由系统发出，请不要直接回复。需要协助，请致电客服 { footer-phone }（{ footer-hours }）。

## 表格

mail-caption = 【{ $caption }】
mail-row = { $label }：{ $value }
mail-place = 地点
mail-money = 付款
mail-wanted = 变更后
mail-difference = 差价
mail-paid = 已付
mail-refunded = 已退
mail-due = 待付
mail-way-online = 在线付款
mail-way-counter = 柜台付款
mail-way-transfer = 银行转账
mail-way-voucher = 抵用券

## 短信

sms-received = 【{ site-name }】已收到您的预订：{ $what }，{ $when }。订单号 { $number }
sms-placed = 【{ site-name }】{ $what }已为您保留到 { $until }，请在此前付款 { $due }。订单号 { $number }
sms-confirmed = 【{ site-name }】预订已确认：{ $what }，{ $when }。订单号 { $number }，请妥善保存。
sms-expired = 【{ site-name }】{ $what }未在期限内付款，名额已释放，您可以重新预订。订单号 { $number }
sms-returned = 【{ site-name }】您付的 { $amount } 将退回，最迟 { $promised } 完成，原因请用订单号在网站查询。订单号 { $number }
sms-refunded = 【{ site-name }】退款 { $amount } 已完成，请查收。订单号 { $number }
sms-reminder = 【{ site-name }】提醒：{ $what }，{ $when } 开始，请留意时间。订单号 { $number }
sms-changed = 【{ site-name }】预订已变更：{ $what }，{ $when }。订单号 { $number }
sms-moved = 【{ site-name }】预订已变更：{ $what }，{ $when }。新订单号 { $number }，取代 { $former }
sms-changing = 【{ site-name }】{ $what }的变更待付差价 { $amount }，请在 { $until } 前付清，逾期未付，预订保持原样。订单号 { $number }
sms-applied = 【{ site-name }】已收到{ $what }的变更申请，结果请用订单号在网站查询。订单号 { $number }
sms-unchanged = 【{ site-name }】变更没有付清差价，未生效，{ $what }保持原样。订单号 { $number }
sms-kept = 【{ site-name }】变更已放弃，不用付差价，{ $what }保持原样。订单号 { $number }
sms-cancelled = 【{ site-name }】{ $what }已取消，退款与手续费请用订单号在网站查询。订单号 { $number }
sms-divided = 【{ site-name }】订单 { $other } 的一部分已拆分为新订单：{ $what }，{ $when }。新订单号 { $number }
sms-rest = 【{ site-name }】订单 { $number } 已拆分，留在本订单：{ $what }，{ $when }。拆出的部分见新订单 { $other }
sms-invoiced = 【{ site-name }】发票已开具，金额 { $amount }，请查收邮箱。订单号 { $number }

## 站内信

inbox-title-received = 已收到您的预订
inbox-title-placed = 名额已为您保留
inbox-title-confirmed = 预订已确认
inbox-title-expired = 保留已到期
inbox-title-returned = 款项将退回给您
inbox-title-refunded = 退款已完成
inbox-title-reminder = 行程提醒
inbox-title-changed = 预订已变更
inbox-title-moved = 预订已变更，订单号已换
inbox-title-changing = 变更待付差价
inbox-title-applied = 已收到变更申请
inbox-title-unchanged = 变更没有完成
inbox-title-kept = 变更已放弃
inbox-title-cancelled = 预订已取消
inbox-title-divided = 订单已拆分
inbox-title-rest = 订单已拆分，这是留下的部分
inbox-title-invoiced = 发票已开具

## 咨询

mail-subject-asked = 咨询已收到（{ $number }）
mail-subject-answered = 咨询有回复（{ $number }）
mail-subject-resolved = 咨询已答复（{ $number }）
mail-subject-question = 咨询需要您补充（{ $number }）
mail-subject-handed = 咨询已转给{ $to }（{ $number }）
mail-subject-postponed = 咨询的答复时间有变（{ $number }）
mail-subject-rate = 咨询的答复您满意吗（{ $number }）
mail-lead-asked = 我们已收到您的咨询，编号 { $number }，最迟 { $due } 有人回应您。
mail-lead-answered = 您的咨询有了回复：
mail-lead-resolved = 您的咨询已经答复：
mail-lead-question = 为了答复您，我们还需要您补充：
mail-lead-handed = 您的咨询已转给{ $to }处理，限 { $span }（工作时间）；对您承诺的答复时间不变。
mail-handed-why = 转接原因：{ $reply }
mail-handed-contact = 联系方式：{ $contact }
mail-lead-postponed = 您的咨询要到 { $due } 才能答复，抱歉让您久等。
mail-postponed-why = 原因：{ $reply }
mail-lead-rate = 您的咨询 { $number } 已经答复。方便的话，请评价一下。
mail-open-inquiry = 查看咨询
mail-open-rate = 评价答复
mail-rate-link = 请评价这次答复，不需要登录，链接只能用一次：
mail-sign-in-inquiry = 登录后可以查看和补充：
mail-find-inquiry = 用咨询编号和提问时留下的手机号码，随时可以查看和补充：

sms-asked = 【{ site-name }】咨询已收到，编号 { $number }，最迟 { $due } 有人回应您。凭编号和手机号可在网站查看。
sms-answered = 【{ site-name }】咨询 { $number } 有回复，请凭编号和手机号在网站查看。
sms-resolved = 【{ site-name }】咨询 { $number } 已答复，请凭编号和手机号在网站查看，也请您评价。
sms-question = 【{ site-name }】咨询 { $number } 需要您补充，请凭编号和手机号在网站回复。
sms-handed = 【{ site-name }】咨询 { $number } 已转给{ $to }处理，答复时间不变。
sms-postponed = 【{ site-name }】咨询 { $number } 的答复时间改为 { $due }，抱歉让您久等。
sms-rate = 【{ site-name }】咨询 { $number } 已答复，您满意吗？凭编号和手机号在网站可以评价。

inbox-title-asked = 咨询已收到
inbox-title-answered = 咨询有回复
inbox-title-resolved = 咨询已答复
inbox-title-question = 咨询需要您补充
inbox-title-handed = 咨询已转给{ $to }
inbox-title-postponed = 咨询的答复时间有变
inbox-title-rate = 评价咨询的答复
