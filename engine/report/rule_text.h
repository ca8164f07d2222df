#ifndef TRANCHE_ENGINE_REPORT_RULE_TEXT_H_
#define TRANCHE_ENGINE_REPORT_RULE_TEXT_H_

#include <cstdint>
#include <string>

#include "engine/match/explain.h"
#include "engine/rulebook/rulebook.h"

/// Pieces of explanations that text and JSON say alike. Pure functions, thread-safe.
namespace tranche {

/// What a rule of the book would make of a line of `year`: `roads: broader-security 25 %, …`.
std::string RuleOutcomeText(const Rulebook& book, RuleId rule, std::int16_t year);

/// `"Rheinbrücke" in description: bridge (*brücke*)`.
std::string ProofText(const Evidence& evidence);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_REPORT_RULE_TEXT_H_
