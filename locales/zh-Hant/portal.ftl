# 網站的框架：頁首、頁尾、找不到與被拒絕的頁面。

site-name = 悅訂
site-description = 飯店、場地與客運專車的自助預訂：先看清價格與取消規定，再下訂。
skip-to-content = 跳至主要內容
nav-label = 主選單
nav-home = 首頁
nav-stays = 住宿
nav-venues = 場地
nav-trips = 客運
nav-bookings = 我的預訂
nav-find = 用訂單編號查預訂
nav-login = 登入
nav-account = 我的帳號
nav-privacy = 隱私權說明
nav-desk = 員工入口
tabs-label = 快速選單
script-name = 繁體
footer-label = 更多
footer-phone-label = 服務專線
footer-phone = 400-000-0000
footer-hours = 每天 8:00–22:00
footer-legal = 展示網站：頁面上的飯店、場地與路線皆為範例。

## 錯誤與找不到

missing-title = 找不到這個頁面
missing-text = 您要找的頁面不存在，或不屬於目前登入的帳號。請檢查網址，或從首頁重新開始。
sign-in-title = 請先登入
invalid-title = 有內容需要更正
refused-title = 暫時無法辦理
to-home = 回首頁
ask-a-person = 需要協助時，請撥打服務專線 400-000-0000，告訴我們您想辦理的事項，我們會接手協助。
form-faults = 請更正以下內容，您填寫的其他資料都還在
fault-at = { $label }：{ $fault }
optional = 選填
edit = 修改
pages-label = 換頁
pages-previous = 上一頁
pages-next = 下一頁
