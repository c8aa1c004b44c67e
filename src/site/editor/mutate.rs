//! Spoils the dataset on purpose, one slip at a time, and asks whether the check sees it: a check that lets a mutant
//! live is no check.

use crate::content::check::{check, writing::check_writing};
use crate::content::load::json::{File, read};
use crate::content::problem::Problem;
use serde_json::{Value, json};

/// A kind of slip: its name, and how it is made with a number that chooses the place. `None`: no such place is left.
pub struct Kind {
    /// What the editor did.
    pub name: &'static str,
    make: fn(&mut Files, usize) -> Option<()>,
}

/// The dataset's files while they are spoiled.
pub struct Files(Vec<File>);

impl Files {
    fn pages(&self) -> Vec<usize> {
        (0..self.0.len()).filter(|at| self.0[*at].0.starts_with("pages/")).collect()
    }
    fn index(&self, name: &str) -> Option<usize> {
        self.0.iter().position(|(path, _)| path == name)
    }
    fn json(&self, at: usize) -> Option<Value> {
        serde_json::from_slice(&self.0[at].1).ok()
    }
    fn put(&mut self, at: usize, value: &Value) {
        self.0[at].1 = value.to_string().into_bytes();
    }
    /// Changes one page: the first, from the `nth` on, that `change` can spoil.
    fn page(&mut self, nth: usize, change: impl Fn(&mut Value) -> Option<()>) -> Option<()> {
        let pages = self.pages();
        for step in 0..pages.len() {
            let at = pages[(nth * 7 + step) % pages.len()];
            let mut value = self.json(at)?;
            if change(&mut value).is_some() {
                self.put(at, &value);
                return Some(());
            }
        }
        None
    }
    /// Changes one entry of a list file.
    fn entry(&mut self, file: &str, nth: usize, change: impl Fn(&mut Value) -> Option<()>) -> Option<()> {
        let at = self.index(file)?;
        let mut value = self.json(at)?;
        let list = value.as_array_mut()?;
        let length = list.len();
        (0..length).find_map(|step| change(&mut list[(nth + step) % length]))?;
        self.put(at, &value);
        Some(())
    }
    /// Changes a list file as a whole.
    fn list(&mut self, file: &str, change: impl FnOnce(&mut Vec<Value>) -> Option<()>) -> Option<()> {
        let at = self.index(file)?;
        let mut value = self.json(at)?;
        change(value.as_array_mut()?)?;
        self.put(at, &value);
        Some(())
    }
    /// Changes the first block of a kind on one page.
    fn block(&mut self, kind: &str, nth: usize, change: impl Fn(&mut Value) -> Option<()>) -> Option<()> {
        self.page(nth, |page| {
            let blocks = page["blocks"].as_array_mut()?;
            blocks.iter_mut().filter_map(|block| block.get_mut(kind)).find_map(&change)
        })
    }
    /// Changes the bytes of one page.
    fn bytes(&mut self, nth: usize, change: impl Fn(&mut Vec<u8>)) {
        let pages = self.pages();
        change(&mut self.0[pages[nth * 7 % pages.len()]].1);
    }
}

/// A long sentence, a promise and the like, as an editor may slip them in.
const LONG: &str = "Cette phrase est beaucoup trop longue parce qu'elle dit une chose puis une autre puis encore une autre sans jamais reprendre son souffle ni laisser le lecteur respirer.";

fn paragraph(page: &mut Value, text: &str) -> Option<()> {
    page["blocks"].as_array_mut()?.push(json!({ "paragraph": { "text": text } }));
    Some(())
}

macro_rules! kinds {
    ($($name:literal => $make:expr),+ $(,)?) => { &[$(Kind { name: $name, make: $make }),+] };
}

/// Every kind of slip.
pub const KINDS: &[Kind] = kinds! {
    "truncated file" => |f, n| { f.bytes(n, |b| b.truncate(b.len() * 2 / 3)); Some(()) },
    "comma before a closing brace" => |f, n| { f.bytes(n, |b| { let at = b.iter().rposition(|c| *c == b'}').unwrap_or(0); b.insert(at, b','); }); Some(()) },
    "words after the end" => |f, n| { f.bytes(n, |b| b.extend(b" fin")); Some(()) },
    "byte that is no UTF-8" => |f, n| { f.bytes(n, |b| b[40] = 0xff); Some(()) },
    "ten thousand brackets" => |f, n| { f.bytes(n, |b| *b = [b"{\"title\": ".to_vec(), vec![b'['; 10_000]].concat()); Some(()) },
    "field written twice" => |f, n| { f.bytes(n, |b| { b.splice(1..1, b"\"title\": \"Titre\", \"title\": \"Titre\",".iter().copied()); }); Some(()) },
    "list file missing" => |f, n| { let lists = ["site", "sections", "sources", "places", "terms", "everyday", "therapies", "effects", "equipment"]; let at = f.index(&format!("{}.json", lists[n % lists.len()]))?; f.0.remove(at); Some(()) },
    "page file missing" => |f, n| { let pages = f.pages(); f.0.remove(pages[n * 7 % pages.len()]); Some(()) },
    "file that nobody reads" => |f, n| { f.0.push((format!("brouillon-{n}.json"), b"{}".to_vec())); Some(()) },
    "page in no list" => |f, n| { let at = f.pages()[n]; let bytes = f.0[at].1.clone(); f.0.push((format!("pages/oncologie/orpheline-{n}.json"), bytes)); Some(()) },
    "page of an unknown section" => |f, n| { f.0.push((format!("pages/inconnue/page-{n}.json"), b"{}".to_vec())); Some(()) },
    "unknown field" => |f, n| f.page(n, |p| { p["couleur"] = json!("bleu"); Some(()) }),
    "missing field" => |f, n| f.page(n, |p| p.as_object_mut()?.remove("summary").map(drop)),
    "number for a title" => |f, n| f.page(n, |p| { p["title"] = json!(12); Some(()) }),
    "unknown kind of block" => |f, n| f.page(n, |p| { p["blocks"][0] = json!({ "video": {} }); Some(()) }),
    "impossible date" => |f, n| f.page(n, |p| { p["updated"] = json!("2026-02-30"); Some(()) }),
    "mark that is not closed" => |f, n| f.page(n, |p| paragraph(p, "Un mot **fort sans fin.")),
    "link of an unknown kind" => |f, n| f.page(n, |p| paragraph(p, "Un [lien](ftp://exemple).")),
    "link to a page that does not exist" => |f, n| f.page(n, |p| paragraph(p, "Un [lien](page:therapies/magie).")),
    "term that does not exist" => |f, n| f.page(n, |p| paragraph(p, "Un [mot](terme:inconnu).")),
    "source that does not exist" => |f, n| f.block("paragraph", n, |b| { b["sources"] = json!(["zzz"]); Some(()) }),
    "place named as a source" => |f, n| f.block("paragraph", n, |b| { b["sources"] = json!(["istres"]); Some(()) }),
    "source named as a place" => |f, n| f.entry("establishments.json", n, |e| { e["place"] = json!("ipros"); Some(()) }),
    "id that is no slug" => |f, n| f.entry("places.json", n, |e| { e["id"] = json!("Ville Nouvelle"); Some(()) }),
    "id used twice" => |f, n| { let id = f.json(f.index("sources.json")?)?[n]["id"].clone(); f.entry("sources.json", n + 1, |e| { e["id"] = id.clone(); Some(()) }) },
    "two pages with one title" => |f, n| f.page(n, |p| { if p["title"] == "Plan du site" { return None; } p["title"] = json!("Plan du site"); Some(()) }),
    "page listed without file" => |f, n| f.entry("sections.json", n, |e| { e["pages"].as_array_mut()?.push(json!("fantome")); Some(()) }),
    "section without entry" => |f, n| { let at = f.index("sections.json")?; let mut v = f.json(at)?; let list = v.as_array_mut()?; list.remove(n % list.len()); f.put(at, &v); Some(()) },
    "therapy that names an effect alone" => |f, n| f.entry("effects.json", n, |e| { let list = e["therapies"].as_array_mut()?; if list.is_empty() { return None; } list.remove(0); Some(()) }),
    "effect that names a therapy alone" => |f, n| f.entry("therapies.json", n, |e| { let list = e["effects"].as_array_mut()?; if list.is_empty() { return None; } list.remove(n % list.len()); Some(()) }),
    "therapy page of another section" => |f, n| f.entry("therapies.json", n, |e| { e["page"] = json!("lieux/istres"); Some(()) }),
    "empty text" => |f, n| f.block("paragraph", n, |b| { b["text"] = json!("   "); Some(()) }),
    "empty list" => |f, n| f.block("list", n, |b| { b["items"] = json!([]); Some(()) }),
    "heading without text below" => |f, n| f.page(n, |p| { p["blocks"].as_array_mut()?.push(json!({ "heading": { "text": "Et après ?" } })); Some(()) }),
    "row with a cell too few" => |f, n| f.block("table", n, |b| b["rows"][0]["cells"].as_array_mut()?.pop().map(drop)),
    "legend with a text too few" => |f, n| f.block("figure", n, |b| b["legend"].as_array_mut()?.pop().map(drop)),
    "door that leads nowhere" => |f, n| { let at = f.index("site.json")?; let mut v = f.json(at)?; v["doors"][n % 3]["page"] = json!("therapies/magie"); f.put(at, &v); Some(()) },
    "two doors" => |f, n| { let at = f.index("site.json")?; let mut v = f.json(at)?; v["doors"].as_array_mut()?.remove(n % 3); f.put(at, &v); Some(()) },
    "town elsewhere" => |f, n| { let at = f.index("site.json")?; let mut v = f.json(at)?; let towns = v["towns"].as_array_mut()?; let at_town = n % towns.len(); towns[at_town]["longitude"] = json!(-towns[at_town]["longitude"].as_f64()?); f.put(at, &v); Some(()) },
    "figure without twin" => |f, n| f.page(n, |p| { p["blocks"].as_array_mut()?.push(json!({ "figure": { "drawing": "treatment_rhythm", "caption": "Un dessin", "twin": "" } })); Some(()) }),
    "invisible sign" => |f, n| f.page(n, |p| paragraph(p, "Un mot\u{202e} retourné.")),
    "latitude and longitude swapped" => |f, n| f.entry("places.json", n, |e| { let lat = e["latitude"].clone(); e["latitude"] = e["longitude"].clone(); e["longitude"] = lat; Some(()) }),
    "address that is none" => |f, n| f.entry("sources.json", n, |e| { e["url"] = json!("www.exemple"); Some(()) }),
    "fact without source" => |f, n| f.entry("equipment.json", n, |e| { e["sources"] = json!([]); Some(()) }),
    "schema of another version" => |f, n| { let at = f.index("site.json")?; let mut v = f.json(at)?; v["schema"] = json!(n + 2); f.put(at, &v); Some(()) },
    "title that is too long" => |f, n| f.page(n, |p| { p["title"] = json!("Un titre ".repeat(9)); Some(()) }),
    "no emergency on the page that says when to call" => |f, n| { let at = f.index("pages/quand-appeler.json")?; let mut v = f.json(at)?; let urgency = ["emergency", "team"][n % 2]; v["blocks"].as_array_mut()?.retain(|b| b["when_to_call"]["urgency"] != urgency); f.put(at, &v); Some(()) },
    "figure in a block without source" => |f, n| f.page(n, |p| paragraph(p, "Cela dure souvent 3 jours.")),
    "sign missing in the twin" => |f, n| f.block("when_to_call", n, |b| { b["signs"].as_array_mut()?.push(json!("Votre chapeau mauve rétrécit brusquement.")); Some(()) }),
    "sentence that is too long" => |f, n| f.page(n, |p| paragraph(p, LONG)),
    "paragraph that is too long" => |f, n| f.page(n, |p| paragraph(p, "Un. Deux. Trois. Quatre. Cinq.")),
    "promise" => |f, n| f.page(n, |p| paragraph(p, ["C'est le meilleur soin.", "La guérison est garantie.", "Un choix optimal.", "Un soin parfait."][n % 4])),
    "order to stop a treatment" => |f, n| f.page(n, |p| paragraph(p, "Arrêtez votre traitement ce soir.")),
    "abbreviation that nobody explains" => |f, n| f.page(n, |p| paragraph(p, "Le WXZ est normal.")),
    "page without twin" => |f, n| f.page(n, |p| p.as_object_mut()?.remove("simple").map(drop)),
    "twin that is too short" => |f, n| f.page(n, |p| { p.get("simple")?; p["simple"] = json!({ "lines": ["Trop court."] }); Some(()) }),
    "twin with two sentences in a line" => |f, n| f.page(n, |p| { p["simple"]["lines"].as_array_mut()?.push(json!("Une idée. Une autre.")); Some(()) }),
    "twin with a parenthesis" => |f, n| f.page(n, |p| { p["simple"]["lines"].as_array_mut()?.push(json!("Une idée (ou deux).")); Some(()) }),
    "text taken from another page" => |f, n| { let from = f.index("pages/effets-indesirables/fatigue.json")?; let blocks = f.json(from)?["blocks"].clone(); let names = ["nausees", "cheveux", "bouche", "anemie", "nerfs", "sommeil", "poids"]; let at = f.index(&format!("pages/effets-indesirables/{}.json", names[n % names.len()]))?; let mut v = f.json(at)?; v["blocks"] = blocks; f.put(at, &v); Some(()) },
    "page that is too short for its kind" => |f, n| { let names = ["nausees", "cheveux", "bouche", "anemie", "nerfs"]; let at = f.index(&format!("pages/effets-indesirables/{}.json", names[n % names.len()]))?; let mut v = f.json(at)?; v["blocks"].as_array_mut()?.truncate(2); f.put(at, &v); Some(()) },
    "source that nothing rests on" => |f, n| { let at = f.index("sources.json")?; let mut v = f.json(at)?; let mut extra = v[n].clone(); extra["id"] = json!(format!("seule-{n}")); v.as_array_mut()?.push(extra); f.put(at, &v); Some(()) },
    "source without dossier line" => |f, n| f.entry("sources.json", n, |e| e.as_object_mut()?.remove("dossier").map(drop)),
    "definition that is too long" => |f, n| f.entry("terms.json", n, |e| { e["definition"] = json!(LONG); Some(()) }),
    "abbreviation without its words" => |f, n| f.entry("terms.json", n, |e| { let name = e["name"].as_str()?; (name == name.to_uppercase()).then_some(())?; e.as_object_mut()?.remove("expansion").map(drop) }),
    "empty everyday word of a term" => |f, n| f.entry("terms.json", n, |e| { e["aliases"] = json!([" "]); Some(()) }),
    "word of two terms" => |f, n| f.list("terms.json", |list| { let name = list[n]["name"].as_str()?.to_uppercase(); list[n + 2]["misspellings"] = json!([name]); Some(()) }),
    "page of a term that does not exist" => |f, n| f.entry("terms.json", n, |e| { e["pages"] = json!(["therapies/inconnue"]); Some(()) }),
    "source of a term that does not exist" => |f, n| f.entry("terms.json", n, |e| { e["sources"] = json!(["inconnue"]); Some(()) }),
    "empty pronunciation" => |f, n| f.entry("terms.json", n, |e| { e["pronunciation"] = json!(""); Some(()) }),
    "everyday words without a page" => |f, n| f.entry("everyday.json", n, |e| { e["pages"] = json!([]); Some(()) }),
    "everyday words that lead nowhere" => |f, n| f.entry("everyday.json", n, |e| { e["pages"] = json!(["therapies/inconnue"]); Some(()) }),
    "everyday entry without words" => |f, n| f.entry("everyday.json", n, |e| { e["words"] = json!([]); Some(()) }),
    "empty misspelling" => |f, n| f.entry("everyday.json", n, |e| { e["misspellings"] = json!(["  "]); Some(()) }),
    "everyday word of two entries" => |f, n| f.list("everyday.json", |list| { let word = list[n]["words"][0].as_str()?.to_uppercase(); list[n + 2]["words"].as_array_mut()?.push(json!(word)); Some(()) }),
    "page named twice by an everyday entry" => |f, n| f.entry("everyday.json", n, |e| { let first = e["pages"][0].clone(); e["pages"].as_array_mut()?.push(first); Some(()) }),
    "alarm that does not lead to when to call" => |f, n| f.entry("everyday.json", n, |e| { (e["alarm"] == true).then_some(())?; e["pages"].as_array_mut()?.insert(0, json!("effets-indesirables/fatigue")); Some(()) }),
    "waiver that covers nothing" => |f, n| f.page(n, |p| { p["waive"] = json!([{ "at": "blocks[0]", "rule": "phrase-longue", "reason": "exprès" }]); Some(()) }),
};

/// The problems that the check finds after one slip; `None` when the slip finds no place.
#[must_use]
pub fn problems(files: &[File], kind: &Kind, nth: usize) -> Option<Vec<Problem>> {
    let mut files = Files(files.to_vec());
    (kind.make)(&mut files, nth)?;
    Some(match read(&files.0) {
        Err(problems) => problems,
        Ok(data) => {
            let mut problems = check(&data);
            problems.extend(check_writing(&data));
            problems
        }
    })
}
