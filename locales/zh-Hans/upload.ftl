# 附件：选择文件的栏位和已有文件的列表。哪里不对写在 fault.ftl。

files-label = 附件
files-hint = JPEG、PNG 图片或 PDF 文件，最多 { $most } 个，每个不超过 { $size } MB。可以一次选多个。
files-kept = 已上传的附件
files-kept-hint = 已经收到，不必重新选择。不需要的，请取消勾选。
files-open = 下载
