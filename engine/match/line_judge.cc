#include "engine/match/line_judge.h"

#include <algorithm>

#include "engine/match/signature_builder.h"

namespace tranche {
namespace {

constexpr std::size_t kMostLines = std::size_t{1} << 19;
constexpr std::uint32_t kNoClass = UINT32_MAX;

}  // namespace

LineJudge::LineJudge(const Matcher& matcher, const LineSchema& schema, SignatureTable* signatures)
    : matcher_(matcher),
      binding_(matcher, schema),
      signatures_(signatures),
      text_judge_(matcher.phrases(), &matcher.regexes()),
      memo_(schema.judged_column_count() + 1, kMostLines) {
  const CompiledRules& rules = matcher.rules();
  for (std::size_t column = 0; column < schema.judged_column_count(); ++column) {
    if (binding_.IsText(column)) {
      if (!binding_.scopes_of_column(column).empty()) {
        columns_.emplace_back(column, ColumnJudge());
      }
    } else if (binding_.probe_of_column(column) != SchemaBinding::kNoProbe) {
      columns_.emplace_back(column, ColumnJudge(matcher, binding_.probe_of_column(column)));
    }
  }
  key_.assign(schema.judged_column_count() + 1, 0);
  probe_atoms_.assign(rules.atom_count(), 0);
  scope_atoms_.assign(rules.scopes().size(), std::vector<std::uint32_t>(rules.atom_count(), 0));
  probe_present_.assign(rules.probes().size(), 0);
  scope_present_.assign(rules.scopes().size(), 0);
}

void LineJudge::Judge(const LineBatch& batch, std::vector<SignatureId>* ids) {
  ClassifyLines(batch);
  JudgeColumns(batch);
  ids->clear();
  std::uint32_t row = UINT32_MAX;
  std::uint32_t class_id = kNoClass;
  SignatureId id = 0;
  for (std::size_t i = 0; i < batch.lines.size(); ++i) {
    if (batch.lines[i].row != row || class_of_line_[i] != class_id) {
      row = batch.lines[i].row;
      class_id = class_of_line_[i];
      id = SignatureOf(row, class_id);
    }
    ids->push_back(id);
  }
}

void LineJudge::ClassifyLines(const LineBatch& batch) {
  class_of_line_.clear();
  languages_of_row_.assign(batch.row_count(), 0);
  for (const BudgetLine& line : batch.lines) {
    if (line.group >= class_of_group_.size()) class_of_group_.resize(line.group + 1, kNoClass);
    std::uint32_t& line_class = class_of_group_[line.group];
    if (line_class == kNoClass) line_class = ClassOf(batch.groups->group(line.group));
    class_of_line_.push_back(line_class);
    languages_of_row_[line.row] = classes_[line_class].languages();
  }
}

std::uint32_t LineJudge::ClassOf(const LineGroup& group) {
  std::vector<Tri> constants = matcher_.rules().ConstantsFor(group.country, group.year);
  const LanguageMask languages = matcher_.LanguagesFor(binding_.schema().languages, group.country);
  std::vector<std::uint8_t> key;
  key.reserve(constants.size());
  for (const Tri truth : constants) key.push_back(static_cast<std::uint8_t>(truth));
  const auto [it, is_new] = class_ids_.try_emplace(std::make_pair(std::move(key), languages),
                                                   static_cast<std::uint32_t>(classes_.size()));
  if (is_new) classes_.emplace_back(matcher_, binding_, std::move(constants), languages);
  return it->second;
}

void LineJudge::JudgeColumns(const LineBatch& batch) {
  // Lines of one row differ in year and phase, never in country: languages belong to the row.
  keys_of_rows_.assign(batch.row_count() * key_.size(), 0);
  if (keys_of_rows_.empty()) return;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    auto& [column, judge] = columns_[i];
    judge.Judge(batch, column, languages_of_row_, &text_judge_, &sets_,
                keys_of_rows_.data() + i + 1, key_.size());
  }
}

SignatureId LineJudge::SignatureOf(std::uint32_t row, std::uint32_t class_id) {
  const auto begin = keys_of_rows_.begin() + static_cast<std::ptrdiff_t>(row * key_.size());
  std::copy(begin, begin + static_cast<std::ptrdiff_t>(key_.size()), key_.begin());
  key_[0] = class_id;
  if (const auto known = memo_.Find(key_)) return *known;
  const SignatureId id = signatures_->Intern(Evaluate(classes_[class_id]));
  memo_.Insert(key_, id);
  return id;
}

void LineJudge::MarkAtoms() {
  ++stamp_;
  present_.clear();
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const std::size_t column = columns_[i].first;
    const AtomSetId set = key_[i + 1];
    if (set == kAbsentSet) continue;
    if (binding_.IsText(column)) {
      for (const std::uint32_t scope : binding_.scopes_of_column(column)) {
        scope_present_[scope] = stamp_;
        for (const AtomId atom : sets_.atoms(set)) scope_atoms_[scope][atom] = stamp_;
      }
    } else {
      probe_present_[binding_.probe_of_column(column)] = stamp_;
      for (const AtomId atom : sets_.atoms(set)) probe_atoms_[atom] = stamp_;
    }
    present_.insert(present_.end(), sets_.atoms(set).begin(), sets_.atoms(set).end());
  }
  const CompiledRules& rules = matcher_.rules();
  for (std::uint32_t probe = 0; probe < probe_present_.size(); ++probe) {
    if (probe_present_[probe] != stamp_) present_.push_back(LineClass::AbsentProbe(rules, probe));
  }
  for (std::uint32_t scope = 0; scope < scope_present_.size(); ++scope) {
    if (scope_present_[scope] != stamp_) present_.push_back(LineClass::AbsentScope(rules, scope));
  }
}

void LineJudge::CollectCandidates(const LineClass& line_class) {
  candidates_ = line_class.always();
  for (const AtomId atom : present_) {
    if (const auto* triggered = line_class.TriggeredBy(atom)) {
      candidates_.insert(candidates_.end(), triggered->begin(), triggered->end());
    }
  }
  std::sort(candidates_.begin(), candidates_.end());
  candidates_.erase(std::unique(candidates_.begin(), candidates_.end()), candidates_.end());
}

Tri LineJudge::LeafTruth(const RuleNode& node) const {
  const CompiledRules& rules = matcher_.rules();
  const auto& present = node.is_text ? scope_present_ : probe_present_;
  if (present[node.subject] != stamp_) return Tri::kUnknown;
  const auto& atoms = node.is_text ? scope_atoms_[node.subject] : probe_atoms_;
  for (const AtomId atom : rules.atoms(node)) {
    if (atoms[atom] == stamp_) return Tri::kTrue;
  }
  return Tri::kFalse;
}

Signature LineJudge::Evaluate(const LineClass& line_class) {
  MarkAtoms();
  CollectCandidates(line_class);
  const CompiledRules& rules = matcher_.rules();
  SignatureBuilder builder(matcher_);
  for (const RuleId rule : candidates_) {
    if (builder.IsComplete()) break;
    if (!builder.Wants(rule)) continue;
    builder.Add(rule, rules.Evaluate(rules.root(rule), line_class.constants(),
                                     [this](const RuleNode& node) { return LeafTruth(node); }));
  }
  return builder.signature();
}

}  // namespace tranche
