#pragma once

#include "tradelinepainter.h"

#include <QWidget>

namespace tapeline {

/// Trade lines and fills on a transparent layer above a chart's bars. Repaints only what changed;
/// hidden while there is nothing to show.
class TradeLayer : public QWidget
{
    Q_OBJECT

public:
    /// scene must outlive the layer.
    TradeLayer(const ChartScene &scene, QWidget *parent);

    const TradePicture &picture() const { return m_picture; }
    const std::vector<FillMark> &marks() const { return m_marks; }
    void setPicture(TradePicture picture);
    void setMarks(std::vector<FillMark> marks);
    /// Takes over the widget's font; for pictures that are made next.
    TradeTextSize textSize();
    /// Everything lies elsewhere.
    void updateAll();
    void paintAll(QPainter &painter);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QRegion differences(const TradePicture &next) const;
    void showIfNeeded();

    TradeLinePainter m_painter;
    TradePicture m_picture;
    std::vector<FillMark> m_marks;
};

} // namespace tapeline
