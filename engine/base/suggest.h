#ifndef TRANCHE_ENGINE_BASE_SUGGEST_H_
#define TRANCHE_ENGINE_BASE_SUGGEST_H_

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tranche {

/// The names most like `wrong`, best first, at most `limit`; none that is too far away to help.
/// Case and accents are ignored; distance counts changed, missing, extra and swapped characters, of
/// which about one in three is forgiven, three at most. Names longer than 200 bytes
/// are not compared, nor more than the first 10,000. Equally near names keep their order.
std::vector<std::string> NearestNames(std::string_view wrong, std::span<const std::string> names,
                                      std::size_t limit = 3);

/// `did you mean 'roads'?`, `did you mean 'roads' or 'rail'?`, or empty where nothing is near.
std::string DidYouMean(std::string_view wrong, std::span<const std::string> names);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_BASE_SUGGEST_H_
