#include "alertsmodel.h"

#include "easterntime.h"

#include <QMetaEnum>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array<TradeTableModel::ColumnLook, AlertsModel::ColumnCount> columns { {
    { .sample = "X:BTCUSD", .isText = true, .isStrong = true },
    { .sample = "AAPL crosses above 187.50, once", .isText = true, .takesRest = true },
    { .sample = "Active, not watched", .rank = 1, .isText = true },
    { .sample = "12 Aug 09:41:30", .rank = 3, .isText = true },
    { .sample = "12 Aug 09:41:30", .rank = 4, .isText = true },
    { .sample = "Sell half of it", .rank = 5, .isText = true },
    { .sample = "" },
} };

constexpr std::array<TradeTableModel::ColumnLook, AlertLogModel::ColumnCount> logColumns { {
    { .sample = "12 Aug 09:41:30", .isText = true },
    { .sample = "X:BTCUSD", .rank = 1, .isText = true, .isStrong = true },
    { .sample = "AAPL crosses above 187.50, once", .isText = true, .takesRest = true },
    { .sample = "0,000.00", .rank = 2 },
    { .sample = "Sell half of it", .rank = 3, .isText = true },
} };

QVariant timeValue(Timestamp time)
{
    return time == Timestamp {} ? QVariant() : QVariant(toNs(time));
}

} // namespace

AlertsModel::AlertsModel(AlertBook &book, QObject *parent)
    : TradeTableModel(parent)
    , m_book(book)
    , m_shown(book.alerts())
{
    connect(&book, &AlertBook::changed, this, &AlertsModel::follow);
    connect(&book, &AlertBook::watchingChanged, this, [this](const QString &id) {
        if (const QModelIndex own = indexOf(id); own.isValid())
            rowsChanged(own.row(), own.row());
    });
}

void AlertsModel::setDrawingNames(alerttext::DrawingName names)
{
    m_drawings = std::move(names);
    rowsChanged(0, rowCount() - 1);
}

/// Rows that go, then those that differ, then those that are new: ids ascend.
void AlertsModel::follow()
{
    const std::vector<ChartAlert> &now = m_book.alerts();
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (m_book.find(m_shown[std::size_t(row)].id))
            continue;
        beginRemoveRows({}, row, row);
        m_shown.erase(m_shown.begin() + row);
        endRemoveRows();
    }
    for (std::size_t row = 0; row < m_shown.size(); ++row) {
        if (m_shown[row] == now[row])
            continue;
        m_shown[row] = now[row];
        rowsChanged(int(row), int(row));
    }
    if (now.size() == m_shown.size())
        return;
    beginInsertRows({}, rowCount(), int(now.size()) - 1);
    m_shown.insert(m_shown.end(), now.begin() + qsizetype(m_shown.size()), now.end());
    endInsertRows();
}

const ChartAlert *AlertsModel::alertAt(int row) const
{
    return row >= 0 && row < rowCount() ? &m_shown[std::size_t(row)] : nullptr;
}

QModelIndex AlertsModel::indexOf(const QString &id) const
{
    const auto found = std::ranges::find(m_shown, id, &ChartAlert::id);
    return found == m_shown.end() ? QModelIndex() : index(int(found - m_shown.begin()), 0);
}

int AlertsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

std::span<const TradeTableModel::ColumnLook> AlertsModel::looks() const
{
    return columns;
}

QString AlertsModel::columnName(int column) const
{
    return QString::fromLatin1(QMetaEnum::fromType<Column>().valueToKey(column));
}

QString AlertsModel::title(int column) const
{
    switch (column) {
    case Symbol:
        return tr("Symbol");
    case What:
        return tr("Alert");
    case State:
        return tr("State");
    case LastFired:
        return tr("Last fired (ET)");
    case Expires:
        return tr("Expires (ET)");
    case Note:
        return tr("Note");
    default:
        return {};
    }
}

QString AlertsModel::stateText(const ChartAlert &alert) const
{
    const bool isHeld = alert.isActive() && !m_book.watching(alert.id).isWatched;
    //: State of an alert: it is active, but its prices do not come in now
    return isHeld ? tr("Active, waits") : alerttext::state(alert.state);
}

QString AlertsModel::text(int row, int column) const
{
    const ChartAlert &alert = m_shown[std::size_t(row)];
    const QDate today = easterntime::date(m_book.now());
    switch (column) {
    case Symbol:
        return alert.symbol;
    case What:
        return alerttext::sentence(alert, locale(), m_drawings);
    case State:
        return stateText(alert);
    case LastFired:
        return tradeTime(alert.lastFired, today, locale());
    case Expires:
        return tradeTime(alert.expiry.value_or(Timestamp()), today, locale());
    case Note:
        return alert.note.simplified();
    default:
        return {};
    }
}

QVariant AlertsModel::value(int row, int column, int role) const
{
    const ChartAlert &alert = m_shown[std::size_t(row)];
    const AlertBook::Watching watching = m_book.watching(alert.id);
    switch (role) {
    case SortRole:
        return column == LastFired ? QVariant(toNs(alert.lastFired))
            : column == Expires    ? QVariant(toNs(alert.expiry.value_or(Timestamp::max())))
                                   : QVariant(text(row, column));
    case SymbolRole:
        return alert.symbol;
    case IdRole:
        return alert.id;
    case SignRole:
        return 0;
    case PendingRole:
        return column == State && alert.isActive() && !watching.isWatched;
    case EndedRole:
        return !alert.isActive();
    case TimeRole:
        return column == LastFired              ? timeValue(alert.lastFired)
            : column == Expires && alert.expiry ? timeValue(*alert.expiry)
                                                : QVariant();
    case IconRole:
        return column == Remove ? QVariant(u"close"_s) : QVariant();
    case SearchRole:
        return QStringList { alert.symbol, text(row, What), text(row, State), alert.note }.join(
            u' ');
    default:
        return {};
    }
}

// --- the log
// ------------------------------------------------------------------------------------------------

AlertLogModel::AlertLogModel(AlertBook &book, QObject *parent)
    : TradeTableModel(parent)
    , m_book(book)
    , m_shown(book.log().begin(), book.log().end())
{
    connect(&book, &AlertBook::logChanged, this, &AlertLogModel::follow);
}

void AlertLogModel::setDrawingNames(alerttext::DrawingName names)
{
    m_drawings = std::move(names);
    rowsChanged(0, rowCount() - 1);
}

/// It grows at its end, and loses the oldest.
void AlertLogModel::follow()
{
    const std::deque<AlertFiring> &now = m_book.log();
    const quint64 first = now.empty() ? std::numeric_limits<quint64>::max() : now.front().number;
    const auto kept = std::ranges::find_if(
        m_shown, [first](const AlertFiring &firing) { return firing.number >= first; });
    if (kept != m_shown.begin()) {
        beginRemoveRows({}, 0, int(kept - m_shown.begin()) - 1);
        m_shown.erase(m_shown.begin(), kept);
        endRemoveRows();
    }
    if (now.size() == m_shown.size())
        return;
    beginInsertRows({}, rowCount(), int(now.size()) - 1);
    m_shown.insert(m_shown.end(), now.begin() + qsizetype(m_shown.size()), now.end());
    endInsertRows();
}

const AlertFiring *AlertLogModel::firingAt(int row) const
{
    return row >= 0 && row < rowCount() ? &m_shown[std::size_t(row)] : nullptr;
}

int AlertLogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

std::span<const TradeTableModel::ColumnLook> AlertLogModel::looks() const
{
    return logColumns;
}

QString AlertLogModel::columnName(int column) const
{
    return QString::fromLatin1(QMetaEnum::fromType<Column>().valueToKey(column));
}

QString AlertLogModel::title(int column) const
{
    switch (column) {
    case Time:
        return tr("Time (ET)");
    case Symbol:
        return tr("Symbol");
    case What:
        return tr("What happened");
    case Value:
        return tr("Value");
    case Note:
        return tr("Note");
    default:
        return {};
    }
}

QString AlertLogModel::text(int row, int column) const
{
    const AlertFiring &firing = m_shown[std::size_t(row)];
    switch (column) {
    case Time:
        return tradeTime(firing.time, easterntime::date(m_book.now()), locale());
    case Symbol:
        return firing.alert.symbol;
    case What:
        return alerttext::happened(firing, locale(), m_drawings);
    case Value:
        return alerttext::value(firing, locale());
    case Note:
        return firing.alert.note.simplified();
    default:
        return {};
    }
}

QVariant AlertLogModel::value(int row, int column, int role) const
{
    const AlertFiring &firing = m_shown[std::size_t(row)];
    switch (role) {
    case SortRole:
        return column == Time ? QVariant(firing.number)
            : column == Value ? QVariant(firing.value)
                              : QVariant(text(row, column));
    case SymbolRole:
        return firing.alert.symbol;
    case IdRole:
        return QString::number(firing.number);
    case SignRole:
        return 0;
    case TimeRole:
        return column == Time ? timeValue(firing.time) : QVariant();
    case SearchRole:
        return QStringList { firing.alert.symbol, text(row, What), firing.alert.note }.join(u' ');
    default:
        return {};
    }
}

} // namespace tapeline
