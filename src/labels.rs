//! Floor 1: the words on controls and landmarks. Everything that patients read as text is in `assets/content/`.

/// First link of every page.
pub const SKIP: &str = "Aller au contenu";
/// Name of the main navigation.
pub const MAIN_NAV: &str = "Rubriques";
/// Name of the short navigation on wide screens.
pub const QUICK_NAV: &str = "Accès rapide";
/// Opens the menu.
pub const MENU: &str = "Menu";
/// Name of the breadcrumb.
pub const BREADCRUMB: &str = "Fil d’Ariane";
/// The home page in the breadcrumb.
pub const HOME: &str = "Accueil";
/// Prints the page.
pub const PRINT: &str = "Imprimer";
/// Leads to the plain-language twin.
pub const TO_SIMPLE: &str = "Version simple";
/// Leads back from the twin.
pub const TO_FULL: &str = "Version complète";
/// Review state of a page that no physician has approved.
pub const AWAITING: &str = "En attente de relecture médicale";
/// Review state of an approved page, before the name.
pub const VALIDATED: &str = "Relu par";
/// What the site is not.
pub const NO_ADVICE: &str = "Ce site informe. Il ne remplace pas l’avis de votre équipe.";
/// Before a page's address, on paper.
pub const ADDRESS_OF_PAGE: &str = "Adresse de cette page :";
/// Before the date of the last change.
pub const UPDATED: &str = "Texte du";
/// Title of the list of headings.
pub const ON_THIS_PAGE: &str = "Sur cette page";
/// Title of the list of sources.
pub const SOURCES: &str = "Sources";
/// Before the day on which the copies of the sources were last read.
pub const CONSULTED: &str = "Copies consultées pour la dernière fois le";
/// Title of the numbers on a plain-language twin.
pub const WHOM_TO_CALL: &str = "Qui appeler ?";
/// Title of the card to keep.
pub const WALLET: &str = "Ma carte à garder sur moi";
/// What the card says first.
pub const WALLET_SAYS: &str = "Je suis soigné pour un cancer";
/// What is filled in on the card's left half.
pub const WALLET_ME: [&str; 3] = ["Mon nom :", "Mon traitement :", "Mon seuil de fièvre :"];
/// What is filled in on the card's right half.
pub const WALLET_CALL: [&str; 3] = ["Mon équipe, le jour :", "La nuit, le week-end :", "Un proche :"];
/// What the card ends with.
pub const WALLET_LAST: &str = "Urgence vitale : 15 ou 112. Par message : 114.";
/// Leads to the page that says when to call.
pub const SEE_WHEN_TO_CALL: &str = "Voir quand appeler";
/// Beside the text of wide screens.
pub const WORRIED: &str = "Un signe vous inquiète ?";
/// Before the choice of a town.
pub const NEAREST_TO: &str = "Trouver le lieu le plus proche de";
/// The choice before any is made.
pub const CHOOSE_TOWN: &str = "Choisir une ville";
/// Before the nearest place.
pub const NEAREST: &str = "Le plus proche :";
/// Title of the places, on the home page.
pub const PLACES_HERE: &str = "Où nous trouver";
/// Title of the treatments, on the home page.
pub const ONE_BY_ONE: &str = "Les traitements, un par un";
/// Name of the map.
pub const MAP_OF_PLACES: &str = "Carte des lieux";
/// Whose work the map rests on.
pub const MAP_CREDIT: &str = "Trait de côte : Natural Earth. Positions des villes : GeoNames.";
/// The sea, on the map.
pub const SEA: &str = "Mer Méditerranée";
/// Title of the glossary part.
pub const WORDS: &str = "Les mots de cette page";
/// Title of what to read next.
pub const NEXT: &str = "À lire ensuite";
/// Name of the pager.
pub const PAGER: &str = "Pages voisines";
/// Before the title of the page before.
pub const BEFORE: &str = "Avant :";
/// Before the title of the page after.
pub const AFTER: &str = "Après :";
/// What helps.
pub const HELPS: &str = "Ce qui aide";
/// What to avoid.
pub const AVOID: &str = "Ce qu’il vaut mieux éviter";
/// Name of a figure's text twin.
pub const TWIN: &str = "Ce que montre le dessin";
/// Calls the emergency service.
pub const CALL_15: &str = "Appeler le 15";
/// Calls the European emergency number.
pub const CALL_112: &str = "Appeler le 112";
/// Writes to the emergency service.
pub const TEXT_114: &str = "Écrire au 114 (SMS)";
/// Calls the team's own number.
pub const CALL_TEAM: &str = "Appeler l’équipe :";
/// When the team does not answer.
pub const NO_ANSWER: &str = "Personne ne répond ?";
/// When the practice has given no number yet.
pub const TEAM_NUMBER: &str = "Appelez le numéro donné par votre équipe.";
/// Opens the device's own map application.
pub const DIRECTIONS: &str = "Ouvrir dans les cartes du téléphone";
/// What the point on a map is, while a place has no address.
pub const TOWN_POINT: &str = "Ce point montre la ville, pas le bâtiment.";
/// Leads to a public map.
pub const MAP: &str = "Voir sur OpenStreetMap (site extérieur)";
/// How to get to a place.
pub const GET_THERE: &str = "Comment venir";
/// A partner establishment in a place.
pub const PARTNERS: &str = "Établissements avec lesquels nous travaillons ici";
/// Telephone, in a list of facts.
pub const PHONE: &str = "Téléphone";
/// Address, in a list of facts.
pub const ADDRESS: &str = "Adresse";
/// E-mail, in a list of facts.
pub const EMAIL: &str = "Courriel";
/// Publisher, in the legal notice.
pub const PUBLISHER: &str = "Éditeur du site";
/// Publication director, in the legal notice.
pub const DIRECTOR: &str = "Directeur ou directrice de la publication";
/// Host, in the legal notice.
pub const HOST: &str = "Hébergeur";
/// Where equipment is.
pub const WHERE: &str = "Où";
/// Unit of distance.
pub const KILOMETRES: &str = "km à vol d’oiseau";
/// What is done in a place.
pub const ACTIVITIES: &str = "Ce qui se fait ici";
/// Distances to the other places.
pub const DISTANCES: &str = "Les autres lieux, du plus proche au plus loin";
/// A field that the practice has not given yet.
pub const TO_COMPLETE: &str = "à compléter par IPROS";
/// Therapies that may cause an effect.
pub const CAUSED_BY: &str = "Traitements qui peuvent causer cet effet";
/// Effects that a therapy may cause.
pub const MAY_CAUSE: &str = "Effets possibles";
/// Title of a section's list of pages.
pub const PAGES: &str = "Les pages de cette rubrique";
/// What is announced when a page opens.
pub const OPENED: &str = "Page ouverte :";
/// Title of the network's commitments.
pub const COMMITMENTS: &str = "Nos engagements";
/// Title of the list of professions.
pub const WHO_HELPS: &str = "Qui peut vous aider";
/// Title of the list of partner specialties.
pub const SPECIALTIES: &str = "Les spécialités avec lesquelles nous travaillons";
/// Title of the team's number.
pub const TEAM_FIRST: &str = "Une question sur vos soins";
/// Title of the emergency numbers.
pub const EMERGENCY: &str = "Une urgence vitale";
/// Title of the other ways to reach the network.
pub const WRITE: &str = "Écrire, venir";
/// Title of the legal fields.
pub const WHO_PUBLISHES: &str = "Qui publie ce site";
/// Title of the pages outside the sections.
pub const OTHER_PAGES: &str = "Autres pages";
/// Name of the mark on a draft.
pub const SITE_STATE: &str = "État du site";
/// On every page of a build that is no release, and on its print.
pub const DRAFT: &str = "Brouillon : ce site n’est pas publié, ses textes attendent leur relecture médicale.";
/// Title of a term's page, after the term.
pub const MEANING: &str = "définition";
/// Opens the search.
pub const SEARCH: &str = "Rechercher";
/// Name of the search field.
pub const SEARCH_FIELD: &str = "Que cherchez-vous ?";
/// Name of the list of results.
pub const RESULTS: &str = "Résultats";
/// One result was found.
pub const ONE_RESULT: &str = "1 résultat";
/// After the number of results.
pub const SOME_RESULTS: &str = "résultats";
/// Nothing was found.
pub const NO_RESULT: &str = "Aucun résultat. Essayez un autre mot, ou suivez un de ces liens :";
/// Before the words that were probably meant.
pub const DID_YOU_MEAN: &str = "Vouliez-vous dire";
/// Leads to the page with more results.
pub const ALL_RESULTS: &str = "Voir tous les résultats";
/// Shows more results.
pub const MORE_RESULTS: &str = "Plus de résultats";
/// Closes what is open.
pub const CLOSE: &str = "Fermer";
/// The group of terms among results.
pub const TERMS: &str = "Mots expliqués";
/// Name of a field that narrows a list.
pub const FILTER: &str = "Filtrer la liste";
/// One entry is left.
pub const ONE_ENTRY: &str = "1 entrée";
/// After the number of entries that a filter leaves.
pub const ENTRIES: &str = "entrées";
/// Name of the links to letters.
pub const LETTERS: &str = "Lettres";
/// Where a word leads on, in a term's page and its popover.
pub const READ_MORE: &str = "Pour en savoir plus";
/// Before a term's everyday words.
pub const ALSO_SAID: &str = "On dit aussi :";
/// Before a term's pronunciation.
pub const SAID: &str = "Se dit :";
/// Leads from a definition to the term's own page.
pub const TERM_PAGE: &str = "Voir ce mot dans le glossaire";
/// After the number of pages changed on a day.
pub const CHANGED_PAGES: &str = "pages";
/// One page changed on a day.
pub const CHANGED_PAGE: &str = "page";
/// On a page that comes from the copy on the device, before the date of the content.
pub const CONTENT_OF: &str = "Contenu du";
/// On a page that comes from the copy on the device, after the date of the content.
pub const OFFLINE_COPY: &str = "copie hors ligne";
/// On a page whose content is older than eighteen months.
pub const OLD_CONTENT: &str = "Ce texte a plus de 18 mois : il a pu changer. Demandez à votre équipe.";
/// Leads to the list of what is on the device.
pub const WHAT_IS_THERE: &str = "Ce qui est là sans réseau";
/// A newer version of the site is on the device.
pub const NEW_VERSION: &str = "Une nouvelle version du site est prête.";
/// Leads to the newer version.
pub const SEE_NEW_VERSION: &str = "La voir maintenant";
/// The program has stopped, the page stays.
pub const STOPPED: &str =
    "Un incident technique est arrivé. Le texte et les liens marchent encore. Pour le reste, rechargez la page.";
/// No copy is on this device.
pub const NO_COPY: &str =
    "Pas encore de copie sur cet appareil. Avec du réseau, elle se fait seule en quelques instants.";
/// The copy on this device lacks something.
pub const INCOMPLETE_COPY: &str =
    "La copie est incomplète : l’appareil manque peut-être de place. Les pages ci-dessous s’ouvrent quand même.";
/// Without network and without copy.
pub const NO_NETWORK: &str = "Pas de réseau";
/// Without network and without copy, what to do.
pub const NO_NETWORK_ADVICE: &str =
    "Cette page ne peut pas s’afficher, et la copie du site n’est plus sur cet appareil. Urgence vitale : appelez le";
/// Without network and without copy, how to try again.
pub const TRY_AGAIN: &str = "Essayer encore";
/// Removes the copies from the device.
pub const REMOVE_COPIES: &str = "Retirer les copies de cet appareil";
/// Asks before the copies are removed.
pub const REMOVE_COPIES_ASK: &str = "Sans réseau, le site ne s’ouvrira plus. Retirer les copies ?";
/// Removes the copies.
pub const REMOVE_COPIES_YES: &str = "Oui, les retirer";
/// Leaves the copies.
pub const REMOVE_COPIES_NO: &str = "Non, les garder";
/// The copies are gone.
pub const COPIES_REMOVED: &str =
    "Les copies sont retirées de cet appareil. Elles reviendront à votre prochaine visite.";
/// The copies could not be removed.
pub const COPIES_KEPT: &str =
    "Les copies n’ont pas pu être retirées. Effacez les données de ce site dans les réglages du navigateur.";
