#include "engine/rulebook/condition.h"

#include <algorithm>

namespace tranche {

bool TextScope::Takes(std::string_view name, bool own) const {
  switch (kind) {
    case Kind::kAll:
      return true;
    case Kind::kOwn:
      return own;
    case Kind::kParents:
      return !own;
    case Kind::kNamed:
      break;
  }
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace tranche
