#pragma once

#include "companyfacts.h"
#include "factsmodel.h"
#include "marketcalendar.h"

#include <vector>

namespace tapeline {

/// Facts about companies in words, by the locale: headers and rows of their tables, and the figures
/// of a profile.
namespace companyrows {

using Rows = std::vector<FactsModel::Row>;

QStringList splitHeaders();
Rows rows(const std::vector<Split> &splits);
QStringList dividendHeaders();
Rows rows(const std::vector<Dividend> &dividends);
QStringList shortInterestHeaders();
Rows rows(const std::vector<ShortInterest> &interest);
QStringList earningsHeaders();
Rows rows(const std::vector<EarningsReport> &reports);
/// Index: of the item in the list. now: what "today" is.
QStringList newsHeaders();
Rows rows(const std::vector<NewsItem> &news, Timestamp now);

/// What lies ahead, by day: reports, ex-dividends, splits, and the exchange's holidays of the next
/// days.
struct Ahead
{
    std::vector<EarningsReport> reports;
    std::vector<Dividend> dividends;
    std::vector<Split> splits;
};
QStringList calendarHeaders();
Rows calendarRows(const Ahead &ahead, const MarketCalendar &calendar, QDate today, int days);

/// "10 for 1".
QString splitText(const Split &split);
/// "0.26 USD", with no more digits than there are.
QString dividendText(const Dividend &dividend);
/// "Q2 2026: 1.74 against 1.68 expected", or what is expected.
QString earningsText(const EarningsReport &report);
/// "8/13/26 09:05 ET": market times are Eastern.
QString easternText(Timestamp time);
/// "3.72 trillion": three figures and a word.
QString wordedNumber(double number);

} // namespace companyrows
} // namespace tapeline
