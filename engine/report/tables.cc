#include "engine/report/tables.h"

#include <string_view>

#include "engine/report/breakdown.h"
#include "engine/report/csv_writer.h"

namespace tranche {
namespace {

CsvRow BeginRow(const LineGroup& group, std::string* csv) {
  CsvRow row(csv);
  row.Text(group.country.ToString()).Number(group.year).Text(PhaseName(group.phase));
  return row;
}

CsvRow BeginMoneyRow(const LineGroup& group, std::string* csv) {
  CsvRow row = BeginRow(group, csv);
  row.Text(group.currency.ToString());
  return row;
}

void AppendDropped(const std::string& file, std::string_view unit, std::string_view reason,
                   CurrencyCode currency, const CountedSum& sum, std::string* csv) {
  CsvRow row(csv);
  row.Text(file).Text(unit).Text(reason).Text(currency.ToString()).Count(sum.count).Money(sum.sum);
  row.End();
}

}  // namespace

std::string TotalsCsv(const ClassifyResult& result) {
  std::string csv = "country,year,phase,currency,bucket,lines,amount,gdp,percent_of_gdp\n";
  for (const GroupResult& group : result.groups) {
    for (const MoneyRow& money : BucketRows(*result.rulebook, group)) {
      CsvRow row = BeginMoneyRow(group.totals.group, &csv);
      row.Text(money.bucket).Count(money.lines).Money(money.amount);
      if (group.gdp) {
        row.Money(group.gdp->amount);
      } else {
        row.Empty();
      }
      row.Text(money.percent_of_gdp).End();
    }
  }
  return csv;
}

std::string ItemsCsv(const ClassifyResult& result) {
  std::string csv = "country,year,phase,currency,item,area,bucket,lines,amount,percent_of_gdp\n";
  for (const GroupResult& group : result.groups) {
    for (const MoneyRow& money : ItemRows(*result.rulebook, group)) {
      CsvRow row = BeginMoneyRow(group.totals.group, &csv);
      row.Text(money.item).Text(money.area).Text(money.bucket).Count(money.lines);
      row.Money(money.amount).Text(money.percent_of_gdp).End();
    }
  }
  return csv;
}

std::string RulesCsv(const ClassifyResult& result) {
  std::string csv = "country,year,phase,currency,rule,item,bucket,lines,amount,percent_of_gdp\n";
  for (const GroupResult& group : result.groups) {
    for (const MoneyRow& money : RuleRows(*result.rulebook, group)) {
      CsvRow row = BeginMoneyRow(group.totals.group, &csv);
      row.Text(money.rule).Text(money.item).Text(money.bucket).Count(money.lines);
      row.Money(money.amount).Text(money.percent_of_gdp).End();
    }
  }
  return csv;
}

std::string TargetsCsv(const ClassifyResult& result) {
  std::string csv =
      "country,year,phase,target,percent_of_gdp,counted_percent,required_percent,gap_percent,"
      "gap_amount,met,low_percent,high_percent\n";
  for (const GroupResult& group : result.groups) {
    for (const TargetRow& target : TargetRows(*result.rulebook, group)) {
      CsvRow row = BeginRow(group.totals.group, &csv);
      row.Text(target.target).Text(target.percent_of_gdp).Text(target.counted_percent);
      row.Text(target.required_percent).Text(target.gap_percent).Text(target.gap_amount);
      row.Text(!target.met ? "" : *target.met ? "yes" : "no");
      row.Text(target.low_percent).Text(target.high_percent).End();
    }
  }
  return csv;
}

std::string DroppedCsv(const ClassifyResult& result) {
  std::string csv = "file,unit,reason,currency,count,amount\n";
  for (const FileResult& file : result.files) {
    for (const auto& [key, sum] : file.account.rows_dropped) {
      AppendDropped(file.name, "rows", key.first, key.second, sum, &csv);
    }
    for (const auto& [key, sum] : file.account.cells_dropped) {
      AppendDropped(file.name, "cells", key.first, key.second, sum, &csv);
    }
    const ReadSums read = SumsRead(result, file.account);
    for (const auto& [currency, sum] : read.not_asked) {
      AppendDropped(file.name, "lines", "year or phase not asked for", currency, sum, &csv);
    }
  }
  return csv;
}

}  // namespace tranche
