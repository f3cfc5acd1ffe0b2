# 寄給客人的通知：電子郵件（mail-…）、簡訊（sms-…）、站內訊息（inbox-…）。
# 先說發生了什麼，再說現在可以做什麼。

## 郵件主旨

mail-subject-received = 已收到您的預訂：{ $what }（{ $number }）
mail-subject-placed = 名額已為您保留：{ $what }（{ $number }）
mail-subject-confirmed = 預訂已確認：{ $what }（{ $number }）
mail-subject-expired = 保留已到期：{ $what }（{ $number }）
mail-subject-returned = 款項將退還給您（{ $number }）
mail-subject-refunded = 退款已完成（{ $number }）
mail-subject-reminder = 行程提醒：{ $when } { $what }（{ $number }）
mail-subject-changed = 預訂已變更：{ $what }（{ $number }）
mail-subject-moved = 預訂已變更，訂單編號已更換：{ $what }（{ $number }）
mail-subject-changing = 變更待付差額 { $amount }：{ $what }（{ $number }）
mail-subject-applied = 已收到變更申請（{ $number }）
mail-subject-unchanged = 變更沒有完成，預訂維持原樣（{ $number }）
mail-subject-kept = 變更已放棄，預訂維持原樣（{ $number }）
mail-subject-cancelled = 預訂已取消（{ $number }）
mail-subject-divided = 訂單已拆分：{ $what }（{ $number }）
mail-subject-rest = 訂單已拆分，這是留在原訂單的部分：{ $what }（{ $number }）
mail-subject-invoiced = 發票已開立（{ $number }）

## 內文

mail-greeting = { $name }，您好：
mail-lead-received = 我們已收到您的預訂。
mail-lead-placed = 我們已收到您的預訂，名額為您保留至 { $until }。請於此之前付款 { $due }；逾期未付，名額會自動釋出。
mail-lead-confirmed = 款項已收到，您的預訂已確認，期待您的光臨。
mail-lead-expired = 至 { $until } 為止沒有收到付款，名額已經釋出。您可以重新預訂。如果您已經付款，入帳後我們會自動處理：名額還在就為您確認，否則全額退還。
mail-lead-refunded = { $amount } 已經退還，請查收。退款依您付款時的方式辦理，銀行入帳可能稍晚。
mail-lead-reminder = 您預訂的服務將於 { $when } 開始，請留意時間和地點。
mail-lead-changed = 您的預訂已經變更，以下是新的內容。
mail-lead-moved = 您的預訂已經變更，訂單編號也已更換：{ $number } 取代原本的 { $former }。以下是新的內容；用原訂單編號也能查到這筆預訂。
mail-changed-paid = 差額 { $amount } 已經收到。
mail-changed-back = 差額 { $amount } 會退還給您，最遲 { $promised } 入帳。
mail-changed-due = 預訂尚未付款：名額為您保留至 { $until }，請於此之前付款 { $due }；逾期未付，名額會自動釋出。
mail-lead-changing = 您的變更尚未完成：請於 { $until } 前付清差額 { $amount }，付清後變更生效。在此之前新舊名額都為您保留；逾期未付，預訂維持原樣。
mail-lead-applied = 我們已收到您的變更申請，預訂目前的內容請見預訂頁面。
mail-lead-unchanged = 差額沒有在期限內付清，這次變更沒有生效，您的預訂維持原樣。
mail-lead-kept = 這次變更已經放棄，不必付差額，您的預訂維持原樣。
mail-lead-cancelled = 您的預訂已經取消，名額已經釋出。
mail-lead-divided = 您的訂單 { $other } 的一部分已拆分為新訂單 { $number }，以下是它的內容；其餘部分仍在原訂單。拆分不收費用，已付的款項隨之轉入。
mail-lead-rest = 您的訂單 { $number } 的一部分已拆分為新訂單 { $other }，以下是留在本訂單的內容，取代先前的確認。拆分不收費用，拆出的部分與為其支付的款項請見新訂單。
mail-lead-invoiced = 發票已經開立，號碼 { $invoice }，金額 { $amount }，會寄到您填寫的電子郵件地址。
mail-cancelled-fee = 依預訂時的規定收取 { $fee }。
mail-cancelled-back = 我們會退還 { $amount }，最遲 { $promised } 入帳。
mail-cancelled-due = 手續費超過您已付的金額，尚差 { $owed }，請在預訂頁面付清。
mail-cancelled-voucher = 依您的選擇，收取的費用已換成抵用券 { $voucher }，面額 { $worth }，有效期限至 { $expires }，付款時輸入券號即可使用。
mail-papers = 請攜帶預訂時填寫的證件，服務人員會核對。

mail-pay-online = 在預訂頁面選擇線上付款，付清後立即生效。
mail-pay-counter = 請到{ $counter }付款，報訂單編號 { $number } 即可，可用現金或金融卡。
mail-pay-transfer = 請用銀行轉帳付款，附註寫明訂單編號 { $number }；收款帳戶見預訂頁面。入帳後我們會確認並通知您。

mail-returned-late = 您付的 { $amount } 入帳時，保留已經到期，名額已被其他客人訂走。非常抱歉，這筆款項會全額退還。
mail-returned-stale = 您付的 { $amount } 是變更前的金額。應付金額已經不同，這筆款項不能用來確認預訂，會全額退還。
mail-returned-twice = 這筆預訂先前已經付清，您又付了 { $amount }，多付的款項會全額退還。
mail-returned-cancelled = 這筆預訂已經取消，我們會退還 { $amount }。
mail-returned-amount = 收到的 { $amount } 與應付金額不符，不能用來確認這筆預訂，會全額退還。
mail-returned-currency = 收到的 { $amount } 不是人民幣，不能用來確認這筆預訂，會全額退還。
mail-returned-excess = 您付的比應付的多 { $amount }，預訂已確認，多付的部分會退還。
mail-returned-staff = 我們會退還 { $amount }。
mail-back-online = 退款依您付款時的方式辦理，您不需要做什麼，最遲 { $promised } 完成。
mail-back-counter = 這筆款項是在櫃檯收的，服務人員會與您聯絡退款，最遲 { $promised } 辦妥。
mail-back-transfer = 款項會轉回您匯款的帳戶，最遲 { $promised } 完成。
mail-back-voucher = 以抵用券支付的部分已退回原券。

mail-open = 查看預訂
mail-open-pay = 前往支付差額
mail-sign-in = 登入後可以查看完整預訂：
mail-find = 用訂單編號和預訂時留下的手機號碼，隨時可以查看預訂：
mail-calendar = 附件是行事曆檔案，開啟即可加入您的行事曆。
mail-calendar-withdrawn = 附件是行事曆檔案，開啟即可將您行事曆中的這項行程標示為已取消。
mail-footer = 這封郵件由系統寄出，請勿直接回覆。需要協助，請撥打服務專線 { footer-phone }（{ footer-hours }）。

## 表格

mail-caption = 【{ $caption }】
mail-row = { $label }：{ $value }
mail-place = 地點
mail-money = 付款
mail-wanted = 變更後
mail-difference = 差額
mail-paid = 已付
mail-refunded = 已退
mail-due = 待付
mail-way-online = 線上付款
mail-way-counter = 臨櫃付款
mail-way-transfer = 銀行轉帳
mail-way-voucher = 抵用券

## 簡訊

sms-received = 【{ site-name }】已收到您的預訂：{ $what }，{ $when }。訂單編號 { $number }
sms-placed = 【{ site-name }】{ $what }已為您保留至 { $until }，請於此前付款 { $due }。訂單編號 { $number }
sms-confirmed = 【{ site-name }】預訂已確認：{ $what }，{ $when }。訂單編號 { $number }，請妥善保存。
sms-expired = 【{ site-name }】{ $what }未在期限內付款，名額已釋出，您可以重新預訂。訂單編號 { $number }
sms-returned = 【{ site-name }】您付的 { $amount } 將退還，最遲 { $promised } 完成，原因請用訂單編號在網站查詢。訂單編號 { $number }
sms-refunded = 【{ site-name }】退款 { $amount } 已完成，請查收。訂單編號 { $number }
sms-reminder = 【{ site-name }】提醒：{ $what }，{ $when } 開始，請留意時間。訂單編號 { $number }
sms-changed = 【{ site-name }】預訂已變更：{ $what }，{ $when }。訂單編號 { $number }
sms-moved = 【{ site-name }】預訂已變更：{ $what }，{ $when }。新訂單編號 { $number }，取代 { $former }
sms-changing = 【{ site-name }】{ $what }的變更待付差額 { $amount }，請於 { $until } 前付清，逾期未付，預訂維持原樣。訂單編號 { $number }
sms-applied = 【{ site-name }】已收到{ $what }的變更申請，結果請用訂單編號在網站查詢。訂單編號 { $number }
sms-unchanged = 【{ site-name }】變更沒有付清差額，未生效，{ $what }維持原樣。訂單編號 { $number }
sms-kept = 【{ site-name }】變更已放棄，不必付差額，{ $what }維持原樣。訂單編號 { $number }
sms-cancelled = 【{ site-name }】{ $what }已取消，退款與手續費請用訂單編號在網站查詢。訂單編號 { $number }
sms-divided = 【{ site-name }】訂單 { $other } 的一部分已拆分為新訂單：{ $what }，{ $when }。新訂單編號 { $number }
sms-rest = 【{ site-name }】訂單 { $number } 已拆分，留在本訂單：{ $what }，{ $when }。拆出的部分見新訂單 { $other }
sms-invoiced = 【{ site-name }】發票已開立，金額 { $amount }，請查收電子郵件。訂單編號 { $number }

## 站內訊息

inbox-title-received = 已收到您的預訂
inbox-title-placed = 名額已為您保留
inbox-title-confirmed = 預訂已確認
inbox-title-expired = 保留已到期
inbox-title-returned = 款項將退還給您
inbox-title-refunded = 退款已完成
inbox-title-reminder = 行程提醒
inbox-title-changed = 預訂已變更
inbox-title-moved = 預訂已變更，訂單編號已更換
inbox-title-changing = 變更待付差額
inbox-title-applied = 已收到變更申請
inbox-title-unchanged = 變更沒有完成
inbox-title-kept = 變更已放棄
inbox-title-cancelled = 預訂已取消
inbox-title-divided = 訂單已拆分
inbox-title-rest = 訂單已拆分，這是留下的部分
inbox-title-invoiced = 發票已開立

## 諮詢

mail-subject-asked = 已收到您的諮詢（{ $number }）
mail-subject-answered = 您的諮詢有回覆（{ $number }）
mail-subject-resolved = 您的諮詢已答覆（{ $number }）
mail-subject-question = 您的諮詢需要補充（{ $number }）
mail-subject-handed = 您的諮詢已轉給{ $to }（{ $number }）
mail-subject-postponed = 諮詢的答覆時間異動（{ $number }）
mail-subject-rate = 這次答覆您滿意嗎（{ $number }）
mail-lead-asked = 我們已收到您的諮詢，編號 { $number }，最遲 { $due } 有專人回應您。
mail-lead-answered = 您的諮詢有了回覆：
mail-lead-resolved = 您的諮詢已經答覆：
mail-lead-question = 為了答覆您，我們還需要您補充：
mail-lead-handed = 您的諮詢已轉給{ $to }處理，限 { $span }（上班時間）；對您承諾的答覆時間不變。
mail-handed-why = 轉接原因：{ $reply }
mail-handed-contact = 聯絡方式：{ $contact }
mail-lead-postponed = 您的諮詢要到 { $due } 才能答覆，很抱歉讓您久候。
mail-postponed-why = 原因：{ $reply }
mail-lead-rate = 您的諮詢 { $number } 已經答覆。方便的話，請給我們評價。
mail-open-inquiry = 查看諮詢
mail-open-rate = 評價答覆
mail-rate-link = 請評價這次答覆，不必登入，連結只能使用一次：
mail-sign-in-inquiry = 登入後可以查看與補充：
mail-find-inquiry = 用諮詢編號與提問時留下的手機號碼，隨時可以查看與補充：

sms-asked = 【{ site-name }】已收到諮詢，編號 { $number }，最遲 { $due } 有專人回應您。用編號與手機號碼可在網站查看。
sms-answered = 【{ site-name }】諮詢 { $number } 有回覆，請用編號與手機號碼在網站查看。
sms-resolved = 【{ site-name }】諮詢 { $number } 已答覆，請用編號與手機號碼在網站查看，也請您評價。
sms-question = 【{ site-name }】諮詢 { $number } 需要您補充，請用編號與手機號碼在網站回覆。
sms-handed = 【{ site-name }】諮詢 { $number } 已轉給{ $to }處理，答覆時間不變。
sms-postponed = 【{ site-name }】諮詢 { $number } 的答覆時間改為 { $due }，很抱歉讓您久候。
sms-rate = 【{ site-name }】諮詢 { $number } 已答覆，您滿意嗎？用編號與手機號碼在網站可以評價。

inbox-title-asked = 已收到諮詢
inbox-title-answered = 諮詢有回覆
inbox-title-resolved = 諮詢已答覆
inbox-title-question = 諮詢需要您補充
inbox-title-handed = 諮詢已轉給{ $to }
inbox-title-postponed = 諮詢的答覆時間異動
inbox-title-rate = 評價諮詢的答覆
