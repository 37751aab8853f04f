#include "figuresmodel.h"

#include <array>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

using Look = TradeTableModel::ColumnLook;

constexpr const char *figure = "-0,000,000.00";
constexpr const char *interval = "-00,000.00 (-00,000.00 to 00,000.00)";

constexpr std::array<Look, 4> narrow { {
    { .sample = "Longest losing streak", .isText = true, .isStrong = true, .takesRest = true },
    { .sample = figure },
    { .sample = figure },
    { .sample = figure },
} };

constexpr std::array<Look, 4> wide { {
    { .sample = "Expectancy", .isText = true, .isStrong = true, .takesRest = true },
    { .sample = interval },
    { .sample = interval },
    { .sample = "+00.00 points (-00.00 points to +00.00 points)" },
} };

} // namespace

FiguresModel::FiguresModel(Width width, QObject *parent)
    : TradeTableModel(parent)
    , m_width(width)
{
}

void FiguresModel::show(const QStringList &titles, std::vector<Row> rows)
{
    beginResetModel();
    m_titles = titles;
    m_rows = std::move(rows);
    endResetModel();
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

int FiguresModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

std::span<const TradeTableModel::ColumnLook> FiguresModel::looks() const
{
    return m_width == Width::Intervals ? wide : narrow;
}

QString FiguresModel::columnName(int column) const
{
    return QString::number(column);
}

QString FiguresModel::title(int column) const
{
    return m_titles.value(column);
}

QVariant FiguresModel::data(const QModelIndex &index, int role) const
{
    if (role == Qt::ToolTipRole && index.isValid())
        return u"<p>%1</p>"_s.arg(m_rows[std::size_t(index.row())].definition.toHtmlEscaped());
    return TradeTableModel::data(index, role);
}

QString FiguresModel::text(int row, int column) const
{
    return m_rows[std::size_t(row)].texts.value(column);
}

QVariant FiguresModel::value(int row, int column, int role) const
{
    const Row &shown = m_rows[std::size_t(row)];
    switch (role) {
    case SortRole:
        return row; // they stay in their order
    case SignRole:
        return column == int(narrow.size()) - 1 ? shown.sign : 0;
    case SearchRole:
        return text(row, 0);
    default:
        return {};
    }
}

} // namespace tapeline
