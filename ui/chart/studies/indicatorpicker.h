#pragma once

#include "chartstudies.h"
#include "indicatordefaults.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListView;
class QListWidget;
class QPushButton;
class QStandardItemModel;

namespace tapeline {

class Theme;

/// All indicators there are, by name, and those on one chart. Typing narrows the list, Enter adds
/// the chosen one; it stays open for several.
class IndicatorPicker : public QDialog
{
    Q_OBJECT

public:
    /// All must outlive the dialog.
    IndicatorPicker(const Theme &theme, ChartStudies &studies, IndicatorDefaults &defaults,
                    QWidget *parent = nullptr);

    /// Shows it, ready to type.
    void openPicker();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void assemble();
    void retranslate();
    void restyle();
    void search();
    void addHeading(const QString &text);
    void addIndicator(const IndicatorInfo &info);
    void step(int rows);
    void addChosen();
    void toggleFavourite();
    void fillOnChart();
    void updateButtons();
    QString chosenIndicator() const;
    IndicatorSet::Id chosenOnChart() const;

    const Theme &m_theme;
    ChartStudies &m_studies;
    IndicatorDefaults &m_defaults;
    QLineEdit *m_search;
    QListView *m_list;
    QStandardItemModel *m_rows;
    QLabel *m_nothing;
    QPushButton *m_add;
    QPushButton *m_favourite;
    QLabel *m_onChartTitle;
    QListWidget *m_onChart;
    QPushButton *m_settings;
    QPushButton *m_hide;
    QPushButton *m_duplicate;
    QPushButton *m_remove;
    QPushButton *m_close;
};

} // namespace tapeline
