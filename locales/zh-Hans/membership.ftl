# 会员：登录（login-）、注册（register-）、账户（account-）。
# 语气亲切、准确，不催促；“账号”是登录用的号码或邮箱，“账户”是会员在这里的一切。

## 登录

login-title = 会员登录
login-lede = 登录后，您的订单和偏好都在一处，下单时不必重复填写。
login-name = 手机号码或电子邮箱
login-name-hint = 注册时使用的手机号码或电子邮箱，例如 13800138000。
login-password = 密码
login-submit = 登录
login-new = 还没有账户？
login-new-text = 注册只需一分钟，不收取任何费用。
login-register = 注册新账户
login-guest = 不登录也可以预订。已经有订单，凭订单号和手机号码即可查看：
login-guest-find = 查询订单
login-already = 您已经登录
login-go-on = 继续
login-needed = 请先登录

## 注册

register-title = 注册账户
register-lede = 一个账户，管理住宿、场地和客运的全部预订。
register-name = 姓名
register-name-hint = 预订时会自动填入，请与出示的证件一致。
register-login-hint = 之后用它登录。中国大陆以外的手机号请加上国家或地区代码。
register-password-hint = 至少 8 个字符。几个不相关的词连在一起，既好记又安全。
register-again = 再次输入密码
register-consent = 我已阅读并同意隐私说明
register-privacy = 查看隐私说明（在新标签页打开）
register-submit = 注册并登录
register-have = 已经有账户？

## 账户

account-title = 我的账户
account-hello = { $name }，您好。
account-saved = 您的偏好已保存，下次预订时会自动填入。
account-alone = 其他设备上的登录都已退出，现在只有这台设备保持登录。
account-bookings = 我的预订
account-mine = 全部订单
account-mine-note = 查看行程、付款期限和退订条款，打印确认单
account-find = 查询其他订单
account-find-note = 未登录时预订的，凭订单号和手机号码查找
account-profile = 会员资料
account-card = 会员卡号
account-name = 姓名
account-phone = 手机号码
account-email = 电子邮箱
account-blank = 未填写
account-preferences = 我的偏好
account-preferences-label = 希望我们为您留意的事
account-preferences-hint = 例如：高楼层、无烟房、靠窗座位、素食。预订时会自动填入，您可以随时修改；最多 200 个字。
account-save = 保存偏好
account-safety = 登录与安全
account-only-here = 目前只在这台设备上登录。
account-others = 除这台设备外，还有 { $count } 处处于登录状态。如果有您不认识的，请立即退出其他设备。
account-sign-out = 退出登录
account-sign-out-others = 退出其他设备

## 表单上方的提示

