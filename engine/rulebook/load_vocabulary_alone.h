#ifndef TRANCHE_ENGINE_RULEBOOK_LOAD_VOCABULARY_ALONE_H_
#define TRANCHE_ENGINE_RULEBOOK_LOAD_VOCABULARY_ALONE_H_

#include <optional>
#include <string>

#include "engine/base/country.h"
#include "engine/base/diagnostic.h"
#include "engine/rulebook/rulebook.h"

namespace tranche {

/// What CheckVocabularyFiles reads, as a book of nothing but concepts and their words; nothing
/// where there is an error.
std::optional<Rulebook> LoadVocabularyAlone(const std::string& path, const CountryTable& countries,
                                            Diagnostics* diagnostics);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_RULEBOOK_LOAD_VOCABULARY_ALONE_H_
