#ifndef TRANCHE_ENGINE_LAYOUT_LAYOUT_READING_H_
#define TRANCHE_ENGINE_LAYOUT_LAYOUT_READING_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/country.h"
#include "engine/base/diagnostic.h"
#include "engine/base/yaml.h"
#include "engine/base/yaml_map.h"
#include "engine/layout/layout.h"

/// The parts of the layout loader (the dossier loader uses some), a source file for each job. Every
/// function reads one part of the layout, reports all that is wrong with it, and fills in what it
/// could read; LoadLayout (layout_loader.cc) calls them and returns no layout where any of them
/// reported an error.
namespace tranche {

/// What all parts need. On the stack of LoadLayout.
struct LayoutReading {
  const CountryTable& countries;
  std::string folder;  ///< of the layout file: paths of crosswalks start here
  Diagnostics* diagnostics;
};

// What every such file begins with (file_name.cc).

/// The name behind `layout:` or `dossier:`; empty, with a report, where it is no text.
std::string FileName(const YamlNode& node, std::string_view kind, LayoutReading& reading);
/// Reports a format that this program does not know. `kinds`: "layouts".
void CheckFormat(const YamlNode& node, std::string_view kinds, LayoutReading& reading);

// Small values (layout_values.cc). `what` names the value in messages: "`year`".

/// A column's name: any text, also an unquoted number.
std::optional<ColumnRef> ColumnOf(const YamlNode& node, std::string_view what,
                                  LayoutReading& reading);
/// One column or a list of different ones; an empty list is reported.
std::vector<ColumnRef> ColumnsOf(const YamlNode& node, std::string_view what,
                                 LayoutReading& reading);
/// A regular expression between slashes, checked; the text between them.
std::optional<std::string> ExpressionOf(const YamlNode& node, std::string_view what,
                                        LayoutReading& reading);
/// The same for one that stands without its slashes; false, and a report at `span`, where it is
/// broken.
bool ExpressionIsSound(std::string_view expression, const SourceSpan& span, LayoutReading& reading);
std::optional<Phase> PhaseOf(const YamlNode& node, LayoutReading& reading);
/// An amount in whole currency units, as `443133329500` or `12.50`.
std::optional<Amount> AmountOf(const YamlNode& node, std::string_view what, LayoutReading& reading);
/// `tolerance`: how far a total may be off; nothing below zero.
Amount ToleranceOf(const YamlNode& node, LayoutReading& reading);

/// `country`, `currency`, `unit`, `phase`, `language`: a value, or a column with values.
void ReadGroupValues(YamlMap& map, LayoutReading& reading, Layout* layout);

/// `recognise` and `file` (layout_recognise.cc).
void ReadRecognise(const YamlNode& node, LayoutReading& reading, Layout* layout);
void ReadFileForm(const YamlNode& node, LayoutReading& reading, Layout* layout);

/// `year` and `amount` (layout_amounts.cc).
void ReadYear(const YamlNode& node, LayoutReading& reading, Layout* layout);
void ReadAmount(const YamlNode& node, LayoutReading& reading, Layout* layout);

/// `split` and `fill_down` (layout_columns.cc).
void ReadSplits(const YamlNode& node, LayoutReading& reading, Layout* layout);
void ReadFillDown(const YamlNode& node, LayoutReading& reading, Layout* layout);
/// `split` and `take` of one column, where `map` has them.
void ReadPart(YamlMap& map, LayoutReading& reading, ColumnRef* column);

/// `text`, `codes`, `fields`, `nature` (layout_sources.cc).
void ReadTexts(const YamlNode& node, LayoutReading& reading, Layout* layout);
void ReadCodes(const YamlNode& node, LayoutReading& reading, Layout* layout);
void ReadFields(const YamlNode& node, LayoutReading& reading, Layout* layout);
void ReadNature(const YamlNode& node, LayoutReading& reading, Layout* layout);

/// `level`, `once_per` and `versions` of `rows` (layout_groups.cc).
void ReadLevel(const YamlNode& node, LayoutReading& reading, Layout* layout);
void ReadVersions(const YamlNode& node, LayoutReading& reading, Layout* layout);
void ReadOncePer(const YamlNode& node, LayoutReading& reading, Layout* layout);

/// `rows` (layout_rows.cc).
void ReadRows(const YamlNode& node, LayoutReading& reading, Layout* layout);

/// `control_total` of a layout, or of a file of a dossier (layout_controls.cc).
std::vector<ControlTotal> ReadControlTotals(const YamlNode& node, LayoutReading& reading);

/// Years that a layout may name.
inline constexpr std::int16_t kFirstYear = 1800;
inline constexpr std::int16_t kLastYear = 2200;

}  // namespace tranche

#endif  // TRANCHE_ENGINE_LAYOUT_LAYOUT_READING_H_
