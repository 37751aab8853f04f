#include "positionsmodel.h"

#include "easterntime.h"
#include "heldstructures.h"
#include "instrument.h"
#include "symboltext.h"
#include "tradedesk.h"
#include "tradetext.h"

#include <QMetaEnum>

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array<TradeTableModel::ColumnLook, PositionsModel::ColumnCount> columns { {
    { .sample = "GOOGL 88", .isText = true, .isStrong = true, .takesRest = true },
    { .sample = "-10,000" },
    { .sample = "0,000.0000", .rank = 2 },
    { .sample = "00,000.00", .rank = 3 },
    { .sample = "-000,000.00", .rank = 5 },
    { .sample = "+00,000.00" },
    { .sample = "+00.00 %", .rank = 4 },
    { .sample = "10,000", .rank = 1 },
    { .sample = "Covered call", .rank = 7, .isText = true },
    { .sample = "365 d", .rank = 6 },
    { .sample = "10.0 % out", .rank = 8 },
    { .sample = "" },
} };

Qty sizeOf(const PositionRow &position)
{
    return position.qty < Qty() ? -position.qty : position.qty;
}

/// "SPY", of an option its underlying.
QString underlyingOf(const QString &symbol)
{
    const Result<Instrument> instrument = instrumentFromSymbol(symbol);
    return instrument && instrument->option ? instrument->option->underlying : symbol;
}

/// Against the price of its underlying; nothing while that is not known.
std::optional<double> moneynessOf(const OptionTerms &terms, const InstrumentSnapshot *seen)
{
    const double price = seen ? seen->last.toDouble() : 0;
    if (price <= 0)
        return std::nullopt;
    const double distance = price - terms.strike.toDouble();
    return (terms.right == OptionRight::Call ? distance : -distance) / price;
}

template<typename Decimal> int signOf(Decimal value)
{
    return value > Decimal() ? 1 : value < Decimal() ? -1 : 0;
}

} // namespace

std::optional<double> openShare(const PositionRow &position)
{
    if (position.cost.isZero())
        return std::nullopt;
    return position.unrealized.toDouble() / std::abs(position.cost.toDouble());
}

PositionsModel::PositionsModel(TradeDesk &desk, QObject *parent)
    : TradeTableModel(parent)
    , m_desk(desk)
    , m_rows(wanted())
{
    connect(&desk, &TradeDesk::accountChosen, this, &PositionsModel::restart);
    connect(&desk, &TradeDesk::accountsChanged, this, &PositionsModel::update);
}

int PositionsModel::rowOf(const QString &symbol) const
{
    const auto found = std::ranges::find_if(
        m_rows, [&](const Row &row) { return row.position.symbol == symbol; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

std::vector<PositionsModel::Row> PositionsModel::wanted() const
{
    std::vector<Row> rows;
    const PaperAccountView *account = m_desk.account();
    if (!account)
        return rows;
    const std::vector<HeldStructure> structures = heldstructures::of(*account);
    for (const PositionRow &position : account->positions) {
        Row row { position, sizeOf(position) - tradeplans::unprotected(*account, position.symbol) };
        row.strategy = position.strategy;
        for (const HeldStructure &structure : structures)
            if (structure.has(position.symbol))
                row.strategy = structure.name();
        const Result<Instrument> instrument = instrumentFromSymbol(position.symbol);
        if (instrument && instrument->option) {
            const InstrumentSnapshot *own = m_desk.market(position.symbol);
            const InstrumentSnapshot *seen = m_desk.market(instrument->option->underlying);
            const Timestamp now
                = std::max(own ? own->time : Timestamp(), seen ? seen->time : Timestamp());
            if (now > Timestamp())
                row.days = int(easterntime::date(now).daysTo(instrument->option->expiry));
            row.moneyness = moneynessOf(*instrument->option, seen);
        }
        rows.push_back(row);
    }
    return rows;
}

void PositionsModel::restart()
{
    beginResetModel();
    m_rows = wanted();
    endResetModel();
}

void PositionsModel::update()
{
    std::vector<Row> now = wanted();
    const auto in = [](const std::vector<Row> &rows, const QString &symbol) {
        return std::ranges::find_if(rows,
                                    [&](const Row &row) { return row.position.symbol == symbol; });
    };
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (in(now, m_rows[std::size_t(row)].position.symbol) != now.end())
            continue;
        beginRemoveRows({}, row, row);
        m_rows.erase(m_rows.begin() + row);
        endRemoveRows();
    }
    for (Row &row : now) {
        const auto known = in(m_rows, row.position.symbol);
        const int at = int(known - m_rows.cbegin());
        if (known == m_rows.cend()) {
            beginInsertRows({}, at, at);
            m_rows.push_back(std::move(row));
            endInsertRows();
        } else if (*known != row) {
            m_rows[std::size_t(at)] = std::move(row);
            rowsChanged(at, at);
        }
    }
}

int PositionsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

std::span<const TradeTableModel::ColumnLook> PositionsModel::looks() const
{
    return columns;
}

QString PositionsModel::columnName(int column) const
{
    return QString::fromLatin1(QMetaEnum::fromType<Column>().valueToKey(column));
}

QString PositionsModel::title(int column) const
{
    switch (column) {
    case Symbol:
        return tr("Symbol");
    case Quantity:
        return tr("Quantity");
    case Average:
        return tr("Average");
    case Mark:
        return tr("Mark");
    case Value:
        return tr("Value");
    case OpenProfit:
        return tr("Open P/L");
    case OpenPercent:
        return tr("Open P/L %");
    case Protected:
        //: Column: how much of a position a stop would end
        return tr("With stop");
    case Strategy:
        return tr("Strategy");
    case DaysLeft:
        //: Column: days to the expiry of an option
        return tr("Expires");
    case Moneyness:
        return tr("Moneyness");
    default:
        return {};
    }
}

QString PositionsModel::text(int row, int column) const
{
    const auto &[position, covered, days, strategy, moneyness] = m_rows[std::size_t(row)];
    switch (column) {
    case Symbol:
        return shortSymbolText(position.symbol, locale());
    case Quantity:
        return tradetext::qty(position.qty, locale());
    case Average:
        return tradetext::average(position.average, locale());
    case Mark:
        return tradetext::price(position.mark, locale());
    case Value:
        return tradetext::money(position.value, locale());
    case OpenProfit:
        return tradetext::profit(position.unrealized, locale());
    case OpenPercent:
        if (const auto share = openShare(position))
            return tradetext::share(*share, locale());
        return {};
    case Protected:
        return covered.isZero() ? u"–"_s : tradetext::qty(covered, locale());
    case Strategy:
        return strategy;
    case DaysLeft:
        return days ? tr("%1 d").arg(locale().toString(*days)) : QString();
    case Moneyness:
        if (!moneyness)
            return {};
        return (*moneyness >= 0 ? tr("%1 % in") : tr("%1 % out"))
            .arg(locale().toString(std::abs(*moneyness) * 100, 'f', 1));
    default:
        return {};
    }
}

QVariant PositionsModel::sortValue(const Row &row, int column) const
{
    const PositionRow &position = row.position;
    switch (column) {
    case Quantity:
        return position.qty.units();
    case Average:
        return position.average.units();
    case Mark:
        return position.mark.units();
    case Value:
        return position.value.units();
    case OpenProfit:
        return position.unrealized.units();
    case OpenPercent:
        return openShare(position).value_or(0);
    case Protected:
        return row.covered.units();
    case Strategy:
        return row.strategy;
    case DaysLeft:
        return row.days.value_or(std::numeric_limits<int>::max());
    case Moneyness:
        return row.moneyness.value_or(0);
    default:
        return QString(underlyingOf(position.symbol) + QChar(u' ') + row.strategy + QChar(u' ')
                       + position.symbol);
    }
}

QVariant PositionsModel::value(int row, int column, int role) const
{
    const Row &own = m_rows[std::size_t(row)];
    switch (role) {
    case SortRole:
        return sortValue(own, column);
    case SymbolRole:
    case SearchRole:
        return own.position.symbol;
    case SignRole:
        return column == OpenProfit || column == OpenPercent ? signOf(own.position.unrealized)
            : column == Quantity                             ? signOf(own.position.qty)
                                                             : 0;
    case StaleRole:
        return own.position.isStale && column >= Mark && column <= OpenPercent;
    case IconRole:
        return column == Close ? QVariant(u"close"_s) : QVariant();
    default:
        return {};
    }
}

} // namespace tapeline
