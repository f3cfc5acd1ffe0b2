//! What can be wrong with a pair of locale folders, each fault in a sentence.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Resource},
    parser::parse,
};
use i18n::convert::foreign;

/// Content by file name.
pub(crate) type Files = BTreeMap<String, String>;

/// Characters that are right in both scripts although the conversion maps them, such as 后 in 皇后 or a name.
const BOTH: &str = "后里台云斗干几余占托采岳郁乾";

/// A text as the audit sees it.
struct Text {
    file: String,
    variables: BTreeSet<String>,
    literal: String,
}

/// Everything that is wrong.
pub(crate) fn faults(hans: &Files, hant: &Files) -> Vec<String> {
    let mut faults = Vec::new();
    for (folder, mine, others) in [("zh-Hans", hans, hant), ("zh-Hant", hant, hans)] {
        faults.extend(
            others.keys().filter(|name| !mine.contains_key(*name)).map(|name| format!("{folder}/{name} is missing")),
        );
    }
    let hans = texts("zh-Hans", hans, &mut faults);
    let hant = texts("zh-Hant", hant, &mut faults);
    for (folder, mine, others) in [("zh-Hans", &hans, &hant), ("zh-Hant", &hant, &hans)] {
        for (id, other) in others.iter().filter(|(id, other)| mine.get(*id).is_none_or(|text| text.file != other.file))
        {
            faults.push(format!("{id} is missing in {folder}/{}", other.file));
        }
        for (id, text) in mine {
            if text.literal.trim().is_empty() && text.variables.is_empty() {
                faults.push(format!("{id} is empty in {folder}"));
            }
            let strange: String =
                foreign(script(folder), &text.literal).into_iter().filter(|char| !BOTH.contains(*char)).collect();
            if !strange.is_empty() {
                faults.push(format!("{id} in {folder} has {strange} of the other script"));
            }
        }
    }
    for (id, text) in &hans {
        if hant.get(id).is_some_and(|other| other.variables != text.variables) {
            faults.push(format!("{id} names other variables in zh-Hant than in zh-Hans"));
        }
    }
    faults
}

fn script(folder: &str) -> i18n::Script {
    if folder == "zh-Hans" { i18n::Script::Hans } else { i18n::Script::Hant }
}

fn texts(folder: &str, files: &Files, faults: &mut Vec<String>) -> BTreeMap<String, Text> {
    let mut texts = BTreeMap::new();
    for (file, content) in files {
        let resource = parse(content.as_str()).unwrap_or_else(|(resource, _)| {
            faults.push(format!("{folder}/{file} cannot be read"));
            resource
        });
        for (id, patterns) in entries(&resource) {
            let mut text = Text { file: file.clone(), variables: BTreeSet::new(), literal: String::new() };
            for pattern in patterns {
                text.read(pattern);
            }
            if texts.insert(id.clone(), text).is_some() {
                faults.push(format!("{id} occurs twice in {folder}"));
            }
        }
    }
    texts
}

/// Messages and terms with all their patterns: the value and the attributes.
fn entries<'a>(resource: &'a Resource<&'a str>) -> impl Iterator<Item = (String, Vec<&'a Pattern<&'a str>>)> {
    resource.body.iter().filter_map(|entry| match entry {
        Entry::Message(message) => {
            let attributes = message.attributes.iter().map(|attribute| &attribute.value);
            Some((message.id.name.to_owned(), message.value.iter().chain(attributes).collect()))
        }
        Entry::Term(term) => {
            let attributes = term.attributes.iter().map(|attribute| &attribute.value);
            Some((format!("-{}", term.id.name), std::iter::once(&term.value).chain(attributes).collect()))
        }
        _ => None,
    })
}

impl Text {
    fn read(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.literal.push_str(value),
                PatternElement::Placeable { expression } => self.expression(expression),
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                for variant in variants {
                    self.read(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.variables.insert(format!("${}", id.name));
            }
            InlineExpression::StringLiteral { value } => self.literal.push_str(value),
            // A text that consists of a term or of another text is not empty; both are audited on their own.
            InlineExpression::MessageReference { id, .. } => self.refer(id.name),
            InlineExpression::TermReference { id, .. } => self.refer(&format!("-{}", id.name)),
            InlineExpression::FunctionReference { arguments, .. } => {
                arguments.positional.iter().for_each(|argument| self.inline(argument));
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::NumberLiteral { .. } => self.literal.push('0'),
        }
    }

    fn refer(&mut self, id: &str) {
        self.variables.insert(id.to_owned());
    }
}
