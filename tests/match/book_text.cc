#include "tests/match/book_text.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>

namespace tranche {
namespace {

void WriteText(const std::filesystem::path& path, const std::string& text) {
  std::ofstream(path) << text;
}

std::filesystem::path FreshFolder() {
  static int count = 0;
  const auto folder = std::filesystem::path(::testing::TempDir()) /
                      ("book-" + std::to_string(::getpid()) + "-" + std::to_string(count++));
  // A process of an earlier run may have had the same number.
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder / "vocabulary");
  return folder;
}

/// Names of the concepts in lines such as `  road: {words: …}`.
std::set<std::string> ConceptNames(
    const std::vector<std::pair<std::string, std::string>>& vocabulary) {
  std::set<std::string> names;
  const std::regex name_pattern("(?:^|\\n) *([a-z-]+): *\\{");
  for (const auto& [language, text] : vocabulary) {
    for (std::sregex_iterator it(text.begin(), text.end(), name_pattern), end; it != end; ++it) {
      names.insert((*it)[1]);
    }
  }
  return names;
}

}  // namespace

CountryTable FewCountries() {
  const auto country = [](const char* code, const char* name, const char* currency,
                          std::vector<std::string> languages) {
    return Country{*CountryCode::Parse(code), name, *CurrencyCode::Parse(currency),
                   std::move(languages)};
  };
  return CountryTable(
      {country("DEU", "Germany", "EUR", {"de"}), country("POL", "Poland", "PLN", {"pl"}),
       country("ESP", "Spain", "EUR", {"es"}), country("GBR", "United Kingdom", "GBP", {"en"}),
       country("BEL", "Belgium", "EUR", {"nl", "fr", "de"})});
}

std::shared_ptr<const Rulebook> BookOf(
    const std::string& rules, const std::vector<std::pair<std::string, std::string>>& vocabulary) {
  const auto folder = FreshFolder();
  std::string book =
      "rulebook: test\nformat: 1\ntitle: A test\nversion: \"1\"\n"
      "buckets:\n  direct-military: {title: Core}\n"
      "  broader-security: {title: Broader, areas: [infrastructure]}\n  excluded: {title: Out}\n"
      "otherwise: excluded\n"
      "items:\n  a: {counts: direct-military}\n"
      "  b: {counts: broader-security, area: infrastructure}\n  c: {counts: excluded}\n";
  if (!vocabulary.empty()) {
    book += "vocabulary: vocabulary/\n";
    std::string concepts = "concepts:\n";
    for (const std::string& name : ConceptNames(vocabulary)) {
      concepts += "  " + name + ": {title: " + name + "}\n";
    }
    WriteText(folder / "vocabulary" / "concepts.yaml", concepts);
    for (const auto& [language, text] : vocabulary) {
      WriteText(folder / "vocabulary" / (language + ".yaml"),
                "language: \"" + language + "\"\nconcepts:\n" + text);
    }
  }
  WriteText(folder / "book.yaml", book + "rules:\n" + rules);
  Diagnostics diagnostics;
  auto loaded = LoadRulebook((folder / "book.yaml").string(), FewCountries(), &diagnostics);
  EXPECT_TRUE(loaded.ok()) << loaded.status();
  EXPECT_FALSE(diagnostics.HasErrors()) << diagnostics.ToText();
  if (!loaded.ok() || !loaded->has_value()) return std::make_shared<const Rulebook>();
  return std::make_shared<const Rulebook>(**std::move(loaded));
}

OwnedBatch::OwnedBatch(LineSchema schema) : schema_(std::move(schema)) {
  batch_.schema = &schema_;
  batch_.groups = &groups_;
}

void OwnedBatch::Add(const std::vector<const char*>& cells, std::string_view country,
                     std::int16_t year) {
  EXPECT_EQ(cells.size(), schema_.column_count());
  const auto row = static_cast<std::uint32_t>(batch_.row_count());
  for (const char* cell : cells) {
    batch_.cells.push_back(cell == nullptr ? std::string_view() : std::string_view(cell));
  }
  batch_.row_indexes.push_back(row);
  const LineGroup group{*CountryCode::Parse(country), year, Phase::kAdopted,
                        *CurrencyCode::Parse("EUR")};
  batch_.lines.push_back({row, groups_.Intern(group), Amount::FromUnits(1)});
}

std::vector<std::string> DecidersOf(const std::shared_ptr<const Rulebook>& book,
                                    const OwnedBatch& lines) {
  const auto matcher = Matcher::Compile(book, FewCountries(), {});
  SignatureTable signatures;
  LineJudge judge(*matcher, lines.schema(), &signatures);
  std::vector<SignatureId> ids;
  judge.Judge(lines.batch(), &ids);
  std::vector<std::string> deciders;
  for (const SignatureId id : ids) {
    const RuleId rule = signatures.signature(id).Decider().rule;
    deciders.push_back(rule == kOtherwiseRule ? "(otherwise)" : book->rules[rule].id);
  }
  return deciders;
}

std::string DeciderOf(const std::shared_ptr<const Rulebook>& book, const char* description,
                      std::string_view country) {
  LineSchema schema;
  schema.texts = {{"description", true}};
  OwnedBatch lines(schema);
  lines.Add({description}, country);
  return DecidersOf(book, lines).front();
}

}  // namespace tranche
