#include "engine/layout/suspect_texts.h"

#include <algorithm>
#include <array>
#include <string>

#include "engine/base/fold.h"

namespace tranche {
namespace {

constexpr std::size_t kLabelBytes = 48;

// Words as people write them; folded before they are compared.
constexpr std::array<std::string_view, 53> kSumWords = {
    "total",    "grand total",  "subtotal",   "sub-total", "total général", "sous-total",
    "ensemble", "Summe",        "insgesamt",  "gesamt",    "Gesamtsumme",   "Zwischensumme",
    "totale",   "totali",       "subtotale",  "suma",      "suma total",    "soma",
    "totaal",   "subtotaal",    "eindtotaal", "i alt",     "totalt",        "sum",
    "summa",    "yhteensä",     "kokku",      "kopā",      "pavisam",       "iš viso",
    "razem",    "ogółem",       "celkem",     "úhrnem",    "spolu",         "celkom",
    "összesen", "mindösszesen", "общо",       "всичко",    "σύνολο",        "γενικό σύνολο",
    "ukupno",   "sveukupno",    "skupaj",     "вкупно",    "укупно",        "gjithsej",
    "toplam",   "genel toplam", "всього",     "разом",     "samtals"};

/// What may follow a word for a sum without a sum being meant.
constexpr std::array<std::string_view, 6> kNoSumBehind = {"defence",   "defense",  "forsvar",
                                                          "forsvaret", "forsvars", "quality"};

struct UnitWord {
  std::string_view word;
  std::int64_t unit;
};
constexpr std::int64_t kThousand = 1000;
constexpr std::int64_t kMillion = 1'000'000;
constexpr std::int64_t kBillion = 1'000'000'000;
constexpr std::array<UnitWord, 66> kUnitWords = {{
    {"thousand", kThousand},   {"thousands", kThousand},  {"000s", kThousand},
    {"Tsd", kThousand},        {"Tausend", kThousand},    {"TEUR", kThousand},
    {"T€", kThousand},         {"k€", kThousand},         {"milliers", kThousand},
    {"migliaia", kThousand},   {"miles de", kThousand},   {"milhares", kThousand},
    {"duizend", kThousand},    {"x1000", kThousand},      {"x 1000", kThousand},
    {"tusind", kThousand},     {"tusen", kThousand},      {"tusental", kThousand},
    {"tkr", kThousand},        {"tuhat", kThousand},      {"tuhansia", kThousand},
    {"tuhatta", kThousand},    {"tuhandetes", kThousand}, {"tūkst", kThousand},
    {"tūkstančių", kThousand}, {"tūkstošos", kThousand},  {"tys", kThousand},
    {"tis", kThousand},        {"tisíc", kThousand},      {"ezer", kThousand},
    {"mii lei", kThousand},    {"хил", kThousand},        {"χιλιάδες", kThousand},
    {"χιλ", kThousand},        {"tisoč", kThousand},      {"tisuća", kThousand},
    {"тис", kThousand},        {"тыс", kThousand},        {"hiljada", kThousand},
    {"bin TL", kThousand},     {"million", kMillion},     {"millions", kMillion},
    {"mio", kMillion},         {"Millionen", kMillion},   {"MEUR", kMillion},
    {"M€", kMillion},          {"millones", kMillion},    {"milioni", kMillion},
    {"milhões", kMillion},     {"miljoen", kMillion},     {"millioner", kMillion},
    {"mkr", kMillion},         {"miljoner", kMillion},    {"miljoonaa", kMillion},
    {"mln", kMillion},         {"mil Kč", kMillion},      {"millió", kMillion},
    {"εκατ", kMillion},        {"млн", kMillion},         {"milyon", kMillion},
    {"billion", kBillion},     {"billions", kBillion},    {"mrd", kBillion},
    {"Milliarden", kBillion},  {"mdkr", kBillion},        {"mld", kBillion},
}};

/// Folded words, with a blank at each end so that a search finds whole ones.
std::string Padded(std::string_view text) { return " " + Fold(text) + " "; }

bool IsDigitChar(char c) { return c >= '0' && c <= '9'; }
bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// The shape of a text: `0` for digits, `a` for letters, each run once; other bytes stay.
std::string ShapeOf(std::string_view text) {
  std::string shape;
  for (const char c : text) {
    const char kind = IsDigitChar(c) ? '0' : IsLetter(c) ? 'a' : c;
    if (shape.empty() || shape.back() != kind) shape += kind;
  }
  return shape;
}

}  // namespace

SumLabels::SumLabels() {
  for (const std::string_view word : kSumWords) words_.insert(arena_.Copy(Fold(word)));
}

bool SumLabels::Contain(std::string_view label) const {
  std::size_t end = std::min(label.size(), kLabelBytes);
  while (end < label.size() && (static_cast<unsigned char>(label[end]) & 0xC0) == 0x80) --end;
  const std::string text = Fold(label.substr(0, end));
  const std::string_view folded = text;
  const std::size_t one = std::min(folded.find(' '), folded.size());
  const std::size_t two = std::min(folded.find(' ', one + 1), folded.size());
  if (words_.contains(folded.substr(0, two))) return true;
  if (!words_.contains(folded.substr(0, one))) return false;
  const std::string_view next =
      one < two ? folded.substr(one + 1, two - one - 1) : std::string_view();
  return std::find(kNoSumBehind.begin(), kNoSumBehind.end(), next) == kNoSumBehind.end();
}

std::optional<std::int64_t> UnitNamedIn(std::string_view text) {
  const std::string padded = Padded(text);
  for (const UnitWord& entry : kUnitWords) {
    if (padded.find(Padded(entry.word)) != std::string::npos) return entry.unit;
  }
  return std::nullopt;
}

bool LooksConverted(std::string_view code) {
  const std::string shape = ShapeOf(code);
  if (shape == "0-a" || shape == "a-0" || shape == "0-a-0") {
    // `12-ab` may be a code; a month in its short form is a date.
    constexpr std::array<std::string_view, 16> kMonths = {"jan", "feb", "mar", "mär", "apr", "may",
                                                          "mai", "mag", "jun", "jul", "aug", "ago",
                                                          "sep", "oct", "okt", "dec"};
    const std::string folded = Padded(code);
    return std::any_of(kMonths.begin(), kMonths.end(), [&folded](std::string_view month) {
      return folded.find(Padded(month)) != std::string::npos;
    });
  }
  if (shape == "0-0-0 0:0:0" || shape == "0-0-0a0:0:0") return true;
  // An exponent with its sign, as no code has it.
  if (shape != "0a+0" && shape != "0.0a+0" && shape != "0,0a+0") return false;
  return code.find_first_of("Ee") == code.find('+') - 1;
}

}  // namespace tranche
