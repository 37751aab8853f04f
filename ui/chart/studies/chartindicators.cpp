#include "chartindicators.h"

#include "chartstudies.h"
#include "charttoolbar.h"
#include "indicatorpicker.h"
#include "indicatorsettings.h"
#include "pricechart.h"
#include "theme.h"

#include <QAction>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

ChartIndicators::ChartIndicators(PriceChart &chart, ChartToolBar &bar, const Theme &theme)
    : QObject(&chart)
    , m_chart(chart)
    , m_theme(theme)
    , m_open(new QAction(this))
    , m_volume(new QAction(this))
    , m_fit(new QAction(this))
{
    addActions(bar);
    connect(&chart.studies(), &ChartStudies::settingsRequested, this,
            &ChartIndicators::openSettings);
    connect(&theme, &Theme::changed, this, &ChartIndicators::restyle);
    restyle();
    retranslate();
}

void ChartIndicators::addActions(ChartToolBar &bar)
{
    ChartStudies &studies = m_chart.studies();
    m_open->setObjectName(u"chartIndicators"_s);
    connect(m_open, &QAction::triggered, this, &ChartIndicators::openPicker);
    bar.addButton(m_open, u"indicators"_s);
    m_volume->setObjectName(u"chartVolume"_s);
    m_fit->setObjectName(u"chartFitIndicators"_s);
    for (QAction *action : { m_volume, m_fit })
        action->setCheckable(true);
    connect(m_volume, &QAction::triggered, &studies, &ChartStudies::setVolumeShown);
    connect(m_fit, &QAction::triggered, &studies,
            [&studies](bool fit) { studies.setScalesPricesOnly(!fit); });
    const auto update = [this, &studies] {
        m_volume->setChecked(studies.isVolumeShown());
        m_fit->setChecked(!studies.scalesPricesOnly());
    };
    connect(&studies, &ChartStudies::panesChanged, this, update);
    update();
    for (QAction *action : { m_open, m_volume, m_fit })
        m_chart.addToMenu(action);
}

void ChartIndicators::restyle()
{
    const auto icon = [this](const QString &name) { return m_theme.icon(name, ColorRole::Text); };
    m_chart.studies().setIcons({ .shown = icon(u"eye"_s),
                                 .hidden = icon(u"eye-off"_s),
                                 .settings = icon(u"settings"_s),
                                 .remove = icon(u"close"_s),
                                 .up = icon(u"chevron-up"_s),
                                 .down = icon(u"chevron-down"_s),
                                 .maximise = icon(u"maximise"_s),
                                 .restore = icon(u"restore"_s) });
}

void ChartIndicators::retranslate()
{
    m_open->setText(tr("Indicators"));
    m_open->setToolTip(tr("Add indicators to the chart, and change those on it"));
    m_volume->setText(tr("Volume"));
    m_fit->setText(tr("Fit indicators with the prices"));
    m_fit->setToolTip(tr("Indicators over the prices take part in their scale"));
}

void ChartIndicators::openPicker()
{
    if (!m_picker)
        m_picker = new IndicatorPicker(m_theme, m_chart.studies(), m_defaults, &m_chart);
    m_defaults.reload();
    m_picker->openPicker();
}

void ChartIndicators::openSettings(int id)
{
    IndicatorSet &set = m_chart.studies().set();
    if (!set.contains(id))
        return;
    if (m_settings && m_settings->id() == id) {
        m_settings->raise();
        return m_settings->activateWindow();
    }
    if (m_settings)
        m_settings->accept(); // what was changed is on the chart already
    QWidget *over = m_picker && m_picker->isVisible() ? static_cast<QWidget *>(m_picker)
                                                      : static_cast<QWidget *>(&m_chart);
    m_settings = new IndicatorSettings(set, id, m_defaults, m_chart.scene().colors, over);
    m_settings->setAttribute(Qt::WA_DeleteOnClose);
    m_settings->show();
}

} // namespace tapeline
