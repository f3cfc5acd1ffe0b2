# 变更与取消：想改什么、差价怎么算、怎么收回；取消退多少。

to-change = 变更
to-cancel = 取消预订

## 变更

change-title = 变更预订
change-until = { $time } 前可以改期、加人、加间或换房型；少住、少来的部分随时可以退。
change-late-title = 改期的时间已过
change-late-text = { $time } 前可以改期。现在还可以减少晚数、间数或人数，或者修改备注；其他情况请致电 { $phone }。
free-move-title = 免费改期
free-move-text = 这次改期不收手续费，差价多退少补；限一次，最晚改到 { $day }。
free-move-usual = 改用一般变更
free-move-urgent = 有急事？可以免费改期
free-move-offer = 不收手续费，可以改一次，最晚改到 { $day }。
free-move-next = 最近的空位：{ $day }。
free-move-none = { $day } 前暂时没有空位，可以看看其他时间。
free-move-go = 免费改期
change-want = 想改成
change-offer = 房型、座位或线路
change-time = 时间
change-see = 查看差价
change-none = 无
change-line = { $what }：{ $from } → { $to }
change-from-to = { $from } → { $to }
change-quote-title = 变更与差价
change-part-kept = 不变：{ $what }
change-part-added = 新增：{ $what }
change-part-exchanged = 换出，原价抵扣：{ $what }
change-part-given-up = 退掉：{ $what }
change-fee-share = 退掉部分按规则现在收取 { $percent }%
change-fee-minimum = 退掉部分按规则收取最低取消手续费
change-fee-floor = 退掉部分在此前改期或拆分时已经产生的取消手续费
change-fee-moved = 变更手续费，每次改期或换项目收取
change-to-pay = 补差价
change-to-refund = 退差价
change-no-difference = 没有差价
change-floor = 变更后如果取消，取消手续费至少 { $fee }（按现在取消计算，不因改期而减少）。
change-old-total = 变更前合计
change-new-total = 变更后合计
change-go = 确认变更
change-go-pay = 确认变更，去付 { $total }
change-holds = 新旧名额都为您保留到 { $time }，付清差价后才换；没有付，预订保持原样。
change-gives-back = 确认后立即生效，差价原路退回，最迟 { $time } 到账。
change-even = 确认后立即生效，不用再付款。
change-unpaid = 预订还没有付款，确认后按新的合计付款。
change-quote-until = 以上报价在 { $time } 前有效。
change-curve = 变更后如果取消（{ $time } 开始的服务）
change-details = 修改备注
change-details-lede = 修改备注不影响价格，订满的日子也可以改。
change-details-why = 修改备注的理由
change-details-go = 保存
since-title = 您打开页面以后，这笔预订有了变动
since-text = 下面的内容已经按最新状态重新计算，可以接着办。
change-to-cancel = 不想要了？查看现在取消退多少

## 只改一部分

change-voucher-by-part = 变更收取的费用不换抵用券。想换的话，请先把要退的部分拆分出来，再取消那张新订单：
divide-link = 只改其中一部分
divide-title = 只改其中一部分
divide-back = 返回变更
divide-lede = 先把要改的部分拆分为单独的订单，不收费用；接着就可以只改它，其余部分不受影响。
divide-by-rooms = 只改其中几间
divide-by-heads = 只改其中几位
divide-by-nights = 只改后面几晚
divide-rooms = 要改的间数
divide-heads = 要改的人数
divide-guests = 这几间的入住人数
divide-guests-hint = 订单共 { $heads } 位，两边每间至少 1 位。
divide-range = { $least } 至 { $most }
divide-from = 从哪一晚起
divide-see = 看看怎么拆分
divide-goes = 拆出的新订单
divide-stays = 留在原订单
divide-when = 时间
divide-nights = { $day } 起 { $nights } 晚
divide-floor = 取消手续费至少 { $fee }（拆分前已经产生，不因拆分或改期而减少）。
divide-go = 拆分，接着改这一部分
divide-note-units = 每间、每位仍是原来的价格；按人数计的附加项目随人走，其他附加项目留在原订单。
divide-note-nights = 每晚仍是原来的价格；附加项目都留在原订单。新订单的变更和取消时限，从它自己的入住时间算起。
divide-note-least = 拆分后如果取消，每张订单各有最低取消手续费 { $fee }。
divide-note-invoice = 您申请的发票将按原订单留下的部分开具；新订单的发票请另外申请。
divide-note = 已付的款项会随拆出的部分转到新订单，取消规则不变。拆分后两张订单各自变更、取消、退款，不能再合并。
divide-impossible = 现在不能拆分
divide-nothing = 这笔订单没有可以单独拆出的部分。
divided-title = 这一部分现在是订单 { $number }
divided-text = 可以在下面改它。其余部分仍在原订单：
kin-whole = 拆分自订单：
kin-parts = 已拆分出的订单：

## 等待付清差价

change-open-title = 变更还没有完成
change-open-text = 新旧名额都保留到 { $time }。付清差价 { $total } 后变更生效；逾期未付，预订保持原样。
change-open-text-voucher = 新旧名额都保留到 { $time }。差价 { $difference }，抵用券抵扣 { $voucher }，付清其余 { $total } 后变更生效；逾期未付，预订保持原样。
change-pay = 去付差价 { $total }
change-pay-rest = 去付其余 { $total }
change-undo = 放弃变更，保持原样
change-history = 变更记录
change-status-settled = 变更完成
change-status-undone = 变更已放弃
change-status-expired = 变更未付款，已失效
change-paid = 补差价 { $total }
change-refunded = 退差价 { $total }
change-fee-kept = 手续费 { $fee }

## 取消

cancel-title = 取消预订
cancel-lede = 服务 { $time } 开始。取消后名额立即释放，无法恢复。
cancel-now = 现在取消
cancel-fee = 按规则收取
cancel-refund = 退给您
cancel-due = 还需支付
cancel-promised = 最迟到账
cancel-unpaid = 这笔预订还没有付款，取消不收费用。
cancel-step = 此退款金额有效期
cancel-step-over = 正在更新
cancel-then = 之后取消退 { $total }。
cancel-why = 取消原因
cancel-voucher = 把收取的费用换成抵用券 { $total }
cancel-voucher-note = { $how }，有效期至 { $day }，本人付款（下次预订或变更补差价）时使用。
cancel-go = 取消预订，退 { $total }
cancel-or-change = 改期或减少人数
cancel-impossible = 现在不能在网上取消
cancel-ask = 需要时请致电 { $phone }，我们帮您想办法。
pay-fee-title = 取消手续费待付
pay-fee-text = 预订已经取消。按规则收取的手续费超过了您已付的金额，还差 { $total }，请在此付清。
