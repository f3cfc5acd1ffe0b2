# 值班檯：諮詢的看板、工作日曆與承諾、常用回覆、轉接單。

supervise-ways = 諮詢管理
supervise-queue = 待辦
supervise-board = 看板
supervise-calendar = 日曆與承諾
supervise-replies = 常用回覆

## 看板

board-title = 諮詢看板
board-lede = 依部門、依經辦人查看待答的諮詢：哪些快到時限，哪些已經逾時。點選數字進入待辦。
board-departments = 依部門
board-persons = 依經辦人
board-who = 部門或經辦人
board-open = 待答
board-risk = 快到時限
board-broken = 已逾時
board-waiting = 等旅客
board-total = 合計
board-count = { $who }：{ $what } { $count } 則
board-empty = 目前沒有待答的諮詢
board-empty-text = 有新的諮詢進來，這裡會依部門與經辦人列出。

## 工作日曆

calendar-title = 工作日曆與承諾
calendar-lede = 答覆的時限只在上班時間內計算。變更先看影響，再發布。
calendar-form = 上班時間
calendar-windows = 每天的上班時段
calendar-windows-hint = 例如 09:00-12:00, 13:00-18:00；中間空出來的是午休。
calendar-weekdays = 每週的上班日
calendar-holidays = 放假
calendar-holidays-hint = 每行一個日期或一段日期，後面寫名稱，例如 2026-10-01..2026-10-07 國慶節。
calendar-workdays = 補班
calendar-workdays-hint = 寫法相同，例如 2026-10-10 國慶節補班。
calendar-preview = 查看影響
calendar-effect = 這樣改會如何
calendar-same = 共有 { $owed } 則諮詢尚未結束，時限都不變。
calendar-changes = 共有 { $owed } 則諮詢尚未結束，其中 { $changed } 則的時限會變。
calendar-breaks = 有 { $broken } 則會立刻變成逾時。
calendar-first = 以下列出前 { $count } 則。
calendar-case = 諮詢
calendar-before = 目前的時限
calendar-after = 變更後的時限
calendar-no-due = 無
calendar-publish-title = 發布這份日曆
calendar-publish-text = 發布後，尚未結束的諮詢會立刻依新日曆重新計算時限；已經答覆的不受影響。
calendar-publish = 發布日曆
calendar-published = 日曆已發布，時限已重新計算。
calendar-why = 原因
calendar-days = 放假與補班
calendar-year = { $year } 年
calendar-span = { $first } 至 { $last }
calendar-works = 補班
calendar-no-days = 沒有登記放假的日子。
calendar-unannounced = { $year } 年的補班安排尚未公布，暫時依平日的上班日計算。公布後請補上。

promise-title = 對旅客的承諾
promise-lede = 從發布時起提出的諮詢適用新的承諾；已經提出的，承諾不變。
promise-day = 時限以上班分鐘計，一個上班日是 { $minutes } 分鐘。
promise-first = 首次回應（上班分鐘）
promise-simple = 一般問題的答覆（上班分鐘）
promise-complex = 複雜問題的答覆（上班分鐘）
promise-urgent = 急件的時限是平時的百分之幾
promise-leg = 轉接給一個部門的時間（上班分鐘）
promise-remind = 到期前多久提醒（上班分鐘）
promise-reopen-days = 答覆後可以重新開啟的天數
promise-rating-days = 可以評價的天數
promise-rating-again = 幾天後再請旅客評價一次
promise-publish = 發布承諾
promise-published = 新的承諾已生效，只適用於今後提出的諮詢。

## 常用回覆

replies-title = 常用回覆
replies-lede = 回覆時一鍵插入，依旅客的字體顯示。只寫一種字體也可以，另一種會自動轉換。
replies-new = 新增常用回覆
replies-edit = 編輯常用回覆
replies-back = 返回清單
replies-none = 還沒有常用回覆
replies-column-title = 標題
replies-column-text = 內容
replies-column-state = 狀態
replies-on = 使用中
replies-off = 已停用
replies-title-hans = 標題（簡體）
replies-title-hant = 標題（繁體）
replies-body-hans = 內容（簡體）
replies-body-hant = 內容（繁體）
replies-active = 供同事使用
replies-save = 儲存
replies-saved = 已儲存。
replies-variables = 內容中可以使用的變數
replies-variable-name = 旅客的姓名
replies-variable-number = 諮詢編號
replies-variable-booking = 訂單編號；沒有關聯預訂時留空
replies-variable-due = 承諾的時間
replies-variable-staff = 回覆人的姓名

## 轉接單

slip-title = 客戶諮詢轉接單
slip-back = 返回諮詢
slip-customer = 客戶資料
slip-asked-at = 提出時間
slip-due = 對旅客的承諾
slip-question = 諮詢內容
slip-legs = 轉接紀錄
slip-leg = 第 { $count } 次轉接
slip-from = 轉出
slip-to = 轉至
slip-contact = 聯絡方式
slip-at = 轉接時間
slip-why = 轉接原因
slip-given = 限時（上班時間）
slip-by = { $time } { $who }
slip-accepted = 接收
slip-not-accepted = 尚未接收
slip-returned = 退回
slip-said = 處理經過
slip-blank = 這則諮詢尚未轉接過，以下留空供手寫填寫。
slip-signatures = 簽名
slip-sign-from = 轉出人
slip-sign-to = 接收人
slip-sign-date = 日期
slip-sign-result = 處理結果
