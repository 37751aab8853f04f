#include "greeksmodel.h"

#include "easterntime.h"
#include "symboltext.h"
#include "tradetext.h"

#include <QMetaEnum>

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array<TradeTableModel::ColumnLook, GreeksModel::ColumnCount> columns { {
    { .sample = "SPY 18 Dec 26 745 C", .isText = true, .isStrong = true, .takesRest = true },
    { .sample = "-10,000", .rank = 4 },
    { .sample = "365", .rank = 3 },
    { .sample = "100.0 %", .rank = 5 },
    { .sample = "-10,000.0" },
    { .sample = "-1,000,000", .rank = 2 },
    { .sample = "1.00 *", .rank = 7 },
    { .sample = "-10,000.0", .rank = 1 },
    { .sample = "-1,000.00", .rank = 6 },
    { .sample = "-10,000.00" },
    { .sample = "-10,000.00" },
    { .sample = "+100,000.00", .rank = 8 },
} };

int decimalsOf(int column)
{
    switch (column) {
    case GreeksModel::Delta:
    case GreeksModel::IndexDelta:
        return 1;
    case GreeksModel::DeltaMoney:
        return 0;
    default:
        return 2;
    }
}

int signOf(double value)
{
    return value > 0 ? 1 : value < 0 ? -1 : 0;
}

} // namespace

void GreeksModel::setPortfolio(const PortfolioGreeks &portfolio, Timestamp now)
{
    m_portfolio = portfolio;
    m_today = easterntime::date(now);
    update();
}

void GreeksModel::setDetailed(bool detailed)
{
    m_detailed = detailed;
    update();
}

std::vector<GreeksModel::Row> GreeksModel::wanted() const
{
    std::vector<Row> rows;
    for (const UnderlyingGreeks &group : m_portfolio.underlyings) {
        rows.push_back({ .symbol = group.underlying,
                         .isKnown = group.unknown == 0,
                         .beta = group.beta,
                         .greeks = group.sum,
                         .unrealized = group.unrealized,
                         .place = group.underlying });
        int number = 0;
        for (const GreekRow &own : group.rows) {
            ++number;
            if (!m_detailed)
                continue;
            Row row { .symbol = own.position.symbol,
                      .isPosition = true,
                      .isKnown = own.isKnown,
                      .qty = own.position.qty,
                      .volatility = own.volatility,
                      .beta = group.beta,
                      .greeks = own.greeks,
                      .unrealized = own.position.unrealized,
                      .place = group.underlying
                          + QString::number(number).rightJustified(4, u'0').prepend(u' ') };
            if (own.expiry)
                row.days = int(m_today.daysTo(*own.expiry));
            rows.push_back(row);
        }
    }
    return rows;
}

void GreeksModel::update()
{
    std::vector<Row> now = wanted();
    if (!std::ranges::equal(now, m_rows, {}, &Row::place, &Row::place)) {
        beginResetModel();
        m_rows = std::move(now);
        endResetModel();
        return;
    }
    for (int row = 0; row < rowCount(); ++row) {
        if (m_rows[std::size_t(row)] == now[std::size_t(row)])
            continue;
        m_rows[std::size_t(row)] = std::move(now[std::size_t(row)]);
        rowsChanged(row, row);
    }
}

int GreeksModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

std::span<const TradeTableModel::ColumnLook> GreeksModel::looks() const
{
    return columns;
}

QString GreeksModel::columnName(int column) const
{
    return QString::fromLatin1(QMetaEnum::fromType<Column>().valueToKey(column));
}

QString GreeksModel::title(int column) const
{
    switch (column) {
    case Name:
        return tr("Position");
    case Quantity:
        return tr("Quantity");
    case Days:
        //: Column: calendar days to expiry
        return tr("Days");
    case Volatility:
        return tr("IV");
    case Delta:
        //: Column: in shares
        return tr("Delta");
    case DeltaMoney:
        return tr("Delta $");
    case BetaValue:
        return tr("Beta");
    case IndexDelta:
        //: Column: delta in shares of the index
        return tr("%1 delta").arg(m_portfolio.index);
    case Gamma:
        return tr("Gamma");
    case Theta:
        return tr("Theta a day");
    case Vega:
        return tr("Vega");
    case OpenProfit:
        return tr("Open P/L");
    default:
        return {};
    }
}

double GreeksModel::figure(const Row &row, int column) const
{
    switch (column) {
    case Quantity:
        return row.qty.toDouble();
    case Days:
        return row.days.value_or(0);
    case Volatility:
        return row.volatility;
    case Delta:
        return row.greeks.delta;
    case DeltaMoney:
        return row.greeks.deltaMoney;
    case BetaValue:
        return row.beta.value;
    case IndexDelta:
        return row.greeks.indexDelta;
    case Gamma:
        return row.greeks.gamma;
    case Theta:
        return row.greeks.theta;
    case Vega:
        return row.greeks.vega;
    case OpenProfit:
        return row.unrealized.toDouble();
    default:
        return 0;
    }
}

QString GreeksModel::text(int row, int column) const
{
    const Row &own = m_rows[std::size_t(row)];
    const auto number
        = [&](int decimals) { return locale().toString(figure(own, column), 'f', decimals); };
    switch (column) {
    case Name:
        return own.isPosition ? u"    "_s + shortSymbolText(own.symbol, locale()) : own.symbol;
    case Quantity:
        return own.isPosition ? tradetext::qty(own.qty, locale()) : QString();
    case Days:
        return own.days ? locale().toString(*own.days) : QString();
    case Volatility:
        if (!own.isPosition || !own.days)
            return {};
        return own.volatility > 0 ? tr("%1 %").arg(locale().toString(own.volatility * 100, 'f', 1))
                                  : u"–"_s;
    case BetaValue:
        if (own.isPosition)
            return {};
        //: A beta that is assumed, not reckoned
        return own.beta.isAssumed() ? tr("%1 *").arg(number(2)) : number(2);
    case OpenProfit:
        return tradetext::profit(own.unrealized, locale());
    default:
        if (!own.isKnown && own.isPosition)
            return u"–"_s;
        return number(decimalsOf(column));
    }
}

QVariant GreeksModel::value(int row, int column, int role) const
{
    const Row &own = m_rows[std::size_t(row)];
    switch (role) {
    case SortRole:
        return column == Name ? QVariant(own.place) : QVariant(figure(own, column));
    case SymbolRole:
        return own.symbol;
    case SearchRole:
        return QString(own.place + u' ' + own.symbol);
    case SignRole:
        return column == OpenProfit ? signOf(own.unrealized.toDouble()) : 0;
    case StaleRole:
        return !own.isKnown && column >= Delta && column <= Vega;
    default:
        return {};
    }
}

} // namespace tapeline
