#include "engine/run/check_target.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <system_error>
#include <vector>

#include "absl/status/status.h"

namespace tranche {
namespace {

namespace fs = std::filesystem;

/// The first key of a file stands before this, however long the comments above it are.
constexpr std::size_t kLookedAtBytes = std::size_t{64} << 10;

struct TargetKey {
  std::string_view key;
  CheckTarget target;
};

/// The first of these that stands at the start of a line says what a file is.
constexpr std::array<TargetKey, 9> kKeys = {{
    {"rulebook", CheckTarget::kRulebook},
    {"buckets", CheckTarget::kRulebook},
    {"extends", CheckTarget::kRulebook},
    {"layout", CheckTarget::kLayout},
    {"dossier", CheckTarget::kDossier},
    {"language", CheckTarget::kVocabulary},
    {"concepts", CheckTarget::kVocabulary},
    {"rules", CheckTarget::kBookPart},
    {"items", CheckTarget::kBookPart},
}};

bool HasKey(std::string_view text, std::string_view key) {
  for (std::size_t at = 0; at < text.size();) {
    std::string_view line = text.substr(at, text.find('\n', at) - at);
    at += line.size() + 1;
    if (line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
    if (!line.starts_with(key)) continue;
    line.remove_prefix(key.size());
    line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
    const bool is_key = line.starts_with(':') &&
                        (line.size() == 1 || line[1] == ' ' || line[1] == '\t' || line[1] == '\r');
    if (is_key) return true;
  }
  return false;
}

std::string_view KindOf(CheckTarget target) {
  switch (target) {
    case CheckTarget::kLayout:
      return "a layout";
    case CheckTarget::kVocabulary:
      return "a vocabulary";
    case CheckTarget::kBookPart:
      return "a part of a rulebook";
    case CheckTarget::kDossier:
      return "a dossier";
    case CheckTarget::kBudget:
      return "a budget";
    case CheckTarget::kRulebook:
    case CheckTarget::kOtherYaml:
      break;
  }
  return "";
}

bool IsNamedYaml(const fs::path& path) {
  return path.extension() == ".yaml" || path.extension() == ".yml";
}

absl::Status CannotRead(const std::string& path, const std::string& why) {
  return absl::NotFoundError("cannot read '" + path + "': " + why);
}

absl::StatusOr<CheckTarget> TargetOfFile(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return CannotRead(path, std::strerror(errno));
  std::string text(kLookedAtBytes, '\0');
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(file.gcount()));
  for (const TargetKey& each : kKeys) {
    if (HasKey(text, each.key)) return each.target;
  }
  return IsNamedYaml(path) ? CheckTarget::kOtherYaml : CheckTarget::kBudget;
}

/// A folder is a vocabulary where one of its files is.
absl::StatusOr<CheckTarget> TargetOfFolder(const std::string& path) {
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(path, error)) {
    if (!IsNamedYaml(entry.path())) continue;
    const auto target = TargetOfFile(entry.path().string());
    if (target.ok() && *target == CheckTarget::kVocabulary) return CheckTarget::kVocabulary;
  }
  if (error) return CannotRead(path, error.message());
  return absl::InvalidArgumentError("'" + path +
                                    "' is a folder and no vocabulary; name the files in it that "
                                    "you want checked");
}

}  // namespace

absl::StatusOr<CheckTarget> CheckTargetOf(const std::string& path) {
  if (path == "-") return CheckTarget::kBudget;
  std::error_code error;
  if (fs::is_directory(path, error)) return TargetOfFolder(path);
  return TargetOfFile(path);
}

absl::Status CheckIsRulebook(const std::string& path) {
  std::error_code error;
  if (!fs::is_regular_file(path, error)) return absl::OkStatus();
  const auto target = CheckTargetOf(path);
  const std::string kind(target.ok() ? KindOf(*target) : "");
  if (kind.empty()) return absl::OkStatus();
  return absl::InvalidArgumentError("'" + path + "' is " + kind +
                                    "; name a whole rulebook, a file that begins with rulebook:");
}

absl::Status CheckIsBudget(const std::string& path, CheckTarget target) {
  // A budget may have a line that begins with `rules:`; then its name tells.
  if (!IsNamedYaml(path) || target == CheckTarget::kBudget) return absl::OkStatus();
  std::string kind(KindOf(target));
  if (target == CheckTarget::kRulebook) kind = "a rulebook; name it with --rules";
  if (target == CheckTarget::kLayout) kind = "a layout; name it with --layout";
  return absl::InvalidArgumentError("'" + path + "' is no budget but " +
                                    (kind.empty() ? "a YAML file" : kind));
}

}  // namespace tranche
