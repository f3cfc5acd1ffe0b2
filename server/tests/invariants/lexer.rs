//! Just enough of Rust's grammar to tell code, comments and string literals apart.

/// A source taken apart, without its `#[cfg(test)]` module.
#[derive(Debug, Default)]
pub(crate) struct Taken {
    /// The code: comments gone, literals emptied, lines kept.
    pub(crate) code: String,
    /// The string literals with the line each begins in.
    pub(crate) literals: Vec<(usize, String)>,
}

/// Takes a source apart. What follows a line `#[cfg(test)]` at the margin belongs to the tests and is left out.
pub(crate) fn take(source: &str) -> Taken {
    let source = source.split_once("\n#[cfg(test)]\nmod ").map_or(source, |(before, _)| before);
    let chars: Vec<char> = source.chars().collect();
    let at = |i: usize| chars.get(i).copied().unwrap_or('\0');
    let mut taken = Taken::default();
    let (mut i, mut line) = (0, 1);
    while i < chars.len() {
        let start = i;
        match at(i) {
            '/' if at(i + 1) == '/' => {
                while i < chars.len() && at(i) != '\n' {
                    i += 1;
                }
            }
            '/' if at(i + 1) == '*' => {
                i += 2;
                while i < chars.len() && !(at(i) == '*' && at(i + 1) == '/') {
                    i += 1;
                }
                i += 2;
            }
            'r' if raw_hashes(&chars, i).is_some() && !is_word(start.checked_sub(1).map_or('\0', at)) => {
                let hashes = raw_hashes(&chars, i).unwrap_or_default();
                i += 2 + hashes;
                let from = i;
                while i < chars.len() && !(at(i) == '"' && (1..=hashes).all(|n| at(i + n) == '#')) {
                    i += 1;
                }
                taken.literals.push((line, chars[from..i.min(chars.len())].iter().collect()));
                taken.code.push_str("\"\"");
                i += 1 + hashes;
            }
            '"' => {
                i += 1;
                let from = i;
                while i < chars.len() && at(i) != '"' {
                    i += if at(i) == '\\' { 2 } else { 1 };
                }
                taken.literals.push((line, chars[from..i.min(chars.len())].iter().collect()));
                taken.code.push_str("\"\"");
                i += 1;
            }
            '\'' if at(i + 1) == '\\' || at(i + 2) == '\'' => {
                i += if at(i + 1) == '\\' { 3 } else { 2 };
                while i < chars.len() && at(i) != '\'' {
                    i += 1;
                }
                taken.literals.push((line, chars[start + 1..i.min(chars.len())].iter().collect()));
                taken.code.push_str("' '");
                i += 1;
            }
            other => {
                taken.code.push(other);
                i += 1;
            }
        }
        let lines = chars[start..i.min(chars.len())].iter().filter(|c| **c == '\n').count();
        line += lines;
        if lines > 0 && i - start > 1 {
            taken.code.push_str(&"\n".repeat(lines));
        }
    }
    taken
}

/// The number of `#` when a raw string begins here.
fn raw_hashes(chars: &[char], at: usize) -> Option<usize> {
    let hashes = chars[at + 1..].iter().take_while(|c| **c == '#').count();
    (chars.get(at + 1 + hashes) == Some(&'"')).then_some(hashes)
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

#[test]
fn comments_go_and_literals_are_told_from_code() {
    let taken =
        take("// \"no\"\nlet a = \"yes \\\" 1\"; /* \"no\" */ let b = r#\"raw \"2\"\"#;\nf::<'a>('\"', \"三\");");
    let literals: Vec<_> = taken.literals.iter().map(|(line, text)| (*line, text.as_str())).collect();
    assert_eq!(literals, [(2, "yes \\\" 1"), (2, "raw \"2\""), (3, "\""), (3, "三")]);
    assert_eq!(taken.code, "\nlet a = \"\";  let b = \"\";\nf::<'a>(' ', \"\");");
}

#[test]
fn the_tests_of_a_module_are_left_out() {
    assert!(take("fn a() {}\n\n#[cfg(test)]\nmod tests {\n    const X: &str = \"中\";\n}\n").literals.is_empty());
}
