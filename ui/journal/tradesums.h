#pragma once

#include "performancemetric.h"

#include <QWidget>

#include <array>

namespace tapeline {

class FigureTile;
class JournalSelection;
class Theme;

/// What the trades that are looked at come to, in one line; each figure's definition is a hover
/// away.
class TradeSums : public QWidget
{
    Q_OBJECT

public:
    static constexpr std::array metrics {
        PerformanceMetric::Trades,
        PerformanceMetric::WinRate,
        PerformanceMetric::Net,
        PerformanceMetric::Gross,
        PerformanceMetric::Fees,
        PerformanceMetric::Expectancy,
        PerformanceMetric::ProfitFactor,
        PerformanceMetric::ExpectancyR,
        PerformanceMetric::ExitEfficiency,
    };

    /// Both must outlive it.
    TradeSums(const JournalSelection &selection, const Theme &theme, QWidget *parent = nullptr);

    /// As shown.
    QString text(PerformanceMetric metric) const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void show();
    void retranslate();
    void restyle();

    const JournalSelection &m_selection;
    const Theme &m_theme;
    std::array<FigureTile *, metrics.size()> m_tiles {};
};

} // namespace tapeline
