#pragma once

#include "journalplot.h"

#include <functional>
#include <optional>

QT_BEGIN_NAMESPACE
class QLineSeries;
QT_END_NAMESPACE

namespace tapeline {

/// Where a trade went on its way: each a point, its worst open result to the right and its best one
/// up. Winners are triangles that point up, losers ones that point down, so that colour is not the
/// only sign. Lines show a stop and a target. Of very many trades only as many points are drawn as
/// can be told apart.
class ExcursionPlot : public JournalPlot
{
    Q_OBJECT

public:
    struct Point
    {
        double adverse = 0; ///< MAE >= 0
        double favourable = 0; ///< MFE >= 0
        int sign = 0; ///< of the result
        int trade = 0; ///< whatever the owner counts by
    };
    struct Levels
    {
        std::optional<double> stop {}; ///< along the worst results
        std::optional<double> target {}; ///< along the best
    };
    using ValueText = std::function<QString(double)>;
    using Reading = std::function<QStringList(int trade)>;

    ExcursionPlot(const Theme &theme, const QString &objectName, QWidget *parent = nullptr);

    /// mark words values at the axes, read tells a trade.
    void setPoints(std::vector<Point> points, const ValueText &mark, const Reading &read);
    void setLevels(const Levels &levels);
    const Levels &levels() const { return m_levels; }
    /// Of an item: those that are drawn, from left to right.
    int tradeOf(int item) const { return m_shown[std::size_t(item)].trade; }

    int itemCount() const override { return int(m_shown.size()); }
    QPointF itemPosition(int item) const override;
    QStringList itemReading(int item) const override;

protected:
    int itemAt(const QPointF &place) const override;
    bool hasGrid(Qt::Orientation) const override { return true; }
    void restyle() override;
    void paintAbove(QPainter &painter) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void scaleAxes(const ValueText &mark);
    void thin();
    void paintSigns(QPainter &painter) const;
    void paintLevel(QPainter &painter, bool isTarget, double value) const;
    QImage marker(int sign) const;

    std::vector<Point> m_points; ///< ascending along the worst results
    std::vector<Point> m_shown; ///< of them
    std::array<QLineSeries *, 3> m_series {}; ///< losers, even ones, winners: marks without a line
    Levels m_levels;
    Reading m_read;
};

} // namespace tapeline
