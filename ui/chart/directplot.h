#pragma once

#include <qcustomplot.h>

namespace tapeline {

/// A QCustomPlot that draws straight into its window, once per change, without buffers of its own:
/// nothing is cleared, blended or copied (performance.md 4b). A picture is kept only for what the
/// window asks for in parts (a crosshair or a newest bar above it moves); it is made with the first
/// such part after a change. What lies on the lowest layer paints all of the background.
///
/// Call refresh() where a QCustomPlot is replotted; all layers are taken as logical.
class DirectPlot : public QCustomPlot
{
    Q_OBJECT

public:
    explicit DirectPlot(QWidget *parent = nullptr);

    /// Something looks different: all is drawn with the next paint event.
    void refresh();

signals:
    void refreshed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QPointF offsetInPixel() const;
    void makePicture();

    QImage m_picture;
    QPointF m_pictureOffset; ///< how far within a pixel of the window it begins
    bool m_isPictureFresh = false;
};

} // namespace tapeline
