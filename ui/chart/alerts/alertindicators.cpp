#include "alertindicators.h"

#include "chartalerts.h"
#include "indicatorset.h"

namespace tapeline {

void offerIndicators(ChartAlerts &alerts, const IndicatorSet &indicators)
{
    alerts.addChoices([&indicators](AlertChoices &choices) {
        for (const IndicatorSet::Id id : indicators.ids())
            for (std::size_t output = 0; output < indicators.info(id).outputs.size(); ++output)
                choices.indicators.push_back(
                    AlertValue::ofIndicator(indicators.choice(id).spec, int(output)));
    });
}

} // namespace tapeline
