# 隐私说明。每一句都要与程序实际所做的一致：改了程序，就改这里。

privacy-title = 隐私说明
privacy-lede = 我们只收集办理预订所需要的信息，并在这里说清楚：收集什么、用来做什么、保留多久、您有哪些权利。

privacy-what = 我们收集什么
privacy-what-booking = 预订时：姓名、手机号码，以及您自愿填写的电子邮箱、到达时间、特殊需求和偏好。特殊需求可能涉及饮食禁忌或无障碍安排，请只填写为您服务所必需的内容。
privacy-what-id = 需要实名的项目：证件号码。提交之后，任何页面都只显示部分号码，包括您自己的订单页面。
privacy-what-account = 注册账户时：姓名、手机号码或电子邮箱、密码和您保存的偏好。密码经单向加密后保存，我们看不到原文。
privacy-what-draft = 填写有误而需要修改的表单：暂时保留您已填写的内容和已上传的附件，让您不必重填；密码不会保留。
privacy-what-limit = 登录和查询订单的次数：用来限制反复试探，以无法还原的形式计数，不保存您的网络地址原文。
privacy-what-vote = 您对帮助文章的评价：只记下有没有帮助，评价的人以无法还原的形式计数，一篇一次。

privacy-why = 用来做什么
privacy-why-contract = 办理您的预订、在需要时与您联系，并把必要的信息告知提供服务的酒店、场地或客运单位。
privacy-why-safety = 保护您的账户和订单不被他人查看或冒用。
privacy-why-never = 我们不出售您的信息，不用于广告，也不使用第三方的统计或跟踪工具。

privacy-long = 保留多久
privacy-long-session = 登录状态：会员 30 天，员工 12 小时；未登录的访客 2 天。退出登录后立即失效。
privacy-long-draft = 未提交成功的表单及其附件：最多 24 小时后失效。
privacy-long-booking = 订单和当时约定的条款：在提供服务以及处理退订、争议和法定账目所需的期间内保留。
privacy-long-account = 账户资料：保留到您要求注销账户为止。

privacy-who = 谁能看到
privacy-who-staff = 只有办理预订所需的员工能查看订单；职务上不需要联系客人的员工，看到的电话和邮箱是隐去一部分的。员工查看订单详情会留下记录。
privacy-who-supplier = 为您提供服务的酒店、场地和客运单位，只得到接待您所需要的信息。
privacy-who-guest = 未登录时预订的订单，只有您下单所用的浏览器，或同时知道订单号和手机号码的人才能查看。

privacy-cookies = Cookie
privacy-cookies-text = 我们只使用两个必要的 Cookie：一个记住您的登录状态和正在填写的内容，一个记住您选择的简体或繁体。没有任何广告或跟踪 Cookie。

privacy-rights = 您的权利
privacy-rights-text = 您可以随时查询、更正或索取自己的信息，要求删除不再需要的信息或注销账户，也可以撤回同意。会员偏好可以在“我的账户”中自行修改；其他请求核实身份后由我们办理。

privacy-contact = 联系我们
privacy-contact-text = 有关个人信息的问题或请求，请在服务时间内（{ footer-hours }）拨打 { footer-phone }，说明事关个人信息，由专人为您处理。
