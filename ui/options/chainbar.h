#pragma once

#include "chainsheet.h"

#include <QWidget>

class QComboBox;
class QToolButton;

namespace tapeline {

class ElidedLabel;
class Theme;

/// The strip above a chain: the price of the underlying, how many strikes are shown, whose Greeks,
/// the filter and the columns.
class ChainBar : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive the bar.
    ChainBar(ChainSheet &sheet, const Theme &theme, QWidget *parent = nullptr);

    QToolButton *filterButton() const { return m_filter; }
    QToolButton *columnsButton() const { return m_columns; }
    QString text() const;
    /// Brings the choices up to the sheet.
    void showChoices();

signals:
    void filterRequested();
    void columnsRequested();
    void centreRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    QToolButton *addButton(const QString &name, const QString &icon);
    void showPrice();
    void retranslate();
    void restyle();

    ChainSheet &m_sheet;
    const Theme &m_theme;
    ElidedLabel *m_price;
    QComboBox *m_around;
    QComboBox *m_greeks;
    QToolButton *m_filter;
    QToolButton *m_columns;
    QToolButton *m_centre;
};

} // namespace tapeline
