//! A broken dataset never ships: every slip is refused, and said to editors in French with place and remedy.

use crate::files;
use ipros::content::check::{check, writing::check_writing};
use ipros::content::load::json::{File, read};
use ipros::content::problem::Problem;
use ipros::site::editor::mutate::{KINDS, problems};

/// The dataset's files with one of them changed.
fn with(path: &str, change: impl Fn(String) -> String) -> Vec<File> {
    let mut files = files();
    let file = files.iter_mut().find(|(name, _)| name == path).expect("the file is there");
    file.1 = change(String::from_utf8(file.1.clone()).expect("UTF-8")).into_bytes();
    files
}

fn only(files: &[File]) -> String {
    let found: Vec<Problem> = match read(files) {
        Err(problems) => problems,
        Ok(data) => check(&data),
    };
    assert_eq!(found.len(), 1, "{found:#?}");
    found[0].to_string()
}

#[test]
fn the_content_as_it_stands_has_no_problem() {
    let data = read(&files()).expect("it can be read");
    assert_eq!(check(&data), Vec::new());
}

#[test]
fn the_schemas_beside_the_content_are_those_of_the_types() {
    for (kind, schema) in ipros::site::editor::schema::schemas() {
        let path = crate::root().join(format!("assets/content/{kind}.schema.json"));
        let kept = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let wanted = serde_json::to_string_pretty(&schema).expect("JSON") + "\n";
        assert!(kept == wanted, "{kind}.schema.json is old: cargo xtask schema");
    }
}

#[test]
fn two_mutants_of_every_kind_are_refused() {
    let files = files();
    let mut made = 0;
    for kind in KINDS {
        for nth in 0..2 {
            let found = problems(&files, kind, nth).unwrap_or_else(|| panic!("{}: found no place", kind.name));
            assert!(!found.is_empty(), "{} {nth}: the check lets it live", kind.name);
            made += 1;
        }
    }
    assert!(KINDS.len() >= 60 && made == 2 * KINDS.len());
}

#[test]
fn an_unknown_field_is_named_with_the_fields_that_exist() {
    let files = with("places.json", |text| text.replacen("\"latitude\"", "\"lattitude\"", 1));
    insta::assert_snapshot!(only(&files), @r#"
    places.json · [0].lattitude (ligne 6, colonne 15)
      problème : le champ « lattitude » n'existe pas ici
      remède   : champs possibles : id, page, name, latitude, longitude, activities, map_label, address, phone, sources
    "#);
}

#[test]
fn a_dangling_reference_is_named_with_its_path_and_the_file_to_mend() {
    let files = with("equipment.json", |text| text.replacen("\"clairval\"", "\"clairvale\"", 1));
    insta::assert_snapshot!(only(&files), @r#"
    equipment.json · [0].establishments[0]
      problème : « clairvale » n'existe pas : il faut ici un établissement
      remède   : ajouter « clairvale » à establishments.json, ou corriger l'identifiant
    "#);
}

#[test]
fn an_id_of_another_kind_is_told_from_one_that_does_not_exist() {
    let files = with("equipment.json", |text| text.replacen("\"clairval\"", "\"istres\"", 1));
    insta::assert_snapshot!(only(&files), @r#"
    equipment.json · [0].establishments[0]
      problème : « istres » est un lieu, il faut ici un établissement
      remède   : écrire l'identifiant d'une entrée de establishments.json
    "#);
}

#[test]
fn an_everyday_word_that_leads_nowhere_is_named_with_its_page() {
    let files =
        with("everyday.json", |_| r#"[{ "pages": ["effets-indesirables/poils"], "words": ["poils"] }]"#.to_owned());
    insta::assert_snapshot!(only(&files), @r#"
    everyday.json · [0].pages[0]
      problème : la page « effets-indesirables/poils » n'existe pas
      remède   : créer pages/effets-indesirables/poils.json, ou corriger le lien
    "#);
}

#[test]
fn a_word_of_two_entries_is_refused_whatever_its_accents_and_hyphens() {
    let files = with("everyday.json", |_| {
        r#"[{ "pages": ["therapies/chirurgie"], "words": ["port-à-cath", "œdème"] },
            { "pages": ["therapies/chambre-et-picc"], "words": ["Port a cath"], "misspellings": ["oedeme"] }]"#
            .to_owned()
    });
    let data = read(&files).expect("it can be read");
    let told: Vec<String> = check_writing(&data)
        .into_iter()
        .filter(|problem| problem.file == "everyday.json")
        .map(|problem| format!("{} {}", problem.at, problem.what))
        .collect();
    assert_eq!(
        told,
        [
            "[1].words[0] « Port a cath » est déjà écrit en [0].words[0] : accents, majuscules et tirets ne comptent pas",
            "[1].misspellings[0] « oedeme » est déjà écrit en [0].words[1] : accents, majuscules et tirets ne comptent pas",
        ]
    );
}

#[test]
fn an_impossible_date_is_refused_with_line_and_column() {
    let files = with("site.json", |text| text.replacen("2026-11-23", "2026-11-31", 1));
    let told = only(&files);
    assert!(told.starts_with("site.json · updated (ligne "), "{told}");
    assert!(told.contains("« 2026-11-31 » n'est pas une date : écrire par exemple 2026-11-23"), "{told}");
}

#[test]
fn ten_thousand_brackets_are_refused_without_a_crash() {
    let files = with("site.json", |_| "[".repeat(10_000));
    let told = only(&files);
    assert!(told.contains("site.json") && told.contains("remède"), "{told}");
}

#[test]
fn every_problem_is_told_not_only_the_first() {
    let mut files = files();
    files.retain(|(path, _)| path != "terms.json" && path != "places.json");
    let page = files.iter_mut().find(|(path, _)| path == "pages/lieux.json").expect("there");
    page.1 = b"{".to_vec();
    let told: Vec<String> = read(&files).expect_err("it is broken").into_iter().map(|problem| problem.file).collect();
    assert_eq!(told, ["pages/lieux.json", "places.json", "terms.json"]);
}
