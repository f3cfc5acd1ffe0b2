# 付款沙箱的页面：只用于试用，不会扣款（server/sandbox）。

sandbox-name = 付款沙箱
sandbox-label = 仅供测试，不会真实扣款

sandbox-heading-open = 请确认付款
sandbox-heading-paid = 付款成功
sandbox-heading-declined = 付款被拒绝
sandbox-heading-closed = 订单已关闭，不能再付款
sandbox-heading-pending = 付款处理中

sandbox-subject = 付款内容
sandbox-number = 商户单号
sandbox-until = 请在此前付款
sandbox-pay = 确认付款
sandbox-decline = 模拟付款被拒绝
sandbox-back = 返回商户页面

sandbox-cases = 试试特殊情况
sandbox-cases-hint = 每个按钮模拟一种付款渠道可能发生的异常，用来观察预订平台如何处理。
sandbox-seconds = 等待秒数（用于“延迟到账”和“付款后不回应”）
sandbox-case-delay = 延迟到账（订单关闭后也会到账）
sandbox-case-repeat = 付款，并重复发送通知
sandbox-case-reorder = 付款，旧通知晚于新通知到达
sandbox-case-lose = 付款，但通知丢失
sandbox-case-forge = 不付款，发送一条伪造的付款通知
sandbox-case-wrong_amount = 付款金额与订单不符
sandbox-case-wrong_currency = 付款币种与订单不符
sandbox-case-silent = 付款后一段时间内不回应查询

sandbox-missing = 没有找到这笔订单
sandbox-missing-hint = 链接可能不完整，请返回商户页面重新发起付款。

sandbox-sms = 短信记录
sandbox-sms-none = 还没有收到短信。
sandbox-sms-times = 共收到 { $times } 次
