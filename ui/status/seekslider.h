#pragma once

#include <QSlider>

namespace tapeline {

/// A place on a line that is chosen by a click anywhere on it, by dragging, or by keys. While it is
/// dragged nothing moves it but the pointer.
class SeekSlider : public QSlider
{
    Q_OBJECT

public:
    explicit SeekSlider(QWidget *parent = nullptr);

    /// Where things stand; not while someone drags.
    void follow(int value);

signals:
    /// Somebody wants to be there.
    void chosen(int value);

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    int valueAt(const QPointF &point) const;
};

} // namespace tapeline
