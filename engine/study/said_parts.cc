#include "engine/study/said_parts.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>

#include "engine/match/condition_text.h"
#include "engine/rulebook/outcome_text.h"

namespace tranche {
namespace {

/// The part `name` of the resolved tree, as a rule at `index` too, or null.
const YamlNode* PartNode(const YamlNode* section, std::size_t index, const std::string& name) {
  if (section == nullptr) return nullptr;
  if (section->IsList()) {
    if (index >= section->items().size()) return nullptr;
    const YamlNode* id = section->items()[index].Find("id");
    return id != nullptr && id->text() == name ? &section->items()[index] : nullptr;
  }
  const std::vector<YamlEntry>& entries = section->entries();
  if (index < entries.size() && entries[index].key == name) return &entries[index].value;
  return section->Find(name);
}

/// A part while its fields are given.
class PartWriter {
 public:
  PartWriter(std::string name, const SourceSpan& place, const YamlNode* node) : node_(node) {
    part_.name = std::move(name);
    part_.place = place;
  }

  SaidField& Add(std::string key, std::string text) {
    SaidField field;
    if (const YamlNode* value = node_ == nullptr ? nullptr : node_->Find(key)) {
      field.place = value->span();
    }
    field.key = std::move(key);
    field.text = std::move(text);
    part_.fields.push_back(std::move(field));
    return part_.fields.back();
  }
  /// A title that nobody wrote is the name.
  void AddTitle(const std::string& title) { Add("title", title == part_.name ? "" : title); }

  SaidPart Take() { return std::move(part_); }

 private:
  const YamlNode* node_;
  SaidPart part_;
};

/// The parts of one kind, with their places in the resolved tree.
class SectionReader {
 public:
  SectionReader(const Rulebook& book, std::string_view key)
      : section_(book.resolved == nullptr ? nullptr : book.resolved->Find(key)) {}

  PartWriter Next(const std::string& name, const SourceSpan& place) {
    return {name, place, PartNode(section_, index_++, name)};
  }

 private:
  const YamlNode* section_;
  std::size_t index_ = 0;
};

std::string Joined(const std::vector<std::string>& texts, std::string_view joint) {
  std::string joined;
  for (const std::string& text : texts) {
    if (!joined.empty()) joined += joint;
    joined += text;
  }
  return joined;
}

std::string SumText(const std::vector<BucketId>& buckets, const Rulebook& book) {
  std::vector<std::string> names;
  for (const BucketId bucket : buckets) names.push_back(book.buckets[bucket].name);
  std::sort(names.begin(), names.end());
  return Joined(names, " + ");
}

std::string CapsText(const Target& target, const Rulebook& book) {
  std::vector<std::string> caps;
  for (const auto& [bucket, share] : target.caps) {
    caps.push_back(book.buckets[bucket].name + " " + share.ToString());
  }
  std::sort(caps.begin(), caps.end());
  return Joined(caps, ", ");
}

std::string TextOf(const std::optional<Share>& share) { return share ? share->ToString() : ""; }

std::string Quoted(const std::string& field, const std::string& text) {
  std::string quoted = field;
  quoted.append(" '").append(text).append("'");
  return quoted;
}

std::string ExampleText(const RuleExample& example) {
  std::vector<std::string> texts;
  if (!example.country.empty()) texts.push_back(example.country);
  if (example.year != 0) texts.push_back(std::to_string(example.year));
  for (const auto& [field, text] : example.texts) texts.push_back(Quoted(field, text));
  for (const auto& [scheme, code] : example.codes) {
    texts.emplace_back(scheme).append(" ").append(code);
  }
  for (const auto& [field, text] : example.fields) texts.push_back(Quoted(field, text));
  if (!example.nature.empty()) texts.push_back("nature " + example.nature);
  return Joined(texts, ", ") + ", gives " + example.gives;
}

}  // namespace

std::vector<SaidPart> SaidSettings(const Rulebook& book) {
  std::vector<SaidPart> parts;
  const auto add = [&](const std::string& key, const std::string& text) {
    PartWriter part(key, {}, book.resolved.get());
    SaidField& field = part.Add(key, text);
    SaidPart said = part.Take();
    said.place = field.place;
    parts.push_back(std::move(said));
  };
  add("title", book.title == book.name ? "" : book.title);
  add("version", book.version);
  add("otherwise", OutcomeText(book.otherwise, book));
  add("decide", book.decide_unique ? "unique" : "first");
  return parts;
}

std::vector<SaidPart> SaidBuckets(const Rulebook& book) {
  std::vector<SaidPart> parts;
  SectionReader reader(book, "buckets");
  for (std::size_t i = 0; i < book.own_bucket_count(); ++i) {
    const Bucket& bucket = book.buckets[i];
    PartWriter part = reader.Next(bucket.name, bucket.span);
    part.AddTitle(bucket.title);
    part.Add("areas", Joined(bucket.areas, ", "));
    parts.push_back(part.Take());
  }
  return parts;
}

std::vector<SaidPart> SaidTargets(const Rulebook& book) {
  std::vector<SaidPart> parts;
  SectionReader reader(book, "targets");
  for (const Target& target : book.targets) {
    PartWriter part = reader.Next(target.name, target.span);
    part.Add("of", SumText(target.of, book));
    part.Add("at_least", TextOf(target.at_least));
    part.Add("up_to", TextOf(target.up_to));
    part.Add("caps", CapsText(target, book));
    parts.push_back(part.Take());
  }
  return parts;
}

std::vector<SaidPart> SaidOptions(const Rulebook& book) {
  std::vector<SaidPart> parts;
  SectionReader reader(book, "options");
  for (const Option& option : book.options) {
    PartWriter part = reader.Next(option.name, option.span);
    std::vector<std::string> tries;
    for (const OptionValue& value : option.tries) tries.push_back(OptionValueText(value, book));
    part.AddTitle(option.title);
    part.Add("value", OptionValueText(option.value, book));
    part.Add("try", Joined(tries, " / "));
    part.Add("why", option.why);
    part.Add("source", option.source);
    parts.push_back(part.Take());
  }
  return parts;
}

std::vector<SaidPart> SaidItems(const Rulebook& book) {
  std::vector<SaidPart> parts;
  SectionReader reader(book, "items");
  for (const Item& item : book.items) {
    PartWriter part = reader.Next(item.name, item.span);
    std::vector<std::string> tries;
    for (const Outcome& outcome : item.tries) tries.push_back(OutcomeText(outcome, book));
    part.AddTitle(item.title);
    part.Add("what", item.description);
    part.Add("counts", OutcomeText(item.counts, book));
    part.Add("area", item.area);
    part.Add("try", Joined(tries, " / "));
    part.Add("status", std::string(StatusName(item.status)));
    part.Add("why", item.why);
    part.Add("source", item.source);
    part.Add("review_by", item.review_by);
    parts.push_back(part.Take());
  }
  return parts;
}

std::vector<SaidPart> SaidRules(const Rulebook& book) {
  std::vector<SaidPart> parts;
  SectionReader reader(book, "rules");
  for (const Rule& rule : book.rules) {
    PartWriter part = reader.Next(rule.id, rule.span);
    part.Add("is", rule.item ? book.items[*rule.item].name : "");
    part.Add("to", rule.outcome ? OutcomeText(*rule.outcome, book) : "");
    SaidField& when = part.Add("when", WholeConditionText(rule.when, book));
    when.meaning = SortedConditionText(rule.when, book);
    for (std::string& piece : ConditionPieces(rule.when, book)) {
      when.entries.emplace_back(std::move(piece), SourceSpan{});
    }
    part.Add("if_unknown", rule.undecided_if_unknown ? "undecided" : "");
    part.Add("why", rule.why);
    part.Add("source", rule.source);
    part.Add("review_by", rule.review_by);
    SaidField& examples = part.Add("examples", "");
    examples.is_list = true;
    for (const RuleExample& example : rule.examples) {
      examples.entries.emplace_back(ExampleText(example), example.span);
    }
    parts.push_back(part.Take());
  }
  return parts;
}

std::vector<SaidPart> SaidConcepts(const Rulebook& book) {
  std::vector<SaidPart> parts;
  for (const Concept& each : book.concepts) {
    PartWriter part(each.name, each.span, nullptr);
    part.AddTitle(each.title);
    parts.push_back(part.Take());
  }
  for (const ConceptWords& written : book.vocabulary) {
    for (const bool is_except : {false, true}) {
      SaidField field;
      field.key = (is_except ? "except (" : "words (") + written.language + ")";
      field.is_list = true;
      for (const WordPattern& word : is_except ? written.except : written.words) {
        field.entries.emplace_back(word.written, word.span);
      }
      parts[written.concept_id].fields.push_back(std::move(field));
    }
  }
  return parts;
}

std::vector<SaidPart> SaidLists(const Rulebook& book) {
  std::vector<SaidPart> parts;
  for (const WordList& list : book.lists) {
    PartWriter part(list.name, list.span, nullptr);
    part.Add("scheme", list.scheme);
    SaidField& entries = part.Add(list.scheme.empty() ? "words" : "codes", "");
    entries.is_list = true;
    for (const WordPattern& word : list.words)
      entries.entries.emplace_back(word.written, word.span);
    for (const CodePattern& code : list.codes) {
      entries.entries.emplace_back(code.Written(), code.span);
    }
    parts.push_back(part.Take());
  }
  return parts;
}

}  // namespace tranche
