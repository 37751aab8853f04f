#include "qualitybadge.h"

#include "colormix.h"
#include "qualitytext.h"
#include "theme.h"

#include <QEvent>
#include <QPainter>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

QualityBadge::QualityBadge(const Theme &theme, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
{
    setObjectName(u"qualityBadge"_s);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
}

ColorRole QualityBadge::roleOf(QualityGrade grade)
{
    switch (grade) {
    case QualityGrade::A:
    case QualityGrade::B:
        return ColorRole::Success;
    case QualityGrade::C:
        return ColorRole::Warning;
    case QualityGrade::D:
    case QualityGrade::F:
        return ColorRole::Error;
    case QualityGrade::Insufficient:
        break;
    }
    return ColorRole::MutedText;
}

void QualityBadge::setQuality(const DataQuality &quality)
{
    m_quality = quality;
    describe();
    update();
}

void QualityBadge::describe()
{
    QString text = qualitytext::gradeLine(m_quality.grade);
    setAccessibleName(tr("Data quality"));
    setAccessibleDescription(text);
    if (m_quality.grade != QualityGrade::Insufficient)
        //: %1 is "Grade A: sound", %2 a number up to 100
        text = tr("%1 (%2 of 100)").arg(text, qualitytext::scoreText(m_quality.score, locale()));
    setToolTip(tr("Data quality. %1").arg(text) + u'\n'
               + qualitytext::countsLine(m_quality, locale()) + u'\n'
               + tr("A click shows what is behind it."));
}

QSize QualityBadge::sizeHint() const
{
    const int side = m_theme.scaled(18);
    return { side, side };
}

void QualityBadge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor color = m_theme.color(roleOf(m_quality.grade));
    const QColor panel = m_theme.color(ColorRole::Panel);
    const double fill = isDown() ? 0.34 : underMouse() || hasFocus() ? 0.26 : 0.16;
    painter.setPen(QPen(hasFocus() ? m_theme.color(ColorRole::Accent) : color, 1));
    painter.setBrush(mixed(panel, color, fill));
    const double edge = 0.5;
    painter.drawRoundedRect(QRectF(rect()).adjusted(edge, edge, -edge, -edge), 3, 3);
    painter.setFont(m_theme.font(FontRole::Strong));
    painter.setPen(color);
    painter.drawText(rect(), Qt::AlignCenter, qualitytext::letter(m_quality.grade));
}

void QualityBadge::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        describe();
    QAbstractButton::changeEvent(event);
}

} // namespace tapeline
