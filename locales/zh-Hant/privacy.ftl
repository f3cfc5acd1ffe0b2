# 隱私權說明。每一句都要與程式實際所做的一致：改了程式，就改這裡。

privacy-title = 隱私權說明
privacy-lede = 我們只蒐集辦理預訂所需的資料，並在這裡說明清楚：蒐集什麼、用在哪裡、保留多久，以及您有哪些權利。

privacy-what = 我們蒐集哪些資料
privacy-what-booking = 預訂時：姓名、手機號碼，以及您自願填寫的電子郵件、抵達時間、特殊需求和偏好。特殊需求可能涉及飲食禁忌或無障礙安排，請只填寫為您服務所必要的內容。
privacy-what-id = 需要實名的項目：證件號碼。送出之後，任何頁面都只顯示部分號碼，包括您自己的訂單頁面。
privacy-what-account = 註冊帳號時：姓名、手機號碼或電子郵件、密碼和您儲存的偏好。密碼經單向加密後儲存，我們看不到原文。
privacy-what-draft = 填寫有誤而需要修改的表單：暫時保留您已填寫的內容和已上傳的附件，讓您不必重填；密碼不會保留。
privacy-what-limit = 登入和查詢訂單的次數：用來限制反覆試探，以無法還原的形式計數，不儲存您的網路位址原文。
privacy-what-vote = 您對說明文章的評價：只記下有沒有幫助，評價的人以無法還原的形式計數，一篇一次。

privacy-why = 用在哪裡
privacy-why-contract = 辦理您的預訂、在需要時與您聯絡，並把必要的資料告知提供服務的飯店、場地或客運業者。
privacy-why-safety = 保護您的帳號和訂單，不被他人查看或冒用。
privacy-why-never = 我們不出售您的資料，不用於廣告，也不使用第三方的統計或追蹤工具。

privacy-long = 保留多久
privacy-long-session = 登入狀態：會員 30 天，員工 12 小時；未登入的訪客 2 天。登出後立即失效。
privacy-long-draft = 未成功送出的表單及其附件：最多 24 小時後失效。
privacy-long-booking = 訂單和當時約定的條款：在提供服務，以及處理取消、爭議和法定帳目所需的期間內保留。
privacy-long-account = 帳號資料：保留到您要求刪除帳號為止。

privacy-who = 誰看得到
privacy-who-staff = 只有辦理預訂所需的員工能查看訂單；職務上不需要聯絡客人的員工，看到的電話和電子郵件會遮蔽一部分。員工查看訂單內容會留下紀錄。
privacy-who-supplier = 為您提供服務的飯店、場地和客運業者，只會得到接待您所需的資料。
privacy-who-guest = 未登入時的訂單，只有您下訂所用的瀏覽器，或同時知道訂單編號和手機號碼的人才能查看。

privacy-cookies = Cookie
privacy-cookies-text = 我們只使用兩個必要的 Cookie：一個記住您的登入狀態和正在填寫的內容，一個記住您選擇的簡體或繁體。沒有任何廣告或追蹤 Cookie。

privacy-rights = 您的權利
privacy-rights-text = 您可以隨時查詢、更正或索取自己的資料，要求刪除不再需要的資料或刪除帳號，也可以撤回同意。會員偏好可以在「我的帳號」中自行修改；其他請求在確認身分後由我們辦理。

privacy-contact = 聯絡我們
privacy-contact-text = 有關個人資料的問題或請求，請於服務時間（{ footer-hours }）撥打 { footer-phone }，告知與個人資料有關，由專人為您處理。
