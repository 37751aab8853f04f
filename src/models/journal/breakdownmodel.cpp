#include "breakdownmodel.h"

#include "breakdowntext.h"
#include "performancemetric.h"
#include "statistictext.h"

#include <QMetaEnum>

#include <array>
#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array<TradeTableModel::ColumnLook, BreakdownModel::ColumnCount> columns { {
    { .sample = "Opening range", .isText = true, .isStrong = true, .takesRest = true },
    { .sample = "0,000" },
    { .sample = "-0,000,000.00" },
    { .sample = "100.0 %" },
    { .sample = "-000.00", .rank = 1 },
    { .sample = "000.00", .rank = 2 },
    { .sample = "-0.00 R", .rank = 3 },
} };

/// A tool tip breaks its lines where it is no plain text.
QString inLines(const QString &sentences)
{
    return u"<p>%1</p>"_s.arg(sentences.toHtmlEscaped());
}

PerformanceMetric metricOf(int column)
{
    using enum PerformanceMetric;
    switch (column) {
    case BreakdownModel::Net:
        return Net;
    case BreakdownModel::WinRate:
        return WinRate;
    case BreakdownModel::Expectancy:
        return Expectancy;
    case BreakdownModel::ProfitFactor:
        return ProfitFactor;
    case BreakdownModel::ExpectancyR:
        return ExpectancyR;
    default:
        return Trades;
    }
}

} // namespace

void BreakdownModel::setGroups(TradeBreakdown breakdown, std::vector<TradeGroup> groups)
{
    beginResetModel();
    m_breakdown = breakdown;
    m_groups = std::move(groups);
    endResetModel();
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

int BreakdownModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_groups.size());
}

std::span<const TradeTableModel::ColumnLook> BreakdownModel::looks() const
{
    return columns;
}

QString BreakdownModel::columnName(int column) const
{
    return QString::fromLatin1(QMetaEnum::fromType<Column>().valueToKey(column));
}

QString BreakdownModel::title(int column) const
{
    return column == Group ? breakdowntext::name(m_breakdown)
                           : statistictext::name(metricOf(column));
}

QVariant BreakdownModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::ToolTipRole)
        return inLines(section == Group ? breakdowntext::definition(m_breakdown)
                                        : statistictext::definition(metricOf(section)));
    return TradeTableModel::headerData(section, orientation, role);
}

QString BreakdownModel::text(int row, int column) const
{
    const TradeGroup &group = m_groups[std::size_t(row)];
    return column == Group
        ? breakdowntext::group(m_breakdown, group, locale())
        : statistictext::value(metricOf(column), PerformanceFigures { group.statistics }, locale());
}

QVariant BreakdownModel::value(int row, int column, int role) const
{
    const TradeGroup &group = m_groups[std::size_t(row)];
    const std::optional<double> number = column == Group
        ? std::nullopt
        : metricNumber(metricValue(metricOf(column), { group.statistics }));
    switch (role) {
    case SortRole:
        if (column == Group)
            return isByWords(m_breakdown) ? QVariant(text(row, column)) : QVariant(group.bucket);
        return number ? QVariant(*number) : QVariant(-HUGE_VAL); // undefined below all
    case SignRole: {
        const bool hasSign = column == Net || column == Expectancy || column == ExpectancyR;
        return hasSign && number ? (*number > 0) - (*number < 0) : 0;
    }
    case SearchRole:
        return text(row, Group);
    default:
        return {};
    }
}

} // namespace tapeline
