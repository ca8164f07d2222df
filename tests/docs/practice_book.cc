#include "tests/docs/practice_book.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <sstream>
#include <utility>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/layout/layout.h"
#include "engine/study/example_check.h"

namespace tranche {
namespace {

namespace fs = std::filesystem;

/// A key of a map and all its lines.
struct Entry {
  std::string key;
  std::string lines;
};

/// The entries of a map whose keys begin behind `indentation` blanks. Comments and empty lines go
/// with the entry above them.
std::vector<Entry> EntriesOf(const std::string& text, std::size_t indentation) {
  std::vector<Entry> entries;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) {
    const std::size_t begin = line.find_first_not_of(' ');
    const bool is_key = begin == indentation && line[begin] != '#' && line[begin] != '-' &&
                        line.find(':') != std::string::npos;
    if (is_key) entries.push_back({line.substr(begin, line.find(':') - begin), ""});
    if (!entries.empty()) entries.back().lines += line + "\n";
  }
  return entries;
}

bool IsMapOfNames(const std::string& key) {
  return key == "items" || key == "options" || key == "targets" || key == "buckets";
}

void Put(std::vector<Entry> more, std::vector<Entry>* entries);

/// `items:` of the practice book with those of the piece in place of, or behind, its own.
std::string Merged(const Entry& practice, const Entry& piece) {
  const auto inner = [](const Entry& entry) {
    return EntriesOf(entry.lines.substr(entry.lines.find('\n') + 1), 2);
  };
  std::vector<Entry> entries = inner(practice);
  Put(inner(piece), &entries);
  std::string text = practice.key + ":\n";
  for (const Entry& entry : entries) text += entry.lines;
  return text;
}

void Put(std::vector<Entry> more, std::vector<Entry>* entries) {
  for (Entry& piece : more) {
    const auto same = std::find_if(entries->begin(), entries->end(),
                                   [&](const Entry& entry) { return entry.key == piece.key; });
    if (same == entries->end()) {
      entries->push_back(std::move(piece));
    } else if (IsMapOfNames(piece.key) && !EntriesOf(piece.lines, 2).empty()) {
      same->lines = Merged(*same, piece);
    } else {
      same->lines = std::move(piece.lines);
    }
  }
}

std::string WithPiece(const std::string& book, const std::string& piece) {
  const std::vector<Entry> pieces = EntriesOf(piece, 0);
  std::vector<Entry> entries = EntriesOf(book, 0);
  Put(pieces, &entries);
  // What the piece says stands first: then line numbers in messages are its own.
  std::stable_partition(entries.begin(), entries.end(), [&](const Entry& entry) {
    return std::any_of(pieces.begin(), pieces.end(),
                       [&](const Entry& said) { return said.key == entry.key; });
  });
  std::string text;
  for (const Entry& entry : entries) text += entry.lines;
  return text;
}

/// `rules:` with one rule of these lines; what it is called and what it is are added where the
/// lines do not say so.
std::string RuleOf(const std::string& lines) {
  const auto says = [&](const char* key) {
    return lines.starts_with(key) || lines.find(std::string("\n") + key) != std::string::npos;
  };
  std::string rule;
  if (!says("id:")) rule += "id: practice-rule\n";
  if (!says("is:") && !says("to:")) rule += "is: roads\n";
  std::istringstream stream(rule + lines);
  std::string text = "rules:\n";
  std::string mark = "  - ";
  for (std::string line; std::getline(stream, line); mark = "    ") text += mark + line + "\n";
  return text;
}

std::string WithoutPlaces(const Diagnostics& diagnostics, const std::string& folder) {
  std::string text;
  for (const Diagnostic& item : diagnostics.items()) {
    text += item.severity == Severity::kError ? "error: " : "warning: ";
    text += item.message + "\n";
    if (!item.hint.empty()) text += "  hint: " + item.hint + "\n";
  }
  const std::string place = folder + "/";
  for (std::size_t at = text.find(place); at != std::string::npos; at = text.find(place)) {
    text.erase(at, place.size());
  }
  return text;
}

}  // namespace

PracticeFolder::PracticeFolder(std::string practice_book, const CountryTable& countries)
    : practice_book_(std::move(practice_book)), countries_(countries) {
  std::string name = (fs::temp_directory_path() / "tranche-docs-XXXXXX").string();
  EXPECT_NE(::mkdtemp(name.data()), nullptr);
  folder_ = name;
  fs::copy(TRANCHE_SOURCE_DIR "/rules", folder_, fs::copy_options::recursive);
  Keep("practice.yaml", practice_book_);
}

PracticeFolder::~PracticeFolder() { fs::remove_all(folder_); }

void PracticeFolder::Keep(const std::string& name, const std::string& text) const {
  WriteWholeFile(folder_ + "/" + name, text);
}

std::optional<LoadedSnippet> PracticeFolder::Load(const std::string& kind,
                                                  const std::string& text) {
  if (kind == "book") return LoadBook(text);
  if (kind == "part") return LoadBook(WithPiece(practice_book_, text));
  if (kind == "rule") return LoadBook(WithPiece(practice_book_, RuleOf(text)));
  if (kind == "layout") return LoadLayoutText(text);
  if (kind != "language") return std::nullopt;
  Keep("words/language.yaml", text);
  return LoadBook(WithPiece(practice_book_, "vocabulary: words/\nrules: []\n"));
}

LoadedSnippet PracticeFolder::LoadBook(const std::string& text) const {
  const std::string path = folder_ + "/snippet.yaml";
  WriteWholeFile(path, text);
  Diagnostics diagnostics;
  auto book = LoadRulebook(path, countries_, &diagnostics);
  EXPECT_TRUE(book.ok()) << book.status();
  LoadedSnippet loaded;
  if (book.ok()) loaded.book = *std::move(book);
  if (loaded.book) {
    CheckExamples(std::make_shared<const Rulebook>(*loaded.book), countries_, &diagnostics);
  }
  loaded.messages = WithoutPlaces(diagnostics, folder_);
  return loaded;
}

LoadedSnippet PracticeFolder::LoadLayoutText(const std::string& text) const {
  const std::string path = folder_ + "/layout.yaml";
  WriteWholeFile(path, text);
  Diagnostics diagnostics;
  EXPECT_TRUE(LoadLayout(path, countries_, &diagnostics).ok());
  LoadedSnippet loaded;
  loaded.messages = WithoutPlaces(diagnostics, folder_);
  return loaded;
}

}  // namespace tranche
