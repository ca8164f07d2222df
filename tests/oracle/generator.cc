#include "tests/oracle/generator.h"

#include "engine/base/fold.h"

namespace tranche {
namespace {

const std::vector<std::string> kWords = {"road",     "roads",   "bridge", "Brücke",   "Rheinbrücke",
                                         "bruecken", "kredit",  "loan",   "army",     "armée",
                                         "сил",      "збройні", "άμυνα",  "ÁMYNA",    "straße",
                                         "STRASSE",  "defence", "civil",  "żołnierz", "x1"};
const std::vector<std::string> kCodes = {"02", "02.1", "02.10",  "021",
                                         "12", "122M", "04.5.1", "1-2"};
const std::vector<std::string> kNatures = {"pay", "capital", "loan"};
const std::vector<std::string> kLanguages = {"de", "en", "fr", "any"};

}  // namespace

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
  book.decide_unique = Below(3) == 0;
  const std::size_t rules = 3 + Below(12);
  for (std::size_t i = 0; i < rules; ++i) {
    Rule rule;
    rule.id = "rule-" + std::to_string(i);
    rule.outcome = Outcome::Whole(static_cast<BucketId>(Below(2)));
    rule.undecided_if_unknown = Below(6) == 0;
    rule.when = Node(0);
    book.rules.push_back(std::move(rule));
  }
  return book;
}

std::string Generator::Text() {
  std::string text;
  const std::size_t words = Below(6);
  for (std::size_t i = 0; i < words; ++i) {
    if (i > 0)
      text += Below(12) == 0 ? std::string(1, kLabelSeparator) : Below(5) == 0 ? ", " : " ";
    text += OneOf(kWords);
    if (Below(6) == 0) text += OneOf(kWords);
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
      std::string word = OneOf(kWords);
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
  const std::size_t kind = Below(depth < 2 ? 10 : 7);
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
      node.kind = Condition::Kind::kNot;
      node.children = {Node(depth + 1)};
      return node;
    default:
      node.kind = kind == 8 ? Condition::Kind::kAll : Condition::Kind::kAny;
      for (std::size_t i = 0; i < 1 + Below(3); ++i) node.children.push_back(Node(depth + 1));
      return node;
  }
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
