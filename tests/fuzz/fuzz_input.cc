#include "tests/fuzz/fuzz_input.h"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <system_error>
#include <utility>

namespace tranche {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPartMark = "=== ";

bool StaysInside(const fs::path& name) {
  if (name.empty() || name.is_absolute()) return false;
  for (const fs::path& step : name) {
    if (step == ".." || step == "." || step.empty()) return false;
  }
  return name.string().find('\0') == std::string::npos && name.string().size() < 60;
}

}  // namespace

std::vector<InputPart> PartsOf(const std::uint8_t* data, std::size_t size) {
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  std::vector<InputPart> parts = {{"book.yaml", {}}};
  while (!rest.empty()) {
    const std::size_t end = rest.find('\n');
    const std::string_view line = rest.substr(0, end);
    if (line.starts_with(kPartMark)) {
      parts.push_back({std::string(line.substr(kPartMark.size())), {}});
    } else {
      parts.back().text += line;
      if (end != std::string_view::npos) parts.back().text += '\n';
    }
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  }
  return parts;
}

InputFolder::InputFolder() {
  std::error_code error;
  const fs::path base =
      fs::is_directory("/dev/shm", error) ? fs::path("/dev/shm") : fs::temp_directory_path(error);
  path_ = (base / ("tranche_fuzz_" + std::to_string(::getpid()))).string();
}

InputFolder::~InputFolder() {
  std::error_code error;
  fs::remove_all(path_, error);
}

void InputFolder::Fill(const std::vector<InputPart>& parts) {
  std::error_code error;
  fs::remove_all(path_, error);
  fs::create_directories(path_, error);
  for (const InputPart& part : parts) {
    if (!StaysInside(part.name)) continue;
    const fs::path path = fs::path(path_) / part.name;
    fs::create_directories(path.parent_path(), error);
    std::ofstream(path, std::ios::binary) << part.text;
  }
}

const CountryTable& FuzzCountries() {
  static const CountryTable countries = [] {
    const auto country = [](const char* code, const char* name, const char* language) {
      return Country{*CountryCode::Parse(code), name, {}, {language}};
    };
    return CountryTable({country("DEU", "Germany", "de"), country("ESP", "Spain", "es"),
                         country("GBR", "United Kingdom", "en"), country("ITA", "Italy", "it"),
                         country("NOR", "Norway", "no")});
  }();
  return countries;
}

void Require(bool holds, std::string_view what) {
  if (holds) return;
  std::fprintf(stderr, "FAILED: %.*s\n", static_cast<int>(what.size()), what.data());
  std::abort();
}

}  // namespace tranche
