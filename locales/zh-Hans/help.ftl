# 帮助中心：公开的文章与搜索（help-），柜台的撰写、发布与复核（help-desk-、help-edit-…）。

nav-help = 帮助中心
help-title = 帮助中心
help-lede = 预订、付款、退改、住宿、场地与客运的常见问题。简体、繁体都能搜。
help-search = 搜索帮助
help-q = 想了解什么
help-q-hint = 例如：退款多久到账、发票、儿童座椅
help-found = 找到 { $count } 篇与“{ $words }”有关的文章
help-none = 没有找到与“{ $words }”有关的文章
help-none-text = 换一个说法试试，看看下面的分类，或者直接问我们。
help-ask = 向客服提问
help-topics = 按分类查看
help-all-of = 查看全部
help-all-topics = 全部分类
help-topic-booking = 预订与查询
help-topic-payment = 付款与发票
help-topic-change = 变更、取消与退款
help-topic-stay = 住宿
help-topic-venue = 场地与用餐
help-topic-trip = 客运
help-topic-member = 会员与账户
help-topic-other = 其他
help-empty = 帮助文章正在准备中
help-empty-text = 您可以先直接向客服提问。

## 文章

help-since = { $day }更新
help-vote-title = 这篇文章有帮助吗？
help-vote-yes = 有帮助
help-vote-no = 没有帮助
help-voted-yes = 谢谢，您说它有帮助。
help-voted-no = 谢谢您告诉我们，它没有帮上忙。可以直接问客服。
help-vote-change = 改一下
help-related = 相关文章
help-still = 没有解决？
help-still-text = 把情况告诉我们，由客服为您办理。

## 柜台：列表

desk-room-help = 知识库
desk-help = 知识库
help-desk-lede = 写一种文字，另一种自动转换，也可以自己改写。客服与行政写草稿，由主管或总经理发布。
help-desk-new = 写新文章
help-desk-none = 还没有文章
help-column-title = 标题
help-column-topic = 分类
help-column-status = 状态
help-column-review = 复核日期
help-column-votes = 有帮助 / 没有
help-votes = { $helped } / { $unhelped }
help-status-draft = 草稿
help-status-scheduled = 定时发布
help-status-published = 已发布
help-status-withdrawn = 已撤下
help-status-past = 已被替换
help-waits = 有新草稿待发布
help-from = { $time } 发布
help-due = 该复核了
help-no-review = 未定

## 柜台：撰写

help-new-title = 写新文章
help-edit-title = 文章：{ $title }
help-back = 返回知识库
help-see = 查看公开页面
help-edit = 内容
help-script = 用哪种文字写
help-slug = 网址名称
help-slug-hint = 小写字母、数字和连字符，例如 refund-how-long
help-topic = 分类
help-sort = 排列次序
help-sort-hint = 数字小的排在前面；不填为 100
help-article-title = 标题（撰写的文字）
help-article-body = 正文（撰写的文字）
help-body-hint = 一行一段；“## ”开头是小标题，“- ”开头是列表，[文字](/bookings/find) 是站内链接。最多 3000 字。
help-other = 另一种文字
help-other-hint = 留空就自动转换；只有说法不同时才需要自己写。
help-other-title = 标题（另一种文字）
help-other-body = 正文（另一种文字）
help-other-converted = 自动转换的结果
help-review-on = 下次复核日期
help-review-hint = 到期会排到知识库最前面
help-why = 改了什么
help-save = 保存为草稿

## 柜台：个人信息

help-suspects = 看起来是个人信息的内容
help-suspects-text = 下面标出的内容发布前应当去掉。请核对后一并替换，或者回到正文里修改。
help-suspect = { $found }，换成{ $instead }
help-redact = 全部替换
help-redacted = 替换个人信息
help-instead-name = （姓名）
help-instead-email = （邮箱）
help-instead-number = （单号）
help-instead-document = （证件号码）
help-instead-card = （卡号）
help-instead-phone = （电话）
help-case-question = 问题
help-case-answer = 解答
help-from-case = 由已解决的个案整理

## 柜台：发布

help-publish = 发布
help-publish-text = 发布的是最新一版（第 { $number } 版）。不填日期就是现在。
help-publish-day = 发布日期
help-publish-time = 发布时间
help-publish-checked = 我已看过标出的内容，确认可以公开
help-publish-go = 发布
help-publish-waits = 草稿保存后，由主管或总经理发布。
help-withdraw = 撤下这篇文章
help-withdraw-text = 撤下后任何人都看不到它，旧版本也不会出现；以后可以再发布。
help-reviewed = 复核
help-reviewed-go = 记下复核日期
help-versions = 历次版本
help-version = 第 { $number } 版
help-version-by = { $by } · { $time }
help-version-house = 建站时
