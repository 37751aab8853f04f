#pragma once

#include "fillfile.h"

#include <QAbstractTableModel>

#include <memory>

namespace tapeline {

/// Why lines are refused, a line each.
class FillProblemModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column : quint8 { Line, Field, Value, Reason };
    static constexpr int columns = Reason + 1;

    using QAbstractTableModel::QAbstractTableModel;

    /// Null: nothing.
    void show(const std::shared_ptr<const FillFile> &file);
    /// As CSV, with a header, to be saved.
    QByteArray csv() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const FillFileProblem &problem, int column) const;

    std::shared_ptr<const FillFile> m_file;
};

} // namespace tapeline
