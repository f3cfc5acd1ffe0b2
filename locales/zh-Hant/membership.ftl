# 會員：登入（login-）、註冊（register-）、帳號（account-）。
# 語氣親切、準確，不催促；臺灣用語一律稱「帳號」。

## 登入

login-title = 會員登入
login-lede = 登入後，您的訂單和偏好都在同一處，訂購時不必重複填寫。
login-name = 手機號碼或電子郵件
login-name-hint = 註冊時使用的手機號碼或電子郵件，例如 +886 912 345 678。
login-password = 密碼
login-submit = 登入
login-new = 還沒有帳號？
login-new-text = 註冊只需要一分鐘，完全免費。
login-register = 註冊新帳號
login-guest = 不登入也能預訂。已經有訂單，憑訂單編號和手機號碼就能查看：
login-guest-find = 查詢訂單
login-already = 您已經登入
login-go-on = 繼續
login-needed = 請先登入

## 註冊

register-title = 註冊帳號
register-lede = 一個帳號，就能管理住宿、場地和客運的所有預訂。
register-name = 姓名
register-name-hint = 預訂時會自動帶入，請與出示的證件相同。
register-login-hint = 之後用它登入。中國大陸以外的手機號碼請加上國碼。
register-password-hint = 至少 8 個字元。把幾個不相關的詞連在一起，好記又安全。
register-again = 再次輸入密碼
register-consent = 我已閱讀並同意隱私權說明
register-privacy = 查看隱私權說明（在新分頁開啟）
register-submit = 註冊並登入
register-have = 已經有帳號？

## 帳號

account-title = 我的帳號
account-hello = { $name }，您好。
account-saved = 您的偏好已儲存，下次預訂時會自動帶入。
account-alone = 其他裝置都已登出，目前只有這台裝置保持登入。
account-bookings = 我的預訂
account-mine = 所有訂單
account-mine-note = 查看行程、付款期限與取消規定，列印確認單
account-find = 查詢其他訂單
account-find-note = 未登入時的預訂，憑訂單編號和手機號碼查詢
account-profile = 會員資料
account-card = 會員卡號
account-name = 姓名
account-phone = 手機號碼
account-email = 電子郵件
account-blank = 未填寫
account-preferences = 我的偏好
account-preferences-label = 希望我們為您留意的事
account-preferences-hint = 例如：高樓層、禁菸房、靠窗座位、素食。預訂時會自動帶入，您隨時可以修改；最多 200 個字。
account-save = 儲存偏好
account-safety = 登入與安全
account-only-here = 目前只在這台裝置上登入。
account-others = 除了這台裝置，另有 { $count } 處仍在登入狀態。如果有您不認識的，請立即登出其他裝置。
account-sign-out = 登出
account-sign-out-others = 登出其他裝置

## 表單上方的提示

