# 表单里哪一项需要修改（fault-…），以及没有办成时的说明（rule-…）。
# 说清发生了什么、现在可以怎么做；不责备读者。

## 单项

fault-required = 请填写或勾选此项。
fault-too-long = 内容过长，请控制在 { $bound } 个字以内。
fault-too-short = 内容过短，请至少填写 { $bound } 个字。
fault-bad-characters = 含有无法识别的字符，请删去后重试。

fault-not-a-date = 请填写有效日期，例如 2026-12-24。
fault-past = 这个时间已经过去，请选择稍后的日期或时间。
fault-too-far = 目前最多可预订 { $bound } 天以内的日期。
fault-not-a-time = 请填写有效时间，例如 14:30。

fault-not-a-number = 请填写数字。
fault-too-few = 至少为 { $bound }，请调整。
fault-too-many = 最多为 { $bound }，请调整。
fault-more-rooms-than-heads = 房间数多于入住人数，请减少房间或增加人数。

fault-not-a-phone = 请填写有效的电话号码；中国大陆以外的号码请加上国家或地区代码，例如 +886 912 345 678。
fault-not-an-email = 请填写有效的电子邮箱，例如 name@example.com。
fault-not-an-id = 请填写有效的证件号码，与乘车或入住时出示的证件一致。
fault-not-a-number-of-ours = 订单号不完整或有误。订单号形如 YS-7K3M-92QF，可在预订确认中找到。

fault-unknown = 所选内容目前不可用，请重新选择。
fault-not-sold = 这一项自 { $day } 起停售，不能加订或改期；可以减少、退订，或改订其他项目。
fault-not-your-booking = 这个订单号查不到，或者与您留下的手机号码不符。
fault-same-department = 已经在这里处理，请选择别的部门。
fault-not-later = 新的时间要比已经承诺的晚。
fault-not-working-time = 这个时间不在工作时间里，请选择工作时间。
fault-not-longer = 复杂问题的时限不能比一般问题短。
fault-not-a-window = 请按“09:00-12:00, 13:00-18:00”的形式填写，时段不能重叠。
fault-not-a-day-line = 每行一个日期或一段日期，例如“2026-10-01..2026-10-07 国庆节”，一段不超过 31 天。
fault-day-twice = 有一天写了两次，请检查。
fault-mismatch = 两次填写不一致，请重新填写。
fault-not-an-amount = 请填写金额，例如 688 或 688.50。
fault-not-a-tax-number = 请填写 8 到 20 位的纳税人识别号，只含字母和数字。
fault-not-what-is-due = 应收金额为 { $bound } 元，请核对。
fault-too-little = 收到的款项少于应付金额，不能确认预订，只能全部退回。
fault-no-voucher = 没有这张券，或者它不属于这个预订的联系人。请核对券号。
fault-voucher-over = 这张券的有效期至 { $day }，已经过期。
fault-voucher-spent = 这张券已经用完。
fault-voucher-aside = 这笔预订已经用了另一张券，请先取消再换。
fault-common = 这个密码过于常见，容易被猜到，请换一个。
fault-hours-not-falling = 各档的提前小时数应当由大到小。
fault-percent-rising = 各档的退款比例不能越晚越高。
fault-not-before-tomorrow = 最早从明天起生效。
fault-version-taken = 这个版本号已经用过，请换一个。
fault-until-before-from = 截止日期不能早于起始日期。
fault-span-too-long = 一次最多查看 { $bound } 天，请缩短范围。
fault-nothing-to-draw = 这段日期里没有可以抽取的答复：都还没有答复，或已经抽查过。
fault-day-taken = 这一天已有另一个版本开始生效，请换一天。
fault-too-large = 文件过大。每个文件最大 { $bound } MB，请压缩后重新选择；其他文件已经收到。
fault-not-a-file-type = 只接受 JPEG、PNG 图片和 PDF 文件，而且以文件内容为准。请换一个文件，或转换格式后重新选择。
fault-empty-file = 这个文件是空的，请重新选择。
fault-infected = 安全检查在文件中发现了恶意程序，没有保存。请换一个文件。
fault-scanner-silent = 安全检查暂时没有回应，文件没有保存。其他内容都已保留，请稍后重新选择文件，或者先不带附件提交。
fault-not-kept = 短时间内收到的文件较多，这次没有全部保存。请稍后重新选择。
fault-file-gone = 有附件已经失效，请重新选择。未提交成功的附件最多保留 24 小时。
fault-not-a-slug = 只能用小写字母、数字和连字符，首尾不能是连字符。
fault-slug-taken = 这个网址名称已经用过，请换一个。
fault-personal-data = 正文里还有看起来是个人信息的内容。请替换，或核对后勾选确认。

## 没有办成

rule-invalid = 有内容需要修改，请查看标出的各项。您填写的其他内容都已保留。
rule-unknown = 没有找到您要的内容。请核对网址或订单号，也可以致电客服为您查询。
rule-sign-in = 请先登录，之后会回到这一步。
rule-forbidden = 您的账号没有这项权限。如需办理，请联系主管。
rule-full-sold = 这个时间已经订满。您可以选择其他时间、日期或下面推荐的去处。
rule-full-held = 余位正由其他客人保留，尚未付款；如果对方没有按时付款，会重新开放。您可以稍后再看，或选择其他时间。
rule-closed = 这个时间暂停接待，原因：{ $reason }。请选择其他时间。
rule-full-few = 目前仅剩 { $free } 个，少于您需要的数量。您可以减少数量，或选择其他时间。
rule-full-paced = 这个时段到店的客人已满，请选择前后相邻的时段。
rule-not-offered = 这个时间不提供预订，请选择其他日期或时间。
rule-repriced = 价格刚刚有变，现在为 { $price }。请确认新价格后再提交；此前没有产生任何费用。
rule-key-reused = 这份表单已经用于另一笔预订。请打开“我的预订”核对，需要再订一笔请重新开始。
rule-in-flight = 同一份内容正在办理，请稍等片刻再看结果，不会重复办理。
rule-nothing-due = 这笔预订现在没有需要付的款：已经付清、已取消或已过期。请刷新查看最新情况。
rule-nothing-paid = 这笔预订没有可以开票的付款。
rule-not-extendable = 保留时间只能延长一次，或已经不能再延长。
rule-provider-silent = 支付机构暂时没有回应，没有扣款。请稍后再试，或换一种付款方式。
rule-changed = 情况刚刚有变，请查看最新状态后再决定。
rule-terms-changed = 取消与变更规则刚刚更新，请看过新的规则再确认预订。
rule-too-late = 这在 { $time } 前可以办理，现在已经过了时间。需要时请来电，由客服为您想办法。
rule-refund-now = 时间到了下一档，现在取消退 { $refund }。请按新的金额确认。
rule-quote-over = 报价已经过期，请重新查看差价后再确认。
rule-quote-over-since = 报价已于 { $time } 过期，请重新查看差价后再确认。
rule-unchanged = 填写的内容和现在的预订一样，没有要变更的。
rule-change-price-same = 按这笔预订的规则，改期后的价格须与原来相同。请选择同价的日期或项目。
rule-change-price-least = 按这笔预订的规则，改期后的价格不能低于原来。请选择不低于原价的日期或项目。
rule-change-open = 还有一个变更在等待付款。请先付清或放弃它，再办理新的变更或取消。
rule-same-person = 前一步是您自己办的，这一步须由另一位同事办理。
rule-no-free-move = 免费改期只能用一次，只能往后改时间，并且不能超过规则允许的天数。其他改动请按一般变更办理。
rule-no-free-move-since = 从 { $time } 起不能再免费改期：只能用一次，并且要在开始之前。其他改动请按一般变更办理。
rule-unpaid = 这笔订单还没有付清。付清后才能只改其中一部分；现在可以直接变更整笔订单。
rule-paid-by-voucher = 这一部分是用抵用券付的，不能拆分；可以变更整笔订单。
rule-invoiced = 这笔订单的发票已经开具。请先联系我们红冲发票，再拆分订单。
rule-over = 这笔预订已经取消、过期或结束，不能再变更或取消。
rule-over-since = 这笔预订已于 { $time } 取消、过期或结束，不能再变更或取消；需要时可以重新预订。
rule-case-closed = 这次咨询已经结束，不能这样处理。
rule-already-rated = 这次答复已经评价过了，谢谢您。
rule-link-over = 链接已经失效，或者现在不能评价了。
rule-credentials = 账号或密码不正确，请重新填写。
rule-taken = 这个号码或邮箱已经注册。请直接登录，或换一个号码或邮箱。
rule-too-many = 尝试次数过多，请在 { $time } 之后再试。
rule-draft-gone = 之前填写的内容已经失效，请重新填写。
rule-busy = 现在办理的人较多，这次没有提交成功。请稍等片刻后重试，不会重复预订。
rule-bad-request = 没有收到完整的内容，请返回上一页重新提交。
rule-too-large = 提交的内容太大，请缩短后重试。
too-large-hint = 请按浏览器的“后退”回到刚才的表单，把过长的内容缩短后再提交；不要关闭页面，已填写的内容就还在。
rule-forbidden-origin = 这次提交不是从本站页面发出的，为保护您的账号没有受理。请从本站页面重新提交。
rule-internal = 系统出了点问题，这次没有办成，我们已经收到通知。请稍后重试，或致电客服办理。

## 问人工客服时，说明遇到了什么（about-…）：只知道是哪一种情况，所以不提时间和金额

about-invalid = 填写的内容有一项没有通过。
about-repriced = 提交的时候价格有变。
about-refund-now = 取消的时候可退金额有变。
about-too-late = 已经过了可以办理的时间。
about-too-many = 尝试次数过多，需要等一段时间。
about-full-few = 余位少于需要的数量。
about-closed = 这个时间暂停接待。
about-fault-too-long = 填写的内容过长。
about-fault-too-short = 填写的内容过短。
about-fault-too-far = 日期太远，目前还不能预订。
about-fault-too-few = 数量低于最少的限度。
about-fault-too-many = 数量超过最多的限度。
about-fault-not-sold = 这一项已经停售。
about-fault-voucher-over = 这张券已经过期。
about-fault-not-what-is-due = 金额与应收的不一致。
about-fault-span-too-long = 选择的日期范围过长。
about-fault-too-large = 文件过大。
