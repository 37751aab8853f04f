#include "unusualmodel.h"

#include "chainbook.h"
#include "easterntime.h"
#include "symboltext.h"
#include "tradetext.h"
#include "volatilitychange.h"

#include <QHash>
#include <QMetaEnum>

#include <algorithm>
#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array<TradeTableModel::ColumnLook, UnusualModel::ColumnCount> columns { {
    { .sample = "GOOGL 18 Dec 26 1,450 C", .isText = true, .isStrong = true },
    { .sample = "12.34" },
    { .sample = "12,345×" },
    { .sample = "123,456" },
    { .sample = "123,456", .rank = 4 },
    { .sample = "$12,345,678", .rank = 1 },
    { .sample = "100 % bought", .rank = 5, .isText = true },
    { .sample = "123.45", .rank = 7 },
    { .sample = "123.4 %", .rank = 3 },
    { .sample = "+12.3", .rank = 2 },
    { .sample = "90", .rank = 6 },
} };

constexpr double secondsPerYear = 365.0 * 24 * 60 * 60;

double yearsBetween(Timestamp from, Timestamp to)
{
    return std::chrono::duration<double>(to - from).count() / secondsPerYear;
}

/// In contracts that were traded; the middle of the quote while none was.
double priceOf(const ChainContract &contract)
{
    return contract.last.isZero() ? contract.mid() : contract.last.toDouble();
}

double volatilityOf(const ChainContract &contract)
{
    return contract.own    ? contract.own->volatility
        : contract.service ? contract.service->volatility
                           : 0;
}

} // namespace

struct UnusualModel::Candidate
{
    const ChainContract *contract;
    ContractActivity activity;
    UnusualActivity found;
};

UnusualModel::UnusualModel(const MarketCalendar &calendar, QObject *parent)
    : TradeTableModel(parent)
    , m_calendar(calendar)
{
}

// --- ranking ---------------------------------------------------------------------------------

std::vector<UnusualModel::Candidate> UnusualModel::candidates(const ChainBook &book) const
{
    std::vector<Candidate> all;
    std::vector<ContractActivity> activities;
    const QDate today = easterntime::date(book.asOf());
    for (const ChainExpiry &expiry : book.expiries()) {
        const int days = int(today.daysTo(expiry.day));
        if (days < 0 || days > m_rules.mostDays)
            continue;
        for (const ChainStrike &strike : book.strikes(expiry))
            for (const ChainContract *contract : { strike.call, strike.put }) {
                const double volume = contract ? contract->volume.toDouble() : 0;
                if (volume < m_rules.volume || volume <= 0)
                    continue;
                const double premium = volume * priceOf(*contract) * double(contract->multiplier);
                activities.push_back({ volume, contract->openInterest, premium, days });
                all.push_back({ contract, activities.back(), {} });
            }
    }
    std::vector<Candidate> ranked;
    for (const RankedActivity &place : rankUnusual(activities, m_rules, mostRows)) {
        ranked.push_back(all[place.index]);
        ranked.back().found = place.activity;
    }
    return ranked;
}

void UnusualModel::read(const ChainBook &book)
{
    std::vector<UnusualContract> &found = m_found[book.underlying()];
    found.clear();
    for (const Candidate &candidate : candidates(book))
        found.push_back(described(book, candidate));
    merge();
}

void UnusualModel::keepOnly(const QStringList &underlyings)
{
    std::erase_if(m_found,
                  [&underlyings](const auto &own) { return !underlyings.contains(own.first); });
    merge();
}

/// The most unusual of all chains. Rows that stay keep their place, so that what is chosen stays
/// chosen; views sort by score.
void UnusualModel::merge()
{
    std::vector<const UnusualContract *> all;
    for (const auto &[underlying, found] : m_found)
        for (const UnusualContract &contract : found)
            all.push_back(&contract);
    std::ranges::stable_sort(all, std::greater<>(), [](const UnusualContract *contract) {
        return contract->activity.score;
    });
    all.resize(std::min(all.size(), mostRows));
    QHash<QString, const UnusualContract *> fresh;
    for (const UnusualContract *contract : all)
        fresh.insert(contract->symbol, contract);
    for (int row = rowCount(); row-- > 0;) {
        UnusualContract &own = m_contracts[std::size_t(row)];
        if (const UnusualContract *found = fresh.take(own.symbol)) {
            own = *found;
            continue;
        }
        beginRemoveRows({}, row, row);
        m_contracts.erase(m_contracts.begin() + row);
        endRemoveRows();
    }
    rowsChanged(0, rowCount() - 1);
    if (fresh.isEmpty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + int(fresh.size()) - 1);
    for (const UnusualContract *contract : all)
        if (fresh.contains(contract->symbol))
            m_contracts.push_back(*contract);
    endInsertRows();
}

UnusualContract UnusualModel::described(const ChainBook &book, const Candidate &candidate) const
{
    const ChainContract &contract = *candidate.contract;
    UnusualContract row;
    row.symbol = contract.symbol;
    row.terms = contract.terms;
    row.activity = candidate.found;
    row.volume = candidate.activity.volume;
    row.openInterest = candidate.activity.openInterest;
    row.premium = candidate.activity.premium;
    row.days = candidate.activity.daysToExpiry;
    row.last = contract.last;
    row.volatility = volatilityOf(contract);
    row.volatilityChange = changeOf(book, contract);
    if (m_sources.sides)
        row.sides = m_sources.sides(contract.symbol);
    return row;
}

/// From the closing prices of contract and underlying the day before to those of now.
std::optional<double> UnusualModel::changeOf(const ChainBook &book,
                                             const ChainContract &contract) const
{
    const ExpiryAssumptions *assumptions
        = book.assumptions({ contract.terms.expiry, contract.root });
    const Price close
        = m_sources.previousClose ? m_sources.previousClose(book.underlying()) : Price();
    const auto session
        = m_calendar.session(m_calendar.previousTradingDay(easterntime::date(book.asOf())));
    if (!assumptions || !session || close.isZero() || contract.previousClose.isZero())
        return std::nullopt;
    const auto priced = [&](Price spot, Timestamp at, double price) {
        OptionInputs inputs;
        inputs.right = contract.terms.right;
        inputs.spot = spot.toDouble();
        inputs.strike = contract.terms.strike.toDouble();
        inputs.years = yearsBetween(at, assumptions->ends);
        inputs.rate = assumptions->rate;
        inputs.yield = assumptions->yield;
        return PricedContract { inputs, price };
    };
    const double now = contract.hasQuote() ? contract.mid() : contract.last.toDouble();
    return volatilityChange(priced(close, session->close, contract.previousClose.toDouble()),
                            priced(book.spot(), book.asOf(), now));
}

// --- the table -------------------------------------------------------------------------------

int UnusualModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_contracts.size());
}

std::span<const TradeTableModel::ColumnLook> UnusualModel::looks() const
{
    return columns;
}

QString UnusualModel::columnName(int column) const
{
    return QString::fromLatin1(QMetaEnum::fromType<Column>().valueToKey(column));
}

QString UnusualModel::title(int column) const
{
    switch (column) {
    case Symbol:
        return tr("Contract");
    case Score:
        //: Column: how unusual the day of a contract is
        return tr("Score");
    case Ratio:
        //: Column: the day's volume to open interest
        return tr("Vol/OI");
    case Volume:
        return tr("Volume");
    case OpenInterest:
        //: Column: open interest, as short as can be
        return tr("OI");
    case Premium:
        return tr("Premium");
    case Side:
        //: Column: whether a contract was rather bought or sold, of the prints that were seen
        return tr("Side seen");
    case Last:
        return tr("Last");
    case Volatility:
        //: Column: implied volatility, as short as can be
        return tr("IV");
    case VolatilityChange:
        //: Column: change of implied volatility, in points
        return tr("IV chg");
    case Days:
        //: Column: days to expiry, as short as can be
        return tr("Days");
    default:
        return {};
    }
}

QString UnusualModel::text(int row, int column) const
{
    const UnusualContract &contract = m_contracts[std::size_t(row)];
    const auto whole = [this](double number) { return locale().toString(number, 'f', 0); };
    switch (column) {
    case Symbol:
        return shortSymbolText(contract.symbol, locale());
    case Score:
        return locale().toString(contract.activity.score, 'f', 2);
    case Ratio:
        return locale().toString(contract.activity.ratio, 'f',
                                 contract.activity.ratio < 100 ? 1 : 0)
            + u'×';
    case Volume:
        return whole(contract.volume);
    case OpenInterest:
        return whole(contract.openInterest);
    case Premium:
        return locale().toCurrencyString(contract.premium, u"$"_s, 0);
    case Side:
        return sideText(contract);
    case Last:
        return contract.last.isZero() ? QString() : tradetext::price(contract.last, locale());
    case Volatility:
        return contract.volatility > 0
            ? locale().toString(contract.volatility * 100, 'f', 1) + u" %"_s
            : QString();
    case VolatilityChange: {
        const double points = contract.volatilityChange.value_or(0) * 100;
        return !contract.volatilityChange
            ? QString()
            : (points > 0.05 ? u"+"_s : QString()) + locale().toString(points, 'f', 1);
    }
    case Days:
        return whole(contract.days);
    default:
        return {};
    }
}

QString UnusualModel::sideText(const UnusualContract &contract) const
{
    const double sided = contract.sides.bought + contract.sides.sold;
    if (sided <= 0)
        return {};
    const double share = contract.sides.bought / sided;
    const auto percent
        = [this](double part) { return locale().toString(std::round(part * 100), 'f', 0); };
    //: Of the premium whose side is known; %1 is a number of per cent
    return share >= 0.5 ? tr("%1 % bought").arg(percent(share))
                        //: Of the premium whose side is known; %1 is a number of per cent
                        : tr("%1 % sold").arg(percent(1 - share));
}

QVariant UnusualModel::sortValue(const UnusualContract &contract, int column) const
{
    switch (column) {
    case Score:
        return contract.activity.score;
    case Ratio:
        return contract.activity.ratio;
    case Volume:
        return contract.volume;
    case OpenInterest:
        return contract.openInterest;
    case Premium:
        return contract.premium;
    case Side:
        return contract.sides.bought - contract.sides.sold;
    case Last:
        return contract.last.units();
    case Volatility:
        return contract.volatility;
    case VolatilityChange:
        return contract.volatilityChange.value_or(0);
    case Days:
        return double(contract.days);
    default:
        return contract.symbol;
    }
}

int UnusualModel::signOf(const UnusualContract &contract, int column) const
{
    const auto sign = [](double number) { return number > 0 ? 1 : number < 0 ? -1 : 0; };
    switch (column) {
    case Side:
        return sign(contract.sides.bought - contract.sides.sold);
    case VolatilityChange:
        return std::abs(contract.volatilityChange.value_or(0)) < 0.0005
            ? 0
            : sign(*contract.volatilityChange);
    default:
        return 0;
    }
}

QVariant UnusualModel::value(int row, int column, int role) const
{
    const UnusualContract &contract = m_contracts[std::size_t(row)];
    switch (role) {
    case SortRole:
        return sortValue(contract, column);
    case SymbolRole:
    case IdRole:
        return contract.symbol;
    case SignRole:
        return signOf(contract, column);
    case SearchRole:
        return QString(contract.symbol + u' ' + text(row, Symbol));
    default:
        return {};
    }
}

} // namespace tapeline
