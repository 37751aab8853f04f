#include "futurestape.h"

#include "marketcalendar.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QStringView monthLetters = u"FGHJKMNQUVXZ";

/// Equity indices end on the third Friday; on the day before when that is a holiday.
QDate thirdFriday(int year, int month, const MarketCalendar &calendar)
{
    const QDate first(year, month, 1);
    const int untilFriday = (Qt::Friday - first.dayOfWeek() + 7) % 7;
    const QDate friday = first.addDays(untilFriday + 14);
    return calendar.isTradingDay(friday) ? friday : calendar.previousTradingDay(friday);
}

/// Metals end on the third last trading day of the delivery month.
QDate thirdLastDay(int year, int month, const MarketCalendar &calendar)
{
    QDate date = QDate(year, month, 1).addMonths(1);
    for (int back = 0; back < 3; ++back)
        date = calendar.previousTradingDay(date);
    return date;
}

} // namespace

const std::vector<SandboxProduct> &sandboxProducts()
{
    static const std::vector<SandboxProduct> products {
        { .code = u"ES"_s,
          .venue = u"XCME"_s,
          .months = u"HMUZ"_s,
          .rollDays = 8,
          .listedMonths = 15,
          .carry = 0.031,
          .dailyVolume = 1.4e6,
          .dailyPrints = 300e3 },
        { .code = u"GC"_s,
          .venue = u"XCEC"_s,
          .months = u"GJMQVZ"_s,
          .rollDays = 30,
          .listedMonths = 20,
          .carry = 0.042,
          .dailyVolume = 190e3,
          .dailyPrints = 95e3 },
    };
    return products;
}

std::vector<SandboxContract> sandboxContracts(int firstYear, int lastYear)
{
    const MarketCalendar calendar;
    std::vector<SandboxContract> contracts;
    for (std::size_t number = 0; number < sandboxProducts().size(); ++number) {
        const SandboxProduct &product = sandboxProducts()[number];
        QDate tradedFrom;
        for (int year = firstYear; year <= lastYear; ++year) {
            for (const QChar letter : product.months) {
                const int month = static_cast<int>(monthLetters.indexOf(letter)) + 1;
                SandboxContract contract;
                contract.symbol = product.code + letter + QString::number(year % 10);
                contract.product = static_cast<int>(number);
                contract.lastTrade = product.code == "ES"_L1 ? thirdFriday(year, month, calendar)
                                                             : thirdLastDay(year, month, calendar);
                contract.firstTrade = contract.lastTrade.addMonths(-product.listedMonths);
                contract.tradedFrom = tradedFrom.isValid() ? tradedFrom : contract.firstTrade;
                tradedFrom = contract.lastTrade.addDays(-product.rollDays);
                contracts.push_back(contract);
            }
        }
    }
    return contracts;
}

} // namespace tapeline
