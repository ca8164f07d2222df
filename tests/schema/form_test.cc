// The tables of keys and the loaders say the same: each key of a table is read by somebody, and
// none is read that no table has.
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "engine/base/country.h"
#include "engine/base/diagnostic.h"
#include "engine/base/pattern.h"
#include "engine/base/yaml.h"
#include "engine/base/yaml_map.h"
#include "engine/layout/budget_line.h"
#include "engine/layout/dossier.h"
#include "engine/layout/forms.h"
#include "engine/layout/layout.h"
#include "engine/rulebook/rulebook.h"
#include "tests/schema/form_places.h"

namespace tranche {
namespace {

namespace fs = std::filesystem;

/// Never right, whatever should stand there.
constexpr char kNonsense[] = "[[]]";
constexpr char kAtOdds[] = "at odds with itself";

/// A map of `form` with all that it needs and `key: value`, on a line of its own.
std::string MapWith(const Form& form, std::string_view key, const std::string& value) {
  std::string map = "{";
  for (const FormKey& other : form.keys) {
    if (other.need == FormNeed::kRequired && other.name != key) {
      map += std::string(other.name) + (other.name == "extends" ? ": base.yaml, " : ": x, ");
    }
  }
  return map + "\n      " + std::string(key) + ": " + value + "\n      }";
}

class FormPlacesTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::path(testing::TempDir()) /
              ("tranche-forms-" + std::to_string(::getpid()) + "-" +
               testing::UnitTest::GetInstance()->current_test_info()->name());
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  /// Everything said of the file when the map of `place` is `map`.
  Diagnostics Load(const FormPlace& place, const std::string& map) {
    const std::string book =
        "rulebook: b\nformat: 1\nbuckets: {in: {}, out: {}}\notherwise: out\nitems: {i: {counts: "
        "in}}\nitem_titles: titles.yaml\nvocabulary: [concepts.yaml, en.yaml]\nrules:\n  - "
        "include: rules.yaml\n";
    std::map<std::string, std::string> files = {
        {"book.yaml", book},
        {"base.yaml", book},
        {"rules.yaml", "rules: []\n"},
        {"titles.yaml", "items: {}\n"},
        {"concepts.yaml", "concepts: {road: {title: Roads}}\n"},
        {"en.yaml", "language: en\nconcepts: {road: {words: road}}\n"}};
    std::string text = place.text;
    text.replace(text.find('@'), 1, map);
    files[place.file] = text;
    for (const auto& [name, content] : files) std::ofstream(folder_ / name) << content;
    Diagnostics diagnostics;
    const CountryTable countries;
    if (place.file == "dossier.yaml") {
      EXPECT_TRUE(LoadDossier(folder_ / place.file, countries, &diagnostics).ok());
    } else if (place.file == "layout.yaml") {
      EXPECT_TRUE(LoadLayout(folder_ / place.file, countries, &diagnostics).ok());
    } else {
      EXPECT_TRUE(LoadRulebook(folder_ / "book.yaml", countries, &diagnostics, {}).ok());
    }
    return diagnostics;
  }

  fs::path folder_;
};

/// True where something is said of the line that `marker` stands in.
bool SpeaksOf(const Diagnostics& diagnostics, const std::string& file, const std::string& marker) {
  return std::any_of(
      diagnostics.items().begin(), diagnostics.items().end(), [&](const Diagnostic& each) {
        if (each.span.source == nullptr || !each.span.source->path().ends_with(file)) return false;
        const std::string_view content = each.span.source->content();
        const std::size_t place = content.find(marker);
        const auto line =
            1 +
            std::count(content.begin(), content.begin() + static_cast<std::ptrdiff_t>(place), '\n');
        return static_cast<long>(each.span.line) == line &&
               !each.message.starts_with("unknown key");
      });
}

TEST_F(FormPlacesTest, EachKeyOfEachFormIsReadByItsLoader) {
  for (const FormPlace& place : FormPlaces()) {
    for (const FormKey& key : place.form->keys) {
      const Diagnostics diagnostics = Load(place, MapWith(*place.form, key.name, kNonsense));
      EXPECT_TRUE(SpeaksOf(diagnostics, place.file, std::string(key.name) + ": " + kNonsense))
          << "nobody reads `" << key.name << "` of " << place.form->what << ":\n"
          << diagnostics.ToText();
    }
  }
}

TEST_F(FormPlacesTest, NoKeyIsReadThatItsFormDoesNotHave) {
  for (const FormPlace& place : FormPlaces()) {
    for (const FormKey& key : place.form->keys) {
      const Diagnostics diagnostics = Load(place, MapWith(*place.form, key.name, "x"));
      EXPECT_EQ(diagnostics.ToText().find(kAtOdds), std::string::npos) << diagnostics.ToText();
    }
  }
}

TEST_F(FormPlacesTest, AKeyThatNoFormHasIsReportedEverywhere) {
  for (const FormPlace& place : FormPlaces()) {
    if (place.form->named != nullptr) continue;
    const std::string first = std::string(place.form->keys.front().name);
    const Diagnostics diagnostics =
        Load(place, "{" + first + ": x, " + MapWith(*place.form, "zzz", "x").substr(1));
    const std::string text = diagnostics.ToText();
    EXPECT_NE(text.find("unknown key `zzz`"), std::string::npos) << place.form->id << ":\n" << text;
  }
}

TEST(Forms, EachWithKeysHasAPlaceInTheseTests) {
  std::set<std::string> placed;
  for (const FormPlace& place : FormPlaces()) placed.insert(std::string(place.form->id));
  for (const Form* form : AllForms()) {
    if (form->keys.empty()) continue;
    EXPECT_TRUE(placed.contains(std::string(form->id))) << form->id;
  }
}

TEST(Forms, ExplainThemselvesAndEachKey) {
  for (const Form* form : AllForms()) {
    EXPECT_TRUE(form->about.ends_with('.')) << form->id;
    for (const FormKey& key : form->keys) {
      const bool is_sentence =
          key.about.ends_with('.') || key.about.ends_with("…") || key.about.ends_with('?');
      EXPECT_TRUE(is_sentence) << form->id << ": " << key.name;
    }
  }
}

TEST(Forms, NamePhasesThatExist) {
  for (const std::string_view phase : form::kPhaseName.words) {
    EXPECT_TRUE(PhaseByName(phase).has_value()) << phase;
  }
}

TEST(YamlMapOfAForm, SaysLoudlyWhenAskedForAKeyThatTheFormDoesNotHave) {
  Diagnostics diagnostics;
  const YamlNode node =
      ParseYaml(std::make_shared<const SourceText>("a.yaml", "column: A"), &diagnostics);
  YamlMap map(node, *form::kSource.column, &diagnostics);
  map.Optional("colour");
  EXPECT_NE(diagnostics.ToText().find(kAtOdds), std::string::npos);
}

}  // namespace
}  // namespace tranche
