#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <iterator>
#include <memory>
#include <system_error>
#include <utility>

#include "absl/status/status.h"
#include "engine/base/pattern.h"
#include "engine/base/suggest.h"
#include "engine/base/utf8.h"
#include "engine/layout/cell_text.h"
#include "engine/layout/layout.h"

namespace tranche {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kColumnsShown = 20;
constexpr std::size_t kCharactersShown = 40;
constexpr std::size_t kLayoutsShown = 3;

/// How well one header meets what a layout asks for.
struct Fit {
  const Layout* layout = nullptr;
  std::size_t asked = 0;
  std::size_t met = 0;
  std::vector<std::string> missing;
  bool name_fits = true;

  bool IsWhole() const { return met == asked && name_fits; }
};

/// Text of a file in a message: one line, not endless.
std::string Shown(std::string_view text) {
  std::string shown = "'";
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) {
    if (count == kCharactersShown) {
      shown += "…";
      break;
    }
    const CodePoint point = DecodeUtf8(text, at);
    if (!point.valid) {
      shown += kReplacementCharacter;
    } else if (IsControl(point.value)) {
      shown += ' ';
    } else {
      shown += text.substr(at, point.size);
    }
    at += point.size;
  }
  return shown + "'";
}

std::string ShownList(const std::vector<std::string>& texts) {
  std::string list;
  for (std::size_t i = 0; i < texts.size() && i < kColumnsShown; ++i) {
    if (i > 0) list += ", ";
    list += Shown(texts[i]);
  }
  if (texts.size() > kColumnsShown) {
    list += " and " + std::to_string(texts.size() - kColumnsShown) + " more";
  }
  return list;
}

/// How many columns answer to `pattern`, as far as it asks.
std::size_t CountMet(const HeaderPattern& pattern, const std::vector<std::string>& header) {
  std::size_t count = 0;
  if (pattern.is_regex) {
    const auto expression = Pattern::Compile(pattern.text);
    if (!expression.ok()) return 0;  // the loader has refused it
    for (const std::string& name : header) {
      if (expression->MatchesWhole(TrimCell(name))) ++count;
    }
    return std::min<std::size_t>(count, pattern.at_least);
  }
  std::string_view beginning = pattern.text;
  const bool open = beginning.ends_with('*');
  if (open) beginning.remove_suffix(1);
  return std::any_of(header.begin(), header.end(), [&](const std::string& name) {
    const std::string_view trimmed = TrimCell(name);
    return open ? trimmed.starts_with(beginning) : trimmed == beginning;
  });
}

Fit FitOf(const Layout& layout, const std::vector<std::string>& header,
          std::string_view file_name) {
  Fit fit;
  fit.layout = &layout;
  for (const HeaderPattern& pattern : layout.recognise_header) {
    const std::size_t met = CountMet(pattern, header);
    fit.asked += pattern.at_least;
    fit.met += met;
    if (met == pattern.at_least) continue;
    fit.missing.push_back(pattern.is_regex
                              ? "/" + pattern.text + "/ x" + std::to_string(pattern.at_least - met)
                              : pattern.text);
  }
  if (!layout.recognise_file_name.empty()) {
    const auto expression = Pattern::Compile(layout.recognise_file_name);
    fit.name_fits = expression.ok() && expression->MatchesPart(file_name);
  }
  return fit;
}

/// "'esp-x' (7 of 8 columns; missing: 'IMPORTE', nearest found: 'Importe')".
std::string Described(const Fit& fit, const std::vector<std::string>& header) {
  std::string text = Shown(fit.layout->name) + " (" + std::to_string(fit.met) + " of " +
                     std::to_string(fit.asked) + " columns";
  if (!fit.missing.empty()) text += "; missing: " + ShownList(fit.missing);
  if (fit.missing.size() == 1) {
    const std::vector<std::string> near = NearestNames(fit.missing[0], header, 1);
    if (!near.empty()) text += ", nearest found: " + Shown(near[0]);
  }
  if (!fit.name_fits) text += "; the file's name does not fit";
  return text + ")";
}

absl::Status NotRecognised(std::vector<Fit> fits, const std::vector<std::string>& header,
                           std::string_view file_name) {
  std::string text = "no layout recognises " + Shown(file_name) + "; its columns are " +
                     (header.empty() ? "none" : ShownList(header));
  std::erase_if(fits, [](const Fit& fit) { return fit.met == 0; });
  // By what is missing among those that meet equally many: fewer missing is nearer.
  std::stable_sort(fits.begin(), fits.end(), [](const Fit& a, const Fit& b) {
    return a.met != b.met ? a.met > b.met : a.asked < b.asked;
  });
  if (fits.empty()) {
    text += "; no known layout has any of them";
  } else {
    text += "; nearest layouts: ";
    for (std::size_t i = 0; i < fits.size() && i < kLayoutsShown; ++i) {
      if (i > 0) text += ", ";
      text += Described(fits[i], header);
    }
  }
  return absl::NotFoundError(text);
}

}  // namespace

bool LayoutFits(const Layout& layout, const std::vector<std::string>& header,
                std::string_view file_name) {
  return FitOf(layout, header, file_name).IsWhole();
}

absl::StatusOr<LayoutCatalogue> LayoutCatalogue::LoadFolder(const std::string& folder,
                                                            const CountryTable& countries,
                                                            Diagnostics* diagnostics) {
  std::error_code error;
  std::vector<std::string> paths;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    if (entry->path().extension() == ".yaml") paths.push_back(entry->path().string());
  }
  if (error) {
    return absl::NotFoundError("cannot read the folder of layouts " + folder + ": " +
                               error.message());
  }
  std::sort(paths.begin(), paths.end());
  LayoutCatalogue catalogue;
  for (const std::string& path : paths) {
    absl::StatusOr<std::optional<Layout>> layout = LoadLayout(path, countries, diagnostics);
    if (!layout.ok()) return layout.status();
    if (!layout->has_value()) continue;
    const auto same =
        std::find_if(catalogue.layouts_.begin(), catalogue.layouts_.end(),
                     [&](const Layout& other) { return other.name == (*layout)->name; });
    if (same != catalogue.layouts_.end()) {
      SourceSpan span;
      span.source = std::make_shared<const SourceText>(path, (*layout)->text);
      diagnostics->Error(span, "the layout name '" + same->name + "' is taken by " + same->path,
                         "give one of the two another name");
      continue;
    }
    catalogue.layouts_.push_back(**std::move(layout));
  }
  std::sort(catalogue.layouts_.begin(), catalogue.layouts_.end(),
            [](const Layout& a, const Layout& b) { return a.name < b.name; });
  return catalogue;
}

absl::StatusOr<const Layout*> LayoutCatalogue::Recognise(const std::vector<std::string>& header,
                                                         std::string_view file_name) const {
  std::vector<Fit> fits;
  for (const Layout& layout : layouts_) {
    if (layout.recognise_header.empty() && layout.recognise_file_name.empty()) continue;
    fits.push_back(FitOf(layout, header, file_name));
  }
  std::vector<Fit> whole;
  std::copy_if(fits.begin(), fits.end(), std::back_inserter(whole),
               [](const Fit& fit) { return fit.IsWhole(); });
  if (whole.empty()) return NotRecognised(std::move(fits), header, file_name);
  std::size_t most = 0;
  for (const Fit& fit : whole) most = std::max(most, fit.asked);
  std::erase_if(whole, [&](const Fit& fit) { return fit.asked < most; });
  if (whole.size() == 1) return whole.front().layout;
  std::vector<std::string> names;
  for (const Fit& fit : whole) names.push_back(fit.layout->name);
  return absl::InvalidArgumentError("several layouts fit " + Shown(file_name) + " equally well: " +
                                    ShownList(names) + "; choose one with --layout");
}

}  // namespace tranche
