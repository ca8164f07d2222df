#ifndef TRANCHE_ENGINE_REPORT_TABLES_H_
#define TRANCHE_ENGINE_REPORT_TABLES_H_

#include <string>

#include "engine/tally/result.h"

/// The tables of a run folder, as CSV (see csv_writer.h: UTF-8, LF, RFC 4180 quoting).
///
/// Results in, a string out: no files, no printing, any number of threads at once. Amounts carry
/// every significant decimal, in currency units; percents have three decimals, rounded half-even,
/// and are empty where there is no GDP. Rows come by country, year, phase and currency.
namespace tranche {

/// `country,year,phase,currency,bucket,lines,amount,gdp,percent_of_gdp`: the book's buckets in its
/// order, then `undecided`, `netted` and `total`, which is the sum of all rows above it. (A line
/// that is split counts in each of its buckets, and once in the total.)
std::string TotalsCsv(const ClassifyResult& result);

/// `country,year,phase,currency,item,area,bucket,lines,amount,percent_of_gdp`. Rules that name an
/// outcome themselves stand as `(rule <id>)`, lines that no rule recognises as `(otherwise)`.
/// `area` is empty where the row's bucket does not have it, so that sums by area hold no excluded
/// money.
std::string ItemsCsv(const ClassifyResult& result);

/// `country,year,phase,currency,rule,item,bucket,lines,amount,percent_of_gdp`.
std::string RulesCsv(const ClassifyResult& result);

/// `country,year,phase,target,percent_of_gdp,counted_percent,required_percent,gap_percent,
/// gap_amount,met,low_percent,high_percent`. Gaps are what is missing: negative where a target is
/// exceeded. `met` is `yes` or `no`, and empty for ceilings (`up_to`).
std::string TargetsCsv(const ClassifyResult& result);

/// `file,unit,reason,currency,count,amount`: everything that was read and is in no total. `unit` is
/// `rows` (dropped by the layout), `cells` (amount columns that make no line) or `lines` (of years
/// and phases that the run was not asked for). Rejected rows are in rejected.csv.
std::string DroppedCsv(const ClassifyResult& result);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_REPORT_TABLES_H_
