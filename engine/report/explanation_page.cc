#include "engine/report/explanation_page.h"

#include "engine/base/utf8.h"
#include "engine/report/text_table.h"

namespace tranche {
namespace {

constexpr std::size_t kDetailIndent = 6;

}  // namespace

std::string ExplanationPage::LabelIndent(std::string_view label) const {
  std::string text(kIndent, ' ');
  text.append(label);
  const std::size_t width = CountCodePoints(text);
  text.append(width < text_indent() ? text_indent() - width : 1, ' ');
  return text;
}

void ExplanationPage::Labelled(std::string_view label, std::string_view text) {
  AppendWrapped(LabelIndent(label), text_indent(), text, &out_);
}

void ExplanationPage::Title(std::string_view title) {
  out_.append("\n");
  if (!title.empty()) out_.append(title).append("\n");
}

void ExplanationPage::Sentence(std::string_view text) { AppendWrapped("", 0, text, &out_); }

void ExplanationPage::Entry(std::string_view text) {
  AppendWrapped(std::string(kIndent, ' '), kDetailIndent, text, &out_);
}

void ExplanationPage::Detail(std::string_view text) {
  AppendWrapped(std::string(kDetailIndent, ' '), kDetailIndent, text, &out_);
}

}  // namespace tranche
