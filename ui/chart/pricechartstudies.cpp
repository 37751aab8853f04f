// The indicators of a PriceChart.

#include "pricechart.h"

#include "chartoverlay.h"
#include "chartstudies.h"
#include "studyinput.h"

namespace tapeline {

void PriceChart::makeStudies()
{
    connect(m_studies, &ChartStudies::panesChanged, this, &PriceChart::dividePanes);
    connect(m_studies, &ChartStudies::looksChanged, this, &PriceChart::scheduleRedraw);
    connect(m_studies, &ChartStudies::flowUnwanted, this, [this] {
        FlowOptions options = flowOptions();
        options.style = FlowStyle::Hidden;
        setFlowOptions(options);
    });
    m_navigator.setAlsoFitted([this](ChartSeries::Key first, ChartSeries::Key last) {
        return m_studies->rangeInPrices(first, last);
    });
    addGuest(m_studies->input());
}

QString PriceChart::studyText() const
{
    return m_overlay->studies().legend().plainText();
}

} // namespace tapeline
