#include "regulatoryfees.h"

#include "easterntime.h"
#include "wideinteger.h"

#include <algorithm>
#include <array>

namespace tapeline {

namespace {

/// From a day on, until the next row.
struct SaleFees
{
    int from; ///< yyyymmdd
    qint64 perMillionCents; ///< section 31: dollars * 100 a million of proceeds
    qint64 shareMicros; ///< trading activity fee, dollars * 1e6 a share
    qint64 shareCapMicros; ///< a trade
    qint64 contractMicros; ///< trading activity fee of options
};

/// SEC fee rate advisories; FINRA By-Laws, Schedule A, section 1.
constexpr std::array saleFees {
    SaleFees { 20200218, 2210, 119, 5'950'000, 2000 },
    SaleFees { 20210225, 510, 119, 5'950'000, 2000 },
    SaleFees { 20220101, 510, 130, 6'490'000, 2180 },
    SaleFees { 20220514, 2290, 130, 6'490'000, 2180 },
    SaleFees { 20230101, 2290, 145, 7'270'000, 2440 },
    SaleFees { 20230227, 800, 145, 7'270'000, 2440 },
    SaleFees { 20240101, 800, 166, 8'300'000, 2790 },
    SaleFees { 20240522, 2780, 166, 8'300'000, 2790 },
    SaleFees { 20250514, 0, 166, 8'300'000, 2790 },
    SaleFees { 20260101, 0, 195, 9'790'000, 3290 },
};
constexpr int coveredUntil = 20270101;

const SaleFees *feesAt(Timestamp at)
{
    const QDate date = easterntime::date(at);
    const int day = date.year() * 10'000 + date.month() * 100 + date.day();
    const auto next = std::ranges::upper_bound(saleFees, day, {}, &SaleFees::from);
    if (day >= coveredUntil || next == saleFees.begin())
        return nullptr;
    return &*std::prev(next);
}

Money perUnit(qint64 micros, Qty qty)
{
    return Money::fromUnits(multiplyDivide(micros, qty.units(), Qty::unitsPerOne).value_or(0));
}

} // namespace

Money regulatoryFee(const Instrument &instrument, Side side, Qty qty, Money value, Timestamp at)
{
    const bool stock = instrument.assetClass == AssetClass::Stocks;
    const SaleFees *fees = feesAt(at);
    if (side == Side::Buy || !fees || (!stock && instrument.assetClass != AssetClass::Options))
        return {};
    const Money section31 = Money::fromUnits(
        multiplyDivide(value.units(), fees->perMillionCents, 100'000'000).value_or(0));
    const Money cap = Money::fromUnits(fees->shareCapMicros);
    const Money activity = stock ? std::min(perUnit(fees->shareMicros, qty), cap)
                                 : perUnit(fees->contractMicros, qty);
    return section31 + activity;
}

} // namespace tapeline
