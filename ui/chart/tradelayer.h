#pragma once

#include "tradelinepainter.h"

#include <QWidget>

namespace tapeline {

/// The labels of trade lines, above the newest bar and the crosshair.
class TradeLabels : public QWidget
{
    Q_OBJECT

public:
    TradeLabels(TradeLinePainter &painter, const TradePicture &picture, QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    TradeLinePainter &m_painter;
    const TradePicture &m_picture;
};

/// Trade lines and fills on a transparent layer above a chart's bars, with their labels on another
/// one. Repaints only what changed; hidden while there is nothing to show.
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
    void resizeEvent(QResizeEvent *event) override;

private:
    QRegion differences(const TradePicture &next) const;
    void showIfNeeded();

    TradeLinePainter m_painter;
    TradePicture m_picture;
    std::vector<FillMark> m_marks;
    TradeLabels *m_labels;
};

} // namespace tapeline
