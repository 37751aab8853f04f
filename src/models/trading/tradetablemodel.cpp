#include "tradetablemodel.h"

#include "easterntime.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

void TradeTableModel::setLocale(const QLocale &locale)
{
    if (m_locale == locale)
        return;
    m_locale = locale;
    rowsChanged(0, rowCount() - 1);
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

int TradeTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(looks().size());
}

QVariant TradeTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::DisplayRole)
        return title(section);
    if (role == Qt::TextAlignmentRole)
        return int((looks()[std::size_t(section)].isText ? Qt::AlignLeft : Qt::AlignRight)
                   | Qt::AlignVCenter);
    return {};
}

QVariant TradeTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return text(index.row(), index.column());
    case Qt::TextAlignmentRole:
        return headerData(index.column(), Qt::Horizontal, role);
    case SortRole:
    case SymbolRole:
    case IdRole:
    case SignRole:
    case StaleRole:
    case PendingRole:
    case EndedRole:
    case CurrentRole:
    case TimeRole:
    case IconRole:
    case SearchRole:
        return value(index.row(), index.column(), role);
    default:
        return {};
    }
}

Qt::ItemFlags TradeTableModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (!index.isValid())
        return flags;
    return flags | Qt::ItemNeverHasChildren
        | (isEditable(index) ? Qt::ItemIsEditable : Qt::NoItemFlags);
}

void TradeTableModel::rowsChanged(int first, int last)
{
    if (first <= last)
        emit dataChanged(index(first, 0), index(last, columnCount() - 1));
}

QString tradeTime(Timestamp at, QDate today, const QLocale &locale)
{
    if (at == Timestamp {})
        return {};
    const auto ms = std::chrono::floor<std::chrono::milliseconds>(easterntime::timeOfDay(at));
    const QString clock = QTime::fromMSecsSinceStartOfDay(int(ms.count())).toString(u"HH:mm:ss"_s);
    const QDate day = easterntime::date(at);
    return day == today ? clock : locale.toString(day, u"d MMM"_s) + u' ' + clock;
}

} // namespace tapeline
