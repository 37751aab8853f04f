#pragma once

#include "chartguest.h"
#include "chartscene.h"
#include "traderecord.h"

#include <QObject>
#include <QPointer>

namespace tapeline {

class PriceChart;

/// A trade on a chart: where it was entered and left, its fills, the stop that stood behind it and
/// how far it went for and against it. Only looked at: all input stays with the chart.
class TradeMarks : public QObject, public ChartGuest
{
    Q_OBJECT

public:
    /// Lives as long as the chart.
    explicit TradeMarks(PriceChart &chart);
    ~TradeMarks() override;

    void setTrade(const TradeRecord &trade, const std::vector<TradeExecution> &executions);
    /// What is written beside the lines, as painted last.
    const QStringList &labels() const { return m_labels; }

    QWidget *layer() override;
    void viewDrawn() override;
    void paintForPicture(QPainter &painter) override;
    bool takePress(const QMouseEvent &) override { return false; }
    bool takeMove(const QMouseEvent &) override { return false; }
    bool takeRelease(const QMouseEvent &) override { return false; }
    bool takeKey(const QKeyEvent &) override { return false; }
    void pointerLeft() override { }
    std::optional<Qt::CursorShape> cursorAt(QPoint) const override { return {}; }
    QString toolTipAt(QPoint position) const override;
    std::optional<QList<QAction *>> menuAt(std::optional<QPoint>) override
    {
        return QList<QAction *>();
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Level
    {
        double price = 0;
        QString label;
        QColor color;
        bool isDashed = true;
    };

    std::vector<Level> levels() const;
    QRect span() const;
    QPoint placeOf(const TradeExecution &execution) const;
    void paintSpan(QPainter &painter) const;
    void paintLevel(QPainter &painter, const Level &level) const;
    void paintLabels(QPainter &painter, std::vector<Level> levels);
    void paintFills(QPainter &painter) const;

    PriceChart &m_chart;
    QPointer<QWidget> m_layer;
    TradeRecord m_trade;
    std::vector<TradeExecution> m_executions;
    QStringList m_labels;
};

} // namespace tapeline
