#pragma once

#include "scenariotable.h"

#include <QJsonObject>
#include <QWidget>

class QComboBox;

namespace tapeline {

class StrategyBuilder;
class Theme;

/// What a strategy would gain, or react to, by price and time, or by price and volatility. The
/// other one is where the sliders have it.
class ScenarioSheet : public QWidget
{
    Q_OBJECT

public:
    enum class Measure : quint8 { Profit, Delta, Gamma, Theta, Vega };
    enum class Across : quint8 { Days, Volatility };

    /// Both must outlive the sheet.
    ScenarioSheet(const Theme &theme, StrategyBuilder &builder, QWidget *parent = nullptr);

    Measure measure() const;
    Across across() const;
    void choose(Measure measure, Across across);
    const ScenarioTable &table() const { return m_table; }
    /// What a cell says; empty where there is none. Rows are prices from the highest.
    QString cellText(int row, int column) const;

    QJsonObject saveState() const;
    void restoreState(const QJsonObject &state);

signals:
    void stateChanged();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void reckon();
    int rows() const { return int(m_table.axes.spots.size()); }
    int columns() const;
    double valueAt(int row, int column) const;
    QString headText(int column) const;
    QRect cellAt(int row, int column) const;
    void describe();
    void retranslate();

    const Theme &m_theme;
    StrategyBuilder &m_builder;
    QComboBox *m_measure;
    QComboBox *m_across;
    ScenarioTable m_table;
};

} // namespace tapeline
