# 网站的框架：页眉、页脚、找不到与被拒绝的页面。

site-name = 悦订
site-description = 酒店、场地与定制客运的自助预订：价格与退改规则先看清，再下单。
skip-to-content = 跳到正文
nav-label = 主要栏目
nav-home = 首页
nav-stays = 住宿
nav-venues = 场地
nav-trips = 客运
nav-bookings = 我的预订
nav-find = 凭订单号查预订
nav-login = 登录
nav-account = 我的账户
nav-privacy = 隐私说明
nav-desk = 员工入口
tabs-label = 快捷栏目
script-name = 简体
footer-label = 更多
footer-phone-label = 服务电话
footer-phone = 400-000-0000
footer-hours = 每天 8:00–22:00
footer-legal = 演示站点：页面上的酒店、场地与线路均为示例。

## 出错与找不到

missing-title = 没有这个页面
missing-text = 您要找的页面不存在，或者不属于当前的登录。请检查地址，或从首页重新开始。
sign-in-title = 请先登录
invalid-title = 有内容需要更正
refused-title = 暂时无法办理
to-home = 回到首页
ask-a-person = 需要帮助时，请拨打服务电话 400-000-0000，告诉我们您想办理的事项，我们会接着帮您办。
form-faults = 请更正以下内容，您填写的其他内容都还在
fault-at = { $label }：{ $fault }
optional = 选填
edit = 修改
pages-label = 翻页
pages-previous = 上一页
pages-next = 下一页
