//! Every variable of the environment that is read, with its default and its meaning.

/// A variable of the environment.
#[derive(Clone, Copy, Debug)]
pub struct Variable {
    /// Its name.
    pub name: &'static str,
    /// What holds when it is not set.
    pub default: &'static str,
    /// What it decides.
    pub meaning: &'static str,
    /// Its value is never shown.
    pub secret: bool,
}

/// All of them.
pub const VARIABLES: [Variable; 22] = [
    open("DATABASE_URL", "sqlite:data/yueding.db", "the database: sqlite:FILE or postgres://…"),
    open("DB_CONNECTIONS", "8", "most connections to the database"),
    open("APP_ENV", "demo", "production for real customers: refuses demo secrets and addresses without https"),
    open("APP_ORIGIN", "http://127.0.0.1:3000", "the site's public address"),
    Variable {
        name: "APP_SECRET",
        default: super::DEMO_SECRET,
        meaning: "key of the keyed hashes, 32 characters or more; the same in every instance",
        secret: true,
    },
    open("LISTEN", "127.0.0.1:3000", "address and port to listen on"),
    open(
        "TRUSTED_PROXY",
        "false",
        "true when a proxy in front sets X-Forwarded-For, whose last entry is then believed",
    ),
    open("LOG", "info,sqlx=warn,sea_orm=warn", "what is logged, in the syntax of tracing's EnvFilter"),
    open("SITE_ROOT", "target/site", "folder with the built styles, scripts and assets"),
    open("MAX_REQUESTS", "1024", "requests in work at once; more are told to come back"),
    open("PASSWORD_HASHES", "2", "password hashes computed at once"),
    open(
        "PAY_GATEWAY_URL",
        "",
        "the payment provider's interface, such as http://127.0.0.1:3100; blank: nothing is paid online",
    ),
    open("PAY_MERCHANT", "yueding-demo", "our name at the payment provider"),
    Variable {
        name: "PAY_SECRET",
        default: super::DEMO_PAY_SECRET,
        meaning: "secret shared with the payment provider, 32 characters or more",
        secret: true,
    },
    open("SMS_WEBHOOK_URL", "", "where text messages are handed over by signed POST; blank: none are written"),
    Variable {
        name: "SMS_SECRET",
        default: super::DEMO_SMS_SECRET,
        meaning: "secret shared with the text message service, 32 characters or more",
        secret: true,
    },
    Variable {
        name: "SMTP_URL",
        default: "",
        meaning: "the mail server: smtp://host:25, smtp://user:password@host:587?starttls or smtps://user:password@host:465; blank: no mail is written",
        secret: true,
    },
    open("SMTP_CA", "", "file with the certificates that vouch for the mail server, as PEM; blank: the public ones do"),
    open("MAIL_FROM", "Yueding <no-reply@yueding.example>", "sender of the mails"),
    open(
        "CLAMD_ADDRESS",
        "",
        "host:port of a ClamAV daemon that looks at every file before it is kept; blank: files are kept unscanned",
    ),
    open("JOBS_EVERY", "1", "seconds between two looks of `serve` at which jobs are due; 0 for never"),
    Variable {
        name: "STAFF_PASSWORD",
        default: "",
        meaning: "password for `staff add`, instead of standard input",
        secret: true,
    },
];

/// The default of a variable; blank for one that is not in the list.
pub(super) fn default(name: &str) -> &'static str {
    VARIABLES.iter().find(|variable| variable.name == name).map_or("", |variable| variable.default)
}

const fn open(name: &'static str, default: &'static str, meaning: &'static str) -> Variable {
    Variable { name, default, meaning, secret: false }
}
