//! A letter as a page: tables and inline styles, because that is what mail programs agree on; colours of their own where the
//! reader's are dark.

use i18n::t;
use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::{Tale, facts::Table};
use crate::Result;

const FONT: &str = "font-family:-apple-system,'PingFang SC','PingFang TC','Noto Sans CJK SC','Noto Sans CJK TC',\
                    'Microsoft YaHei','Microsoft JhengHei',sans-serif;font-size:16px;line-height:1.7;";
const PAGE: &str = "margin:0;padding:0;background:#f4f5f3;color:#1d2420;";
const SHEET: &str = "width:100%;max-width:600px;background:#ffffff;border-radius:8px;";
const TITLE: &str = "margin:0 0 16px;font-size:22px;line-height:1.4;";
const CAPTION: &str = "padding:24px 0 4px;font-size:14px;font-weight:bold;text-align:left;color:#4a564f;";
const LABEL: &str = "padding:6px 16px 6px 0;border-top:1px solid #dfe3df;text-align:left;vertical-align:top;\
                     font-weight:normal;color:#4a564f;";
const VALUE: &str = "padding:6px 0;border-top:1px solid #dfe3df;text-align:right;vertical-align:top;";
const SUM: &str = "padding:6px 0;border-top:2px solid #1d2420;text-align:right;font-weight:bold;";
const SMALL: &str = "margin:12px 0 0;font-size:14px;color:#4a564f;";
const BUTTON: &str = "display:inline-block;padding:12px 24px;border-radius:6px;background:#17604a;color:#ffffff;\
                      text-decoration:none;font-weight:bold;";

/// Where the reader's colours are dark.
const DARK: &str = "@media (prefers-color-scheme:dark){.page{background:#141816!important}\
                    .sheet{background:#1e2421!important;color:#eef2ef!important}\
                    .soft{color:#b4beb8!important}.line{border-color:#3a443e!important}\
                    .go{background:#7fd1b0!important;color:#10231b!important}}";

/// The whole page.
pub(super) fn page(tale: &dyn Tale) -> Result<String> {
    let (script, facts) = (tale.script(), tale.facts()?);
    let link = tale.link();
    let page = html! {
        (DOCTYPE)
        html lang=(script.tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width,initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="supported-color-schemes" content="light dark";
                title { (tale.title()) }
                style { (PreEscaped(DARK)) }
            }
            body.page style={ (PAGE) (FONT) } {
                table.page role="presentation" width="100%" cellpadding="0" cellspacing="0" style=(PAGE) {
                    tr { td align="center" style="padding:24px 12px;" {
                        table.sheet role="presentation" cellpadding="0" cellspacing="0" style=(SHEET) {
                            tr { td style={ "padding:24px;" (FONT) } {
                                p.soft style=(SMALL) { (t!(script, "site-name")) }
                                h1 style=(TITLE) { (tale.title()) }
                                p { (tale.greeting()) }
                                @for paragraph in tale.paragraphs()? { p { (paragraph) } }
                                p style="margin:24px 0;" {
                                    a.go href=(link) style=(BUTTON) { (tale.open()) }
                                }
                                p.soft style=(SMALL) { (tale.way_in()) }
                                @for table in &facts.tables { (set(table)) }
                                @for note in &facts.notes { p.soft style=(SMALL) { (note) } }
                                p.soft style=(SMALL) { (t!(script, "mail-footer")) }
                            } }
                        }
                    } }
                }
            }
        }
    };
    Ok(page.into_string())
}

fn set(table: &Table) -> Markup {
    let last = table.rows.len().saturating_sub(1);
    html! {
        table cellpadding="0" cellspacing="0" width="100%" style={ "width:100%;" (FONT) } {
            caption.soft style=(CAPTION) { (table.caption) }
            @for (index, (label, value)) in table.rows.iter().enumerate() {
                tr {
                    th.soft.line scope="row" style=(LABEL) { (label) }
                    td.line style=(if table.summed && index == last { SUM } else { VALUE }) { (value) }
                }
            }
        }
    }
}
