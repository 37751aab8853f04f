#include "tradefilter.h"

#include "tradetablemodel.h"

#include <algorithm>

namespace tapeline {

TradeFilter::TradeFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(TradeTableModel::SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
}

void TradeFilter::setWords(const QString &text)
{
    m_words = text.simplified().split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

void TradeFilter::setSymbol(const QString &symbol)
{
    if (std::exchange(m_symbol, symbol) != symbol)
        invalidateFilter();
}

void TradeFilter::setScope(Scope scope)
{
    if (std::exchange(m_scope, scope) != scope)
        invalidateFilter();
}

void TradeFilter::sort(int column, Qt::SortOrder order)
{
    const auto *table = qobject_cast<const TradeTableModel *>(sourceModel());
    if (!table || !table->sortsItself()) {
        QSortFilterProxyModel::sort(column, order);
        return;
    }
    sourceModel()->sort(column, order);
}

bool TradeFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex own = sourceModel()->index(row, 0, parent);
    if (!m_symbol.isEmpty() && own.data(TradeTableModel::SymbolRole).toString() != m_symbol)
        return false;
    if (m_scope != Scope::All
        && own.data(TradeTableModel::EndedRole).toBool() != (m_scope == Scope::Ended))
        return false;
    if (m_words.isEmpty())
        return true;
    const QString searched = own.data(TradeTableModel::SearchRole).toString();
    return std::ranges::all_of(
        m_words, [&](const QString &word) { return searched.contains(word, Qt::CaseInsensitive); });
}

} // namespace tapeline
