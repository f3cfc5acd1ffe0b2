//! What was looked for, marked in the text that is shown, whichever script that is in.

use std::{collections::HashSet, ops::Range};

use domain::help::Passage;

use super::grams::{Gram, Token, tokens};

/// Characters of an excerpt.
const LONG: usize = 96;

/// So many of them stand before the first that was looked for.
const BEFORE: usize = 12;

/// The text in parts, those marked that hold what was asked for.
pub(super) fn marked(text: &str, asked: &[Gram]) -> Vec<Passage> {
    passages(text, &places(&tokens(text), asked))
}

/// A few lines of a body around what was asked for, marked; the beginning where nothing of it is there.
pub(super) fn excerpt(body: &str, asked: &[Gram]) -> Vec<Passage> {
    let line = body.replace('\n', " ");
    let tokens = tokens(&line);
    let wanted: HashSet<&Gram> = asked.iter().collect();
    let found: Vec<&Token> = tokens.iter().filter(|token| wanted.contains(&token.gram)).collect();
    // The place from which most different things that were asked for are in sight.
    let begins: Vec<usize> = line.char_indices().map(|(at, _)| at).collect();
    let after = |at: usize, chars: usize| {
        let index = begins.partition_point(|begin| *begin < at);
        begins.get(index + chars).copied().unwrap_or(line.len())
    };
    let in_sight = |first: usize| {
        let to = found.get(first).map_or(0, |token| after(token.at.start, LONG - BEFORE));
        let seen = found.iter().skip(first).take_while(|token| token.at.end <= to);
        seen.map(|token| &token.gram).collect::<HashSet<_>>().len()
    };
    let best = (0..found.len()).max_by_key(|first| (in_sight(*first), std::cmp::Reverse(*first)));
    let best = best.and_then(|first| found.get(first)).map(|token| token.at.start);
    let start = best.map_or(0, |at| {
        let index = begins.partition_point(|begin| *begin < at);
        begins.get(index.saturating_sub(BEFORE)).copied().unwrap_or(0)
    });
    let end = after(start, LONG);
    let cut = line.get(start..end).unwrap_or_default();
    let mut passages = marked(cut, asked);
    if start > 0 {
        passages.insert(0, ("…".to_owned(), false));
    }
    if end < line.len() {
        passages.push(("…".to_owned(), false));
    }
    passages
}

/// Where in the text it stands, in order, what touches as one.
fn places(tokens: &[Token], asked: &[Gram]) -> Vec<Range<usize>> {
    let mut places: Vec<Range<usize>> =
        tokens.iter().filter(|token| asked.contains(&token.gram)).map(|token| token.at.clone()).collect();
    places.sort_by_key(|place| place.start);
    let mut joined: Vec<Range<usize>> = Vec::new();
    for place in places {
        match joined.last_mut() {
            Some(last) if place.start <= last.end => last.end = last.end.max(place.end),
            _ => joined.push(place),
        }
    }
    joined
}

fn passages(text: &str, places: &[Range<usize>]) -> Vec<Passage> {
    let mut passages = Vec::new();
    let mut done = 0;
    for place in places {
        passages.push((text.get(done..place.start).unwrap_or_default().to_owned(), false));
        passages.push((text.get(place.clone()).unwrap_or_default().to_owned(), true));
        done = place.end;
    }
    passages.push((text.get(done..).unwrap_or_default().to_owned(), false));
    passages.retain(|(part, _)| !part.is_empty());
    passages
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::help::grams::asked;

    fn said(passages: &[Passage]) -> String {
        passages.iter().map(|(part, found)| if *found { format!("[{part}]") } else { part.clone() }).collect()
    }

    #[test]
    fn a_question_in_one_script_is_marked_in_the_other() {
        let grams = asked("发票 wifi", 9);
        assert_eq!(said(&marked("電子發票與 ＷiＦi、收據", &grams)), "電子[發票]與 [ＷiＦi]、收據");
        assert_eq!(said(&marked("", &grams)), "");
    }

    #[test]
    fn what_touches_is_marked_as_one() {
        assert_eq!(said(&marked("退款多久到账", &asked("退款多久", 9))), "[退款多久]到账");
    }

    #[test]
    fn an_excerpt_shows_where_most_of_it_is() {
        let body = format!("退款。{}退款多久到账？三天。{}", "其他的事。".repeat(40), "别的事。".repeat(40));
        let shown = said(&excerpt(&body, &asked("退款多久到账", 9)));
        assert!(shown.starts_with('…') && shown.ends_with('…') && shown.contains("[退款多久到账]"), "{shown}");
        let none = said(&excerpt(&body, &asked("天文", 9)));
        assert!(none.starts_with("退款。其他") && none.ends_with('…'), "{none}");
        assert!(none.chars().count() <= LONG + 1);
    }

    proptest! {
        #[test]
        fn nothing_is_lost_by_marking(text: String, words: String) {
            let whole: String = marked(&text, &asked(&words, 9)).into_iter().map(|(part, _)| part).collect();
            prop_assert_eq!(whole, text.clone());
            let _ = excerpt(&text, &asked(&text, 9));
        }
    }
}
