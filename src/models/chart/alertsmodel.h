#pragma once

#include "alertbook.h"
#include "alerttext.h"
#include "tradetablemodel.h"

namespace tapeline {

/// The alerts of a desk, in the order they were made.
class AlertsModel : public TradeTableModel
{
    Q_OBJECT

public:
    enum Column { Symbol, What, State, LastFired, Expires, Note, Remove, ColumnCount };
    Q_ENUM(Column)

    /// The book must outlive the model.
    explicit AlertsModel(AlertBook &book, QObject *parent = nullptr);

    void setDrawingNames(alerttext::DrawingName names);
    /// Null outside the rows.
    const ChartAlert *alertAt(int row) const;
    /// Invalid when there is none of that id.
    QModelIndex indexOf(const QString &id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    std::span<const ColumnLook> looks() const override;
    QString columnName(int column) const override;

protected:
    QString title(int column) const override;
    QString text(int row, int column) const override;
    QVariant value(int row, int column, int role) const override;

private:
    void follow();
    QString stateText(const ChartAlert &alert) const;

    AlertBook &m_book;
    alerttext::DrawingName m_drawings;
    std::vector<ChartAlert> m_shown; ///< as last announced
};

/// What has fired, oldest first.
class AlertLogModel : public TradeTableModel
{
    Q_OBJECT

public:
    enum Column { Time, Symbol, What, Value, Note, ColumnCount };
    Q_ENUM(Column)

    /// The book must outlive the model.
    explicit AlertLogModel(AlertBook &book, QObject *parent = nullptr);

    void setDrawingNames(alerttext::DrawingName names);
    /// Null outside the rows.
    const AlertFiring *firingAt(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    std::span<const ColumnLook> looks() const override;
    QString columnName(int column) const override;

protected:
    QString title(int column) const override;
    QString text(int row, int column) const override;
    QVariant value(int row, int column, int role) const override;

private:
    void follow();

    AlertBook &m_book;
    alerttext::DrawingName m_drawings;
    std::vector<AlertFiring> m_shown;
};

} // namespace tapeline
