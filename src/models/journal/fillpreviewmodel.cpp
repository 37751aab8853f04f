#include "fillpreviewmodel.h"

#include "easterntime.h"
#include "filltext.h"
#include "tradetext.h"

#include <QLocale>

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

QString timeText(Timestamp at)
{
    const Duration ofDay = easterntime::timeOfDay(at);
    const auto ms = std::chrono::floor<std::chrono::milliseconds>(ofDay).count();
    const QTime time = QTime::fromMSecsSinceStartOfDay(int(ms));
    return easterntime::date(at).toString(Qt::ISODate) + u' '
        + time.toString(ms % 1'000 == 0 ? u"HH:mm:ss"_s : u"HH:mm:ss.zzz"_s);
}

bool isNumber(int column)
{
    return column == FillPreviewModel::Quantity || column == FillPreviewModel::Price
        || column == FillPreviewModel::Multiplier || column == FillPreviewModel::Fee;
}

} // namespace

void FillPreviewModel::show(const std::shared_ptr<const OpenedFillFile> &opened,
                            const FillMapping &mapping, const std::shared_ptr<const FillFile> &file)
{
    beginResetModel();
    m_opened = opened;
    m_mapping = mapping;
    m_file = file;
    endResetModel();
}

void FillPreviewModel::clear()
{
    show({}, {}, {});
}

int FillPreviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_file ? 0 : int(m_file->preview.size());
}

int FillPreviewModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

const FillPreviewLine &FillPreviewModel::line(const QModelIndex &index) const
{
    return m_file->preview[std::size_t(index.row())];
}

std::vector<FillField> FillPreviewModel::fieldsOf(int column) const
{
    switch (column) {
    case Time:
        return { FillField::At, FillField::Date, FillField::Time };
    case Symbol:
        return { FillField::Symbol, FillField::Currency };
    case Side:
        return { FillField::Side };
    case Quantity:
        return { FillField::Quantity };
    case Price:
        return { FillField::Price };
    case Multiplier:
        return { FillField::Multiplier };
    case Fee:
        return { FillField::Fee };
    case Order:
        return { FillField::Order, FillField::Execution };
    default:
        return {};
    }
}

QString FillPreviewModel::written(const FillPreviewLine &line, int column) const
{
    QStringList parts;
    for (const auto &[field, name] : m_mapping.columns) {
        const std::vector<FillField> fields = fieldsOf(column);
        if (std::ranges::find(fields, field) == fields.end() || field == FillField::Currency)
            continue;
        const QString part = line.fields.value(fillColumn(m_opened->header, name));
        if (!part.isEmpty())
            parts.append(part);
    }
    return parts.join(u' ');
}

QString FillPreviewModel::parsed(const FillPreviewLine &line, int column) const
{
    if (column == Line)
        return QLocale().toString(line.line);
    if (!line.fill)
        return written(line, column);
    const ImportedFill &fill = *line.fill;
    switch (column) {
    case Time:
        return timeText(fill.at);
    case Symbol:
        return fill.symbol;
    case Side:
        return tradetext::side(fill.side);
    case Quantity:
        return tradetext::qty(fill.qty);
    case Price:
        return tradetext::price(fill.price);
    case Multiplier:
        return QLocale().toString(fill.multiplier);
    case Fee:
        return tradetext::money(fill.fee);
    default:
        return fill.order.isEmpty() ? fill.execution : fill.order;
    }
}

QStringList FillPreviewModel::reasons(const FillPreviewLine &line, int column) const
{
    QStringList reasons;
    for (const FillFileProblem &problem : line.problems) {
        bool isHere = column == Line; // of the line, all of it
        for (const FillField field : fieldsOf(column)) {
            for (const auto &[own, name] : m_mapping.columns)
                isHere = isHere
                    || (own == field && name.compare(problem.column, Qt::CaseInsensitive) == 0);
        }
        if (isHere)
            reasons.append(FillText::fault(problem.fault));
    }
    return reasons;
}

QVariant FillPreviewModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !m_file)
        return {};
    const FillPreviewLine &own = line(index);
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return parsed(own, column);
    case Qt::TextAlignmentRole:
        return int((isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole: {
        const QStringList why = reasons(own, column);
        return why.isEmpty() ? QString()
                             : QString(written(own, column) + u'\n' + why.join(u'\n')).trimmed();
    }
    case WrongRole:
        return !reasons(own, column).isEmpty();
    case RefusedRole:
        return !own.fill.has_value();
    default:
        return {};
    }
}

QVariant FillPreviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Line:
        return tr("Line");
    case Time:
        return tr("Time (ET)");
    case Symbol:
        return tr("Symbol");
    case Side:
        return tr("Side");
    case Quantity:
        return tr("Qty");
    case Price:
        return tr("Price");
    case Multiplier:
        return tr("×");
    case Fee:
        return tr("Fee");
    default:
        return tr("Order");
    }
}

} // namespace tapeline
