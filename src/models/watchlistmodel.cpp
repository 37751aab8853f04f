#include "watchlistmodel.h"

#include <algorithm>
#include <numeric>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto sparkStep = 10s; // of the market's time
constexpr qsizetype sparkLength = 120;

bool isKnown(const InstrumentSnapshot &snapshot)
{
    return snapshot.last != Price();
}

double changeOf(const InstrumentSnapshot &snapshot)
{
    if (!isKnown(snapshot) || snapshot.previousClose == Price())
        return 0;
    return (snapshot.last - snapshot.previousClose).toDouble();
}

} // namespace

int stockDecimals(Price price)
{
    return price != Price() && price < Price::whole(1) ? 4 : 2;
}

WatchlistModel::WatchlistModel(QObject *parent)
    : QAbstractTableModel(parent)
{
    m_clock.start();
}

QStringList WatchlistModel::symbols() const
{
    QStringList symbols;
    for (const Row &row : m_rows)
        symbols << row.snapshot.symbol;
    return symbols;
}

void WatchlistModel::setSymbols(const QStringList &symbols)
{
    if (symbols == this->symbols())
        return;
    beginResetModel();
    std::vector<Row> rows;
    for (const QString &symbol : symbols) {
        const auto twice = std::find_if(rows.begin(), rows.end(), [&](const Row &row) {
            return row.snapshot.symbol == symbol;
        });
        if (twice != rows.end() || symbol.isEmpty())
            continue;
        Row row;
        if (const int known = m_index.value(symbol, -1); known >= 0)
            row = m_rows[std::size_t(known)];
        row.snapshot.symbol = symbol;
        rows.push_back(std::move(row));
    }
    m_rows = std::move(rows);
    reindex();
    order();
    endResetModel();
    emit symbolsChanged(this->symbols());
}

bool WatchlistModel::addSymbol(const QString &symbol)
{
    if (symbol.isEmpty() || m_index.contains(symbol))
        return false;
    beginInsertRows({}, rowCount(), rowCount());
    Row row;
    row.snapshot.symbol = symbol;
    m_rows.push_back(std::move(row));
    m_shown.push_back(static_cast<int>(m_rows.size()) - 1);
    reindex();
    endInsertRows();
    emit symbolsChanged(symbols());
    return true;
}

void WatchlistModel::removeSymbol(const QString &symbol)
{
    const int shown = rowOf(symbol);
    if (shown < 0)
        return;
    const int row = m_shown[std::size_t(shown)];
    beginRemoveRows({}, shown, shown);
    m_rows.erase(m_rows.begin() + row);
    m_shown.erase(m_shown.begin() + shown);
    for (int &other : m_shown)
        other -= other > row ? 1 : 0;
    reindex();
    endRemoveRows();
    emit symbolsChanged(symbols());
}

void WatchlistModel::moveSymbol(int row, int before)
{
    if (row < 0 || row >= rowCount() || before < 0 || before > rowCount())
        return;
    // What is seen becomes the user's order
    QStringList seen;
    for (const int shown : m_shown)
        seen << m_rows[std::size_t(shown)].snapshot.symbol;
    seen.move(row, before > row ? before - 1 : before);
    m_sortColumn = -1;
    setSymbols(seen);
}

int WatchlistModel::rowOf(const QString &symbol) const
{
    const int row = m_index.value(symbol, -1);
    const auto shown = std::find(m_shown.begin(), m_shown.end(), row);
    return row < 0 ? -1 : static_cast<int>(shown - m_shown.begin());
}

void WatchlistModel::reindex()
{
    m_index.clear();
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_index.insert(m_rows[i].snapshot.symbol, static_cast<int>(i));
}

// --- figures
// -------------------------------------------------------------------------------------------------------

void WatchlistModel::apply(std::span<const InstrumentSnapshot> snapshots)
{
    std::vector<int> changed;
    for (const InstrumentSnapshot &snapshot : snapshots) {
        const int row = m_index.value(snapshot.symbol, -1);
        if (row < 0)
            continue;
        update(m_rows[std::size_t(row)], snapshot);
        changed.push_back(row);
    }
    if (changed.size() * 2 > m_rows.size()) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    for (const int row : changed) {
        const auto shown = std::find(m_shown.begin(), m_shown.end(), row);
        const int at = static_cast<int>(shown - m_shown.begin());
        emit dataChanged(index(at, 0), index(at, ColumnCount - 1));
    }
}

void WatchlistModel::update(Row &row, const InstrumentSnapshot &snapshot)
{
    const Row before = row;
    row.snapshot = snapshot;
    row.known = isKnown(snapshot);
    addSpark(row, snapshot);
    for (const int column : { Last, Bid, Ask }) {
        const double was = value(before, column);
        const double is = value(row, column);
        if (was == is || was == 0)
            continue;
        row.flashDirection[std::size_t(column)] = is > was ? 1 : -1;
        row.flashAt[std::size_t(column)] = m_clock.elapsed() + 1;
    }
}

void WatchlistModel::addSpark(Row &row, const InstrumentSnapshot &snapshot)
{
    if (!row.known)
        return;
    const double last = snapshot.last.toDouble();
    if (row.spark.isEmpty() || snapshot.time >= row.sparkUntil) {
        row.spark.append(last);
        row.sparkUntil = snapshot.time + sparkStep;
        if (row.spark.size() > sparkLength)
            row.spark.removeFirst();
    } else {
        row.spark.last() = last;
    }
}

double WatchlistModel::value(const Row &row, int column) const
{
    const InstrumentSnapshot &snapshot = row.snapshot;
    switch (column) {
    case Last:
        return snapshot.last.toDouble();
    case Change:
        return changeOf(snapshot);
    case Spark:
    case ChangePercent:
        return snapshot.previousClose == Price()
            ? 0
            : changeOf(snapshot) / snapshot.previousClose.toDouble() * 100;
    case Bid:
        return snapshot.bid.toDouble();
    case Ask:
        return snapshot.ask.toDouble();
    case Volume:
        return snapshot.volume.toDouble();
    default:
        return 0;
    }
}

QString WatchlistModel::text(const Row &row, int column) const
{
    const InstrumentSnapshot &snapshot = row.snapshot;
    const int decimals = stockDecimals(snapshot.last);
    const auto price = [&](Price value) {
        return value == Price() ? QString() : m_locale.toString(value.toDouble(), 'f', decimals);
    };
    const auto sign = [](double value) { return value > 0 ? u"+"_s : QString(); };
    const bool hasChange = row.known && snapshot.previousClose != Price();
    switch (column) {
    case Symbol:
        return snapshot.symbol;
    case Last:
        return price(snapshot.last);
    case Change:
        return hasChange
            ? sign(value(row, column)) + m_locale.toString(value(row, column), 'f', decimals)
            : QString();
    case ChangePercent:
        return hasChange
            ? sign(value(row, column)) + m_locale.toString(value(row, column), 'f', 2) + u" %"_s
            : QString();
    case Bid:
        return price(snapshot.bid);
    case Ask:
        return price(snapshot.ask);
    case Volume:
        return snapshot.volume.isZero()
            ? QString()
            : m_locale.toString(snapshot.volume.units() / Qty::unitsPerOne);
    default:
        return {};
    }
}

// --- order
// ---------------------------------------------------------------------------------------------------------

void WatchlistModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_sortOrder = order;
    resort();
}

bool WatchlistModel::isBefore(int a, int b) const
{
    const Row &first = m_rows[std::size_t(a)];
    const Row &second = m_rows[std::size_t(b)];
    const bool descending = m_sortOrder == Qt::DescendingOrder;
    if (m_sortColumn == Symbol) {
        const int compared = first.snapshot.symbol.compare(second.snapshot.symbol);
        return descending ? compared > 0 : compared < 0;
    }
    const double x = value(first, m_sortColumn);
    const double y = value(second, m_sortColumn);
    return descending ? x > y : x < y;
}

void WatchlistModel::order()
{
    m_shown.resize(m_rows.size());
    std::iota(m_shown.begin(), m_shown.end(), 0);
    if (m_sortColumn >= 0)
        std::stable_sort(m_shown.begin(), m_shown.end(),
                         [this](int a, int b) { return isBefore(a, b); });
}

void WatchlistModel::resort()
{
    const std::vector<int> before = m_shown;
    std::vector<int> after(m_rows.size());
    std::iota(after.begin(), after.end(), 0);
    if (m_sortColumn >= 0)
        std::stable_sort(after.begin(), after.end(),
                         [this](int a, int b) { return isBefore(a, b); });
    if (after == before)
        return;
    emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    m_shown = after;
    for (const QModelIndex &old : persistentIndexList()) {
        const auto now = std::find(after.begin(), after.end(), before[std::size_t(old.row())]);
        changePersistentIndex(old, index(static_cast<int>(now - after.begin()), old.column()));
    }
    emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

// --- the model
// -----------------------------------------------------------------------------------------------------

void WatchlistModel::setLocale(const QLocale &locale)
{
    m_locale = locale;
    if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int WatchlistModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int WatchlistModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant WatchlistModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[std::size_t(m_shown[std::size_t(index.row())])];
    const auto column = static_cast<std::size_t>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::TextAlignmentRole:
        return int(index.column() == Symbol ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter;
    case SortRole:
        return index.column() == Symbol ? QVariant(row.snapshot.symbol)
                                        : QVariant(value(row, index.column()));
    case DirectionRole: {
        const double change = changeOf(row.snapshot);
        return change > 0 ? 1 : change < 0 ? -1 : 0;
    }
    case FlashRole: {
        const bool never = row.flashAt[column] == 0;
        return QVariant::fromValue(Flash {
            row.flashDirection[column], never ? -1 : m_clock.elapsed() + 1 - row.flashAt[column] });
    }
    case SparkRole:
        return QVariant::fromValue(row.spark);
    case HaltedRole:
        return row.snapshot.halted;
    case StaleRole:
        return row.snapshot.badge.stale;
    default:
        return {};
    }
}

QVariant WatchlistModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(section == Symbol ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter;
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Symbol:
        return tr("Symbol");
    case Spark:
        //: Column of small charts: the day so far
        return tr("Today");
    case Last:
        //: Column: price of the last trade
        return tr("Last");
    case Change:
        //: Column: change against the previous close, in currency
        return tr("Chg");
    case ChangePercent:
        //: Column: change against the previous close, in percent
        return tr("Chg %");
    case Bid:
        return tr("Bid");
    case Ask:
        return tr("Ask");
    case Volume:
        return tr("Volume");
    default:
        return {};
    }
}

Qt::ItemFlags WatchlistModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    return Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemIsDragEnabled
        | Qt::ItemNeverHasChildren;
}

} // namespace tapeline
