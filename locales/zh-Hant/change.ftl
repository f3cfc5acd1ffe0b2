# 變更與取消：想改什麼、差額怎麼算、怎麼收回；取消退多少。

to-change = 變更
to-cancel = 取消預訂

## 變更

change-title = 變更預訂
change-until = { $time } 前可以改期、加人、加房間或換房型；少住、少來的部分隨時可以退。
change-late-title = 已超過可改期的時間
change-late-text = { $time } 前可以改期。現在還可以減少晚數、房間數或人數，或是修改備註；其他情況請來電 { $phone }。
free-move-title = 免費改期
free-move-text = 這次改期不收手續費，價格差額多退少補；限一次，最晚改至 { $day }。
free-move-usual = 改為一般變更
free-move-urgent = 有急事？可以免費改期
free-move-offer = 不收手續費，可以改一次，最晚改至 { $day }。
free-move-next = 最近的空位：{ $day }。
free-move-none = { $day } 前暫時沒有空位，可以看看其他時間。
free-move-go = 免費改期
change-want = 想改成
change-offer = 房型、座位或路線
change-time = 時間
change-see = 查看差額
change-none = 無
change-line = { $what }：{ $from } → { $to }
change-from-to = { $from } → { $to }
change-quote-title = 變更與差額
change-part-kept = 不變：{ $what }
change-part-added = 新增：{ $what }
change-part-exchanged = 換出，原價折抵：{ $what }
change-part-given-up = 退掉：{ $what }
change-fee-share = 退掉部分依規定現在收取 { $percent }%
change-fee-minimum = 退掉部分依規定收取最低取消手續費
change-fee-floor = 退掉部分在先前改期或拆分時已產生的取消手續費
change-fee-moved = 變更手續費，每次改期或更換項目收取
change-to-pay = 補差額
change-to-refund = 退差額
change-no-difference = 沒有差額
change-floor = 變更後如果取消，取消手續費至少 { $fee }（依現在取消計算，不因改期而減少）。
change-old-total = 變更前合計
change-new-total = 變更後合計
change-go = 確認變更
change-go-pay = 確認變更，前往付款 { $total }
change-holds = 新舊名額都為您保留至 { $time }，付清差額後才更換；沒有付款，預訂維持原樣。
change-gives-back = 確認後立即生效，差額退回原付款方式，最遲 { $time } 入帳。
change-even = 確認後立即生效，不需再付款。
change-unpaid = 這筆預訂尚未付款，確認後依新的合計付款。
change-quote-until = 以上報價於 { $time } 前有效。
change-curve = 變更後如果取消（{ $time } 開始的服務）
change-details = 修改備註
change-details-lede = 修改備註不影響價格，訂滿的日子也可以改。
change-details-why = 修改備註的理由
change-details-go = 儲存
since-title = 您開啟頁面之後，這筆預訂有了變動
since-text = 以下內容已依最新狀態重新計算，可以繼續辦理。
change-to-cancel = 不需要了？查看現在取消退多少

## 只變更一部分

change-voucher-by-part = 變更收取的費用不換抵用券。想換的話，請先把要退的部分拆分出來，再取消那張新訂單：
divide-link = 只變更其中一部分
divide-title = 只變更其中一部分
divide-back = 回到變更
divide-lede = 先將要變更的部分拆分為單獨的訂單，不收費用；接著就能只變更它，其餘部分不受影響。
divide-by-rooms = 只變更其中幾間
divide-by-heads = 只變更其中幾位
divide-by-nights = 只變更後面幾晚
divide-rooms = 要變更的房間數
divide-heads = 要變更的人數
divide-guests = 這幾間的入住人數
divide-guests-hint = 訂單共 { $heads } 位，兩邊每間至少 1 位。
divide-range = { $least } 至 { $most }
divide-from = 從哪一晚起
divide-see = 看看如何拆分
divide-goes = 拆出的新訂單
divide-stays = 留在原訂單
divide-when = 時間
divide-nights = { $day } 起 { $nights } 晚
divide-floor = 取消手續費至少 { $fee }（拆分前已產生，不因拆分或改期而減少）。
divide-go = 拆分，接著變更這一部分
divide-note-units = 每間、每位仍是原來的價格；依人數計價的加購項目隨人走，其他加購項目留在原訂單。
divide-note-nights = 每晚仍是原來的價格；加購項目都留在原訂單。新訂單的變更與取消期限，從它自己的入住時間起算。
divide-note-least = 拆分後如需取消，每筆訂單各有最低取消手續費 { $fee }。
divide-note-invoice = 您申請的發票將依原訂單留下的部分開立；新訂單的發票請另行申請。
divide-note = 已付的款項會隨拆出的部分轉到新訂單，取消規定不變。拆分後兩筆訂單各自變更、取消、退款，無法再合併。
divide-impossible = 目前無法拆分
divide-nothing = 這筆訂單沒有可以單獨拆出的部分。
divided-title = 這一部分現在是訂單 { $number }
divided-text = 可以在下方變更它。其餘部分仍在原訂單：
kin-whole = 拆分自訂單：
kin-parts = 已拆分出的訂單：

## 等待付清差額

change-open-title = 變更尚未完成
change-open-text = 新舊名額都保留至 { $time }。付清差額 { $total } 後變更生效；逾期未付，預訂維持原樣。
change-open-text-voucher = 新舊名額都保留至 { $time }。差額 { $difference }，抵用券折抵 { $voucher }，付清其餘 { $total } 後變更生效；逾期未付，預訂維持原樣。
change-pay = 前往支付差額 { $total }
change-pay-rest = 前往支付其餘 { $total }
change-undo = 放棄變更，維持原樣
change-history = 變更紀錄
change-status-settled = 變更完成
change-status-undone = 變更已放棄
change-status-expired = 變更未付款，已失效
change-paid = 補差額 { $total }
change-refunded = 退差額 { $total }
change-fee-kept = 手續費 { $fee }

## 取消

cancel-title = 取消預訂
cancel-lede = 服務於 { $time } 開始。取消後名額立即釋出，無法恢復。
cancel-now = 現在取消
cancel-fee = 依規定收取
cancel-refund = 退給您
cancel-due = 尚需支付
cancel-promised = 最遲入帳
cancel-unpaid = 這筆預訂尚未付款，取消不收費用。
cancel-step = 此退款金額有效期限
cancel-step-over = 正在更新
cancel-then = 之後取消退 { $total }。
cancel-why = 取消原因
cancel-voucher = 將收取的費用換成抵用券 { $total }
cancel-voucher-note = { $how }，有效期限至 { $day }，本人付款（下次預訂或變更補差額）時使用。
cancel-go = 取消預訂，退 { $total }
cancel-or-change = 改期或減少人數
cancel-impossible = 目前無法在線上取消
cancel-ask = 需要時請來電 { $phone }，我們會協助您處理。
pay-fee-title = 取消手續費待付
pay-fee-text = 預訂已經取消。依規定收取的手續費超過您已付的金額，尚差 { $total }，請在此付清。
