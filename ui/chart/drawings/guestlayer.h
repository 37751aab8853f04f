#pragma once

#include <QWidget>

#include <functional>

namespace tapeline {

/// A transparent layer of a chart's guest: paints what it is told to, takes no input, and is hidden
/// while there is nothing to paint, so that it costs nothing then.
class GuestLayer : public QWidget
{
    Q_OBJECT

public:
    using Paint = std::function<void(QPainter &painter, const QRegion &region)>;

    GuestLayer(Paint paint, QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Paint m_paint;
};

} // namespace tapeline
