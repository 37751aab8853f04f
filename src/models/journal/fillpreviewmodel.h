#pragma once

#include "fillfile.h"

#include <QAbstractTableModel>

#include <memory>

namespace tapeline {

/// The first lines of a file as the fills that come of them. What cannot be read is shown as it is
/// written, with the reason.
class FillPreviewModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column : quint8 { Line, Time, Symbol, Side, Quantity, Price, Multiplier, Fee, Order };
    static constexpr int columns = Order + 1;
    enum Role : quint16 {
        WrongRole = Qt::UserRole, ///< bool: the cell is why the line is refused
        RefusedRole, ///< bool: the line is
    };

    using QAbstractTableModel::QAbstractTableModel;

    void show(const std::shared_ptr<const OpenedFillFile> &opened, const FillMapping &mapping,
              const std::shared_ptr<const FillFile> &file);
    void clear();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const FillPreviewLine &line(const QModelIndex &index) const;
    /// The fields of the file that a column is made of.
    std::vector<FillField> fieldsOf(int column) const;
    QString written(const FillPreviewLine &line, int column) const;
    QString parsed(const FillPreviewLine &line, int column) const;
    QStringList reasons(const FillPreviewLine &line, int column) const;

    std::shared_ptr<const OpenedFillFile> m_opened;
    std::shared_ptr<const FillFile> m_file;
    FillMapping m_mapping;
};

} // namespace tapeline
