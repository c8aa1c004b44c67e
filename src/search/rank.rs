//! How well documents answer: see the module's documentation for the reasons.

use super::index::{FIELD_COUNT, Index};
use super::query::{Query, QueryTerm};
use crate::route::Route;
use crate::text::sort::order;

/// Weight of a word and strength of the length norm, by field (`b` of BM25F): title, names, headings, summary, text, twin.
pub const FIELDS: [(f32, f32); FIELD_COUNT] =
    [(6.0, 0.35), (4.5, 0.1), (2.4, 0.4), (2.2, 0.4), (1.0, 0.65), (0.9, 0.5)];
/// Saturation: how fast more of the same word stops counting.
const K1: f32 = 1.3;
/// Worth of a name that the query says as a whole.
const NAME: f32 = 14.0;
/// How much more a name is worth when the query is that name word for word.
const EXACT: f32 = 1.3;
/// Worth of the best part of a page beside the page.
const PART: f32 = 0.45;
/// A document that scores less than this share of the first is no answer.
const FLOOR: f32 = 0.12;
/// A term of the glossary stands behind a page that answers as well, unless the query asks what a word means.
const TERM: (f32, f32) = (0.8, 1.2);

/// A document that answers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scored {
    /// Its place in the index.
    pub document: usize,
    /// The part that answers best; its top when the whole page does.
    pub part: usize,
    /// The heading below which the text answers best, even when the page is wanted whole.
    pub best: usize,
    /// Higher is better; comparable within one query only.
    pub score: f32,
}

/// Every document that answers, best first.
#[must_use]
pub fn rank(index: &Index, query: &Query) -> Vec<Scored> {
    let mut sums = Sums::of(index);
    let all: f32 = query.terms.iter().map(|term| max_idf(index, term)).sum();
    for term in &query.terms {
        sums.add(index, term);
    }
    let named = names(index, query, all);
    let mut best_parts: Vec<(usize, f32)> = vec![(0, 0.0); index.documents.len()];
    let mut best_headings = best_parts.clone();
    for (at, part) in index.parts.iter().enumerate() {
        let lists = [Some(&mut best_parts), part.heading.is_some().then_some(&mut best_headings)];
        for best in lists.into_iter().flatten().map(|list| &mut list[usize::from(part.document)]) {
            if sums.parts[at] > best.1 {
                *best = (at, sums.parts[at]);
            }
        }
    }
    let mut found: Vec<Scored> = Vec::new();
    for (document, score) in sums.documents.iter().enumerate().filter(|(at, score)| **score > 0.0 || named[*at].0 > 0.0)
    {
        let covered = if all > 0.0 { (sums.covered[document] / all).min(1.0) } else { 0.0 };
        let (part, part_score) = best_parts[document];
        let (name, said) = named[document];
        let prior = match index.documents[document].route {
            Route::Term(_) if query.asks_meaning => TERM.1,
            Route::Term(_) => TERM.0,
            _ => 1.0,
        };
        let text = score * (0.25 + 0.75 * covered * covered) + PART * part_score;
        // A page that is named by everything that was typed is wanted whole.
        let part = if said > 0.9 || part_score == 0.0 { document } else { part };
        let best = if best_headings[document].1 > 0.0 { best_headings[document].0 } else { document };
        found.push(Scored { document, part, best, score: (text + NAME * name) * prior });
    }
    // What is no answer goes before the list is put in order.
    let floor = found.iter().map(|scored| scored.score).fold(0.0, f32::max) * FLOOR;
    found.retain(|scored| scored.score >= floor);
    order(&mut found, |a, b| a.score > b.score);
    found
}

/// How rare what meets a need is: rare words say more.
fn max_idf(index: &Index, term: &QueryTerm) -> f32 {
    term.stems.iter().map(|(stem, weight)| weight * index.idf(*stem)).fold(0.0, f32::max)
}

/// What the needs add up to, by document and by part.
struct Sums {
    documents: Vec<f32>,
    covered: Vec<f32>,
    parts: Vec<f32>,
    /// Mean number of words in each field of the documents that have it.
    means: [f32; FIELD_COUNT],
    part_mean: f32,
}

impl Sums {
    fn of(index: &Index) -> Self {
        let mean = |lengths: &mut dyn Iterator<Item = u16>| {
            let (sum, count) = lengths
                .filter(|length| *length > 0)
                .fold((0_u32, 0_u32), |(sum, count), length| (sum + u32::from(length), count + 1));
            if count == 0 { 1.0 } else { sum as f32 / count as f32 }
        };
        let field = |at: usize| mean(&mut index.documents.iter().map(|document| document.lengths[at]));
        Self {
            documents: vec![0.0; index.documents.len()],
            covered: vec![0.0; index.documents.len()],
            parts: vec![0.0; index.parts.len()],
            means: std::array::from_fn(field),
            part_mean: mean(&mut index.parts.iter().map(|part| part.length)),
        }
    }

    /// Adds what a need finds. Of the stems that meet it, the best counts for each document, so that ten endings of one
    /// beginning are not ten words.
    fn add(&mut self, index: &Index, term: &QueryTerm) {
        let mut best = vec![(0.0_f32, 0.0_f32); self.documents.len()];
        let mut best_part = vec![0.0_f32; self.parts.len()];
        for (stem, weight) in &term.stems {
            let idf = weight * index.idf(*stem);
            let mut found = vec![0.0_f32; self.documents.len()];
            let mut in_part = vec![0.0_f32; self.parts.len()];
            for posting in index.stems.get(usize::from(*stem)).into_iter().flat_map(|stem| &stem.postings) {
                let part = usize::from(posting.part);
                let document = usize::from(index.parts[part].document);
                let field = posting.field as usize;
                let (strength, b) = FIELDS[field];
                let length = f32::from(index.documents[document].lengths[field]) / self.means[field];
                let times = f32::from(posting.times);
                found[document] += strength * times / (1.0 - b + b * length);
                let length = f32::from(index.parts[part].length) / self.part_mean;
                in_part[part] += strength * times / (0.6 + 0.4 * length);
            }
            for (best, found) in best.iter_mut().zip(found).filter(|(_, found)| *found > 0.0) {
                let score = idf * found / (K1 + found);
                *best = (best.0.max(score), best.1.max(idf));
            }
            for (best, found) in best_part.iter_mut().zip(in_part).filter(|(_, found)| *found > 0.0) {
                *best = best.max(idf * found / (K1 + found));
            }
        }
        for (at, (score, idf)) in best.into_iter().enumerate() {
            self.documents[at] += score;
            self.covered[at] += idf;
        }
        for (sum, score) in self.parts.iter_mut().zip(best_part) {
            *sum += score;
        }
    }
}

/// For each document, the best of its names: its worth, and the share of the query that it says.
fn names(index: &Index, query: &Query, all: f32) -> Vec<(f32, f32)> {
    let mut best = vec![(0.0_f32, 0.0_f32); index.documents.len()];
    if all <= 0.0 {
        return best;
    }
    let folded = query.plain.join(" ");
    let worths: Vec<f32> = query.terms.iter().map(|term| max_idf(index, term)).collect();
    for name in &index.names {
        let is_said = |stem: &u16| query.terms.iter().any(|term| term.stems.iter().any(|(own, _)| own == stem));
        if !name.stems.iter().any(is_said) {
            continue;
        }
        let (mut own, mut said, mut met) = (0.0, 0.0, [false; 32]);
        for stem in &name.stems {
            let idf = index.idf(*stem);
            own += idf;
            let found =
                query.terms.iter().enumerate().find_map(|(at, term)| {
                    term.stems.iter().find(|(own, _)| own == stem).map(|(_, weight)| (at, *weight))
                });
            if let Some((at, weight)) = found {
                said += weight * idf;
                met[at % met.len()] = true;
            }
        }
        if said <= 0.0 || own <= 0.0 {
            continue;
        }
        let query_said: f32 =
            worths.iter().zip(met).filter(|(_, met)| *met).map(|(max_idf, _)| max_idf).sum::<f32>() / all;
        let share = said / own;
        // Word for word beats words of the same stem: « équipements » is not « équipe ».
        let exact = if *name.folded == *folded { EXACT } else { 1.0 };
        let value = name.weight * query_said * query_said * share * share * exact;
        let best = &mut best[usize::from(name.document)];
        if value > best.0 {
            *best = (value, query_said * share);
        }
    }
    best
}

/// Whether the query says an alarm word: every stem of one of them.
#[must_use]
pub fn alarms(index: &Index, query: &Query) -> bool {
    let said = |stem: &u16| {
        let sure = |(own, weight): &(u16, f32)| own == stem && *weight >= 0.6;
        query.terms.iter().any(|term| term.stems.iter().any(sure))
    };
    // « prise de sang » says « sang », and is no alarm: a longer name that is said as a whole takes the word with it.
    let taken = |alarm: &[u16]| {
        let longer = |stems: &[u16]| stems.len() > alarm.len() && alarm.iter().all(|stem| stems.contains(stem));
        let calm = |stems: &[u16]| !index.alarms.iter().any(|other| *other.stems == *stems);
        index.names.iter().any(|name| longer(&name.stems) && name.stems.iter().all(said) && calm(&name.stems))
    };
    let also = |word: &String| query.plain.contains(word);
    index.alarms.iter().any(|alarm| alarm.stems.iter().all(said) && alarm.also.iter().all(also) && !taken(&alarm.stems))
}
