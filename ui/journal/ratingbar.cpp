#include "ratingbar.h"

#include "theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

#include <cmath>
#include <numbers>

namespace tapeline {

namespace {

/// Five points, the first one up.
QPainterPath star(const QRectF &box)
{
    constexpr double inner = 0.42; // of the outer radius
    const double radius = box.width() / 2;
    QPolygonF points;
    for (int i = 0; i < 10; ++i) {
        const double angle = std::numbers::pi * (i / 5.0 - 0.5);
        const double reach = i % 2 == 0 ? radius : radius * inner;
        points << box.center() + QPointF(std::cos(angle), std::sin(angle)) * reach;
    }
    QPainterPath path;
    path.addPolygon(points);
    path.closeSubpath();
    return path;
}

} // namespace

RatingBar::RatingBar(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("ratingBar"));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
    describe();
}

void RatingBar::setRating(int rating)
{
    if (std::exchange(m_rating, std::clamp(rating, 0, most)) == rating)
        return;
    describe();
    update();
}

void RatingBar::choose(int rating)
{
    const int before = m_rating;
    setRating(rating);
    if (m_rating != before)
        emit ratingChosen(m_rating);
}

int RatingBar::side() const
{
    return m_theme.scaled(20);
}

QSize RatingBar::sizeHint() const
{
    return { side() * most + 2, side() + 2 };
}

void RatingBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int gap = m_theme.scaled(3);
    for (int i = 0; i < most; ++i) {
        const QRectF box = QRectF(1 + i * side(), 1, side(), side()).adjusted(gap, gap, -gap, -gap);
        const bool isFilled = i < m_rating;
        painter.setPen(
            QPen(m_theme.color(isFilled ? ColorRole::Warning : ColorRole::MutedText), 1));
        painter.setBrush(isFilled ? m_theme.color(ColorRole::Warning) : QColor(Qt::transparent));
        painter.drawPath(star(box));
    }
    if (!hasFocus())
        return;
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(m_theme.color(ColorRole::Accent));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void RatingBar::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const int star = std::clamp(int(event->position().x() - 1) / side() + 1, 1, most);
    choose(star == m_rating ? 0 : star);
}

void RatingBar::keyPressEvent(QKeyEvent *event)
{
    const int digit = event->key() - Qt::Key_0;
    if (digit >= 0 && digit <= most)
        choose(digit);
    else if (event->key() == Qt::Key_Right)
        choose(std::min(m_rating + 1, most));
    else if (event->key() == Qt::Key_Left)
        choose(std::max(m_rating - 1, 0));
    else if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)
        choose(0);
    else
        QWidget::keyPressEvent(event);
}

void RatingBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        describe();
    QWidget::changeEvent(event);
}

void RatingBar::describe()
{
    setAccessibleName(m_rating == 0 ? tr("Rating: none") : tr("Rating: %1 of 5").arg(m_rating));
    setToolTip(tr("Press 1 to 5 to rate, 0 to take the rating away"));
}

} // namespace tapeline
