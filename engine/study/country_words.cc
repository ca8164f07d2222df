#include "engine/study/country_words.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "engine/study/place_names.h"
#include "engine/study/rule_leaves.h"

namespace tranche {
namespace {

/// What a condition may come to on some line of one country.
struct Reach {
  bool may_hold = true;
  bool may_fail = true;
};

/// Of one country: the rules that name it and take none of its lines for want of words.
struct Silent {
  std::vector<RuleId> rules;
  std::set<ConceptId> concepts;
};

class CountryWords {
 public:
  CountryWords(const Rulebook& book, const CountryTable& countries)
      : book_(book), countries_(countries), languages_of_(book.concepts.size()) {
    for (const ConceptWords& entry : book.vocabulary) {
      if (entry.words.empty()) continue;
      languages_of_[entry.concept_id].insert(entry.language);
      languages_.insert(entry.language);
    }
    for (RuleId id = 0; id < book.rules.size(); ++id) AddRule(id);
  }

  void Report(Diagnostics* diagnostics) const {
    for (const auto& [country, silent] : silent_) ReportSilent(country, silent, diagnostics);
    if (mentions_) ReportWordless(diagnostics);
  }

 private:
  void AddRule(RuleId id) {
    const Condition& when = book_.rules[id].when;
    std::set<CountryCode> named;
    std::set<ConceptId> mentioned;
    ForEachLeaf(when, [&](const Condition& leaf) {
      for (const CountryCode country : leaf.countries) {
        named.insert(country);
        places_.emplace(country, leaf.span);
      }
      mentioned.insert(leaf.concepts.begin(), leaf.concepts.end());
    });
    mentions_ |= !mentioned.empty();
    for (const CountryCode country : named) {
      const Country* known = countries_.Find(country);
      if (mentioned.empty() || known == nullptr || known->languages.empty()) continue;
      const bool is_silent =
          ReachOf(when, country, nullptr).may_hold && !ReachOf(when, country, known).may_hold;
      if (!is_silent) continue;
      Silent& silent = silent_[country];
      silent.rules.push_back(id);
      for (const ConceptId concept_id : mentioned) {
        if (!HasWords(concept_id, *known)) silent.concepts.insert(concept_id);
      }
    }
  }

  bool HasWords(ConceptId concept_id, const Country& country) const {
    const std::set<std::string>& with_words = languages_of_[concept_id];
    return with_words.count("any") > 0 ||
           std::any_of(country.languages.begin(), country.languages.end(),
                       [&](const std::string& name) { return with_words.count(name) > 0; });
  }

  /// On lines of `country`, in the words of `speaker`'s languages; null: in all that may be.
  Reach ReachOf(const Condition& condition, CountryCode country, const Country* speaker) const {
    Reach reach;
    switch (condition.kind) {
      case Condition::Kind::kAll:
      case Condition::Kind::kAny: {
        const bool is_all = condition.kind == Condition::Kind::kAll;
        reach = {is_all, !is_all};
        for (const Condition& child : condition.children) {
          const Reach part = ReachOf(child, country, speaker);
          reach.may_hold =
              is_all ? reach.may_hold && part.may_hold : reach.may_hold || part.may_hold;
          reach.may_fail =
              is_all ? reach.may_fail || part.may_fail : reach.may_fail && part.may_fail;
        }
        return reach;
      }
      case Condition::Kind::kNot:
        reach = ReachOf(condition.children.front(), country, speaker);
        std::swap(reach.may_hold, reach.may_fail);
        return reach;
      case Condition::Kind::kCountry:
        reach.may_hold = std::find(condition.countries.begin(), condition.countries.end(),
                                   country) != condition.countries.end();
        reach.may_fail = !reach.may_hold;
        return reach;
      case Condition::Kind::kMentions:
        reach.may_hold =
            speaker == nullptr || std::any_of(condition.concepts.begin(), condition.concepts.end(),
                                              [&](ConceptId id) { return HasWords(id, *speaker); });
        return reach;
      default:
        return reach;
    }
  }

  std::string NameOf(CountryCode country) const {
    return countries_.NameOf(country) + " (" + country.ToString() + ")";
  }

  void ReportSilent(CountryCode country, const Silent& silent, Diagnostics* diagnostics) const {
    const std::vector<std::string>& languages = countries_.Find(country)->languages;
    std::vector<std::string> concepts;
    for (const ConceptId id : silent.concepts) concepts.push_back(book_.concepts[id].name);
    const bool is_one = silent.rules.size() == 1;
    diagnostics->Warning(
        book_.rules[silent.rules.front()].span,
        RulesWithPlaces(book_, silent.rules) + (is_one ? " takes" : " take") + " no line of " +
            NameOf(country) + ": the vocabulary has no words in " +
            (languages.size() == 1 ? "its language " : "its languages ") + Enumerated(languages) +
            (concepts.size() == 1 ? " for the concept " : " for the concepts ") +
            Enumerated(concepts),
        "add words to the vocabulary in a file with language: " + languages.front() +
            ", or write the words themselves with `words`");
  }

  void ReportWordless(Diagnostics* diagnostics) const {
    std::vector<std::string> names;
    const SourceSpan* place = nullptr;
    for (const auto& [country, span] : places_) {
      const Country* known = countries_.Find(country);
      if (known == nullptr || known->languages.empty()) continue;
      const bool has_words =
          std::any_of(known->languages.begin(), known->languages.end(),
                      [&](const std::string& name) { return languages_.count(name) > 0; });
      if (has_words) continue;
      names.push_back(NameOf(country));
      if (place == nullptr) place = &span;
    }
    if (names.empty()) return;
    std::string list = names.front();
    for (std::size_t i = 1; i < names.size(); ++i) {
      list += (i + 1 == names.size() ? " and " : ", ") + names[i];
    }
    diagnostics->Note(*place,
                      "the vocabulary has no words in the languages of " + list +
                          ", so rules that mention concepts take hardly any of their lines",
                      "rely on codes there, or add a file of the vocabulary for each language");
  }

  const Rulebook& book_;
  const CountryTable& countries_;
  std::vector<std::set<std::string>> languages_of_;  ///< by concept
  std::set<std::string> languages_;                  ///< of the vocabulary
  std::map<CountryCode, SourceSpan> places_;         ///< of countries, where each is named first
  std::map<CountryCode, Silent> silent_;
  bool mentions_ = false;
};

}  // namespace

void CheckCountryWords(const Rulebook& book, const CountryTable& countries,
                       Diagnostics* diagnostics) {
  CountryWords(book, countries).Report(diagnostics);
}

}  // namespace tranche
