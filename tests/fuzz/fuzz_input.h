#ifndef TRANCHE_TESTS_FUZZ_FUZZ_INPUT_H_
#define TRANCHE_TESTS_FUZZ_FUZZ_INPUT_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/country.h"

/// What the fuzz targets share. An input is text in several parts, so that a person can read and
/// write it: a line `=== name` begins the part of that name; what stands before the first is
/// `book.yaml`.
namespace tranche {

struct InputPart {
  std::string name;
  std::string text;
};

std::vector<InputPart> PartsOf(const std::uint8_t* data, std::size_t size);

/// A folder for the files of one input at a time, in memory where the system has such a place.
/// Removed with the object.
class InputFolder {
 public:
  InputFolder();
  ~InputFolder();
  InputFolder(const InputFolder&) = delete;
  InputFolder& operator=(const InputFolder&) = delete;

  /// Replaces all files. Parts with a name that leads out of the folder are left out.
  void Fill(const std::vector<InputPart>& parts);
  std::string PathOf(std::string_view name) const { return path_ + "/" + std::string(name); }

 private:
  std::string path_;
};

/// Germany, Spain, Italy, Norway and the United Kingdom, with their languages.
const CountryTable& FuzzCountries();

/// Ends the process with `what` where `holds` is false: a finding for the fuzzer and a failed test
/// where a corpus is replayed.
void Require(bool holds, std::string_view what);

}  // namespace tranche

#endif  // TRANCHE_TESTS_FUZZ_FUZZ_INPUT_H_
