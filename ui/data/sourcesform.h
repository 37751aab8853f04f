#pragma once

#include "datachoices.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QGridLayout;
class QLabel;

namespace tapeline {

class DataDesk;
class Theme;

/// Who is asked for bars beside the service, in which order, and from which difference of two
/// sources an alert is made.
class SourcesForm : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive it.
    SourcesForm(const Theme &theme, DataDesk &desk, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Row
    {
        QLabel *name;
        QComboBox *choice;
    };

    void assemble();
    void addRow(QGridLayout *grid, std::size_t at);
    void connectParts();
    void restyle();
    void showChoices();
    void retranslate();

    const Theme &m_theme;
    DataDesk &m_desk;
    QCheckBox *m_yahoo;
    QLabel *m_note;
    QLabel *m_orderTitle;
    std::array<Row, sharedAssetClasses.size()> m_rows {};
    QLabel *m_discrepancyLabel;
    QDoubleSpinBox *m_discrepancy;
    QLabel *m_discrepancyNote;
};

} // namespace tapeline
