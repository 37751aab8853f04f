#include "fillproblemmodel.h"

#include "filltext.h"

#include <QLocale>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// As CSV wants it (RFC 4180).
QByteArray quoted(QString text)
{
    return '"' + text.replace(u'"', u"\"\""_s).toUtf8() + '"';
}

} // namespace

void FillProblemModel::show(const std::shared_ptr<const FillFile> &file)
{
    beginResetModel();
    m_file = file;
    endResetModel();
}

QByteArray FillProblemModel::csv() const
{
    QByteArray csv = "line,column,value,reason\n";
    if (!m_file)
        return csv;
    for (const FillFileProblem &problem : m_file->problems) {
        csv += QByteArray::number(problem.line);
        for (const Column column : { Field, Value, Reason })
            csv += ',' + quoted(text(problem, column));
        csv += '\n';
    }
    return csv;
}

int FillProblemModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_file ? 0 : int(m_file->problems.size());
}

int FillProblemModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QString FillProblemModel::text(const FillFileProblem &problem, int column) const
{
    switch (column) {
    case Line:
        return QLocale().toString(problem.line);
    case Field:
        return problem.column;
    case Value:
        return problem.value;
    default:
        return FillText::fault(problem.fault);
    }
}

QVariant FillProblemModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !m_file)
        return {};
    const FillFileProblem &problem = m_file->problems[std::size_t(index.row())];
    if (role == Qt::DisplayRole)
        return text(problem, index.column());
    if (role == Qt::ToolTipRole)
        return FillText::problem(problem);
    return {};
}

QVariant FillProblemModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Line:
        return tr("Line");
    case Field:
        return tr("Column");
    case Value:
        return tr("Reads");
    default:
        return tr("Why it is refused");
    }
}

} // namespace tapeline
