#include "engine/rulebook/book_draft.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/suggest.h"
#include "engine/rulebook/code_pattern.h"

namespace tranche {
namespace {

constexpr std::size_t kMaxNameBytes = 100;

/// Words that outcomes and results use themselves.
constexpr std::array<std::string_view, 5> kReservedNames = {"undecided", "netted", "rest",
                                                            "otherwise", "total"};

}  // namespace

bool CheckName(const std::string& name, std::string_view what, const SourceSpan& span,
               Diagnostics* diagnostics) {
  const bool is_plain = std::all_of(name.begin(), name.end(), [](char c) {
    return c == '-' || c == '_' || c == '.' || !IsCodeSeparator(c);
  });
  if (!name.empty() && name.size() <= kMaxNameBytes && is_plain) return true;
  diagnostics->Error(span, "'" + name + "' cannot name " + std::string(what),
                     "a name has letters, digits, - and _, no blanks, as in coast-guard");
  return false;
}

bool CheckOutcomeName(const std::string& name, std::string_view what, const SourceSpan& span,
                      Diagnostics* diagnostics) {
  const bool is_reserved =
      std::find(kReservedNames.begin(), kReservedNames.end(), name) != kReservedNames.end();
  if (!is_reserved) return CheckName(name, what, span, diagnostics);
  diagnostics->Error(span,
                     "'" + name + "' has a meaning of its own and cannot name " + std::string(what),
                     "choose another name");
  return false;
}

std::string Alternatives(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) text += i + 1 == names.size() ? " or " : ", ";
    text += names[i];
  }
  return text;
}

std::string NameHint(std::string_view wrong, const std::vector<std::string>& names,
                     std::string otherwise_say) {
  std::string hint = DidYouMean(wrong, names);
  return hint.empty() ? std::move(otherwise_say) : hint;
}

}  // namespace tranche
