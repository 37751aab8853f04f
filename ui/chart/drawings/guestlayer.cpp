#include "guestlayer.h"

#include <QPaintEvent>
#include <QPainter>

namespace tapeline {

GuestLayer::GuestLayer(Paint paint, QWidget *parent)
    : QWidget(parent)
    , m_paint(std::move(paint))
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

void GuestLayer::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    m_paint(painter, event->region());
}

} // namespace tapeline
