#include "engine/match/column_judge.h"

namespace tranche {
namespace {

constexpr std::size_t kColumnMemoBytes = std::size_t{8} << 20;
constexpr std::uint64_t kSuspension = 1'000'000;

}  // namespace

AtomSets::AtomSets() : sets_(2) { ids_.emplace(std::vector<AtomId>(), kEmptySet); }

AtomSetId AtomSets::Intern(const std::vector<AtomId>& atoms) {
  const auto [it, is_new] = ids_.try_emplace(atoms, static_cast<AtomSetId>(sets_.size()));
  if (is_new) sets_.push_back(atoms);
  return it->second;
}

ColumnJudge::ColumnJudge() : memo_(kColumnMemoBytes) {}

ColumnJudge::ColumnJudge(const Matcher& matcher, std::uint32_t probe)
    : probe_(&matcher.probe(probe)), memo_(kColumnMemoBytes) {}

AtomSetId ColumnJudge::Judge(std::string_view value, LanguageMask languages, TextJudge* text_judge,
                             AtomSets* sets) {
  if (value.data() == nullptr) return kAbsentSet;
  if (probe_ == nullptr && languages != languages_) {
    languages_ = languages;
    memo_.Clear();
    has_last_ = false;
  }
  if (has_last_ && value == last_value_) return last_id_;
  AtomSetId id = kEmptySet;
  if (suspended_for_ > 0) {
    --suspended_for_;
    id = JudgeAnew(value, languages, text_judge, sets);
  } else {
    const std::uint64_t hash = ValueMemo::HashOf(value);
    ++lookups_;
    if (const auto known = memo_.Find(value, hash)) {
      ++hits_;
      id = *known;
    } else {
      id = JudgeAnew(value, languages, text_judge, sets);
      Remember(value, hash, id);
    }
  }
  last_value_ = value;
  last_id_ = id;
  has_last_ = true;
  return id;
}

AtomSetId ColumnJudge::JudgeAnew(std::string_view value, LanguageMask languages,
                                 TextJudge* text_judge, AtomSets* sets) {
  if (probe_ != nullptr) {
    probe_->Judge(value, &atoms_);
  } else {
    text_judge->Judge(value, languages, &atoms_);
  }
  return sets->Intern(atoms_);
}

void ColumnJudge::Remember(std::string_view value, std::uint64_t hash, AtomSetId id) {
  if (memo_.IsFullFor(value)) {
    if (hits_ * 8 < lookups_) suspended_for_ = kSuspension;
    hits_ = 0;
    lookups_ = 0;
  }
  memo_.Insert(value, hash, id);
}

}  // namespace tranche
