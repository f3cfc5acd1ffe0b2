# 櫃檯：員工登入、當日預訂、訂單內容（desk-），員工職務（role-）。

desk-title = 預訂櫃檯
desk-sign-out = 登出

## 員工登入

desk-login-title = 員工登入
desk-login-lede = 僅供悅訂員工使用。連續輸入錯誤多次，將暫停登入一段時間。
desk-login-name = 員工帳號
desk-login-guest = 您是客人嗎？
desk-login-member = 前往會員登入

## 搜尋

desk-search = 搜尋預訂
desk-search-go = 搜尋
desk-day = 日期
desk-q = 訂單編號、姓名或電話
desk-q-hint = 填寫後會搜尋所有日期
desk-kind = 類別
desk-kind-all = 所有類別

## 當日預訂

desk-days = 切換日期
desk-day-before = 前一天
desk-today = 今天
desk-day-after = 後一天
desk-count-stay = 入住 { $count } 筆
desk-count-venue = 到場 { $count } 組
desk-count-trip = 搭車 { $count } 人
desk-total = 共 { $total } 筆
desk-found = 「{ $words }」的搜尋結果
desk-all-days = 搜尋範圍是所有日期。
desk-to-today = 回到今天的預訂
desk-none = 這一天沒有預訂
desk-none-hint = 可以切換到前後日期，或以訂單編號、姓名、電話搜尋。
desk-none-found = 找不到符合的預訂
desk-none-found-hint = 請確認訂單編號或電話，也可以只輸入姓名的一部分。
desk-column-time = 時間
desk-column-number = 訂單編號
desk-column-what = 預訂內容
desk-column-units = 數量
desk-column-name = 姓名
desk-column-phone = 電話
desk-column-status = 狀態
desk-units-stay = { $units } 間，{ $heads } 人
desk-units-venue = { $heads } 人
desk-units-trip = { $units } 個座位

## 訂單內容

desk-booking = 訂單 { $number }
desk-back = 回到當日預訂
desk-call = 撥打給客人

## 職務

role-agent = 訂位專員
role-confirmation = 確認專員
role-service = 客服專員
role-supervisor = 主管
role-finance = 財務
role-administration = 行政
role-manager = 總經理
role-admin = 系統管理員

## 各處

desk-rooms = 櫃檯頁面
desk-room-day = 當日預訂
desk-room-payments = 款項
desk-room-notices = 通知
desk-room-jobs = 背景工作
desk-nothing = 沒有待辦事項
desk-decision = 處理
desk-trouble = 狀況

## 款項

desk-payments = 款項
desk-due = 待收款
due-for-booking = 預訂
due-for-change = 變更差額
due-for-fee = 取消手續費
due-no-end = 無期限
desk-stuck = 待核對的付款
desk-refunds = 待退款
desk-refunds-done = 最近七天已退款
desk-column-until = 期限
desk-column-since = 起始
desk-asked = 應付
desk-came = 實收
desk-amount = 金額（元）
desk-reason = 原因
desk-how = 處理方式
desk-why = 處理理由
desk-decide = 核對處理
desk-decide-go = 送出處理
desk-waits-for-finance = 等待主管或財務處理
desk-by-itself = 由金流業者自動退回
desk-pay-out = 人工退款
desk-pay-out-go = 登記已退款
desk-check = 核對無誤
desk-release = 放行退款
desk-send-back = 退回核對
desk-send-back-go = 退回主管
desk-question = 財務疑問：{ $why }
desk-waits-check = 等待主管核對
desk-waits-release = 等待財務放行
desk-collected = 員工收款核對與入帳
desk-column-by = 經手人與單據
collection-asked = 等待主管核對
collection-checked = 已核對，等待財務入帳
desk-take = 確認入帳
desk-retry = 請金流業者重試
desk-slip = 單據號碼
desk-slip-hint = 轉帳必須填寫；櫃檯收款可以不填。
desk-record = 登記收款
desk-record-go = 登記收款並確認預訂
resolution-accept = 收下並確認預訂，多出的退回
resolution-return = 全部退回
resolution-forget = 沒有收到款項，關閉
trouble-amount = 金額與應付不符
trouble-currency = 幣別不符，未入帳
trouble-absurd = 金額無法採信，未入帳
trouble-silent = 金流業者沒有回覆結果
trouble-refund = 金流業者拒絕退款
desk-known = 付款 { $number }，{ $time } 開始
desk-refund-overdue = 已逾承諾時間
desk-tried = 已嘗試 { $count } 次 { $trouble }
desk-sum = 金額

## 通知與背景工作

desk-notices = 通知
desk-jobs = 背景工作
notice-sent = 最近 24 小時已送達 { $count } 則
notice-dead = 未能送達
notice-waiting = 等待重試
notice-topic = 內容
notice-to = 傳送至
notice-tries = 次數
notice-resend = 重新傳送
undelivered-internal = 系統內部錯誤
undelivered-no-address = 收件地址無效
undelivered-no-answer = 對方沒有回應
undelivered-no-connection = 無法連線
undelivered-no-encryption = 對方不支援加密
undelivered-no-sense = 無法理解對方的回應
undelivered-nobody-there = 尚未設定這個傳送管道
undelivered-void = 內容已不再適用
undelivered-worker-lost = 傳送途中中斷，無法確定是否送達
topic-placed = 下訂通知
topic-confirmed = 預訂確認
topic-expired = 保留到期
topic-changed = 變更通知
topic-changing = 變更待付
topic-unchanged = 變更未生效
topic-cancelled = 取消通知
topic-divided = 訂單拆分
topic-invoiced = 發票通知
topic-returned = 退款登記
topic-refunded = 退款完成
topic-asked = 收到諮詢
topic-answered = 諮詢回覆
topic-question = 諮詢待補充
topic-handed = 諮詢轉接
topic-postponed = 諮詢延期
topic-rate = 邀請評價
topic-reminder = 行前提醒
channel-mail = 電子郵件
channel-sms = 簡訊
channel-inbox = 站內訊息
job-column-job = 工作
job-column-every = 間隔
job-column-ended = 上次完成
job-column-done = 處理數
job-column-lag = 延遲
job-column-state = 狀態
job-never = 尚未執行
job-every = 每 { $seconds } 秒
job-lag = { $seconds } 秒
job-well = 正常
job-failed = 連續失敗 { $count } 次
job-holds = 釋出到期的保留
job-payments = 查詢付款結果
job-refunds = 辦理退款
job-notices = 傳送通知
job-reminders = 行前提醒
job-promises = 照看諮詢時限
job-leftovers = 清理過期資料

## 規則

desk-room-policies = 規則
desk-policies = 取消與變更規則
policies-lede = 每條規則依版本生效。已售出的預訂一律依下單時的版本，不受修改影響。
list-comma = 、
policy-column-version = 現行版本
policy-column-next = 下一版本
policy-column-offers = 適用商品
policy-next = { $version }，{ $day } 起
policy-no-offers = 目前沒有商品
policy-title = { $kind }規則 { $version }
policy-back = 全部規則
policy-new = 擬訂新版本
policy-version = 版本號
policy-from = 生效日期
policy-tiers = 取消退款級距
policy-tiers-hint = 提前時數由大到小，退款比例不能越晚越高；用不到的列留空。最後一級之後不退。
policy-row-1 = 第 1 級
policy-row-2 = 第 2 級
policy-row-3 = 第 3 級
policy-row-4 = 第 4 級
policy-row-5 = 第 5 級
policy-row-6 = 第 6 級
policy-tier-hours = 第 { $row } 級：提前（小時）
policy-tier-percent = 第 { $row } 級：退款（%）
policy-tier = 提前 { $hours } 小時退 { $percent }%
policy-no-tiers = 不退款
policy-minimum-fee = 未全額退款時至少收取（元）
policy-change = 變更
policy-change-hours = 變更須提前（小時）
policy-change-fee = 每次改期收取（元）
policy-change-price = 改期後的價格
policy-price-any = 不限，多退少補
policy-price-least = 不得低於原價
policy-price-same = 須與原價相同
policy-relief = 代替手續費
policy-voucher-percent = 手續費換抵用券（%，0 為不提供）
policy-voucher-days = 抵用券有效（天）
policy-voucher-single = 抵用券限用一次
policy-move-days = 免費改期最多延後（天，0 為不提供）
policy-hold = 保留未付款的預訂
policy-hold-minutes = 線上付款保留（分鐘）
policy-extend-minutes = 可延長一次（分鐘）
policy-counter-hours = 臨櫃付款保留（小時）
policy-counter-close-hours = 臨櫃付款最晚提前（小時）
policy-preview = 試算過去的影響
policy-publish-title = 發布前請再核對一次
policy-publish-text = 自生效日期起，新的預訂依這個版本；已售出的不變。
policy-publish = 發布這個版本
policy-versions = 版本
policy-standing-past = 已停用
policy-standing-current = 現行
policy-standing-coming = 待生效
policy-rest = 其他
policy-by = 發布人與理由
policy-offers = 適用商品
policy-split = 單獨設定規則
replay-title = 依擬訂版本重算最近 { $days } 天
replay-lede = 把這段期間實際發生的取消和變更，分別依各自當時的規則和擬訂的規則算一遍。
replay-column-what = 事項
replay-column-cases = 筆數
replay-column-dearer = 客人多付
replay-column-cheaper = 客人少付
replay-column-refused = 不再允許
replay-column-was = 原本收取
replay-column-would-be = 擬訂收取
replay-column-difference = 相差
replay-column-at = 時間
replay-cancelled = 取消
replay-changed = 變更
replay-refused = 不再允許
replay-most = 相差最大的幾筆
replay-same = 沒有一筆會不同。
replay-left-out = 另有 { $count } 筆較早的取消或變更未計入。
replay-untold = 另有 { $count } 筆變更沒有留下原本的內容，未計入。

## 發票

desk-room-invoices = 發票
desk-invoices = 發票
invoices-asked = 待開立
invoices-wrong = 金額有變，須更正
invoices-issued = 最近三十天已開立
invoice-decide = 辦理
invoice-issue = 登記已開立
invoice-refuse = 無法開立
invoice-refuse-why = 無法開立的原因（客人會看到）
invoice-correct = 登記已作廢或折讓
invoice-correct-code = 作廢或折讓單號碼
invoice-differs = 票面 { $amount }，現在應為 { $net }
