#include "engine/base/yaml_form.h"

#include <algorithm>
#include <array>

namespace tranche {
namespace {

constexpr std::array<const FormValue*, 2> kTextOrTextsChoices = {&kFilledText, &kFilledTexts};

}  // namespace

constexpr FormValue kAnyText{};
constexpr FormValue kFilledText{.id = "text", .pattern = R"(\S)"};
constexpr FormValue kFilledTexts{.kind = FormValue::Kind::kList, .of = &kFilledText};
constexpr FormValue kTextOrTexts{
    .kind = FormValue::Kind::kOneOf, .id = "texts", .choices = kTextOrTextsChoices};
constexpr FormValue kFormatOne{.kind = FormValue::Kind::kInteger, .from = 1, .to = 1};

const FormKey* Form::Find(std::string_view key) const {
  const auto found =
      std::find_if(keys.begin(), keys.end(), [&](const FormKey& each) { return each.name == key; });
  return found == keys.end() ? nullptr : &*found;
}

}  // namespace tranche
