//! Figures on the texts, for editors and reviewers.

use crate::content::check::writing::{block_words, sentence_lengths};
use crate::content::page::{Page, Review};
use crate::content::visit;
use crate::content::{Dataset, PageId};
use crate::text::prose::{sentences, words};
use std::fmt::Write as _;

/// One line a page: words, mean and longest sentence, Flesch score, words of the twin, sources, review; then the sums.
#[must_use]
pub fn report(data: &Dataset) -> String {
    let mut text = String::from("words  mean  longest  Flesch  simple  sources  review    page\n");
    let (mut main, mut simple) = (0, 0);
    for (id, page) in &data.pages {
        let (count, twin) = (block_words(page), twin_words(page));
        (main, simple) = (main + count, simple + twin);
        let (mean, longest) = sentence_lengths(page);
        let review = if page.review == Review::Awaiting { "awaiting" } else { "validated" };
        let sources =
            page.blocks.iter().flat_map(|block| block.sources()).collect::<std::collections::BTreeSet<_>>().len();
        let flesch = flesch(page);
        let _ = writeln!(text, "{count:5} {mean:5.1} {longest:8} {flesch:7.0} {twin:7} {sources:8}  {review:9} {id}");
    }
    let waivers: Vec<String> = data
        .pages
        .iter()
        .flat_map(|(id, page)| page.waive.iter().map(move |w| format!("  {id} {}: {} ({})", w.at, w.rule, w.reason)))
        .collect();
    let (pages, sources) = (data.pages.len(), data.sources.len());
    let _ = writeln!(text, "{pages} pages, {main} words, {simple} words in plain-language twins, {sources} sources");
    let _ = writeln!(text, "{} waivers\n{}", waivers.len(), waivers.join("\n"));
    text
}

fn twin_words(page: &Page) -> usize {
    page.simple.iter().flat_map(|simple| &simple.lines).map(|line| words(&line.to_plain()).count()).sum()
}

/// Reading ease after Kandel and Moles (1958): 207 − 1.015 × words a sentence − 73.6 × syllables a word.
fn flesch(page: &Page) -> f64 {
    let (mut sentence_count, mut word_count, mut syllable_count) = (0_usize, 0_usize, 0_usize);
    for block in &page.blocks {
        visit::block(block, "", &mut |_, text| {
            let plain = text.to_plain();
            sentence_count += sentences(&plain).count();
            for word in words(&plain) {
                word_count += 1;
                syllable_count += syllables(word);
            }
        });
    }
    let per = |a: usize, b: usize| a as f64 / b.max(1) as f64;
    207.0 - 1.015 * per(word_count, sentence_count) - 73.6 * per(syllable_count, word_count)
}

/// Groups of vowels, a mute `e` at the end left out.
fn syllables(word: &str) -> usize {
    let folded = crate::text::fold::unaccented(word);
    let vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'œ' | 'æ');
    let mut groups = 0;
    let mut before = false;
    for sign in folded.chars() {
        groups += usize::from(vowel(sign) && !before);
        before = vowel(sign);
    }
    let bare = folded.trim_end_matches('s');
    let mute =
        groups > 1 && bare.ends_with('e') && !word.ends_with('é') && !bare.trim_end_matches('e').ends_with(vowel);
    groups.saturating_sub(usize::from(mute)).max(1)
}

/// The site as a tree with word counts.
#[must_use]
pub fn tree(data: &Dataset) -> String {
    let mut text = String::new();
    let mut line = |depth: usize, id: &PageId| {
        if let Some(page) = data.pages.get(id) {
            let _ = writeln!(text, "{}/{id}/  {} ({} words)", "  ".repeat(depth), page.title, block_words(page));
        }
    };
    for id in data.pages.keys().filter(|id| id.section().is_none()) {
        line(0, id);
    }
    for entry in &data.facts.sections {
        line(0, &PageId::Index(entry.section));
        for slug in &entry.pages {
            line(1, &PageId::Topic(entry.section, slug.clone()));
        }
    }
    text
}
