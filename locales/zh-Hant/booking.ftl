# 預訂：填寫、確認、下訂、查看、列印。

steps-label = 預訂步驟
step-choose = 選擇
step-details = 填寫
step-check = 確認
step-done = 完成

## 填寫

book-title = 填寫訂購人資料
book-lede = 不需註冊，留下姓名和電話即可。
back-to-offer = 回到產品頁
change-wish = 變更日期或人數
hold-until = 現在下訂，名額為您保留至 { $time }。
contact-name = 姓名
contact-phone = 手機號碼
contact-phone-hint = 用來聯絡您，也用來查詢預訂；國外號碼請加國碼，例如 +886。
contact-email = 電子郵件
contact-id = 證件號碼
contact-id-hint = 身分證或旅行證件號碼，搭車時核對。
contact-arrival = 預計抵達時間
contact-arrival-hint = 例如 18:30，方便飯店準備。
contact-remarks = 特殊需求
contact-remarks-hint = 過敏、飲食禁忌、無障礙需求等，我們會轉達。
contact-preferences = 偏好
contact-preferences-hint = 例如高樓層、安靜、靠窗。
to-check = 前往確認
nothing-booked-yet = 這一步還不會下訂。

## 確認

check-title = 請確認您的預訂
check-lede = 確認無誤後下訂；需要更改時可以回上一步。
back-to-details = 回到填寫資料
section-service = 預訂內容
section-contact = 訂購人
section-price = 價格
section-history = 處理紀錄
row-offer = 預訂項目
row-check-in = 入住
row-check-out = 退房
row-starts = 開始
row-ends = 結束
row-departs = 發車
row-arrives = 預計抵達
row-units = 數量
units-stay = { $rooms } 間，{ $heads } 人
place-booking = 確認預訂 { $total }
place-agree = 按下即表示您同意上列取消與變更規定。

## 預訂

booking-title = 預訂 { $number }
booking-number = 訂單編號
booking-number-hint = 例如 YS-7K3M-92QF，見確認頁或列印本。
former-numbers = 本訂單編號取代原本的 { $former }，用原訂單編號也能查到這筆預訂。
booked-title = 已為您保留
booked-keep = 請記下訂單編號；用訂單編號和手機號碼可以隨時查看。
held-title = 等待付款
held-text = 名額為您保留至 { $time }。請在此之前付款 { $total }，逾期會自動釋出。
held-left = 保留時限
held-over = 已到期
confirmed-title = 預訂已確認
confirmed-text = 一切就緒，期待您的光臨。
to-print = 列印確認單
book-again = 再訂一次
back-to-booking = 回到預訂
placed-at = 下訂時間 { $time }
status-held = 待付款
status-confirmed = 已確認
status-cancelled = 已取消
status-expired = 已過期
event-placed = 送出預訂
event-held = 名額已保留
event-confirmed = 預訂確認
event-cancelled = 取消預訂
event-change-held = 申請變更，等待付清差額
event-changed = 變更完成
event-change-undone = 放棄變更
event-change-expired = 變更未付款，已失效
event-divided = 一部分拆分為新訂單
event-divided-from = 由另一筆訂單拆分而來
event-details-changed = 修改備註
event-renumbered = 換發新訂單編號
event-number = 訂單 { $number }
event-number-before = 原訂單編號 { $number }
event-extended = 延長保留時間
event-pay-begun = 前往付款
event-paid = 付款成功，預訂確認
event-pay-declined = 付款遭拒絕
event-pay-abandoned = 付款未完成，已關閉
event-retaken = 付款較晚抵達，名額仍可用，預訂確認
event-received = 收到款項
event-stuck = 款項需要人工核對
event-resolved = 款項已核對
event-refund-due = 登記退款
event-refund-checked = 退款已核對
event-refund-sent-back = 退款重新核對
event-refund-released = 退款已放行
event-refund-sent = 已交金流業者退款
event-refund-retried = 重新退款
event-refunded = 退款完成
event-voucher-given = 發給抵用券
event-voucher-applied = 使用抵用券
event-voucher-removed = 取消使用抵用券
event-way-chosen = 變更付款方式
event-receipt-recorded = 登記收款
event-invoice-asked = 申請發票
event-invoice-issued = 開立發票
event-invoice-corrected = 發票已作廢或折讓
event-invoice-refused = 發票未能開立
event-expired = 保留到期
actor-customer = 客人
actor-staff = 員工
actor-system = 系統
bookings-none = 還沒有預訂
bookings-none-text = 這裡顯示您登入後或在這台裝置上的預訂。
bookings-start = 開始預訂

## 查詢

find-lede = 填寫訂單編號和預訂時留下的手機號碼。
find-go = 查詢預訂
find-unknown = 找不到相符的預訂，請核對訂單編號和手機號碼。
