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
