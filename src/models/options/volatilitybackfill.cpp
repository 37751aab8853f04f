#include "volatilitybackfill.h"

#include "impliedvolatility.h"
#include "symbology.h"
#include "termstructure.h"

#include <algorithm>
#include <cmath>

namespace tapeline {

namespace {

/// How far from the money a contract may be to tell the volatility there.
constexpr double farthest = 0.04;
/// Ends nearer than this tell little.
constexpr int fewestDays = 5;
constexpr double daysPerYear = 365;

/// The first that ends at least so many days after one.
QDate monthlyAfter(QDate day, int days, const MarketCalendar &calendar)
{
    const QDate earliest = day.addDays(days);
    QDate month(earliest.year(), earliest.month(), 1);
    QDate end = volatilitybackfill::monthly(month.year(), month.month(), calendar);
    if (end < earliest) {
        month = month.addMonths(1);
        end = volatilitybackfill::monthly(month.year(), month.month(), calendar);
    }
    return end;
}

/// The expirations around 30 days after a day.
std::pair<QDate, QDate> around(QDate day, const MarketCalendar &calendar)
{
    const QDate next = monthlyAfter(day, int(termstructure::standardDays), calendar);
    const QDate month = QDate(next.year(), next.month(), 1).addMonths(-1);
    return { volatilitybackfill::monthly(month.year(), month.month(), calendar), next };
}

QString symbolOf(const QString &root, QDate end, OptionRight right, Price strike)
{
    return symbology::formatOption({ root, end, right == OptionRight::Call, strike })
        .value_or(QString());
}

/// The closes of the last year.
std::vector<std::pair<QDate, double>> lastYear(const DailyCloses &closes)
{
    std::vector<std::pair<QDate, double>> days(closes.begin(), closes.end());
    if (days.size() > volatilitybackfill::yearOfDays)
        days.erase(days.begin(), days.end() - volatilitybackfill::yearOfDays);
    return days;
}

/// The two sides of a contract's strike.
struct Pair
{
    const DailyCloses *call = nullptr;
    const DailyCloses *put = nullptr;
};
using Strikes = std::map<double, Pair>;

std::map<QDate, Strikes> byExpiration(const QHash<QString, DailyCloses> &contracts)
{
    std::map<QDate, Strikes> expirations;
    for (auto own = contracts.cbegin(); own != contracts.cend(); ++own)
        if (const auto terms = symbology::parseOption(own.key())) {
            Pair &pair = expirations[terms->expiration][terms->strike.toDouble()];
            (terms->call ? pair.call : pair.put) = &*own;
        }
    return expirations;
}

std::optional<double> closeOn(const DailyCloses *closes, QDate day)
{
    if (!closes)
        return std::nullopt;
    const auto found = closes->find(day);
    return found != closes->end() && found->second > 0 ? std::optional(found->second)
                                                       : std::nullopt;
}

std::optional<double> impliedOn(const Pair &pair, QDate day, OptionInputs inputs)
{
    double sum = 0;
    for (const OptionRight right : { OptionRight::Call, OptionRight::Put }) {
        const auto price = closeOn(right == OptionRight::Call ? pair.call : pair.put, day);
        inputs.right = right;
        const auto implied = price ? impliedvolatility::european(inputs, *price)
                                   : Result<ImpliedVolatility>(Error { Error::Code::NotFound, {} });
        if (!implied || implied->status != ImpliedStatus::Ok)
            return std::nullopt;
        sum += implied->volatility;
    }
    return sum / 2;
}

/// Of the strike nearest to the money that both sides were traded at.
std::optional<TermPoint> pointOn(const Strikes &strikes, QDate end, QDate day, double spot,
                                 const volatilitybackfill::Carry &carry)
{
    const auto days = double(day.daysTo(end));
    OptionInputs inputs;
    inputs.spot = spot;
    inputs.years = days / daysPerYear;
    inputs.rate = carry.rate;
    inputs.yield = carry.yield;
    std::optional<TermPoint> best;
    double least = farthest;
    for (const auto &[strike, pair] : strikes) {
        inputs.strike = strike;
        const double away = std::abs(std::log(strike / spot));
        if (away >= least)
            continue;
        if (const auto volatility = impliedOn(pair, day, inputs)) {
            least = away;
            best = TermPoint { days, *volatility };
        }
    }
    return best;
}

} // namespace

QDate volatilitybackfill::monthly(int year, int month, const MarketCalendar &calendar)
{
    const QDate first(year, month, 1);
    const int untilFriday = (Qt::Friday - first.dayOfWeek() + 7) % 7;
    const QDate third = first.addDays(untilFriday + 14);
    return calendar.isTradingDay(third) ? third : calendar.previousTradingDay(third);
}

Price volatilitybackfill::commonStrike(double price)
{
    const double step = price < 50 ? 1
        : price < 500              ? 5
        : price < 1'000            ? 10
        : price < 2'500            ? 25
                                   : 50;
    return Price::fromDouble(std::max(step, std::round(price / step) * step));
}

QStringList volatilitybackfill::contracts(const QString &root, const DailyCloses &closes,
                                          const MarketCalendar &calendar)
{
    std::map<QDate, std::map<Price, bool>> wanted;
    for (const auto &[day, close] : lastYear(closes)) {
        const auto [front, next] = around(day, calendar);
        for (const QDate end : { front, next })
            if (close > 0 && day.daysTo(end) >= fewestDays)
                wanted[end][commonStrike(close)] = true;
    }
    QStringList symbols;
    for (const auto &[end, strikes] : wanted)
        for (const auto &[strike, isWanted] : strikes)
            for (const OptionRight right : { OptionRight::Call, OptionRight::Put })
                symbols.append(symbolOf(root, end, right, strike));
    symbols.removeAll(QString());
    return symbols;
}

std::vector<DailyVolatility>
volatilitybackfill::volatilities(const DailyCloses &closes,
                                 const QHash<QString, DailyCloses> &contracts, const Carry &carry,
                                 const MarketCalendar &calendar)
{
    const std::map<QDate, Strikes> expirations = byExpiration(contracts);
    std::vector<DailyVolatility> found;
    for (const auto &[day, close] : lastYear(closes)) {
        std::vector<TermPoint> points;
        const auto [front, next] = around(day, calendar);
        for (const QDate end : { front, next }) {
            const auto strikes = expirations.find(end);
            if (strikes == expirations.end() || day.daysTo(end) < fewestDays || close <= 0)
                continue;
            if (const auto point = pointOn(strikes->second, end, day, close, carry))
                points.push_back(*point);
        }
        const auto month = termstructure::constantMaturity(points);
        // With one side alone the other's expiration is too near to say anything
        const bool isEnough
            = points.size() == 2 || (points.size() == 1 && day.daysTo(front) < fewestDays);
        if (month && isEnough)
            found.push_back({ day, month->volatility });
    }
    return found;
}

} // namespace tapeline
