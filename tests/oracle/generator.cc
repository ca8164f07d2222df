#include "tests/oracle/generator.h"

#include <memory>
#include <utility>

#include "engine/base/fold.h"
#include "engine/base/pattern.h"

namespace tranche {
namespace {

const std::vector<std::string> kWords = {"road",     "roads",   "bridge", "Brücke",   "Rheinbrücke",
                                         "bruecken", "kredit",  "loan",   "army",     "armée",
                                         "сил",      "збройні", "άμυνα",  "ÁMYNA",    "straße",
                                         "STRASSE",  "defence", "civil",  "żołnierz", "x1"};
// Words that our own list of concepts has in the scripts of Europe, with the letters that folding
// changes, beside those above.
const std::vector<std::string> kMoreWords = {
    "żołnierze", "łączność", "Øvelse",     "ŠKOLENÍ",   "savaş",        "ISPARTA", "ığdır",
    "oborona",   "оборона",  "ОБОРОНА",    "мост",      "мостове",      "γέφυρα",  "ΓΕΦΥΡΑ",
    "γέφυρες",   "στρατός",  "ΣΤΡΑΤΟΣ",    "fußgänger", "größe",        "groesse", "naïveté",
    "ﬁnance",    "ＮＡＴＯ", "nato",       "l'armée",   "co-operation", "œuvre",   "þing",
    "ðð",        "Ångström", "aangstroem", "straẞe"};
const std::vector<std::string> kExpressions = {
    "road",        "roads?",         "^bridge",    "loan$",     "(road|loan) (army|bridge)",
    "br.*k",       "b[rl]",          "[0-9]+",     "^[a-z]+$",  "άμυν|мост",
    "сил",         "o{2,3}",         "ro+a",       "(?i)ARMY",  "strasse.*kredit",
    "^.{3,5}$",    "(^| )nato( |$)", "\\barmy\\b", "γεφυρ[αε]", "de(fence)? civil",
    "x1|zołnierz", "\\x{0441}ил"};
const std::vector<std::string> kCodes = {"02", "02.1", "02.10",  "021",
                                         "12", "122M", "04.5.1", "1-2"};
const std::vector<std::string> kNatures = {"pay", "capital", "loan"};
const std::vector<std::string> kLanguages = {"de", "en", "fr", "any"};

}  // namespace

Rulebook Generator::BookWithoutRegexes() {
  has_regexes_ = false;
  Rulebook book = Book();
  has_regexes_ = true;
  return book;
}

Rulebook Generator::Book() {
  Rulebook book;
  book.buckets = {{"in", "In", {}, {}},
                  {"out", "Out", {}, {}},
                  {"undecided", "", {}, {}},
                  {"netted", "", {}, {}}};
  book.otherwise = Outcome::Whole(1);
  for (int i = 0; i < 5; ++i) book.concepts.push_back({"concept-" + std::to_string(i), "", {}});
  for (ConceptId id = 0; id < 5; ++id) {
    for (const std::string& language : kLanguages) {
      if (Below(2) == 0) continue;
      book.vocabulary.push_back({id, language, Patterns(3), Patterns(Below(2))});
    }
  }
  AddLists(&book);
  Option option;
  option.name = "option";
  option.value = Outcome::Whole(0);
  book.options = {std::move(option)};
  book.decide_unique = Below(3) == 0;
  const std::size_t rules = 3 + Below(12);
  for (std::size_t i = 0; i < rules; ++i) {
    Rule rule;
    rule.id = "rule-" + std::to_string(i);
    rule.outcome = RandomOutcome();
    rule.undecided_if_unknown = Below(6) == 0;
    rule.when = Node(0);
    book.rules.push_back(std::move(rule));
  }
  return book;
}

Outcome Generator::RandomOutcome() {
  const auto bucket = static_cast<BucketId>(Below(2));
  Outcome outcome = Outcome::Whole(bucket);
  if (Below(5) == 0) {
    outcome.choices = ByYear<Outcome::Choice>(Outcome::Choice{OptionId{0}, {}});
  } else if (Below(5) == 0) {
    const Outcome::Choice now = outcome.choices.steps().front().value;
    const Outcome::Choice later = Outcome::Whole(1 - bucket).choices.steps().front().value;
    outcome.choices = ByYear<Outcome::Choice>();
    outcome.choices.Add(2020, now);
    outcome.choices.Add(2024, later);
  }
  return outcome;
}

void Generator::AddLists(Rulebook* book) {
  for (int i = 0; i < 4; ++i) {
    WordList list;
    list.name = "list-" + std::to_string(i);
    if (i < 2) {
      list.words = Patterns(1 + Below(4));
    } else {
      list.scheme = i == 2 ? "cofog" : "esp-programa";
      for (std::size_t code = 0; code <= Below(3); ++code) list.codes.push_back(Code());
    }
    book->lists.push_back(std::move(list));
  }
}

std::vector<RuleId> Generator::OpenRules(const Rulebook& book) {
  std::vector<RuleId> open;
  for (RuleId rule = 0; rule < book.rules.size(); ++rule) {
    if (Below(3) == 0) open.push_back(rule);
  }
  return open;
}

const std::string& Generator::Word() { return OneOf(Below(2) == 0 ? kWords : kMoreWords); }

std::string Generator::Text() {
  std::string text;
  const std::size_t words = Below(6);
  for (std::size_t i = 0; i < words; ++i) {
    if (i > 0)
      text += Below(12) == 0 ? std::string(1, kLabelSeparator) : Below(5) == 0 ? ", " : " ";
    text += Word();
    if (Below(6) == 0) text += Word();
  }
  return text;
}

const std::string& Generator::CodeText() { return OneOf(kCodes); }

const std::string& Generator::NatureText() { return OneOf(kNatures); }

std::vector<WordPattern> Generator::Patterns(std::size_t count) {
  std::vector<WordPattern> patterns;
  while (patterns.size() < count) {
    std::string written;
    const std::size_t tokens = 1 + Below(2);
    for (std::size_t i = 0; i < tokens; ++i) {
      std::string word = Word();
      if (Below(3) == 0) word = "*" + word;
      if (Below(3) == 0) word += "*";
      if (tokens > 1 && Below(6) == 0) word = "*";
      written += (i > 0 ? " " : "") + word;
    }
    std::string why;
    if (auto pattern = ParseWordPattern(written, Below(2) == 0, &why)) {
      patterns.push_back(*std::move(pattern));
    }
  }
  return patterns;
}

Condition Generator::Node(int depth) {
  const std::size_t kind = Below(depth < 2 ? 12 : 9);
  Condition node;
  switch (kind) {
    case 0:
      node.kind = Condition::Kind::kCode;
      node.name = Below(2) == 0 ? "cofog" : "esp-programa";
      for (std::size_t i = 0; i <= Below(2); ++i) node.codes.push_back(Code());
      return node;
    case 1:
    case 2:
      node.kind = Condition::Kind::kMentions;
      node.concepts = {static_cast<ConceptId>(Below(5)), static_cast<ConceptId>(Below(5))};
      node.scope = Scope();
      return node;
    case 3:
      node.kind = Condition::Kind::kWords;
      node.words = Patterns(1 + Below(2));
      node.scope = Scope();
      return node;
    case 4:
      node.kind = Condition::Kind::kCountry;
      node.countries = {*CountryCode::Parse(Below(2) == 0 ? "DEU" : "FRA")};
      return node;
    case 5:
      node.kind = Condition::Kind::kYear;
      node.years = {{static_cast<std::int16_t>(2023 + Below(2)), 2025}};
      return node;
    case 6:
      node.kind = Below(2) == 0 ? Condition::Kind::kNature : Condition::Kind::kField;
      node.name = node.kind == Condition::Kind::kField ? "flow" : "";
      node.values = {OneOf(kNatures)};
      return node;
    case 7:
      return Listed();
    case 8:
      return has_regexes_ ? Regex() : Listed();
    case 9:
      node.kind = Condition::Kind::kNot;
      node.children = {Node(depth + 1)};
      return node;
    default:
      node.kind = kind == 10 ? Condition::Kind::kAll : Condition::Kind::kAny;
      for (std::size_t i = 0; i < 1 + Below(3); ++i) node.children.push_back(Node(depth + 1));
      return node;
  }
}

Condition Generator::Listed() {
  Condition node;
  node.kind = Condition::Kind::kListed;
  node.list = static_cast<ListId>(Below(4));
  node.name = node.list == 2 ? "cofog" : node.list == 3 ? "esp-programa" : "";
  if (node.list < 2) node.scope = Scope();
  return node;
}

Condition Generator::Regex() {
  Condition node;
  node.kind = Condition::Kind::kRegex;
  node.regex = std::make_shared<const Pattern>(Pattern::Compile(OneOf(kExpressions)).value());
  node.scope = Scope();
  return node;
}

CodePattern Generator::Code() {
  std::string why;
  const std::string& code = OneOf(kCodes);
  const std::size_t form = Below(4);
  const std::string written = form == 0 ? "=" + code : form == 1 ? "10..19" : code;
  return *ParseCodePattern(written, &why);
}

TextScope Generator::Scope() {
  switch (Below(4)) {
    case 0:
      return {TextScope::Kind::kOwn, {}};
    case 1:
      return {TextScope::Kind::kParents, {}};
    case 2:
      return {TextScope::Kind::kNamed, {"ministry"}};
    default:
      return {};
  }
}

CountryTable TwoCountries() {
  return CountryTable(
      {{*CountryCode::Parse("DEU"), "Germany", *CurrencyCode::Parse("EUR"), {"de"}},
       {*CountryCode::Parse("FRA"), "France", *CurrencyCode::Parse("EUR"), {"fr", "en"}}});
}

LineSchema RandomSchema(Generator* generator) {
  LineSchema schema;
  schema.texts = {{"description", true}};
  if (generator->Below(3) != 0) schema.texts.push_back({"ministry", false});
  if (generator->Below(3) != 0) schema.schemes.push_back("cofog");
  if (generator->Below(2) != 0) schema.schemes.push_back("esp-programa");
  if (generator->Below(2) != 0) schema.fields.push_back("flow");
  schema.has_nature = generator->Below(2) != 0;
  if (generator->Below(4) == 0) schema.languages = {"en"};
  return schema;
}

void FillLines(Generator* generator, const LineSchema& schema, Lines* lines) {
  constexpr std::uint32_t kRows = 60;
  lines->texts.reserve(kRows * schema.column_count());
  lines->batch.Clear();
  lines->batch.schema = &schema;
  lines->batch.groups = &lines->groups;
  for (std::uint32_t row = 0; row < kRows; ++row) {
    for (std::size_t column = 0; column < schema.column_count(); ++column) {
      const bool is_text = column < schema.texts.size();
      if (generator->Below(8) == 0 && (!is_text || generator->Below(4) == 0)) {
        lines->batch.cells.emplace_back();
        continue;
      }
      const bool is_code = !is_text && column < schema.field_begin();
      lines->texts.push_back(is_text   ? generator->Text()
                             : is_code ? generator->CodeText()
                                       : generator->NatureText());
      lines->batch.cells.push_back(lines->texts.back());
    }
    lines->batch.row_indexes.push_back(row);
    const CountryCode country = *CountryCode::Parse(generator->Below(2) == 0 ? "DEU" : "FRA");
    for (std::size_t i = 0; i <= generator->Below(2); ++i) {
      const LineGroup group{country, static_cast<std::int16_t>(2022 + generator->Below(4)),
                            Phase::kAdopted, *CurrencyCode::Parse("EUR")};
      lines->batch.lines.push_back({row, lines->groups.Intern(group), Amount::FromUnits(1)});
    }
  }
}

}  // namespace tranche
