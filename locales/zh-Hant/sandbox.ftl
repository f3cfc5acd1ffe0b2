# 付款沙盒的頁面：僅供試用，不會扣款（server/sandbox）。

sandbox-name = 付款沙盒
sandbox-label = 僅供測試，不會實際扣款

sandbox-heading-open = 請確認付款
sandbox-heading-paid = 付款成功
sandbox-heading-declined = 付款遭拒
sandbox-heading-closed = 訂單已關閉，無法再付款
sandbox-heading-pending = 付款處理中

sandbox-subject = 付款項目
sandbox-number = 商店訂單編號
sandbox-until = 付款期限
sandbox-pay = 確認付款
sandbox-decline = 模擬付款遭拒
sandbox-back = 返回商店頁面

sandbox-cases = 試試特殊情況
sandbox-cases-hint = 每個按鈕模擬一種金流服務可能發生的異常，用來觀察預訂平台如何處理。
sandbox-seconds = 等待秒數（用於「延遲入帳」與「付款後不回應」）
sandbox-case-delay = 延遲入帳（訂單關閉後仍會入帳）
sandbox-case-repeat = 付款，並重複傳送通知
sandbox-case-reorder = 付款，舊通知比新通知晚到
sandbox-case-lose = 付款，但通知遺失
sandbox-case-forge = 不付款，傳送一則偽造的付款通知
sandbox-case-wrong_amount = 付款金額與訂單不符
sandbox-case-wrong_currency = 付款幣別與訂單不符
sandbox-case-silent = 付款後一段時間內不回應查詢

sandbox-missing = 找不到這筆訂單
sandbox-missing-hint = 連結可能不完整，請返回商店頁面重新付款。

sandbox-sms = 簡訊紀錄
sandbox-sms-none = 尚未收到簡訊。
sandbox-sms-times = 共收到 { $times } 次
