# 柜台：员工登录、当日预订、订单详情（desk-），员工职务（role-）。

desk-title = 预订柜台
desk-sign-out = 退出登录

## 员工登录

desk-login-title = 员工登录
desk-login-lede = 仅供悦订员工使用。连续输错多次会暂停登录一段时间。
desk-login-name = 员工账号
desk-login-guest = 您是客人？
desk-login-member = 前往会员登录

## 查找

desk-search = 查找预订
desk-search-go = 查找
desk-day = 日期
desk-q = 订单号、姓名或电话
desk-q-hint = 填写后在所有日期中查找
desk-kind = 类别
desk-kind-all = 全部类别

## 当日预订

desk-days = 切换日期
desk-day-before = 前一天
desk-today = 今天
desk-day-after = 后一天
desk-count-stay = 入住 { $count } 单
desk-count-venue = 到场 { $count } 批
desk-count-trip = 乘车 { $count } 人
desk-total = 共 { $total } 单
desk-found = “{ $words }”的查找结果
desk-all-days = 查找范围是所有日期。
desk-to-today = 回到今天的预订
desk-none = 这一天没有预订
desk-none-hint = 可以切换到前后日期，或按订单号、姓名、电话查找。
desk-none-found = 没有找到符合的预订
desk-none-found-hint = 请核对订单号或电话，也可以只填姓名的一部分。
desk-column-time = 时间
desk-column-number = 订单号
desk-column-what = 预订内容
desk-column-units = 数量
desk-column-name = 姓名
desk-column-phone = 电话
desk-column-status = 状态
desk-units-stay = { $units } 间，{ $heads } 人
desk-units-venue = { $heads } 人
desk-units-trip = { $units } 座

## 订单详情

desk-booking = 订单 { $number }
desk-back = 返回当日预订
desk-call = 致电客人

## 职务

role-agent = 预订专员
role-confirmation = 确认专员
role-service = 客服专员
role-supervisor = 主管
role-finance = 财务
role-administration = 行政
role-manager = 总经理
role-admin = 系统管理员
