#include "fillsmodel.h"

#include "easterntime.h"
#include "tradedesk.h"
#include "tradetext.h"

#include <QMetaEnum>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array<TradeTableModel::ColumnLook, FillsModel::ColumnCount> columns { {
    { .sample = "09:41:30", .rank = 3, .isText = true },
    { .sample = "GOOGL 8", .isText = true, .isStrong = true },
    { .sample = "Sell", .isText = true },
    { .sample = "10,000" },
    { .sample = "0,000.0000" },
    { .sample = "00.00", .rank = 2 },
    { .sample = "Displayed size taken", .rank = 4, .isText = true, .takesRest = true },
    { .sample = "dk3f9x2l0", .rank = 5, .isText = true, .isHidden = true },
    { .sample = "" },
} };

} // namespace

FillsModel::FillsModel(TradeDesk &desk, QObject *parent)
    : TradeTableModel(parent)
    , m_desk(desk)
{
    connect(&desk, &TradeDesk::accountChosen, this, &FillsModel::follow);
    follow();
}

/// Shows the fills of the account that is traded on now.
void FillsModel::follow()
{
    if (m_log)
        m_log->disconnect(this);
    m_log = &m_desk.log();
    connect(m_log, &OrderLog::restarted, this, &FillsModel::restart);
    connect(m_log, &OrderLog::fillAdded, this, &FillsModel::add);
    restart();
}

void FillsModel::restart()
{
    beginResetModel();
    m_count = int(m_log->fills().size());
    m_today = m_count > 0 ? easterntime::date(line(m_count - 1).at) : QDate();
    endResetModel();
}

void FillsModel::add(std::size_t index)
{
    const int row = int(index);
    beginInsertRows({}, row, row);
    m_count = row + 1;
    endInsertRows();
    const QDate day = easterntime::date(line(row).at);
    if (std::exchange(m_today, day) != day) // the times of an earlier day say so
        emit dataChanged(this->index(0, Time), this->index(row, Time));
}

int FillsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_count;
}

std::span<const TradeTableModel::ColumnLook> FillsModel::looks() const
{
    return columns;
}

QString FillsModel::columnName(int column) const
{
    return QString::fromLatin1(QMetaEnum::fromType<Column>().valueToKey(column));
}

QString FillsModel::title(int column) const
{
    switch (column) {
    case Time:
        return tr("Time (ET)");
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
    case Rule:
        //: Column: by which rule a fill came about
        return tr("Rule");
    case Order:
        return tr("Order");
    default:
        return {};
    }
}

QString FillsModel::text(int row, int column) const
{
    const FillLine &fill = line(row);
    switch (column) {
    case Time:
        return tradeTime(fill.at, m_today, locale());
    case Symbol:
        return fill.symbol;
    case Side:
        return tradetext::side(fill.side);
    case Quantity:
        return tradetext::qty(fill.qty, locale());
    case Price:
        return tradetext::price(fill.price, locale());
    case Fee:
        return tradetext::money(fill.fee, locale());
    case Rule:
        return tradetext::rule(fill.evidence.rule);
    case Order:
        return fill.order;
    default:
        return {};
    }
}

QVariant FillsModel::sortValue(int row, int column) const
{
    const FillLine &fill = line(row);
    switch (column) {
    case Time:
        return qint64(row); // as they came about, also within one instant
    case Quantity:
        return fill.qty.units();
    case Price:
        return fill.price.units();
    case Fee:
        return fill.fee.units();
    default:
        return text(row, column);
    }
}

QVariant FillsModel::value(int row, int column, int role) const
{
    const FillLine &fill = line(row);
    switch (role) {
    case SortRole:
        return sortValue(row, column);
    case SymbolRole:
        return fill.symbol;
    case IdRole:
        return fill.order;
    case SignRole:
        return column == Side ? (fill.side == tapeline::Side::Buy ? 1 : -1) : 0;
    case TimeRole:
        return column == Time ? QVariant(toNs(fill.at)) : QVariant();
    case IconRole:
        return column == Receipt ? QVariant(u"info"_s) : QVariant();
    case SearchRole:
        return QStringList { fill.symbol, text(row, Side), text(row, Rule), fill.order }.join(u' ');
    default:
        return {};
    }
}

} // namespace tapeline
