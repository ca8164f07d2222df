// A dossier and its parts.
#include <array>
#include <string_view>

#include "engine/layout/forms.h"

namespace tranche::form {
namespace {

using Kind = FormValue::Kind;
constexpr FormNeed kRequired = FormNeed::kRequired;
constexpr FormNeed kOptional = FormNeed::kOptional;

constexpr FormValue kDossierName{.kind = Kind::kPureText, .pattern = "^[a-z0-9]+(-[a-z0-9]+)*$"};
constexpr FormValue kYearNumber{.kind = Kind::kInteger, .from = 1800, .to = 2200};
constexpr FormValue kYearList{.kind = Kind::kList, .of = &kYearNumber};
constexpr std::array<const FormValue*, 2> kYearsChoices = {&kYearNumber, &kYearList};
constexpr FormValue kYears{.kind = Kind::kOneOf, .choices = kYearsChoices};
constexpr FormValue kPhaseList{.kind = Kind::kList, .of = &kPhaseName};
constexpr std::array<const FormValue*, 2> kPhasesChoices = {&kPhaseName, &kPhaseList};
constexpr FormValue kPhases{.kind = Kind::kOneOf, .choices = kPhasesChoices};

constexpr std::array<std::string_view, 2> kReplacesWords = {"by key", "all"};
constexpr FormValue kReplaces{.kind = Kind::kWord, .words = kReplacesWords};
constexpr FormValue kTrue{.kind = Kind::kTrueFalse};
constexpr auto kFileKeys = std::to_array<FormKey>({
    {"path", kRequired, &kFilledText, "The file; its path begins at the folder of the dossier."},
    {"phase", kOptional, &kPhaseName, "The phase of all its lines, whatever its layout says."},
    {"year", kOptional, &kYearNumber, "The budget year of its rows, whatever its layout says."},
    {"layout", kOptional, &kFilledText, "Its layout, where the header does not tell."},
    {"part", kOptional, &kFilledText,
     "The part of the budget that it holds, such as a fund: its money stands beside that of other "
     "parts."},
    {"adds", kOptional, &kTrue, "true: its lines come on top of those of the files before it."},
    {"replaces", kOptional, &kReplaces,
     "by key: its lines take the place of those of the files before it that have the same key. "
     "all: it takes the place of these files."},
    {"repeats", kOptional, &kTrue,
     "true: it may hold the same amounts as another file, and is no copy by mistake."},
    {"control_total", kOptional, &kControlTotalsValue,
     "Published totals that this file must add up to: one, by year, or a list."},
});
constexpr FormValue kFileMap{.kind = Kind::kMap, .form = &kDossierFile};
constexpr std::array<const FormValue*, 2> kFileChoices = {&kFilledText, &kFileMap};
constexpr FormValue kFile{.kind = Kind::kOneOf, .choices = kFileChoices};
constexpr FormValue kFiles{.kind = Kind::kList, .of = &kFile};

constexpr auto kNotLoadedKeys = std::to_array<FormKey>({
    {"part", kRequired, &kFilledText, "What is not loaded, such as an agency."},
    {"why", kRequired, &kFilledText, "Why it is not."},
});
constexpr FormValue kNotLoadedMap{.kind = Kind::kMap, .form = &kNotLoaded};
constexpr FormValue kNotLoadedList{.kind = Kind::kList, .of = &kNotLoadedMap, .may_be_empty = true};

constexpr auto kGdpKeys = std::to_array<FormKey>({
    {"file", kRequired, &kFilledText, "The table: country,year,currency,gdp,unit,source,edition."},
    {"edition", kOptional, &kFilledText,
     "Only the figures of this edition, where the table has several."},
});
constexpr FormValue kGdpMap{.kind = Kind::kMap, .form = &kDossierGdp};
constexpr std::array<const FormValue*, 2> kGdpChoices = {&kFilledText, &kGdpMap};
constexpr FormValue kGdp{.kind = Kind::kOneOf, .choices = kGdpChoices};

constexpr std::array<std::string_view, 2> kCoversWords = {"whole", "part"};
constexpr FormValue kCovers{.kind = Kind::kWord, .words = kCoversWords};

constexpr auto kDossierKeys = std::to_array<FormKey>({
    {"dossier", kRequired, &kDossierName, "Its name, in small letters with dashes."},
    {"format", kOptional, &kFormatOne, "1: the format of this file."},
    {"title", kOptional, &kAnyText, "What it is, for people."},
    {"year", kOptional, &kYears, "Only lines of this year, or of these."},
    {"phase", kOptional, &kPhases, "Only lines of this phase, or of these."},
    {"files", kRequired, &kFiles, "The files that make up the figure, in order."},
    {"not_loaded", kOptional, &kNotLoadedList,
     "What belongs to the figure and is in no file: printed with the result."},
    {"covers", kOptional, &kCovers,
     "part: the files hold only a part of the budget, so their total is not held against GDP."},
    {"gdp", kOptional, &kGdp, "The table of gross domestic product."},
    {"rules", kOptional, &kFilledText, "The rulebook."},
    {"decisions", kOptional, &kFilledText, "People's decisions on single lines."},
    {"corrections", kOptional, &kFilledText,
     "A table of cells that the files have wrong: file,key,column,read,use,why,who."},
});

}  // namespace

constexpr Form kDossierFile{.id = "dossier_file",
                            .what = "an entry of `files`",
                            .about = "A file of a dossier.",
                            .keys = kFileKeys};
constexpr Form kNotLoaded{.id = "not_loaded",
                          .what = "an entry of `not_loaded`",
                          .about = "What is in no file.",
                          .keys = kNotLoadedKeys};
constexpr Form kDossierGdp{.id = "gdp",
                           .what = "`gdp`",
                           .about = "The table of gross domestic product.",
                           .keys = kGdpKeys};
constexpr Form kDossier{.id = "dossier",
                        .what = "the dossier",
                        .about = "Which files make up a figure.",
                        .keys = kDossierKeys};

}  // namespace tranche::form
