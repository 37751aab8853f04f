#include "factsmodel.h"

namespace tapeline {

namespace {

bool same(const FactsModel::Row &a, const FactsModel::Row &b)
{
    if (a.symbol != b.symbol || a.index != b.index || a.cells.size() != b.cells.size())
        return false;
    for (std::size_t i = 0; i < a.cells.size(); ++i)
        if (a.cells[i].text != b.cells[i].text || a.cells[i].tone != b.cells[i].tone
            || a.cells[i].hint != b.cells[i].hint)
            return false;
    return true;
}

} // namespace

void FactsModel::setHeaders(const QStringList &headers)
{
    if (headers.size() == m_headers.size()) {
        m_headers = headers;
        emit headerDataChanged(Qt::Horizontal, 0, int(headers.size()) - 1);
        return;
    }
    beginResetModel();
    m_rows.clear();
    m_headers = headers;
    endResetModel();
}

void FactsModel::setRows(std::vector<Row> rows)
{
    if (std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(), same))
        return;
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int FactsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int FactsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_headers.size());
}

QVariant FactsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[std::size_t(index.row())];
    if (role == SymbolRole)
        return row.symbol;
    if (role == IndexRole)
        return row.index;
    if (std::size_t(index.column()) >= row.cells.size())
        return {};
    const FactCell &cell = row.cells[std::size_t(index.column())];
    switch (role) {
    case Qt::DisplayRole:
        return cell.text;
    case Qt::ToolTipRole:
        return cell.hint.isEmpty() ? QVariant() : cell.hint;
    case Qt::TextAlignmentRole:
        return int((cell.isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case SortRole:
        return cell.sortKey.isValid() ? cell.sortKey : cell.text;
    case ToneRole:
        return int(cell.tone);
    default:
        return {};
    }
}

QVariant FactsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_headers.size())
        return {};
    if (role == Qt::DisplayRole)
        return m_headers[section];
    if (role == Qt::TextAlignmentRole) {
        const bool isNumber = !m_rows.empty() && std::size_t(section) < m_rows.front().cells.size()
            && m_rows.front().cells[std::size_t(section)].isNumber;
        return int((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    return {};
}

} // namespace tapeline
