# 查找与查看：首页、搜索、结果、产品页。

home-title = 住宿、场地、客运预订
home-headline = 订得清楚，走得从容
home-lede = 酒店客房、宴会与茶席、定制客运，一处订好；价格与退改规则下单前全部写明。
home-stays = 推荐住宿
home-venues = 推荐场地
home-trips = 热门线路
home-all = 查看全部
home-promises = 我们的承诺
promise-terms-title = 规则先说清
promise-terms-text = 几点前取消退多少，逐段列出准确时间与金额；下单时的规则就是您的规则。
promise-hold-title = 为您保留
promise-hold-text = 下单后名额立即为您保留，保留到几点一目了然，到店再付也可以。
promise-guest-title = 只要一个电话号码
promise-guest-text = 不必注册，不必邮箱；凭订单号和电话号码随时查看预订。
kinds-label = 预订类别

## 搜索

search-go = 查找
search-any = 不限
search-city = 城市
search-words = 名称或地点
search-arrive = 入住日期
search-nights = 晚数
search-rooms = 间数
search-guests = 入住人数
search-day = 日期
search-time = 最早时间
search-heads = 人数
search-from = 出发地
search-to = 目的地
search-travel-day = 乘车日期
search-depart-after = 最早发车
search-passengers = 乘车人数

## 结果

results-count = 找到 { $count } 处
results-none = 没有找到符合的结果
results-none-text = 请换一个日期、城市或名称再试；间数或人数较多时，可以分成几单预订。
results-party-stay = 符合条件的客房每单最多订 { $most } 间，每间最多住 { $each } 人。请调整间数或人数，也可以分成几单预订。
results-party-nights = 符合条件的客房至少连住 { $nights } 晚。请增加晚数，或换一个城市、名称再试。
results-party-venue = 符合条件的场地每单接待 { $least }–{ $most } 人。请调整人数，也可以分成几单预订。
results-party-trip = 符合条件的班次每单最多订 { $most } 座。人数更多时，可以分成几单预订。
recommended = 推荐
offer-see = 查看
departures = 班次
slots = 可选时段
slot-sold = 已订满
slot-held = 他人保留中
slot-closed = 暂停
slot-few = 仅余 { $free }
slot-paced = 已约满
slot-none = 不可订
slot-note = { $price }，余 { $free }
left = 余 { $free }
free-until = { $time } 前可免费取消
price-from = 起
unit-night = /间晚
unit-head = /人
unit-seat = /座
unit-once = /次
total-stay = { $rooms } 间 { $nights } 晚共 { $total }
total-venue = { $heads } 人共 { $total }
total-trip = { $heads } 人共 { $total }
alternatives = 这些可以订
alternative-time = 其他时间
alternative-date = 其他日期
alternative-elsewhere = 同级别

## 产品页

back-to-results = 返回结果
address = 地址
boarding-place = 上车地点
place-phone = 联系电话
room-heads = 每间可住
heads-count = { $heads } 人
nights-least = 至少住 { $nights } 晚
passengers-count = { $heads } 位乘客
party-size = 每单人数
party-bounds = { $least }–{ $most } 人
papers = 证件
papers-needed = 预订时需填写乘车人的证件号码
availability = 哪天有空
day-free = { $price } 起，余 { $free }
day-full = 订满
day-closed = 停售
month-previous = 上个月
month-next = 下个月
wish-title = 选择日期与人数
extras = 加订项目
book-now = 预订
see-price = 查看价格
not-available = 暂时订不到
quote-caption = 价格明细
quote-count = × { $count }
quote-head = 每人
quote-seat = 座位
quote-total = 合计
glance-free = 可以预订，余 { $free }

## 退改规则

terms-title = 取消与变更规则
terms-change = 服务开始 { $hours } 小时前可以申请变更。
terms-fee = 未全额退款的取消至少收取 { $fee } 手续费。
terms-change-fee = 每次改期或换项目收取变更手续费 { $fee }。
terms-price-least = 改期后的价格不能低于原来。
terms-price-same = 改期后的价格须与原来相同。
terms-free-move = 有急事可以免手续费改期一次，最多往后 { $days } 天，服务开始前都可以办。
terms-voucher = 取消时收取的费用，{ $percent }% 可以换成抵用券，{ $days } 天内有效。
terms-verify = 核对这笔预订的规则和价格
terms-page-title = 适用规则与核对
terms-page-lede = 规则在下单时就定了下来，以后怎么修改都不影响这笔预订。
terms-intact = 核对无误：规则与下单时完全一致。
terms-broken = 规则与下单时的校验码不一致，请联系我们核对。
terms-text = 用来计算规则校验码的原文
terms-text-lede = 对下面的文字计算 SHA-256，应当得到同一个校验码。确认单上印的是它的前 16 位。
terms-hash = 校验码
terms-version = 适用规则版本 { $version }，校验码 { $hash }
price-version = 价格明细校验码 { $hash }
price-intact = 核对无误：价格明细与下单或最近一次变更、拆分时完全一致。
price-broken = 价格明细与下单或最近一次变更、拆分时的校验码不一致，请联系我们核对。
price-text = 用来计算价格校验码的原文
curve-caption = { $time } 开始的服务，取消时退还
curve-now = 现在
curve-before = { $time } 前
curve-after = { $time } 起
curve-always = 任何时候
curve-refund = 退 { $percent }%，即 { $amount }
