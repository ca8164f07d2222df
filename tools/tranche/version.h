#ifndef TRANCHE_TOOLS_TRANCHE_VERSION_H_
#define TRANCHE_TOOLS_TRANCHE_VERSION_H_

namespace tranche {

/// Set by CMake from the project's version.
#ifndef TRANCHE_VERSION
#define TRANCHE_VERSION "unknown"
#endif
inline constexpr char kVersion[] = TRANCHE_VERSION;

}  // namespace tranche

#endif  // TRANCHE_TOOLS_TRANCHE_VERSION_H_
