#include "seekslider.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QStyle>
#include <QStyleOptionSlider>

namespace tapeline {

SeekSlider::SeekSlider(QWidget *parent)
    : QSlider(Qt::Horizontal, parent)
{
    setFocusPolicy(Qt::StrongFocus);
}

void SeekSlider::follow(int value)
{
    if (!isSliderDown())
        setValue(value);
}

int SeekSlider::valueAt(const QPointF &point) const
{
    QStyleOptionSlider option;
    initStyleOption(&option);
    const int handle
        = style()
              ->subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderHandle, this)
              .width();
    return QStyle::sliderValueFromPosition(minimum(), maximum(), qRound(point.x()) - handle / 2,
                                           width() - handle, option.upsideDown);
}

void SeekSlider::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return event->ignore();
    setSliderDown(true);
    setValue(valueAt(event->position()));
}

void SeekSlider::mouseMoveEvent(QMouseEvent *event)
{
    if (isSliderDown())
        setValue(valueAt(event->position()));
}

void SeekSlider::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !isSliderDown())
        return event->ignore();
    setSliderDown(false);
    emit chosen(value());
}

/// Arrows, page keys, Home and End, as in any slider.
void SeekSlider::keyPressEvent(QKeyEvent *event)
{
    const int before = value();
    QSlider::keyPressEvent(event);
    if (value() != before)
        emit chosen(value());
}

} // namespace tapeline
