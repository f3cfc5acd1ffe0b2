# 表單裡哪一項需要修改（fault-…），以及沒有辦成時的說明（rule-…）。
# 說清發生了什麼、現在可以怎麼做；不責備讀者。

## 單一欄位

fault-required = 請填寫或勾選此欄位。
fault-too-long = 內容過長，請控制在 { $bound } 個字以內。
fault-too-short = 內容過短，請至少填寫 { $bound } 個字。
fault-bad-characters = 含有無法辨識的字元，請刪除後再試一次。

fault-not-a-date = 請填寫有效的日期，例如 2026-12-24。
fault-past = 這個時間已經過了，請選擇較晚的日期或時間。
fault-too-far = 目前最多可預訂 { $bound } 天以內的日期。
fault-not-a-time = 請填寫有效的時間，例如 14:30。

fault-not-a-number = 請填寫數字。
fault-too-few = 最少為 { $bound }，請調整。
fault-too-many = 最多為 { $bound }，請調整。
fault-more-rooms-than-heads = 客房數多於入住人數，請減少客房或增加人數。

fault-not-a-phone = 請填寫有效的電話號碼；中國大陸以外的號碼請加上國碼，例如 +886 912 345 678。
fault-not-an-email = 請填寫有效的電子郵件地址，例如 name@example.com。
fault-not-an-id = 請填寫有效的證件號碼，須與搭車或入住時出示的證件相同。
fault-not-a-number-of-ours = 訂單編號不完整或有誤。訂單編號格式如 YS-7K3M-92QF，可在預訂確認中找到。

fault-unknown = 所選項目目前無法使用，請重新選擇。
fault-not-sold = 這一項自 { $day } 起停售，無法加訂或改期；可以減少、取消，或改訂其他項目。
fault-not-your-booking = 查不到這個訂單編號，或與您留下的手機號碼不符。
fault-same-department = 已經在這裡處理，請選擇其他部門。
fault-not-later = 新的時間必須比已承諾的晚。
fault-not-working-time = 這個時間不在上班時間內，請選擇上班時間。
fault-not-longer = 複雜問題的時限不能比一般問題短。
fault-not-a-window = 請依「09:00-12:00, 13:00-18:00」的格式填寫，時段不可重疊。
fault-not-a-day-line = 每行一個日期或一段日期，例如「2026-10-01..2026-10-07 國慶日」，一段不超過 31 天。
fault-day-twice = 有一天寫了兩次，請檢查。
fault-mismatch = 兩次填寫的內容不同，請重新填寫。
fault-not-an-amount = 請填寫金額，例如 688 或 688.50。
fault-not-a-tax-number = 請填寫 8 到 20 碼的統一編號或納稅人識別號，只含英數字。
fault-not-what-is-due = 應收金額為 { $bound } 元，請核對。
fault-too-little = 收到的款項少於應付金額，不能確認預訂，只能全部退回。
fault-no-voucher = 沒有這張券，或它不屬於這筆預訂的聯絡人。請核對券號。
fault-voucher-over = 這張券的有效期限至 { $day }，已經過期。
fault-voucher-spent = 這張券已經用完。
fault-voucher-aside = 這筆預訂已使用另一張券，請先取消再更換。
fault-common = 這組密碼太常見，容易被猜中，請換一組。
fault-hours-not-falling = 各級的提前時數應由大到小。
fault-percent-rising = 各級的退款比例不能越晚越高。
fault-not-before-tomorrow = 最早從明天起生效。
fault-version-taken = 這個版本號已經用過，請換一個。
fault-until-before-from = 結束日期不能早於起始日期。
fault-span-too-long = 一次最多查看 { $bound } 天，請縮短範圍。
fault-nothing-to-draw = 這段日期裡沒有可以抽取的答覆：都還沒有答覆，或已經抽查過。
fault-day-taken = 這一天已有另一個版本開始生效，請換一天。
fault-too-large = 檔案太大。每個檔案最大 { $bound } MB，請壓縮後重新選取；其他檔案已經收到。
fault-not-a-file-type = 只接受 JPEG、PNG 圖片和 PDF 檔案，並以檔案內容為準。請換一個檔案，或轉換格式後重新選取。
fault-empty-file = 這個檔案是空的，請重新選取。
fault-infected = 安全檢查在檔案中發現惡意程式，沒有儲存。請換一個檔案。
fault-scanner-silent = 安全檢查暫時沒有回應，檔案沒有儲存。其他內容都已保留，請稍後重新選取檔案，或先不附檔案送出。
fault-not-kept = 短時間內收到的檔案較多，這次沒有全部儲存。請稍後重新選取。
fault-file-gone = 有附件已經失效，請重新選取。未送出成功的附件最多保留 24 小時。
fault-not-a-slug = 只能用小寫字母、數字與連字號，頭尾不能是連字號。
fault-slug-taken = 這個網址名稱已經用過，請換一個。
fault-personal-data = 內文裡還有看起來是個人資料的內容。請取代，或核對後勾選確認。

## 沒有辦成

rule-invalid = 有些欄位需要修改，請查看標示的項目。您填寫的其他內容都已保留。
rule-unknown = 找不到您要的內容。請確認網址或訂單編號，也可以來電由客服為您查詢。
rule-sign-in = 請先登入，登入後會回到這個步驟。
rule-forbidden = 您的帳號沒有這項權限。如需辦理，請聯絡主管。
rule-full-sold = 這個時間已經訂滿。您可以選擇其他時間、日期，或下方推薦的地點。
rule-full-held = 剩餘名額正由其他客人保留，尚未付款；若對方未如期付款，就會重新開放。您可以稍後再查看，或選擇其他時間。
rule-closed = 這個時間暫停接待，原因：{ $reason }。請選擇其他時間。
rule-full-few = 目前只剩 { $free } 個，少於您需要的數量。您可以減少數量，或選擇其他時間。
rule-full-paced = 這個時段到店的客人已滿，請選擇前後相鄰的時段。
rule-not-offered = 這個時間不開放預訂，請選擇其他日期或時間。
rule-repriced = 價格剛剛有異動，目前為 { $price }。請確認新價格後再送出；在此之前沒有產生任何費用。
rule-key-reused = 這份表單已用於另一筆預訂。請到「我的預訂」確認，若要再訂一筆請重新開始。
rule-in-flight = 相同的內容正在處理，請稍候再查看結果，不會重複處理。
rule-nothing-due = 這筆預訂目前沒有需要支付的款項：已經付清、取消或過期。請重新整理查看最新狀態。
rule-nothing-paid = 這筆預訂沒有可以開立發票的付款。
rule-not-extendable = 保留時間只能延長一次，或已無法再延長。
rule-provider-silent = 金流業者暫時沒有回應，並未扣款。請稍後再試，或改用其他付款方式。
rule-changed = 狀態剛剛有變，請查看最新狀態後再決定。
rule-terms-changed = 取消與變更規定剛剛更新，請看過新的規定再確認預訂。
rule-too-late = 這在 { $time } 前可以辦理，現在已經超過時間。需要時請來電，由客服協助您處理。
rule-refund-now = 時間到了下一級，現在取消退 { $refund }。請依新的金額確認。
rule-quote-over = 報價已經過期，請重新查看差額後再確認。
rule-quote-over-since = 報價已於 { $time } 過期，請重新查看差額後再確認。
rule-unchanged = 填寫的內容與目前的預訂相同，沒有要變更的。
rule-change-price-same = 依這筆預訂的規定，改期後的價格須與原來相同。請選擇同價的日期或項目。
rule-change-price-least = 依這筆預訂的規定，改期後的價格不得低於原來。請選擇不低於原價的日期或項目。
rule-change-open = 還有一個變更在等待付款。請先付清或放棄它，再辦理新的變更或取消。
rule-same-person = 前一步是您自己辦的，這一步須由另一位同事辦理。
rule-no-free-move = 免費改期只能用一次，只能往後改時間，且不能超過規定的天數。其他更動請依一般變更辦理。
rule-no-free-move-since = 自 { $time } 起無法再免費改期：只能用一次，且須在開始之前。其他更動請依一般變更辦理。
rule-unpaid = 這筆訂單尚未付清。付清後才能只變更其中一部分；現在可以直接變更整筆訂單。
rule-paid-by-voucher = 這一部分是以抵用券支付的，無法拆分；可以變更整筆訂單。
rule-invoiced = 這筆訂單的發票已經開立。請先聯絡我們作廢或折讓發票，再拆分訂單。
rule-over = 這筆預訂已經取消、過期或結束，無法再變更或取消。
rule-over-since = 這筆預訂已於 { $time } 取消、過期或結束，無法再變更或取消；需要時可以重新預訂。
rule-case-closed = 這次諮詢已經結束，無法這樣處理。
rule-already-rated = 這次答覆已經評價過了，謝謝您。
rule-link-over = 連結已經失效，或目前無法評價。
rule-credentials = 帳號或密碼不正確，請重新填寫。
rule-taken = 這個號碼或電子郵件已經註冊。請直接登入，或改用其他號碼或電子郵件。
rule-too-many = 嘗試次數過多，請於 { $time } 之後再試。
rule-draft-gone = 先前填寫的內容已經失效，請重新填寫。
rule-busy = 目前辦理的人較多，這次沒有送出成功。請稍候再試，不會重複預訂。
rule-bad-request = 沒有收到完整的內容，請回到上一頁重新送出。
rule-too-large = 送出的內容太大，請縮短後再試一次。
too-large-hint = 請按瀏覽器的「上一頁」回到剛才的表單，縮短過長的內容後再送出；請勿關閉頁面，已填寫的內容就還在。
rule-forbidden-origin = 這次送出並非來自本站頁面，為保護您的帳號而未受理。請從本站頁面重新送出。
rule-internal = 系統發生問題，這次沒有辦成，我們已經收到通知。請稍後再試，或來電由客服辦理。

## 詢問真人客服時，說明遇到了什麼（about-…）：只知道是哪一種狀況，所以不提時間與金額

about-invalid = 填寫的內容有一項沒有通過。
about-repriced = 送出的時候價格有異動。
about-refund-now = 取消的時候可退金額有異動。
about-too-late = 已經超過可以辦理的時間。
about-too-many = 嘗試次數過多，需要等一段時間。
about-full-few = 剩餘名額少於需要的數量。
about-closed = 這個時間暫停接待。
about-fault-too-long = 填寫的內容過長。
about-fault-too-short = 填寫的內容過短。
about-fault-too-far = 日期太遠，目前還不能預訂。
about-fault-too-few = 數量低於最少的限度。
about-fault-too-many = 數量超過最多的限度。
about-fault-not-sold = 這一項已經停售。
about-fault-voucher-over = 這張券已經過期。
about-fault-not-what-is-due = 金額與應收的不一致。
about-fault-span-too-long = 選擇的日期範圍過長。
about-fault-too-large = 檔案過大。
