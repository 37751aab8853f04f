#include "journaltradesmodel.h"

#include "easterntime.h"
#include "excursion.h"
#include "journaltext.h"
#include "statistictext.h"
#include "tradetext.h"

#include <QHash>
#include <QMetaEnum>

#include <algorithm>
#include <limits>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array<TradeTableModel::ColumnLook, JournalTradesModel::ColumnCount> columns { {
    { .sample = "20 Nov 26 09:41", .isText = true },
    { .sample = "SPY Iron condor", .isText = true, .isStrong = true },
    { .sample = "Structure", .rank = 4, .isText = true },
    { .sample = "1,000", .rank = 3 },
    { .sample = "1,262.50", .rank = 5 },
    { .sample = "1,262.50", .rank = 5 },
    { .sample = "+12,345.00" },
    { .sample = "+1.25 R" },
    { .sample = "1,234.00", .rank = 8 },
    { .sample = "1,234.00", .rank = 8 },
    { .sample = "100.0 %", .rank = 9 },
    { .sample = "59 min 59 s", .rank = 6 },
    { .sample = "12.00", .rank = 10 },
    { .sample = "Opening range breakout", .rank = 2, .isText = true },
    { .sample = "trend day, news", .rank = 7, .isText = true, .takesRest = true },
    { .sample = "5 of 5", .rank = 1, .isText = true },
    { .sample = "", .rank = 1 },
    { .sample = "Paper (Simulated)", .rank = 11, .isText = true, .isHidden = true },
} };

/// Sorts below all that there is, in either order.
constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

int signOf(Money amount)
{
    return amount > Money() ? 1 : amount < Money() ? -1 : 0;
}

double number(std::optional<double> value)
{
    return value.value_or(unknown);
}

double number(const std::optional<Price> &price)
{
    return price ? price->toDouble() : unknown;
}

} // namespace

JournalTradesModel::JournalTradesModel(Journal &journal, QObject *parent)
    : TradeTableModel(parent)
    , m_journal(journal)
{
}

// --- rows ------------------------------------------------------------------------------------

void JournalTradesModel::setTrades(const std::vector<const TradeRecord *> &trades)
{
    std::vector<const TradeRecord *> rows = trades;
    sortRows(rows);
    std::vector<TradeKey> keys;
    keys.reserve(rows.size());
    for (const TradeRecord *trade : rows)
        keys.push_back(trade->key);
    if (keys == m_keys) {
        m_rows = std::move(rows);
        rowsChanged(0, rowCount() - 1);
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    m_keys = std::move(keys);
    endResetModel();
}

int JournalTradesModel::rowOf(const TradeKey &key) const
{
    const auto found = std::ranges::find(m_keys, key);
    return found == m_keys.end() ? -1 : int(found - m_keys.begin());
}

void JournalTradesModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= ColumnCount)
        return;
    m_sortColumn = column;
    m_sortOrder = order;
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<TradeKey> held;
    for (const QModelIndex &index : before)
        held.push_back(m_keys[std::size_t(index.row())]);
    sortRows(m_rows);
    for (std::size_t row = 0; row < m_rows.size(); ++row)
        m_keys[row] = m_rows[row]->key;
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i)
        after.append(index(rowOf(held[std::size_t(i)]), before[i].column()));
    changePersistentIndexList(before, after);
    emit layoutChanged({}, VerticalSortHint);
}

/// Once by every row's key, so that 100,000 rows are sorted at once; equal ones by their openings.
template<typename Key>
void JournalTradesModel::sortBy(std::vector<const TradeRecord *> &rows, const Key &key) const
{
    using Value = decltype(key(*rows.front()));
    std::vector<std::pair<Value, const TradeRecord *>> keyed;
    keyed.reserve(rows.size());
    for (const TradeRecord *trade : rows)
        keyed.emplace_back(key(*trade), trade);
    const bool isAscending = m_sortOrder == Qt::AscendingOrder;
    const auto isKnown = [](const Value &value) { return value == value; }; // no NaN
    std::sort(keyed.begin(), keyed.end(), [&](const auto &a, const auto &b) {
        if (isKnown(a.first) != isKnown(b.first))
            return isKnown(a.first); // what is not known stands at the end
        if (isKnown(a.first) && a.first != b.first)
            return isAscending ? a.first < b.first : b.first < a.first;
        return a.second->openedAt != b.second->openedAt ? a.second->openedAt > b.second->openedAt
                                                        : b.second->key < a.second->key;
    });
    std::ranges::transform(keyed, rows.begin(), [](const auto &pair) { return pair.second; });
}

void JournalTradesModel::sortRows(std::vector<const TradeRecord *> &rows) const
{
    if (rows.empty())
        return;
    const auto excursion
        = [this](const TradeRecord &trade) { return tradeExcursion(trade, m_journal.risk(trade)); };
    switch (m_sortColumn) {
    case Date:
        return sortBy(rows, [](const TradeRecord &t) { return toNs(t.openedAt); });
    case Size:
        return sortBy(rows, [](const TradeRecord &t) { return t.size.toDouble(); });
    case Entry:
        return sortBy(rows, [](const TradeRecord &t) { return number(t.entryPrice); });
    case Exit:
        return sortBy(rows, [](const TradeRecord &t) { return number(t.exitPrice); });
    case Net:
        return sortBy(rows, [](const TradeRecord &t) { return t.net().units(); });
    case Multiple:
        return sortBy(rows, [this](const TradeRecord &t) { return number(multiple(t)); });
    case Adverse:
        return sortBy(rows, [&](const TradeRecord &t) {
            const auto own = excursion(t);
            return own ? own->adverse.toDouble() : unknown;
        });
    case Favourable:
        return sortBy(rows, [&](const TradeRecord &t) {
            const auto own = excursion(t);
            return own ? own->favourable.toDouble() : unknown;
        });
    case Efficiency:
        return sortBy(rows, [&](const TradeRecord &t) {
            const auto own = excursion(t);
            return own ? number(own->efficiency) : unknown;
        });
    case Holding:
        return sortBy(rows, [](const TradeRecord &t) {
            return t.isOpen() ? unknown : double((t.closedAt - t.openedAt).count());
        });
    case Fees:
        return sortBy(rows, [](const TradeRecord &t) { return t.fees.units(); });
    case Rating:
        return sortBy(rows, [this](const TradeRecord &t) {
            const int rating = m_journal.notes(t.key).rating;
            return rating > 0 ? double(rating) : unknown;
        });
    case Noted:
        return sortBy(rows, [this](const TradeRecord &t) {
            const TradeNotes &notes = m_journal.notes(t.key);
            return int(!notes.text.isEmpty()) + int(notes.attachments > 0);
        });
    default:
        return sortByWords(rows);
    }
}

/// By the places of the words among all that there are: they are few, and compared once.
void JournalTradesModel::sortByWords(std::vector<const TradeRecord *> &rows) const
{
    QHash<QString, double> places;
    QHash<const TradeRecord *, QString> texts;
    texts.reserve(qsizetype(rows.size()));
    for (const TradeRecord *trade : rows) {
        const QString text = words(*trade, m_sortColumn).toCaseFolded();
        places.insert(text, unknown);
        texts.insert(trade, text);
    }
    QStringList sorted = places.keys();
    sorted.removeAll(QString());
    sorted.sort();
    for (qsizetype i = 0; i < sorted.size(); ++i)
        places[sorted[i]] = double(i);
    sortBy(rows, [&](const TradeRecord &trade) { return places.value(texts.value(&trade)); });
}

// --- what is shown ---------------------------------------------------------------------------

int JournalTradesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

std::span<const TradeTableModel::ColumnLook> JournalTradesModel::looks() const
{
    return columns;
}

QString JournalTradesModel::columnName(int column) const
{
    return QString::fromLatin1(QMetaEnum::fromType<Column>().valueToKey(column));
}

QString JournalTradesModel::title(int column) const
{
    switch (column) {
    case Date:
        return tr("Opened (ET)");
    case Symbol:
        return tr("Symbol");
    case Direction:
        return tr("Side");
    case Size:
        return tr("Size");
    case Entry:
        return tr("Entry");
    case Exit:
        return tr("Exit");
    case Net:
        return tr("Net");
    case Multiple:
        //: Column: the result in units of the planned risk
        return tr("R");
    case Adverse:
        //: Column: maximum adverse excursion
        return tr("MAE");
    case Favourable:
        //: Column: maximum favourable excursion
        return tr("MFE");
    case Efficiency:
        //: Column: how much of what could be had was taken at the exit
        return tr("Efficiency");
    case Holding:
        return tr("Held");
    case Fees:
        return tr("Fees");
    case Setup:
        return tr("Setup");
    case Tags:
        return tr("Tags");
    case Rating:
        return tr("Rating");
    case Account:
        return tr("Account");
    default:
        return {};
    }
}

/// Of columns that hold words.
QString JournalTradesModel::words(const TradeRecord &trade, int column) const
{
    const TradeNotes &notes = m_journal.notes(trade.key);
    switch (column) {
    case Symbol:
        return journaltext::subject(trade, locale());
    case Direction:
        return journaltext::direction(trade.direction);
    case Setup:
        return notes.setup;
    case Tags:
        return (notes.tags + notes.mistakes).join(u", "_s);
    case Rating:
        return notes.rating > 0 ? tr("%1 of 5").arg(notes.rating) : QString();
    case Account:
        return journaltext::account(trade.key.account);
    default:
        return {};
    }
}

/// What came of it, once it is closed.
std::optional<double> JournalTradesModel::multiple(const TradeRecord &trade) const
{
    return trade.isOpen() ? std::nullopt : m_journal.multipleOfRisk(trade);
}

QString JournalTradesModel::excursionText(const TradeRecord &trade, int column) const
{
    const auto excursion = tradeExcursion(trade, m_journal.risk(trade));
    if (!excursion)
        return statistictext::undefined();
    if (column == Efficiency)
        return journaltext::percent(trade.isOpen() ? std::nullopt : excursion->efficiency,
                                    locale());
    const QString text = tradetext::money(
        column == Adverse ? excursion->adverse : excursion->favourable, locale());
    //: A figure that is only roughly known
    return excursion->isRough ? tr("~%1").arg(text) : text;
}

QString JournalTradesModel::text(int row, int column) const
{
    const TradeRecord &trade = this->trade(row);
    const auto price = [this](const std::optional<Price> &value) {
        return value ? tradetext::average(*value, locale()) : statistictext::undefined();
    };
    switch (column) {
    case Date:
        return locale().toString(easterntime::date(trade.openedAt), u"d MMM yy "_s)
            + tradeTime(trade.openedAt, easterntime::date(trade.openedAt), locale()).left(5);
    case Size:
        return tradetext::qty(trade.size, locale());
    case Entry:
        return price(trade.entryPrice);
    case Exit:
        return trade.isOpen() && !trade.exitPrice ? tr("open") : price(trade.exitPrice);
    case Net:
        return tradetext::profit(trade.net(), locale());
    case Multiple:
        return journaltext::multiple(multiple(trade), locale());
    case Adverse:
    case Favourable:
    case Efficiency:
        return excursionText(trade, column);
    case Holding:
        return journaltext::holding(trade, m_now);
    case Fees:
        return tradetext::money(trade.fees, locale());
    default:
        return words(trade, column);
    }
}

QVariant JournalTradesModel::value(int row, int column, int role) const
{
    const TradeRecord &trade = this->trade(row);
    switch (role) {
    case SymbolRole:
        return trade.symbol;
    case IdRole:
        return QString(trade.key.account + u'/' + QString::number(trade.key.number));
    case SignRole: {
        const bool hasResult = column == Net || (column == Multiple && multiple(trade));
        return hasResult && !trade.isOpen() ? signOf(trade.net()) : 0;
    }
    case TimeRole:
        return column == Date ? QVariant(toNs(trade.openedAt)) : QVariant();
    case IconRole:
        return column == Noted ? notesIcon(m_journal.notes(trade.key)) : QVariant();
    default:
        return {};
    }
}

/// Nothing where nothing was written.
QVariant JournalTradesModel::notesIcon(const TradeNotes &notes)
{
    if (notes.attachments > 0)
        return u"attach"_s;
    return notes.text.isEmpty() ? QVariant() : QVariant(u"note"_s);
}

} // namespace tapeline
