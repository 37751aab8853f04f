#include "cachedsymbolsmodel.h"

#include "clocks.h"
#include "datadesk.h"
#include "datatext.h"

#include <QMetaEnum>

#include <algorithm>
#include <array>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array<TradeTableModel::ColumnLook, CachedSymbolsModel::ColumnCount> columns { {
    { .sample = "BRK.B", .isText = true, .isStrong = true, .takesRest = true },
    { .sample = "Yahoo Finance", .rank = 1, .isText = true },
    { .sample = "10,000,000" },
    { .sample = "999 bytes" },
    { .sample = "28 Nov 2024 – 28 Nov 2026", .rank = 2, .isText = true },
    { .sample = "1,000 days ago", .isText = true },
} };

} // namespace

CachedSymbolsModel::CachedSymbolsModel(DataDesk &desk, QObject *parent)
    : TradeTableModel(parent)
    , m_desk(desk)
{
    connect(&desk, &DataDesk::statisticsChanged, this, &CachedSymbolsModel::update);
    update();
}

/// The same symbols with new figures leave what is chosen chosen.
void CachedSymbolsModel::update()
{
    m_now = SystemWallClock().utc();
    std::vector<CachedSymbol> now;
    if (m_desk.statistics())
        now = m_desk.statistics()->bySymbol;
    const auto isSame = [](const CachedSymbol &one, const CachedSymbol &other) {
        return one.symbol == other.symbol && one.origin == other.origin;
    };
    if (std::ranges::equal(now, m_rows, isSame)) {
        m_rows = std::move(now);
        return rowsChanged(0, rowCount() - 1);
    }
    beginResetModel();
    m_rows = std::move(now);
    endResetModel();
}

int CachedSymbolsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

std::span<const TradeTableModel::ColumnLook> CachedSymbolsModel::looks() const
{
    return columns;
}

QString CachedSymbolsModel::columnName(int column) const
{
    return QString::fromLatin1(QMetaEnum::fromType<Column>().valueToKey(column));
}

QString CachedSymbolsModel::title(int column) const
{
    switch (column) {
    case Symbol:
        return tr("Symbol");
    case Origin:
        return tr("Source");
    case Bars:
        return tr("Bars");
    case Size:
        return tr("Size");
    case Range:
        return tr("Days");
    case Used:
        return tr("Last used");
    default:
        return {};
    }
}

QString CachedSymbolsModel::text(int row, int column) const
{
    const CachedSymbol &own = m_rows[std::size_t(row)];
    switch (column) {
    case Symbol:
        return own.symbol;
    case Origin:
        return datatext::origin(own.origin);
    case Bars:
        return locale().toString(own.bars);
    case Size:
        return datatext::bytes(own.bytes, locale());
    case Range:
        return datatext::days(own.first, own.last, locale());
    case Used:
        return datatext::used(own.used, m_now);
    default:
        return {};
    }
}

QVariant CachedSymbolsModel::value(int row, int column, int role) const
{
    const CachedSymbol &own = m_rows[std::size_t(row)];
    switch (role) {
    case SymbolRole:
        return own.symbol;
    case SearchRole:
        return QString(own.symbol + u' ' + datatext::origin(own.origin));
    case SortRole:
        break;
    default:
        return {};
    }
    switch (column) {
    case Origin:
        return datatext::origin(own.origin);
    case Bars:
        return own.bars;
    case Size:
        return own.bytes;
    case Range:
        return toNs(own.first);
    case Used:
        return toNs(own.used);
    default:
        return own.symbol;
    }
}

} // namespace tapeline
