# 搜尋與瀏覽：首頁、搜尋、結果、產品頁。

home-title = 住宿、場地、客運預訂
home-headline = 訂得明白，走得從容
home-lede = 飯店客房、宴會與茶席、客運專車，一站訂妥；價格與取消規定在下訂前全部寫明。
home-stays = 推薦住宿
home-venues = 推薦場地
home-trips = 熱門路線
home-all = 看全部
home-promises = 我們的承諾
promise-terms-title = 規定先說清楚
promise-terms-text = 幾點前取消退多少，逐段列出確切時間與金額；下訂當時的規定就是您的規定。
promise-hold-title = 為您保留
promise-hold-text = 下訂後立即為您保留名額，保留到幾點一目了然，到現場再付款也可以。
promise-guest-title = 只要一個電話號碼
promise-guest-text = 不必註冊，不必電子郵件；用訂單編號和電話號碼隨時查看預訂。
kinds-label = 預訂類別

## 搜尋

search-go = 搜尋
search-any = 不限
search-city = 城市
search-words = 名稱或地點
search-arrive = 入住日期
search-nights = 晚數
search-rooms = 房間數
search-guests = 入住人數
search-day = 日期
search-time = 最早時間
search-heads = 人數
search-from = 出發地
search-to = 目的地
search-travel-day = 搭車日期
search-depart-after = 最早發車
search-passengers = 搭車人數

## 結果

results-count = 找到 { $count } 處
results-none = 沒有符合的結果
results-none-text = 請換一個日期、城市或名稱再試；間數或人數較多時，可以分成幾筆預訂。
results-party-stay = 符合條件的客房每筆訂單最多訂 { $most } 間，每間最多住 { $each } 人。請調整間數或人數，也可以分成幾筆預訂。
results-party-nights = 符合條件的客房至少須連住 { $nights } 晚。請增加晚數，或換一個城市、名稱再試。
results-party-venue = 符合條件的場地每筆訂單接待 { $least }–{ $most } 人。請調整人數，也可以分成幾筆預訂。
results-party-trip = 符合條件的班次每筆訂單最多訂 { $most } 個座位。人數較多時，可以分成幾筆預訂。
recommended = 推薦
offer-see = 查看
departures = 班次
slots = 可選時段
slot-sold = 已訂滿
slot-held = 他人保留中
slot-closed = 暫停
slot-few = 僅剩 { $free }
slot-paced = 已約滿
slot-none = 無法預訂
slot-note = { $price }，剩 { $free }
left = 剩 { $free }
free-until = { $time } 前可免費取消
price-from = 起
unit-night = ／間晚
unit-head = ／人
unit-seat = ／座
unit-once = ／次
total-stay = { $rooms } 間 { $nights } 晚共 { $total }
total-venue = { $heads } 人共 { $total }
total-trip = { $heads } 人共 { $total }
alternatives = 這些可以訂
alternative-time = 其他時間
alternative-date = 其他日期
alternative-elsewhere = 同等級

## 產品頁

back-to-results = 回到結果
address = 地址
boarding-place = 上車地點
place-phone = 聯絡電話
room-heads = 每間可住
heads-count = { $heads } 人
nights-least = 至少住 { $nights } 晚
passengers-count = { $heads } 位乘客
party-size = 每筆訂單人數
party-bounds = { $least }–{ $most } 人
papers = 證件
papers-needed = 預訂時需填寫乘客的證件號碼
availability = 哪天有空位
day-free = { $price } 起，剩 { $free }
day-full = 已滿
day-closed = 停售
month-previous = 上個月
month-next = 下個月
wish-title = 選擇日期與人數
extras = 加購項目
book-now = 預訂
see-price = 查看價格
not-available = 目前無法預訂
quote-caption = 價格明細
quote-count = × { $count }
quote-head = 每人
quote-seat = 座位
quote-total = 合計
glance-free = 可以預訂，剩 { $free }

## 取消與變更規定

terms-title = 取消與變更規定
terms-change = 服務開始 { $hours } 小時前可以申請變更。
terms-fee = 未全額退款的取消至少收取 { $fee } 手續費。
terms-change-fee = 每次改期或更換項目收取變更手續費 { $fee }。
terms-price-least = 改期後的價格不得低於原來。
terms-price-same = 改期後的價格須與原來相同。
terms-free-move = 有急事可以免手續費改期一次，最多延後 { $days } 天，服務開始前都可以辦理。
terms-voucher = 取消時收取的費用，{ $percent }% 可以換成抵用券，{ $days } 天內有效。
terms-verify = 核對這筆預訂的規定與價格
terms-page-title = 適用規定與核對
terms-page-lede = 規定在下訂時就已確定，之後如何修改都不影響這筆預訂。
terms-intact = 核對無誤：規定與下訂時完全一致。
terms-broken = 規定與下訂時的校驗碼不一致，請與我們聯絡核對。
terms-text = 用來計算規定校驗碼的原文
terms-text-lede = 對下列文字計算 SHA-256，應得到同一個校驗碼。確認單上印的是它的前 16 碼。
terms-hash = 校驗碼
terms-version = 適用規定版本 { $version }，校驗碼 { $hash }
price-version = 價格明細校驗碼 { $hash }
price-intact = 核對無誤：價格明細與下訂或最近一次變更、拆分時完全一致。
price-broken = 價格明細與下訂或最近一次變更、拆分時的校驗碼不一致，請與我們聯絡核對。
price-text = 用來計算價格校驗碼的原文
curve-caption = { $time } 開始的服務，取消時退還
curve-now = 現在
curve-before = { $time } 前
curve-after = { $time } 起
curve-always = 任何時候
curve-refund = 退 { $percent }%，即 { $amount }
