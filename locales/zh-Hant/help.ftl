# 說明中心：公開的文章與搜尋（help-），櫃檯的撰寫、發布與覆核（help-desk-、help-edit-…）。

nav-help = 說明中心
help-title = 說明中心
help-lede = 預訂、付款、退改、住宿、場地與客運的常見問題。繁體、簡體都能搜尋。
help-search = 搜尋說明
help-q = 想了解什麼
help-q-hint = 例如：退款多久入帳、發票、兒童座椅
help-found = 找到 { $count } 篇與「{ $words }」有關的文章
help-none = 找不到與「{ $words }」有關的文章
help-none-text = 換個說法試試，看看下方的分類，或直接問我們。
help-ask = 向客服提問
help-topics = 依分類瀏覽
help-all-of = 查看全部
help-all-topics = 全部分類
help-topic-booking = 預訂與查詢
help-topic-payment = 付款與發票
help-topic-change = 變更、取消與退款
help-topic-stay = 住宿
help-topic-venue = 場地與用餐
help-topic-trip = 客運
help-topic-member = 會員與帳號
help-topic-other = 其他
help-empty = 說明文章準備中
help-empty-text = 您可以先直接向客服提問。

## 文章

help-since = { $day }更新
help-vote-title = 這篇文章有幫助嗎？
help-vote-yes = 有幫助
help-vote-no = 沒有幫助
help-voted-yes = 謝謝，您說它有幫助。
help-voted-no = 謝謝您告訴我們，它沒有幫上忙。可以直接詢問客服。
help-vote-change = 更改
help-related = 相關文章
help-still = 沒有解決？
help-still-text = 把情況告訴我們，由客服為您處理。

## 櫃檯：列表

desk-room-help = 知識庫
desk-help = 知識庫
help-desk-lede = 寫一種文字，另一種自動轉換，也可以自行改寫。客服與行政撰寫草稿，由主管或總經理發布。
help-desk-new = 撰寫新文章
help-desk-none = 還沒有文章
help-column-title = 標題
help-column-topic = 分類
help-column-status = 狀態
help-column-review = 覆核日期
help-column-votes = 有幫助 / 沒有
help-votes = { $helped } / { $unhelped }
help-status-draft = 草稿
help-status-scheduled = 排程發布
help-status-published = 已發布
help-status-withdrawn = 已下架
help-status-past = 已被取代
help-waits = 有新草稿待發布
help-from = { $time } 發布
help-due = 該覆核了
help-no-review = 未定

## 櫃檯：撰寫

help-new-title = 撰寫新文章
help-edit-title = 文章：{ $title }
help-back = 返回知識庫
help-see = 查看公開頁面
help-edit = 內容
help-script = 用哪種文字撰寫
help-slug = 網址名稱
help-slug-hint = 小寫字母、數字與連字號，例如 refund-how-long
help-topic = 分類
help-sort = 排列順序
help-sort-hint = 數字小的排在前面；不填為 100
help-article-title = 標題（撰寫的文字）
help-article-body = 內文（撰寫的文字）
help-body-hint = 一行一段；「## 」開頭是小標題，「- 」開頭是清單，[文字](/bookings/find) 是站內連結。最多 3000 字。
help-other = 另一種文字
help-other-hint = 留空就自動轉換；只有說法不同時才需要自己寫。
help-other-title = 標題（另一種文字）
help-other-body = 內文（另一種文字）
help-other-converted = 自動轉換的結果
help-review-on = 下次覆核日期
help-review-hint = 到期會排到知識庫最前面
help-why = 改了什麼
help-save = 儲存為草稿

## 櫃檯：個人資料

help-suspects = 看起來是個人資料的內容
help-suspects-text = 下面標示的內容發布前應當去除。請核對後一併取代，或回到內文修改。
help-suspect = { $found }，換成{ $instead }
help-redact = 全部取代
help-redacted = 取代個人資料
help-instead-name = （姓名）
help-instead-email = （電子郵件）
help-instead-number = （編號）
help-instead-document = （證件號碼）
help-instead-card = （卡號）
help-instead-phone = （電話）
help-case-question = 問題
help-case-answer = 解答
help-from-case = 由已解決的個案整理

## 櫃檯：發布

help-publish = 發布
help-publish-text = 發布的是最新一版（第 { $number } 版）。不填日期就是現在。
help-publish-day = 發布日期
help-publish-time = 發布時間
help-publish-checked = 我已看過標示的內容，確認可以公開
help-publish-go = 發布
help-publish-waits = 草稿儲存後，由主管或總經理發布。
help-withdraw = 下架這篇文章
help-withdraw-text = 下架後任何人都看不到它，舊版本也不會出現；以後可以再發布。
help-reviewed = 覆核
help-reviewed-go = 記下覆核日期
help-versions = 歷次版本
help-version = 第 { $number } 版
help-version-by = { $by } · { $time }
help-version-house = 建站時
