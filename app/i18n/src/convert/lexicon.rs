//! Words of the trade, and words that the general dictionary takes for those of computing: a restaurant's 菜单 is no
//! menu of a program, and 设备 that is repaired no device of one.

use std::{collections::HashMap, sync::LazyLock};

/// Simplified and what Taiwan writes. A longer entry goes before a shorter one.
const WORDS: [(&str, &str); 101] = [
    // Where the general dictionary is wrong for us.
    ("设备", "設備"),
    ("调试", "測試"),
    ("调度", "調度"),
    ("菜单", "菜單"),
    ("高级", "高級"),
    ("高端", "高級"),
    ("项目", "項目"),
    ("窗口", "窗口"),
    ("程序", "程序"),
    ("文件", "文件"),
    ("通过", "通過"),
    ("支持", "支持"),
    ("运行", "行駛"),
    ("连接", "連接"),
    ("局部", "局部"),
    ("对象", "對象"),
    ("类型", "類型"),
    ("声明", "聲明"),
    ("发布", "發布"),
    ("权限", "權限"),
    ("审核", "審核"),
    ("壁纸", "壁紙"),
    ("性价比", "CP 值"),
    ("性能", "性能"),
    ("远程", "遠端"),
    ("组件", "組件"),
    ("实例", "實例"),
    ("交互", "互動"),
    ("查看", "查看"),
    ("查找", "尋找"),
    ("优先级", "優先順序"),
    ("用户", "用戶"),
    ("用户名", "使用者名稱"),
    ("访问", "造訪"),
    ("消息", "消息"),
    // A count of things that follows a noun is read as the measure word 隻.
    ("只有", "只有"),
    ("只是", "只是"),
    ("只要", "只要"),
    ("只能", "只能"),
    ("只需", "只需"),
    ("只限", "只限"),
    ("只供", "只供"),
    // Hotels and rooms.
    ("酒店", "飯店"),
    ("前台", "櫃檯"),
    ("总台", "櫃檯"),
    ("平方米", "平方公尺"),
    ("厘米", "公分"),
    (" 米", " 公尺"),
    (" 寸", " 吋"),
    ("英寸", "吋"),
    (" 层", " 樓"),
    ("上下铺", "上下舖"),
    ("雅致", "雅致"),
    ("干湿", "乾濕"),
    ("湿巾", "濕紙巾"),
    ("湿度", "濕度"),
    ("卫生间", "洗手間"),
    ("洗漱用品", "盥洗用品"),
    ("电吹风", "吹風機"),
    ("充电宝", "行動電源"),
    ("插线板", "延長線"),
    ("无烟", "禁菸"),
    ("禁烟", "禁菸"),
    ("吸烟", "吸菸"),
    ("标间", "標準雙人房"),
    ("亲子房", "家庭房"),
    ("身份证", "身分證"),
    ("身份", "身分"),
    ("早教", "幼教"),
    ("客服热线", "客服專線"),
    ("团建", "員工旅遊"),
    // Tables and halls.
    ("包间", "包廂"),
    ("布置", "佈置"),
    ("话筒", "麥克風"),
    ("触控屏", "觸控螢幕"),
    ("双屏", "雙螢幕"),
    ("大屏", "大螢幕"),
    ("大屏幕", "大螢幕"),
    ("写字楼", "辦公大樓"),
    ("盒饭", "便當"),
    ("软饮", "軟性飲料"),
    ("同声传译", "同步口譯"),
    ("酸奶", "優格"),
    ("土豆", "馬鈴薯"),
    ("西红柿", "番茄"),
    ("三文鱼", "鮭魚"),
    ("菠萝", "鳳梨"),
    // Coaches and travel.
    ("大巴", "遊覽車"),
    ("公交车", "公車"),
    ("公交", "公車"),
    ("打车", "搭計程車"),
    ("航站楼", "航廈"),
    ("登机牌", "登機證"),
    ("改签", "改票"),
    ("乘坐", "搭乘"),
    ("上车点", "上車處"),
    ("接站", "到站接送"),
    ("节假日", "例假日"),
    ("二维码", "QR Code"),
    ("扫码", "掃描 QR Code"),
    ("支付", "付款"),
];

/// The entries by their first character, the longer ones first.
static BY_FIRST: LazyLock<HashMap<char, Vec<(&str, &str)>>> = LazyLock::new(|| {
    let mut by_first: HashMap<char, Vec<(&str, &str)>> = HashMap::new();
    for (hans, hant) in WORDS {
        if let Some(first) = hans.chars().next() {
            by_first.entry(first).or_default().push((hans, hant));
        }
    }
    for entries in by_first.values_mut() {
        entries.sort_by_key(|(hans, _)| std::cmp::Reverse(hans.len()));
    }
    by_first
});

/// Converts a text: entries of the lexicon by the lexicon, what lies between them by `other`.
pub(super) fn apply(text: &str, other: impl Fn(&str) -> String) -> String {
    let mut out = String::with_capacity(text.len());
    let (mut pending, mut at) = (0, 0);
    while let Some(first) = text[at..].chars().next() {
        let entries = BY_FIRST.get(&first).map(Vec::as_slice).unwrap_or_default();
        match entries.iter().find(|(hans, _)| text[at..].starts_with(hans)) {
            Some((hans, hant)) => {
                out.push_str(&other(&text[pending..at]));
                out.push_str(hant);
                at += hans.len();
                pending = at;
            }
            None => at += first.len_utf8(),
        }
    }
    out.push_str(&other(&text[pending..]));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_entry_wins() {
        assert_eq!(apply("大屏幕和大屏", |rest| rest.to_owned()), "大螢幕和大螢幕");
        assert_eq!(apply("用户名", |rest| rest.to_owned()), "使用者名稱");
    }

    #[test]
    fn what_lies_between_goes_to_the_other_converter() {
        assert_eq!(apply("a设备b", |rest| format!("<{rest}>")), "<a>設備<b>");
        assert_eq!(apply("", |rest| rest.to_owned()), "");
    }

    #[test]
    fn no_word_stands_twice() {
        let mut words: Vec<_> = WORDS.iter().map(|(hans, _)| hans).collect();
        words.sort_unstable();
        assert!(words.windows(2).all(|pair| pair[0] != pair[1]));
    }
}
