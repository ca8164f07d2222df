#include "engine/rulebook/split_check.h"

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <variant>

namespace tranche {
namespace {

std::string Shown(std::int64_t millionths) {
  return Share::FromMillionths(static_cast<std::int32_t>(millionths)).ToString();
}

/// The values that a term may have, each with what to say of it in a message: the stated one, and
/// those that an option may be tried with.
struct TermValue {
  const ByYear<Share>* shares = nullptr;
  std::string said;
};

std::vector<TermValue> ValuesOf(const ShareTerm& term, const BookDraft& draft) {
  if (term.kind != ShareTerm::Kind::kOption) return {{&term.fixed, ""}};
  const Option& option = draft.book.options[term.option];
  std::vector<TermValue> values = {{std::get_if<ByYear<Share>>(&option.value), ""}};
  for (const OptionValue& tried : option.tries) {
    values.push_back({std::get_if<ByYear<Share>>(&tried), " when `" + option.name + "` is tried"});
  }
  return values;
}

/// Checks that a split makes 100 % in every year and for every value of its options.
class SplitCheck {
 public:
  SplitCheck(const YamlNode& node, const std::vector<Outcome::Part>& parts, const YamlNode* rest,
             const BookDraft& draft)
      : node_(node), rest_(rest), draft_(draft) {
    for (const Outcome::Part& part : parts) {
      if (part.share.kind == ShareTerm::Kind::kRest) continue;
      terms_.push_back(ValuesOf(part.share, draft));
      has_options_ |= part.share.kind == ShareTerm::Kind::kOption;
    }
  }

  bool Passes() {
    if (has_options_ && rest_ == nullptr) {
      draft_.diagnostics->Error(
          node_.span(), "a split with an option needs `rest`",
          "let one bucket take what the option leaves, for example excluded: rest");
      return false;
    }
    std::vector<TermValue> chosen;
    for (const std::vector<TermValue>& values : terms_) chosen.push_back(values.front());
    if (!PassesWith(chosen)) return false;
    for (std::size_t i = 0; i < terms_.size(); ++i) {
      for (std::size_t v = 1; v < terms_[i].size(); ++v) {
        std::vector<TermValue> tried = chosen;
        tried[i] = terms_[i][v];
        if (!PassesWith(tried)) return false;
      }
    }
    return true;
  }

 private:
  bool PassesWith(const std::vector<TermValue>& values) {
    std::set<std::int16_t> years;
    bool is_stepped = false;
    std::string said;
    for (const TermValue& value : values) {
      for (const auto& step : value.shares->steps()) years.insert(step.from_year);
      is_stepped |= value.shares->IsStepped();
      said += value.said;
    }
    for (const std::int16_t year : years) {
      std::int64_t sum = 0;
      bool has_all = true;
      for (const TermValue& value : values) {
        const Share* share = value.shares->In(year);
        if (share == nullptr) has_all = false;
        if (share != nullptr) sum += share->millionths();
      }
      const std::string when = is_stepped ? " from " + std::to_string(year) + " on" : "";
      if (has_all && !IsRight(sum, said + when, !is_stepped && !has_options_)) return false;
    }
    return true;
  }

  bool IsRight(std::int64_t sum, const std::string& when, bool is_fixed) {
    constexpr std::int64_t kWhole = Share::kMillionthsPerWhole;
    Diagnostics* diagnostics = draft_.diagnostics;
    if (sum > kWhole) {
      // A sum of many shares may leave the range of one.
      const std::string shown = sum > 20 * kWhole ? "more than 2000 %" : Shown(sum);
      diagnostics->Error(node_.span(), "the shares add up to " + shown + when + ", more than 100 %",
                         sum > 20 * kWhole ? "" : "take away " + Shown(sum - kWhole));
      return false;
    }
    if (rest_ == nullptr && sum < kWhole) {
      diagnostics->Error(
          node_.span(), "the shares add up to " + Shown(sum) + when + ", not to 100 %",
          "say where the other " + Shown(kWhole - sum) + " goes, for example with excluded: rest");
      return false;
    }
    // Where shares vary, `rest` may well be nothing for some of their values.
    if (rest_ != nullptr && sum == kWhole && is_fixed) {
      diagnostics->Error(rest_->span(), "nothing is left for `rest`: the shares make 100 %",
                         "remove this part, or make a share smaller");
      return false;
    }
    return true;
  }

  const YamlNode& node_;
  const YamlNode* rest_;
  const BookDraft& draft_;
  std::vector<std::vector<TermValue>> terms_;
  bool has_options_ = false;
};

}  // namespace

bool CheckSplit(const YamlNode& node, const std::vector<Outcome::Part>& parts, const YamlNode* rest,
                const BookDraft& draft) {
  return SplitCheck(node, parts, rest, draft).Passes();
}

}  // namespace tranche
