#include "accountsmodel.h"

#include "tradedesk.h"
#include "tradetext.h"

#include <QMetaEnum>

#include <algorithm>

namespace tapeline {

namespace {

constexpr std::array<TradeTableModel::ColumnLook, AccountsModel::ColumnCount> columns { {
    { .sample = "Momentum small", .isText = true, .isStrong = true, .takesRest = true },
    { .sample = "1,000,000.00" },
    { .sample = "1,000,000.00", .rank = 4 },
    { .sample = "+00,000.00" },
    { .sample = "+00,000.00", .rank = 1 },
    { .sample = "+00,000.00", .rank = 5 },
    { .sample = "0,000.00", .rank = 6 },
    { .sample = "+00,000.00", .rank = 2 },
    { .sample = "100.0 %", .rank = 3 },
    { .sample = "10,000", .rank = 7 },
} };

} // namespace

AccountsModel::AccountsModel(TradeDesk &desk, QObject *parent)
    : TradeTableModel(parent)
    , m_desk(desk)
    , m_rows(wanted())
{
    connect(&desk, &TradeDesk::accountsChanged, this, &AccountsModel::update);
    connect(&desk, &TradeDesk::accountChosen, this, [this] { rowsChanged(0, rowCount() - 1); });
}

std::vector<AccountsModel::Row> AccountsModel::wanted() const
{
    std::vector<Row> rows;
    for (const PaperAccountView &account : m_desk.accounts())
        rows.push_back({ account.name, account.figures, account.dayProfit });
    return rows;
}

/// Accounts are told in one order, and new ones last: only another list is told whole.
void AccountsModel::update()
{
    std::vector<Row> now = wanted();
    if (!std::ranges::equal(now, m_rows, {}, &Row::name, &Row::name)) {
        beginResetModel();
        m_rows = std::move(now);
        endResetModel();
        return;
    }
    for (int row = 0; row < rowCount(); ++row) {
        if (m_rows[std::size_t(row)] == now[std::size_t(row)])
            continue;
        m_rows[std::size_t(row)] = now[std::size_t(row)];
        rowsChanged(row, row);
    }
}

int AccountsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

std::span<const TradeTableModel::ColumnLook> AccountsModel::looks() const
{
    return columns;
}

QString AccountsModel::columnName(int column) const
{
    return QString::fromLatin1(QMetaEnum::fromType<Column>().valueToKey(column));
}

QString AccountsModel::title(int column) const
{
    switch (column) {
    case Name:
        return tr("Account");
    case Equity:
        return tr("Equity");
    case Cash:
        return tr("Cash");
    case DayProfit:
        return tr("Day P/L");
    case OpenProfit:
        return tr("Open P/L");
    case Realized:
        return tr("Realized, gross");
    case Fees:
        return tr("Fees");
    case Net:
        return tr("Realized, net");
    case WinRate:
        return tr("Win rate");
    case Trades:
        return tr("Trades");
    default:
        return {};
    }
}

QString AccountsModel::text(int row, int column) const
{
    const auto &[name, figures, dayProfit] = m_rows[std::size_t(row)];
    switch (column) {
    case Name:
        return name;
    case Equity:
        return tradetext::money(figures.equity, locale());
    case Cash:
        return tradetext::money(figures.cash, locale());
    case DayProfit:
        return tradetext::profit(dayProfit, locale());
    case OpenProfit:
        return tradetext::profit(figures.unrealized, locale());
    case Realized:
        return tradetext::profit(figures.realized, locale());
    case Fees:
        return tradetext::money(figures.fees, locale());
    case Net:
        return tradetext::profit(figures.net(), locale());
    case WinRate:
        return tradetext::winRate(figures, locale());
    case Trades:
        return locale().toString(figures.trades);
    default:
        return {};
    }
}

QVariant AccountsModel::sortValue(const Row &row, int column) const
{
    const AccountFigures &figures = row.figures;
    switch (column) {
    case Equity:
        return figures.equity.units();
    case Cash:
        return figures.cash.units();
    case DayProfit:
        return row.dayProfit.units();
    case OpenProfit:
        return figures.unrealized.units();
    case Realized:
        return figures.realized.units();
    case Fees:
        return figures.fees.units();
    case Net:
        return figures.net().units();
    case WinRate:
        return figures.winRate().value_or(-1);
    case Trades:
        return figures.trades;
    default:
        return row.name;
    }
}

int AccountsModel::sign(const Row &row, int column) const
{
    if (column != DayProfit && column != OpenProfit && column != Realized && column != Net)
        return 0;
    const qint64 units = sortValue(row, column).toLongLong();
    return units > 0 ? 1 : units < 0 ? -1 : 0;
}

QVariant AccountsModel::value(int row, int column, int role) const
{
    const Row &own = m_rows[std::size_t(row)];
    switch (role) {
    case SortRole:
        return sortValue(own, column);
    case IdRole:
    case SearchRole:
        return own.name;
    case SignRole:
        return sign(own, column);
    case StaleRole:
        return own.figures.stale
            && (column == Equity || column == DayProfit || column == OpenProfit);
    case CurrentRole:
        return own.name == m_desk.accountName();
    default:
        return {};
    }
}

} // namespace tapeline
