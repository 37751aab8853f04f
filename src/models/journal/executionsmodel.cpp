#include "executionsmodel.h"

#include "easterntime.h"
#include "statistictext.h"
#include "symboltext.h"
#include "tradetext.h"

#include <QMetaEnum>

#include <array>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array<TradeTableModel::ColumnLook, ExecutionsModel::ColumnCount> columns { {
    { .sample = "20 Nov 09:41:30", .isText = true },
    { .sample = "Correction", .rank = 4, .isText = true },
    { .sample = "SPY 18 Dec 26 745 C",
      .rank = 3,
      .isText = true,
      .isStrong = true,
      .takesRest = true },
    { .sample = "Sell", .isText = true },
    { .sample = "10,000" },
    { .sample = "0,000.0000" },
    { .sample = "00.00", .rank = 2 },
    { .sample = "+1,234.50", .rank = 1 },
    { .sample = "0.0100", .rank = 5 },
    { .sample = "dk3f9x2l0", .rank = 6, .isText = true, .isHidden = true },
} };

} // namespace

void ExecutionsModel::setExecutions(std::vector<TradeExecution> executions)
{
    beginResetModel();
    m_rows = std::move(executions);
    m_day = m_rows.empty() ? QDate() : easterntime::date(m_rows.front().at);
    endResetModel();
}

int ExecutionsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

std::span<const TradeTableModel::ColumnLook> ExecutionsModel::looks() const
{
    return columns;
}

QString ExecutionsModel::columnName(int column) const
{
    return QString::fromLatin1(QMetaEnum::fromType<Column>().valueToKey(column));
}

QString ExecutionsModel::title(int column) const
{
    switch (column) {
    case Time:
        return tr("Time (ET)");
    case Kind:
        //: Column: a fill, an exercise, an expiry
        return tr("What");
    case Symbol:
        return tr("Symbol");
    case Side:
        return tr("Side");
    case Quantity:
        return tr("Quantity");
    case Price:
        return tr("Price");
    case Fee:
        return tr("Fee");
    case Realized:
        return tr("Realized");
    case Slippage:
        return tr("Slippage");
    case Order:
        return tr("Order");
    default:
        return {};
    }
}

QString ExecutionsModel::kindText(TradeExecution::Kind kind)
{
    switch (kind) {
    case TradeExecution::Kind::Fill:
        return tr("Fill");
    case TradeExecution::Kind::Exercise:
        return tr("Exercise");
    case TradeExecution::Kind::Assignment:
        return tr("Assignment");
    case TradeExecution::Kind::Expiry:
        return tr("Expiry");
    case TradeExecution::Kind::Split:
        return tr("Split");
    case TradeExecution::Kind::Correction:
        return tr("Correction");
    }
    Q_UNREACHABLE();
}

QString ExecutionsModel::text(int row, int column) const
{
    const TradeExecution &own = execution(row);
    switch (column) {
    case Time:
        return tradeTime(own.at, m_day, locale());
    case Kind:
        return kindText(own.kind);
    case Symbol:
        return shortSymbolText(own.symbol, locale());
    case Side:
        return tradetext::side(own.side);
    case Quantity:
        return tradetext::qty(own.qty, locale());
    case Price:
        return tradetext::price(own.price, locale());
    case Fee:
        return tradetext::money(own.fee, locale());
    case Realized:
        return own.realized.isZero() ? QString() : tradetext::profit(own.realized, locale());
    case Slippage:
        return own.slippage ? tradetext::average(*own.slippage, locale())
                            : statistictext::undefined();
    default:
        return own.order;
    }
}

QVariant ExecutionsModel::sortValue(int row, int column) const
{
    const TradeExecution &own = execution(row);
    switch (column) {
    case Time:
        return qint64(row); // as they came about, also within one instant
    case Quantity:
        return own.qty.units();
    case Price:
        return own.price.units();
    case Fee:
        return own.fee.units();
    case Realized:
        return own.realized.units();
    case Slippage:
        return own.slippage ? own.slippage->units() : std::numeric_limits<qint64>::min();
    default:
        return text(row, column);
    }
}

QVariant ExecutionsModel::value(int row, int column, int role) const
{
    const TradeExecution &own = execution(row);
    switch (role) {
    case SortRole:
        return sortValue(row, column);
    case SymbolRole:
        return own.symbol;
    case IdRole:
        return own.order;
    case SignRole:
        if (column == Realized)
            return own.realized > Money() ? 1 : own.realized < Money() ? -1 : 0;
        return column == Side ? (own.side == tapeline::Side::Buy ? 1 : -1) : 0;
    case TimeRole:
        return column == Time ? QVariant(toNs(own.at)) : QVariant();
    default:
        return {};
    }
}

} // namespace tapeline
