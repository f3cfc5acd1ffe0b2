# 附件：選擇檔案的欄位和已有檔案的清單。哪裡不對寫在 fault.ftl。

files-label = 附件
files-hint = JPEG、PNG 圖片或 PDF 檔案，最多 { $most } 個，每個不超過 { $size } MB。可以一次選取多個。
files-kept = 已上傳的附件
files-kept-hint = 已經收到，不必重新選取。不需要的，請取消勾選。
files-open = 下載
