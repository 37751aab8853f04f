#pragma once

#include "performancemetric.h"

#include <QWidget>

#include <vector>

class QGridLayout;

namespace tapeline {

class FigureTile;
class Theme;

/// Figures of trades as tiles, as many in a line as there is room for, each with its definition on
/// hover.
class MetricTiles : public QWidget
{
    Q_OBJECT

public:
    /// The theme must outlive it.
    MetricTiles(const Theme &theme, std::vector<PerformanceMetric> metrics,
                QWidget *parent = nullptr);

    void setFigures(const PerformanceFigures &figures);
    /// What is said beside the definition of figures that need an account's equity, when there is
    /// none.
    void setWithoutEquity(const QString &why);
    /// What a tile says; empty for one that is not among them.
    QString text(PerformanceMetric metric) const;
    FigureTile *tile(PerformanceMetric metric) const;

    /// As narrow as two tiles: they are put into more lines then.
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void arrange();
    void retranslate();

    const Theme &m_theme;
    const std::vector<PerformanceMetric> m_metrics;
    std::vector<FigureTile *> m_tiles; ///< of them
    PerformanceFigures m_figures;
    QString m_withoutEquity;
    QGridLayout *m_grid;
    int m_columns = 0;
};

} // namespace tapeline
