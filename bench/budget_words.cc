#include "bench/budget_words.h"

namespace tranche {
namespace {

using Words = const std::string_view[];

constexpr Words kEnglishActivities = {
    "Grants",      "Operating costs",    "Construction and repair", "Purchase and upkeep",
    "Staff costs", "Advice and studies", "Support programme",       "Rents and leases",
    "Training",    "Subsidies"};
constexpr Words kEnglishObjects = {"primary schools",      "municipal libraries",
                                   "hospital wards",       "rural broadband",
                                   "river banks",          "farm advisory services",
                                   "tax offices",          "courts of first instance",
                                   "social housing",       "statistics and surveys",
                                   "forest owners",        "water supply",
                                   "young researchers",    "road bridges",
                                   "railway stations",     "pension funds",
                                   "museums and archives", "vocational colleges"};
constexpr Words kEnglishSecurity = {"army barracks",     "naval vessels",    "ammunition stocks",
                                    "the coast guard",   "cyber security",   "border posts",
                                    "military pensions", "civil protection", "air defence radars"};
constexpr Words kEnglishPlaces = {"northern",   "southern", "coastal", "upland",
                                  "inner city", "island",   "western", "eastern"};
constexpr Words kEnglishMinistries = {"Department of Education|Schools",
                                      "Department of Health|Care services",
                                      "Department of Transport|Roads",
                                      "Department of Defence|Forces",
                                      "Treasury|Administration",
                                      "Home Department|Police and safety",
                                      "Department of Agriculture|Rural areas"};

constexpr Words kGermanActivities = {"Zuschüsse",
                                     "Sächliche Verwaltungsausgaben",
                                     "Bau und Instandsetzung",
                                     "Erwerb und Unterhalt",
                                     "Personalausgaben",
                                     "Gutachten und Studien",
                                     "Förderprogramm",
                                     "Mieten und Pachten",
                                     "Aus- und Fortbildung",
                                     "Zuweisungen"};
constexpr Words kGermanObjects = {"Grundschulen",
                                  "Stadtbüchereien",
                                  "Krankenhäuser",
                                  "ländliche Breitbandnetze",
                                  "Flussufer",
                                  "landwirtschaftliche Beratung",
                                  "Finanzämter",
                                  "Amtsgerichte",
                                  "sozialen Wohnungsbau",
                                  "Statistik und Erhebungen",
                                  "Waldbesitzer",
                                  "Wasserversorgung",
                                  "junge Forschende",
                                  "Straßenbrücken",
                                  "Bahnhöfe",
                                  "Versorgungsrücklagen",
                                  "Museen und Archive",
                                  "Berufskollegs"};
constexpr Words kGermanSecurity = {
    "Kasernen der Bundeswehr", "Fregatten der Marine", "Munitionsvorräte",
    "die Küstenwache",         "Cybersicherheit",      "Grenzschutz",
    "Soldatenversorgung",      "Katastrophenschutz",   "Flugabwehrsysteme"};
constexpr Words kGermanPlaces = {"Nord",       "Süd",    "Küste", "Bergland",
                                 "Innenstadt", "Inseln", "West",  "Ost"};
constexpr Words kGermanMinistries = {"Bildungsministerium|Schulen",
                                     "Gesundheitsministerium|Pflege",
                                     "Verkehrsministerium|Straßen",
                                     "Verteidigungsministerium|Streitkräfte",
                                     "Finanzministerium|Verwaltung",
                                     "Innenministerium|Polizei und Sicherheit",
                                     "Landwirtschaftsministerium|Ländlicher Raum"};

constexpr Words kItalianActivities = {"Contributi",
                                      "Spese di funzionamento",
                                      "Costruzione e riparazione",
                                      "Acquisto e manutenzione",
                                      "Spese di personale",
                                      "Consulenze e studi",
                                      "Programma di sostegno",
                                      "Fitti e canoni",
                                      "Formazione",
                                      "Trasferimenti correnti"};
constexpr Words kItalianObjects = {"le scuole primarie",       "le biblioteche comunali",
                                   "i reparti ospedalieri",    "la banda larga",
                                   "gli argini dei fiumi",     "l'assistenza agricola",
                                   "gli uffici delle entrate", "i tribunali",
                                   "l'edilizia popolare",      "le rilevazioni statistiche",
                                   "i proprietari di boschi",  "l'approvvigionamento idrico",
                                   "i giovani ricercatori",    "i ponti stradali",
                                   "le stazioni ferroviarie",  "i fondi pensione",
                                   "i musei e gli archivi",    "gli istituti tecnici"};
constexpr Words kItalianSecurity = {
    "le caserme dell'esercito", "le unità navali della marina", "le scorte di munizioni",
    "la guardia costiera",      "la sicurezza cibernetica",     "la polizia di frontiera",
    "le pensioni militari",     "la protezione civile",         "i radar della difesa aerea"};
constexpr Words kItalianPlaces = {"nord",         "sud",   "costa",   "montagna",
                                  "centro città", "isole", "ponente", "levante"};
constexpr Words kItalianMinistries = {
    "Ministero dell'istruzione|Scuole",        "Ministero della salute|Assistenza",
    "Ministero dei trasporti|Strade",          "Ministero della difesa|Forze armate",
    "Ministero dell'economia|Amministrazione", "Ministero dell'interno|Ordine pubblico",
    "Ministero dell'agricoltura|Aree rurali"};

constexpr Words kSpanishActivities = {"Subvenciones",
                                      "Gastos de funcionamiento",
                                      "Construcción y reparación",
                                      "Adquisición y conservación",
                                      "Gastos de personal",
                                      "Estudios y asesoría",
                                      "Programa de apoyo",
                                      "Arrendamientos y cánones",
                                      "Formación",
                                      "Transferencias corrientes"};
constexpr Words kSpanishObjects = {"los colegios de primaria",    "las bibliotecas municipales",
                                   "las plantas de hospital",     "la banda ancha rural",
                                   "las riberas de los ríos",     "el asesoramiento agrario",
                                   "las oficinas tributarias",    "los juzgados",
                                   "la vivienda social",          "las encuestas estadísticas",
                                   "los propietarios forestales", "el abastecimiento de agua",
                                   "los jóvenes investigadores",  "los puentes de carretera",
                                   "las estaciones de tren",      "los fondos de pensiones",
                                   "los museos y archivos",       "la formación profesional"};
constexpr Words kSpanishSecurity = {
    "los cuarteles del ejército", "los buques de la armada", "las reservas de munición",
    "la vigilancia costera",      "la ciberseguridad",       "los puestos fronterizos",
    "las pensiones militares",    "la protección civil",     "los radares de defensa aérea"};
constexpr Words kSpanishPlaces = {"norte", "sur",      "costa",   "montaña",
                                  "islas", "poniente", "levante", "casco urbano"};
constexpr Words kSpanishMinistries = {
    "Ministerio de Educación|Colegios",      "Ministerio de Sanidad|Asistencia",
    "Ministerio de Transportes|Carreteras",  "Ministerio de Defensa|Fuerzas Armadas",
    "Ministerio de Hacienda|Administración", "Ministerio del Interior|Seguridad ciudadana",
    "Ministerio de Agricultura|Medio rural"};

constexpr BudgetWords kEnglish = {kEnglishActivities, kEnglishObjects,    kEnglishSecurity,
                                  kEnglishPlaces,     kEnglishMinistries, "for",
                                  "district"};
constexpr BudgetWords kGerman = {kGermanActivities, kGermanObjects, kGermanSecurity, kGermanPlaces,
                                 kGermanMinistries, "für",          "Bezirk"};
constexpr BudgetWords kItalian = {kItalianActivities,
                                  kItalianObjects,
                                  kItalianSecurity,
                                  kItalianPlaces,
                                  kItalianMinistries,
                                  "per",
                                  "zona"};
constexpr BudgetWords kSpanish = {kSpanishActivities, kSpanishObjects,    kSpanishSecurity,
                                  kSpanishPlaces,     kSpanishMinistries, "para",
                                  "distrito"};

}  // namespace

const BudgetWords& EnglishWords() { return kEnglish; }
const BudgetWords& GermanWords() { return kGerman; }
const BudgetWords& ItalianWords() { return kItalian; }
const BudgetWords& SpanishWords() { return kSpanish; }

}  // namespace tranche
