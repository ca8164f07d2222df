#include "tests/docs/message_page.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <filesystem>
#include <set>
#include <sstream>
#include <string_view>

#include "tests/docs/fenced_blocks.h"

namespace tranche {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kHint = "  hint: ";

constexpr char kIntroduction[] =
    R"(# What Tranche says, and what to do

Each message names the file, the line and the column, shows the line, and marks the spot. Below it
stands a hint: what to do. All mistakes of all files are shown in one run, so start at the top:
a mistake above may explain one below.

Here is every message once, with a mistake that causes it. (This page is made by a test from the
files in `tests/golden`; do not edit it.) `error` means that nothing is computed until it is
mended; `warning` means that Tranche goes on, but you probably meant something else. A `note` is good
to know; `tranche check` shows it when asked, with `--notes`.
)";

struct Part {
  std::string folder;
  std::string title;
};

const std::array<Part, 5>& Parts() {
  static const std::array<Part, 5> parts = {{{"yaml", "The form of the file"},
                                             {"rulebook", "Rulebooks and vocabularies"},
                                             {"study", "Findings of a check"},
                                             {"layout", "Layouts"},
                                             {"dossier", "Dossiers"}}};
  return parts;
}

std::vector<std::string> ExpectedFiles(const std::string& folder) {
  std::vector<std::string> files;
  const fs::path path = fs::path(TRANCHE_TEST_DATA) / "golden" / folder;
  if (!fs::exists(path)) return files;
  for (const auto& entry : fs::directory_iterator(path)) {
    if (entry.path().extension() == ".expected") files.push_back(entry.path().string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

/// `codes.yaml:12:45: error: …` opens a message; nothing else does.
bool ReadOpening(const std::string& line, GoldenMessage* message) {
  if (line.starts_with(' ')) return false;
  for (const char* kind : {"error", "warning", "note"}) {
    const std::string mark = std::string(": ") + kind + ": ";
    const std::size_t at = line.find(mark);
    if (at == std::string::npos) continue;
    *message = {line.substr(0, at), kind, line.substr(at + mark.size()), "", ""};
    return true;
  }
  return false;
}

void ReadMessages(const std::string& path, std::vector<GoldenMessage>* messages) {
  std::istringstream text(ReadWholeFile(path));
  bool is_inside = false;
  for (std::string line; std::getline(text, line);) {
    GoldenMessage opened;
    if (ReadOpening(line, &opened)) {
      is_inside = true;
      messages->push_back(opened);
    } else if (is_inside && line.starts_with(kHint)) {
      messages->back().hint = line.substr(kHint.size());
    } else if (is_inside && line.starts_with(' ')) {
      messages->back().excerpt += line + "\n";
    }
  }
}

/// Where the quote that opens at `at` closes: an apostrophe inside a word closes nothing.
std::size_t Closing(const std::string& text, std::size_t at) {
  for (std::size_t end = at + 1; end < text.size(); ++end) {
    const bool is_end =
        end + 1 == text.size() || std::isalnum(static_cast<unsigned char>(text[end + 1])) == 0;
    if (text[end] == text[at] && is_end) return end;
  }
  return std::string::npos;
}

/// What stands between backticks are words of the language itself, and no quotes.
bool OpensQuote(const std::string& text, std::size_t at) {
  if (text[at] != '\'') return false;
  return at == 0 || std::isalnum(static_cast<unsigned char>(text[at - 1])) == 0;
}

std::string SectionOf(const std::string& folder, std::set<std::string>* said) {
  std::string text;
  for (const GoldenMessage& message : GoldenMessages(folder)) {
    if (!said->insert(PatternOf(message)).second) continue;
    text += "\n**" + message.kind + ": " + message.text + "**\n";
    if (!message.excerpt.empty()) text += "\n```text\n" + message.excerpt + "```\n";
    if (!message.hint.empty()) text += "\nWhat to do: " + message.hint + "\n";
  }
  return text;
}

}  // namespace

std::vector<GoldenMessage> GoldenMessages(const std::string& folder) {
  std::vector<GoldenMessage> messages;
  for (const std::string& file : ExpectedFiles(folder)) ReadMessages(file, &messages);
  return messages;
}

std::string PatternOf(const GoldenMessage& message) {
  std::string pattern;
  const std::string& text = message.text;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t end = OpensQuote(text, at) ? Closing(text, at) : std::string::npos;
    if (end != std::string::npos) {
      pattern += "'…'";
      at = end;
    } else if (std::isdigit(static_cast<unsigned char>(text[at])) == 0) {
      pattern += text[at];
    } else if (!pattern.ends_with('0')) {
      pattern += '0';
    }
  }
  return pattern;
}

std::string MessagePage() {
  std::string page = kIntroduction;
  std::set<std::string> said;
  for (const Part& part : Parts()) {
    const std::string section = SectionOf(part.folder, &said);
    if (!section.empty()) page += "\n## " + part.title + "\n" + section;
  }
  return page;
}

std::size_t DistinctMessages() {
  std::set<std::string> said;
  for (const Part& part : Parts()) SectionOf(part.folder, &said);
  return said.size();
}

}  // namespace tranche
