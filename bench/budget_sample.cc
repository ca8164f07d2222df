#include "bench/budget_sample.h"

#include <algorithm>
#include <array>
#include <bit>
#include <span>

#include "bench/budget_words.h"

namespace tranche {
namespace {

struct SampleCountry {
  std::string_view code;
  std::string_view currency;
  const BudgetWords& (*words)();
};

constexpr std::array<SampleCountry, 5> kCountries = {{{"DEU", "EUR", GermanWords},
                                                      {"ITA", "EUR", ItalianWords},
                                                      {"ESP", "EUR", SpanishWords},
                                                      {"GBR", "GBP", EnglishWords},
                                                      {"USA", "USD", EnglishWords}}};
constexpr std::array<std::string_view, 3> kPhases = {"draft", "adopted", "outturn"};
constexpr std::uint32_t kFirstYear = 2015;
constexpr std::uint32_t kYears = 11;
constexpr std::array<std::string_view, 6> kNatures = {"pay",     "goods",    "transfer",
                                                      "capital", "interest", "loan"};
constexpr std::array<std::string_view, 7> kFunctions = {"09.1", "07.3", "04.5", "02.1",
                                                        "01.1", "03.1", "04.2"};
constexpr std::uint64_t kSections = kCountries.size() * kYears * kPhases.size();
/// Bytes of table per possible item of a country: gives some 200,000 distinct ones in 1 GB.
constexpr std::uint64_t kBytesPerItem = 24'000;

/// The finishing step of splitmix64: spreads the bits of a counter.
std::uint64_t Mix(std::uint64_t x) {
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
  return x ^ (x >> 31);
}

/// Takes digits of a number in changing bases: independent choices from one hash.
class Choices {
 public:
  explicit Choices(std::uint64_t bits) : bits_(bits) {}
  std::uint64_t Below(std::uint64_t bound) {
    const std::uint64_t choice = bits_ % bound;
    bits_ /= bound;
    return choice;
  }
  std::string_view Of(std::span<const std::string_view> words) {
    return words[static_cast<std::size_t>(Below(words.size()))];
  }

 private:
  std::uint64_t bits_;
};

}  // namespace

BudgetSample::BudgetSample(std::uint64_t size_bytes, std::uint64_t seed, Shape shape)
    : size_bytes_(size_bytes),
      state_(Mix(seed)),
      shape_(shape),
      item_octaves_(std::bit_width(std::max<std::uint64_t>(size_bytes / kBytesPerItem, 256))),
      written_bytes_(Header().size()) {}

std::string_view BudgetSample::Header() {
  return "country,year,phase,currency,amount,key,description,parents,nature,cofog\n";
}

std::uint64_t BudgetSample::Draw() {
  state_ += 0x9E3779B97F4A7C15u;
  return Mix(state_);
}

std::uint64_t BudgetSample::DrawBelow(std::uint64_t bound) { return Draw() % bound; }

/// Zipf's law in steps: every doubling of rank is as likely as any other.
std::uint64_t BudgetSample::DrawItem() {
  const std::uint64_t first = std::uint64_t{1} << DrawBelow(item_octaves_);
  const std::uint64_t item = first + DrawBelow(first);
  const std::uint64_t limit = std::max<std::uint64_t>(size_bytes_ / kBytesPerItem, 256);
  return item < limit ? item : item % limit;
}

void BudgetSample::NextGroup() {
  std::uint64_t place = written_bytes_ * kSections / (size_bytes_ + 1);
  if (shape_ == Shape::kShuffled) place = DrawBelow(kSections);
  place = std::min(place, kSections - 1);
  group_.phase = static_cast<std::uint32_t>(place % kPhases.size());
  group_.year = static_cast<std::uint32_t>(place / kPhases.size() % kYears);
  group_.country = static_cast<std::uint32_t>(place / kPhases.size() / kYears);
}

bool BudgetSample::AppendRow(std::string* text) {
  if (written_bytes_ >= size_bytes_) return false;
  const std::size_t before = text->size();
  NextGroup();
  const SampleCountry& country = kCountries[group_.country];
  text->append(country.code).append(",");
  text->append(std::to_string(kFirstYear + group_.year)).append(",");
  text->append(kPhases[group_.phase]).append(",");
  text->append(country.currency).append(",");
  AppendAmount(text);
  AppendItem(DrawItem(), text);
  ++rows_;
  written_bytes_ += text->size() - before;
  return true;
}

/// Whole units mostly, two decimals now and then, some negative, a few empty.
void BudgetSample::AppendAmount(std::string* text) {
  Choices choices(Draw());
  const std::uint64_t kind = choices.Below(256);
  if (kind != 0) {
    std::uint64_t scale = 1000;
    for (std::uint64_t i = choices.Below(7); i > 0; --i) scale *= 10;
    if (kind < 10) text->append("-");
    text->append(std::to_string(DrawBelow(scale)));
    if (kind >= 240) {
      text->append(".");
      text->append(1, static_cast<char>('0' + choices.Below(10)));
      text->append(1, static_cast<char>('0' + choices.Below(10)));
    }
  }
  text->append(",");
}

/// Key to code; everything of an item follows from its number, so it comes back word for word.
void BudgetSample::AppendItem(std::uint64_t item, std::string* text) {
  const BudgetWords& words = kCountries[group_.country].words();
  Choices choices(Mix(item * 0x9E3779B97F4A7C15u + group_.country));
  const std::size_t ministry = static_cast<std::size_t>(choices.Below(words.ministries.size()));
  const bool is_defence = ministry == 3;
  const bool is_security = is_defence || choices.Below(16) == 0;
  const std::uint64_t style = choices.Below(8);
  text->append(std::to_string(100000 + item)).append(",");
  if (style < 3) text->append("\"");
  text->append(choices.Of(words.activities)).append(" ").append(words.link).append(" ");
  text->append(choices.Of(is_security ? words.security_objects : words.objects));
  text->append(style < 3 ? ", " : " ");
  text->append(choices.Of(words.places)).append(" ").append(words.region).append(" ");
  text->append(std::to_string(item % 9973));
  if (shape_ == Shape::kUnique) text->append(" ").append(std::to_string(rows_));
  if (style == 0) text->append(" (\"\"").append(words.activities[0]).append("\"\")");
  text->append(style < 3 ? "\"," : ",");
  text->append(words.ministries[ministry]).append(",");
  text->append(choices.Of(kNatures)).append(",");
  text->append(kFunctions[ministry]).append(".");
  text->append(1, static_cast<char>('0' + choices.Below(6))).append("\n");
}

}  // namespace tranche
