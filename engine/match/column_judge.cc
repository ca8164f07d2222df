#include "engine/match/column_judge.h"

#include <algorithm>
#include <array>
#include <limits>

namespace tranche {
namespace {

constexpr std::size_t kColumnMemoBytes = std::size_t{24} << 20;
constexpr std::size_t kBlockRows = 32;
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

std::uint8_t ColumnJudge::ContextOf(LanguageMask languages) {
  if (probe_ != nullptr) return 0;
  const auto found = std::find(contexts_.begin(), contexts_.end(), languages);
  if (found != contexts_.end()) return static_cast<std::uint8_t>(found - contexts_.begin());
  if (contexts_.size() > std::numeric_limits<std::uint8_t>::max()) {
    contexts_.clear();
    memo_.Clear();
  }
  contexts_.push_back(languages);
  return static_cast<std::uint8_t>(contexts_.size() - 1);
}

void ColumnJudge::Judge(const LineBatch& batch, std::size_t column,
                        std::span<const LanguageMask> languages, TextJudge* text_judge,
                        AtomSets* sets, AtomSetId* sets_of_rows, std::size_t stride) {
  std::array<Pending, kBlockRows> block;
  const std::size_t rows = batch.row_count();
  std::uint8_t context = rows == 0 ? std::uint8_t{0} : ContextOf(languages[0]);
  for (std::size_t begin = 0; begin < rows; begin += kBlockRows) {
    const std::size_t end = std::min(begin + kBlockRows, rows);
    for (std::size_t row = begin; row < end; ++row) {
      Pending& pending = block[row - begin];
      if (row > 0 && languages[row] != languages[row - 1]) context = ContextOf(languages[row]);
      pending.context = context;
      pending.value = batch.cell(row, column);
      pending.is_as_before = row > 0 && languages[row] == languages[row - 1] &&
                             pending.value == batch.cell(row - 1, column) &&
                             pending.value.data() != nullptr &&
                             batch.cell(row - 1, column).data() != nullptr;
      if (pending.is_as_before || pending.value.data() == nullptr) continue;
      pending.hash = ValueMemo::HashOf(pending.value, context);
      memo_.PrefetchSlot(pending.hash);
    }
    for (std::size_t row = begin; row < end; ++row) memo_.PrefetchKey(block[row - begin].hash);
    for (std::size_t row = begin; row < end; ++row) {
      AtomSetId& id = sets_of_rows[row * stride];
      const Pending& pending = block[row - begin];
      id = pending.is_as_before ? sets_of_rows[(row - 1) * stride]
                                : JudgeOne(pending, languages[row], text_judge, sets);
    }
  }
}

AtomSetId ColumnJudge::JudgeOne(const Pending& pending, LanguageMask languages,
                                TextJudge* text_judge, AtomSets* sets) {
  if (pending.value.data() == nullptr) return kAbsentSet;
  if (suspended_for_ > 0) {
    --suspended_for_;
    return JudgeAnew(pending.value, languages, text_judge, sets);
  }
  ++lookups_;
  if (const auto known = memo_.Find(pending.value, pending.hash, pending.context)) {
    ++hits_;
    return *known;
  }
  const AtomSetId id = JudgeAnew(pending.value, languages, text_judge, sets);
  if (memo_.IsFullFor(pending.value)) {
    if (hits_ * 8 < lookups_) suspended_for_ = kSuspension;
    hits_ = 0;
    lookups_ = 0;
  }
  memo_.Insert(pending.value, pending.hash, id, pending.context);
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

}  // namespace tranche
