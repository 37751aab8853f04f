#pragma once

#include "indicatordefaults.h"

#include <QObject>
#include <QPointer>

class QAction;

namespace tapeline {

class ChartToolBar;
class IndicatorPicker;
class IndicatorSettings;
class PriceChart;
class Theme;

/// How a person reaches the indicators of a chart: the button above it, its menu, and the dialogs.
class ChartIndicators : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it but the chart, whose child it is.
    ChartIndicators(PriceChart &chart, ChartToolBar &bar, const Theme &theme);

    /// Where defaults and favourites are kept; must outlive it.
    void setDocuments(DocumentStore &documents) { m_defaults.setStore(&documents); }
    void retranslate();
    /// Shows the list of all indicators and of those on the chart.
    void openPicker();
    /// Shows the settings of one; does nothing when it is not there.
    void openSettings(int id);

private:
    void addActions(ChartToolBar &bar);
    void restyle();

    PriceChart &m_chart;
    const Theme &m_theme;
    IndicatorDefaults m_defaults;
    QAction *m_open;
    QAction *m_volume;
    QAction *m_fit; ///< indicators with the prices
    QPointer<IndicatorPicker> m_picker;
    QPointer<IndicatorSettings> m_settings;
};

} // namespace tapeline
