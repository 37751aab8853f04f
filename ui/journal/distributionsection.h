#pragma once

#include "dashboardsection.h"
#include "drawdownodds.h"
#include "resultdistribution.h"
#include "resultruns.h"

namespace tapeline {

class BarPlot;

/// How the results are spread, in money and in units of the planned risk, how they came in runs,
/// and what another order of them would have meant.
class DistributionSection : public DashboardSection
{
    Q_OBJECT

public:
    DistributionSection(TradeStudy &study, const Theme &theme, QWidget *parent = nullptr);

    QString title() const override;
    BarPlot *money() const { return m_money; }
    BarPlot *multiples() const { return m_multiples; }
    BarPlot *runs() const { return m_runs; }

protected:
    void refresh() override;
    void retranslate() override;

private:
    struct Figures
    {
        ResultDistribution money;
        ResultDistribution multiples;
        qint64 withoutRisk = 0;
        ResultRuns runs;
        std::optional<DrawdownOdds> odds;
    };

    void show(const Figures &shown);
    void showDistribution(BarPlot &plot, const ResultDistribution &shown,
                          const std::function<QString(double)> &text);
    void showRuns(const ResultRuns &runs);
    QString oddsText(const std::optional<DrawdownOdds> &odds) const;

    QLabel *m_headings[4] {}; ///< money, multiples, runs, order
    BarPlot *m_money;
    BarPlot *m_multiples;
    BarPlot *m_runs;
    QLabel *m_risks; ///< how many trades have no planned risk
    QLabel *m_odds;
};

} // namespace tapeline
