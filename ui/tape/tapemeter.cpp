#include "tapemeter.h"

#include "shorttext.h"
#include "tapemodel.h"
#include "theme.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int refreshMs = 250;
constexpr double fast = 2; // times the average

QString rateText(double rate)
{
    return rate > 0 && rate < 10 ? QLocale().toString(rate, 'f', 1) : shortNumber(rate);
}

} // namespace

TapeMeter::TapeMeter(TapeModel &model, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_theme(theme)
{
    setObjectName(u"tapeMeter"_s);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_timer.setInterval(refreshMs);
    connect(&m_timer, &QTimer::timeout, this, [this] { showAt(marketNow()); });
    connect(&model, &TapeModel::changed, this, &TapeMeter::noteProgress);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
    retranslate();
}

void TapeMeter::setClockSpeed(double speed)
{
    m_clockSpeed = speed;
}

void TapeMeter::noteProgress()
{
    const Timestamp newest = m_model.pace().newest();
    if (newest == m_newest)
        return;
    m_newest = newest;
    m_sinceNewest.start();
}

/// When nothing comes, time goes on; the market's clock itself may show a later time than a
/// delayed tape.
Timestamp TapeMeter::marketNow() const
{
    if (!m_sinceNewest.isValid())
        return m_newest;
    const double passed = static_cast<double>(m_sinceNewest.nsecsElapsed()) * m_clockSpeed;
    return m_newest + Duration(static_cast<qint64>(passed));
}

void TapeMeter::showAt(Timestamp time)
{
    const TapeRate now = m_model.pace().now(time);
    m_ratio = m_model.pace().ratio(time);
    const QString unit = m_unit.word();
    m_text = unit.isEmpty()
        ? tr("%1/s").arg(rateText(now.sharesPerSecond))
        //: Speed of the tape, as short as can be: %1 of %2 (shares or contracts) a second
        : tr("%1 %2/s").arg(rateText(now.sharesPerSecond), unit);
    if (m_model.pace().countsPrints())
        //: Speed of the tape, as short as can be: %1 prints a second, %2 is "1,200 sh/s"
        m_text = tr("%1/s · %2").arg(rateText(now.printsPerSecond), m_text);
    describe(time);
    update();
}

void TapeMeter::describe(Timestamp time)
{
    const TapeRate now = m_model.pace().now(time);
    const TapeRate usual = m_model.pace().usual(time);
    const QLocale locale;
    const auto line = [&locale](const QString &pattern, const TapeRate &rate) {
        return pattern.arg(locale.toString(rate.printsPerSecond, 'f', 1),
                           locale.toString(rate.sharesPerSecond, 'f', 0));
    };
    QStringList lines { line(tr("Now %1 prints and %2 shares a second"), now) };
    if (usual.sharesPerSecond > 0)
        lines << line(tr("On average of the last minutes %1 prints and %2 shares"), usual)
              << tr("%1 times the average").arg(locale.toString(m_ratio, 'f', 1));
    setAccessibleDescription(lines.join(u". "_s));
    setToolTip(lines.join(u'\n'));
}

QSize TapeMeter::sizeHint() const
{
    const QFontMetrics metrics(m_theme.font(FontRole::Small));
    return { metrics.horizontalAdvance(m_text) + m_theme.scaled(70), metrics.height() };
}

QSize TapeMeter::minimumSizeHint() const
{
    return { m_theme.scaled(60), sizeHint().height() };
}

/// The numbers to the right, the bar in the room before them.
void TapeMeter::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(m_theme.font(FontRole::Small));
    const QFontMetrics metrics = painter.fontMetrics();
    const QString shown = metrics.elidedText(m_text, Qt::ElideRight, width());
    const int textWidth = metrics.horizontalAdvance(shown);
    painter.setPen(m_theme.color(ColorRole::MutedText));
    painter.drawText(rect(), Qt::AlignRight | Qt::AlignVCenter, shown);
    const int room = width() - textWidth - m_theme.scaled(8);
    const int height = m_theme.scaled(4);
    if (room < m_theme.scaled(24))
        return;
    const QRect bar(0, (this->height() - height) / 2, std::min(room, m_theme.scaled(160)), height);
    painter.fillRect(bar, m_theme.color(ColorRole::Rule));
    const ColorRole role = m_ratio >= fast ? ColorRole::Accent : ColorRole::MutedText;
    painter.fillRect(QRect(bar.topLeft(), QSize(qRound(bar.width() * fill()), height)),
                     m_theme.color(role));
    const int middle = bar.x() + bar.width() / 2; // the average
    painter.fillRect(QRect(middle, bar.y() - m_theme.scaled(2), 1, height + 2 * m_theme.scaled(2)),
                     m_theme.color(ColorRole::Text));
}

void TapeMeter::retranslate()
{
    setAccessibleName(tr("Speed of the tape"));
    showAt(marketNow());
}

void TapeMeter::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void TapeMeter::showEvent(QShowEvent *event)
{
    m_timer.start();
    QWidget::showEvent(event);
}

void TapeMeter::hideEvent(QHideEvent *event)
{
    m_timer.stop();
    QWidget::hideEvent(event);
}

} // namespace tapeline
