#include "watchlistmodel.h"

#include "instrument.h"
#include "pricedecimals.h"
#include "symbology.h"

#include <QSet>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

const WallClock &systemClock()
{
    static const SystemWallClock clock;
    return clock;
}

double known(Price price)
{
    return price.isZero() ? unknown : price.toDouble();
}

/// Against the previous close, in currency.
double changeOf(const InstrumentSnapshot &snapshot)
{
    if (snapshot.last.isZero() || snapshot.previousClose.isZero())
        return unknown;
    return (snapshot.last - snapshot.previousClose).toDouble();
}

double figure(const InstrumentSnapshot &snapshot, int column)
{
    switch (column) {
    case WatchlistModel::Last:
        return known(snapshot.last);
    case WatchlistModel::Change:
        return changeOf(snapshot);
    case WatchlistModel::Spark: // sorts as what it shows
    case WatchlistModel::ChangePercent:
        return changeOf(snapshot) / snapshot.previousClose.toDouble() * 100;
    case WatchlistModel::Bid:
        return known(snapshot.bid);
    case WatchlistModel::Ask:
        return known(snapshot.ask);
    case WatchlistModel::Sizes:
        return snapshot.bid.isZero() && snapshot.ask.isZero()
            ? unknown
            : (snapshot.bidSize + snapshot.askSize).toDouble();
    case WatchlistModel::Volume:
        return snapshot.volume.isZero() ? unknown : snapshot.volume.toDouble();
    default:
        return unknown;
    }
}

} // namespace

int stockDecimals(Price price)
{
    return !price.isZero() && price < Price::whole(1) ? 4 : 2;
}

int priceDecimals(const InstrumentSnapshot &snapshot)
{
    switch (symbology::classOf(snapshot.symbol)) {
    case AssetClass::Stocks:
        return stockDecimals(snapshot.last);
    case AssetClass::Crypto:
        return std::max({ exactDecimals(snapshot.last), exactDecimals(snapshot.bid),
                          exactDecimals(snapshot.ask) });
    case AssetClass::Options:
    case AssetClass::Indices:
    case AssetClass::Forex:
    case AssetClass::Futures:
        break;
    }
    return decimalsFor(snapshot.last, instrumentDecimals(snapshot.symbol));
}

WatchlistModel::WatchlistModel(QObject *parent)
    : WatchlistModel(systemClock(), parent)
{
}

WatchlistModel::WatchlistModel(const WallClock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_clock(clock)
{
    m_resort.setSingleShot(true);
    m_resort.setInterval(resortMs);
    connect(&m_resort, &QTimer::timeout, this, &WatchlistModel::resort);
}

qint64 WatchlistModel::nowMs() const
{
    return std::chrono::floor<std::chrono::milliseconds>(m_clock.monotonic()).count();
}

// --- symbols ---------------------------------------------------------------------------------

QStringList WatchlistModel::symbols() const
{
    QStringList symbols;
    for (const Row &row : m_rows)
        symbols << row.snapshot.symbol;
    return symbols;
}

WatchlistModel::Row WatchlistModel::makeRow(const QString &symbol) const
{
    if (const int present = m_index.value(symbol, -1); present >= 0)
        return m_rows[std::size_t(present)];
    Row row;
    row.snapshot.symbol = symbol;
    return row;
}

void WatchlistModel::setSymbols(const QStringList &symbols)
{
    if (symbols == this->symbols())
        return;
    beginResetModel();
    std::vector<Row> rows;
    QSet<QString> taken { QString() };
    for (const QString &symbol : symbols) {
        if (taken.contains(symbol))
            continue;
        taken.insert(symbol);
        rows.push_back(makeRow(symbol));
    }
    m_rows = std::move(rows);
    m_shown = sorted();
    reindex();
    endResetModel();
    emit symbolsChanged(this->symbols());
}

bool WatchlistModel::addSymbol(const QString &symbol)
{
    if (symbol.isEmpty() || m_index.contains(symbol))
        return false;
    beginInsertRows({}, rowCount(), rowCount());
    m_rows.push_back(makeRow(symbol));
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
    m_sortColumn = -1;
    const QStringList wasOrder = symbols();
    adoptShownOrder();
    if (beginMoveRows({}, row, row, {}, before)) { // refuses a move to where it is
        const auto begin = m_rows.begin();
        if (before > row)
            std::rotate(begin + row, begin + row + 1, begin + before);
        else
            std::rotate(begin + before, begin + row, begin + row + 1);
        reindex();
        endMoveRows();
    }
    if (symbols() != wasOrder)
        emit symbolsChanged(symbols());
}

/// Puts m_rows into the order they are shown in, which nobody sees.
void WatchlistModel::adoptShownOrder()
{
    std::vector<Row> rows;
    rows.reserve(m_rows.size());
    for (const int row : m_shown)
        rows.push_back(std::move(m_rows[std::size_t(row)]));
    m_rows = std::move(rows);
    std::iota(m_shown.begin(), m_shown.end(), 0);
    reindex();
}

int WatchlistModel::rowOf(const QString &symbol) const
{
    const int row = m_index.value(symbol, -1);
    return row < 0 ? -1 : m_place[std::size_t(row)];
}

QString WatchlistModel::symbolAt(int row) const
{
    return row < 0 || row >= rowCount() ? QString() : snapshot(row).symbol;
}

void WatchlistModel::reindex()
{
    m_index.clear();
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_index.insert(m_rows[i].snapshot.symbol, static_cast<int>(i));
    m_place.resize(m_shown.size());
    for (std::size_t i = 0; i < m_shown.size(); ++i)
        m_place[std::size_t(m_shown[i])] = static_cast<int>(i);
}

// --- figures ---------------------------------------------------------------------------------

void WatchlistModel::ColumnRange::add(int from, int to)
{
    first = std::min(first, from);
    last = std::max(last, to);
}

void WatchlistModel::apply(std::span<const InstrumentSnapshot> snapshots)
{
    std::vector<std::pair<int, ColumnRange>> changes;
    for (const InstrumentSnapshot &snapshot : snapshots) {
        const int row = m_index.value(snapshot.symbol, -1);
        if (row < 0)
            continue;
        const ColumnRange columns = update(m_rows[std::size_t(row)], snapshot);
        if (columns.isEmpty())
            continue;
        changes.emplace_back(m_place[std::size_t(row)], columns);
        if (m_sortColumn >= 0 && columns.holds(m_sortColumn) && !m_resort.isActive())
            m_resort.start();
    }
    report(changes);
}

void WatchlistModel::report(const std::vector<std::pair<int, ColumnRange>> &changes)
{
    if (changes.size() * 2 > m_rows.size()) {
        ColumnRange all;
        for (const auto &[row, columns] : changes)
            all.add(columns.first, columns.last);
        emit dataChanged(index(0, all.first), index(rowCount() - 1, all.last));
        return;
    }
    for (const auto &[row, columns] : changes)
        emit dataChanged(index(row, columns.first), index(row, columns.last));
}

WatchlistModel::ColumnRange WatchlistModel::update(Row &row, const InstrumentSnapshot &snapshot)
{
    const InstrumentSnapshot before = std::exchange(row.snapshot, snapshot);
    ColumnRange changed;
    if (before.halted != snapshot.halted || before.badge.stale != snapshot.badge.stale)
        changed.add(0, ColumnCount - 1);
    if (priceDecimals(before) != priceDecimals(snapshot)) {
        forgetTexts(row);
        changed.add(0, ColumnCount - 1);
    }
    for (int column = Last; column < ColumnCount; ++column) {
        const double was = figure(before, column);
        const double is = figure(snapshot, column);
        // Two sizes may change and keep their sum
        const bool sizes = column == Sizes
            && (before.bidSize != snapshot.bidSize || before.askSize != snapshot.askSize);
        if (was == is && !sizes)
            continue;
        if (std::isnan(was) && std::isnan(is))
            continue;
        touch(row.cells[std::size_t(column)], was, is);
        changed.add(column, column);
    }
    if (snapshot.last.isZero())
        return changed;
    const int revision = row.spark.revision();
    row.spark.add(snapshot.time, snapshot.last.toDouble());
    if (row.spark.revision() != revision)
        changed.add(Spark, Spark);
    return changed;
}

void WatchlistModel::forgetTexts(Row &row)
{
    for (Cell &cell : row.cells)
        cell.isFresh = false;
}

void WatchlistModel::touch(Cell &cell, double before, double after)
{
    if (cell.isFresh)
        cell.before = std::exchange(cell.text, {});
    cell.isFresh = false;
    if (std::isnan(before) || std::isnan(after) || before == after)
        return;
    cell.flashDirection = after > before ? 1 : -1;
    cell.flashAt = nowMs();
}

const QString &WatchlistModel::text(int row, int column) const
{
    const Row &shown = rowAt(row);
    if (column == Symbol)
        return shown.snapshot.symbol;
    Cell &cell = shown.cells[std::size_t(column)];
    if (!cell.isFresh) {
        cell.text = format(shown, column);
        cell.isFresh = true;
    }
    return cell.text;
}

WatchlistModel::Flash WatchlistModel::flash(int row, int column) const
{
    const Cell &cell = rowAt(row).cells[std::size_t(column)];
    if (cell.flashAt < 0)
        return {};
    const QString &now = text(row, column);
    qsizetype same = 0;
    if (cell.before.size() == now.size())
        while (same < now.size() - 1 && cell.before[same] == now[same])
            ++same;
    return { cell.flashDirection, nowMs() - cell.flashAt, static_cast<int>(same) };
}

int WatchlistModel::direction(int row) const
{
    const double change = changeOf(snapshot(row));
    return change > 0 ? 1 : change < 0 ? -1 : 0;
}

QString WatchlistModel::format(const Row &row, int column) const
{
    const InstrumentSnapshot &snapshot = row.snapshot;
    const double value = figure(snapshot, column);
    if (std::isnan(value))
        return {};
    const QString sign = value > 0 ? u"+"_s : QString();
    const bool isCoin = symbology::isCryptoPair(snapshot.symbol);
    const auto amount = [this, isCoin](Qty qty) {
        const double coins = qty.toDouble();
        if (isCoin && coins < 1'000)
            return m_locale.toString(coins, 'f', coins < 1 ? 5 : 2);
        return m_locale.toString(qty.units() / Qty::unitsPerOne);
    };
    switch (column) {
    case Last:
    case Bid:
    case Ask:
        return m_locale.toString(value, 'f', priceDecimals(snapshot));
    case Change:
        return sign + m_locale.toString(value, 'f', priceDecimals(snapshot));
    case ChangePercent:
        //: A change in percent; %1 is the number with its sign
        return tr("%1%").arg(sign + m_locale.toString(value, 'f', 2));
    case Sizes:
        //: Shares at the best bid and at the best ask
        return tr("%1 × %2").arg(amount(snapshot.bidSize), amount(snapshot.askSize));
    case Volume:
        return amount(snapshot.volume);
    default:
        return {};
    }
}

QVariant WatchlistModel::sortValue(const Row &row, int column) const
{
    if (column == Symbol)
        return row.snapshot.symbol;
    const double value = figure(row.snapshot, column);
    return std::isnan(value) ? QVariant() : QVariant(value);
}

// --- order -----------------------------------------------------------------------------------

void WatchlistModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column >= 0 && column < ColumnCount ? column : -1;
    m_sortOrder = order;
    resort();
}

bool WatchlistModel::isBefore(int a, int b) const
{
    const InstrumentSnapshot &first = m_rows[std::size_t(a)].snapshot;
    const InstrumentSnapshot &second = m_rows[std::size_t(b)].snapshot;
    const bool descending = m_sortOrder == Qt::DescendingOrder;
    if (m_sortColumn == Symbol)
        return descending ? second.symbol < first.symbol : first.symbol < second.symbol;
    const double x = figure(first, m_sortColumn);
    const double y = figure(second, m_sortColumn);
    if (std::isnan(x) || std::isnan(y))
        return !std::isnan(x) && std::isnan(y);
    return descending ? x > y : x < y;
}

std::vector<int> WatchlistModel::sorted() const
{
    std::vector<int> rows(m_rows.size());
    std::iota(rows.begin(), rows.end(), 0);
    if (m_sortColumn >= 0)
        std::stable_sort(rows.begin(), rows.end(), [this](int a, int b) { return isBefore(a, b); });
    return rows;
}

/// Puts the rows where their newest values belong; selections and scroll positions stay with
/// theirs.
void WatchlistModel::resort()
{
    std::vector<int> after = sorted();
    if (after == m_shown)
        return;
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    const std::vector<int> before = std::exchange(m_shown, std::move(after));
    reindex();
    const QModelIndexList from = persistentIndexList();
    QModelIndexList to;
    for (const QModelIndex &old : from)
        to << index(m_place[std::size_t(before[std::size_t(old.row())])], old.column());
    changePersistentIndexList(from, to);
    emit layoutChanged({}, VerticalSortHint);
}

// --- the model -------------------------------------------------------------------------------

void WatchlistModel::setLocale(const QLocale &locale)
{
    m_locale = locale;
    for (Row &row : m_rows)
        forgetTexts(row);
    if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
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
    switch (role) {
    case Qt::DisplayRole:
        return text(index.row(), index.column());
    case Qt::TextAlignmentRole:
        return int(index.column() == Symbol ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter;
    case SortRole:
        return sortValue(rowAt(index.row()), index.column());
    case DirectionRole:
        return direction(index.row());
    case FlashRole:
        return QVariant::fromValue(flash(index.row(), index.column()));
    case SparkRole:
        return QVariant::fromValue(spark(index.row()).values());
    case HaltedRole:
        return snapshot(index.row()).halted;
    case StaleRole:
        return snapshot(index.row()).badge.stale;
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
        //: Column of small charts: the course of the price since the list was opened
        return tr("Trend");
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
    case Sizes:
        //: Column: shares at the best bid and at the best ask
        return tr("Bid × ask size");
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
