#include "expirybar.h"

#include "theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int refreshMs = 1'000;
}

ExpiryBar::ExpiryBar(ChainSheet &sheet, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_sheet(sheet)
    , m_theme(theme)
{
    setObjectName(u"expiryBar"_s);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_refresh.setSingleShot(true);
    connect(&m_refresh, &QTimer::timeout, this, &ExpiryBar::refresh);
    connect(&sheet, &ChainSheet::rowsChanged, this, [this] {
        refresh();
        showCurrent();
    });
    connect(&sheet, &ChainSheet::valuesChanged, this, [this] {
        if (!m_refresh.isActive())
            m_refresh.start(refreshMs);
    });
    connect(&theme, &Theme::changed, this, &ExpiryBar::restyle);
    restyle();
    refresh();
}

void ExpiryBar::restyle()
{
    m_text.setFont(m_theme.font(FontRole::Strong), devicePixelRatioF());
    m_small.setFont(m_theme.font(FontRole::Small), devicePixelRatioF());
    const qreal widest
        = std::max(m_text.width(u"00 Mmm 00 · 000 d"_s), m_small.width(u"00.0 % · ±000.00"_s));
    m_tabWidth = int(std::ceil(widest)) + 2 * m_theme.scaled(8);
    updateGeometry();
    update();
}

QSize ExpiryBar::sizeHint() const
{
    return { 4 * m_tabWidth, m_text.height() + m_small.height() + m_theme.scaled(8) };
}

QSize ExpiryBar::minimumSizeHint() const
{
    return { m_tabWidth, sizeHint().height() };
}

void ExpiryBar::refresh()
{
    m_refresh.stop();
    m_summaries.clear();
    if (const ChainBook *book = m_sheet.book())
        for (const ChainExpiry &expiry : book->expiries())
            m_summaries.push_back(m_sheet.summary(expiry));
    setVisible(!m_summaries.empty());
    setAccessibleName(m_summaries.empty()
                          ? tr("Expirations")
                          //: %1 is a day and how many days are left
                          : tr("Expirations: %1 is chosen").arg(tabTexts(current()).first()));
    update();
    emit refreshed();
}

int ExpiryBar::current() const
{
    const auto found = std::ranges::find(m_summaries, m_sheet.expiry(), &ExpirySummary::expiry);
    return found == m_summaries.end() ? 0 : int(found - m_summaries.begin());
}

QRect ExpiryBar::tabRect(int index) const
{
    if (index < 0 || std::size_t(index) >= m_summaries.size())
        return {};
    const QRect tab(index * m_tabWidth - m_offset, 0, m_tabWidth, height());
    return tab.intersects(rect()) ? tab : QRect();
}

int ExpiryBar::tabAt(const QPoint &position) const
{
    const int index = (position.x() + m_offset) / std::max(1, m_tabWidth);
    return index >= 0 && std::size_t(index) < m_summaries.size() ? index : -1;
}

QStringList ExpiryBar::tabTexts(int index) const
{
    if (index < 0 || std::size_t(index) >= m_summaries.size())
        return { {}, {} };
    const ExpirySummary &summary = m_summaries[std::size_t(index)];
    const QDate day = summary.expiry.day;
    const bool isFar = summary.days > 300;
    //: A day in a narrow tab, as QLocale writes it
    const QString date = m_locale.toString(day, isFar ? tr("d MMM yy") : tr("d MMM"));
    //: %1 is a day, %2 how many days are left until then
    QString first = tr("%1 · %2 d").arg(date, m_locale.toString(int(std::floor(summary.days))));
    const bool sharesDay
        = std::ranges::count_if(
              m_summaries, [day](const ExpirySummary &other) { return other.expiry.day == day; })
        > 1;
    if (sharesDay)
        first += u' ' + summary.expiry.root;
    QStringList second;
    if (summary.volatility)
        second << tr("%1 %").arg(m_locale.toString(*summary.volatility * 100, 'f', 1));
    if (const auto move
        = summary.move.ofStraddle ? summary.move.ofStraddle : summary.move.ofVolatility)
        second << u'±' + m_locale.toString(*move, 'f', 2);
    return { first, second.join(u" · "_s) };
}

void ExpiryBar::choose(int index)
{
    if (index < 0 || std::size_t(index) >= m_summaries.size())
        return;
    m_sheet.setExpiry(m_summaries[std::size_t(index)].expiry);
    showCurrent();
}

void ExpiryBar::showCurrent()
{
    const int left = current() * m_tabWidth;
    if (left < m_offset)
        scrollTo(left - m_tabWidth / 2);
    else if (left + m_tabWidth > m_offset + width())
        scrollTo(left + m_tabWidth * 3 / 2 - width());
    update();
}

void ExpiryBar::scrollTo(int offset)
{
    const int most = std::max(0, int(m_summaries.size()) * m_tabWidth - width());
    m_offset = std::clamp(offset, 0, most);
    update();
}

void ExpiryBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(ColorRole::Raised));
    for (int i = 0; i < int(m_summaries.size()); ++i)
        if (!tabRect(i).isEmpty())
            paintTab(painter, i);
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.color(ColorRole::Rule));
    // More to come on a side
    const int fade = m_theme.scaled(16);
    const auto shade = [&](const QRect &edge, bool isLeft) {
        QLinearGradient gradient(isLeft ? edge.topRight() : edge.topLeft(),
                                 isLeft ? edge.topLeft() : edge.topRight());
        QColor color = m_theme.color(ColorRole::Raised);
        gradient.setColorAt(1, color);
        color.setAlpha(0);
        gradient.setColorAt(0, color);
        painter.fillRect(edge, gradient);
    };
    if (m_offset > 0)
        shade(QRect(0, 0, fade, height() - 1), true);
    if (m_offset + width() < int(m_summaries.size()) * m_tabWidth)
        shade(QRect(width() - fade, 0, fade, height() - 1), false);
}

void ExpiryBar::paintTab(QPainter &painter, int index) const
{
    const QRect tab = tabRect(index);
    const bool isCurrent = index == current();
    if (isCurrent)
        painter.fillRect(tab, m_theme.color(ColorRole::Panel));
    const QStringList texts = tabTexts(index);
    const int top = m_theme.scaled(3);
    const QRect first(tab.left(), top, tab.width(), m_text.height());
    const QRect second(tab.left(), first.bottom() + 1, tab.width(), m_small.height());
    m_text.drawElided(painter, first.adjusted(4, 0, -4, 0), Qt::AlignHCenter, texts[0],
                      m_theme.color(isCurrent ? ColorRole::Text : ColorRole::MutedText));
    m_small.drawElided(painter, second.adjusted(4, 0, -4, 0), Qt::AlignHCenter, texts[1],
                       m_theme.color(ColorRole::MutedText));
    if (isCurrent)
        painter.fillRect(
            QRect(tab.left(), height() - m_theme.scaled(2), tab.width(), m_theme.scaled(2)),
            m_theme.color(hasFocus() ? ColorRole::Accent : ColorRole::MutedText));
    painter.fillRect(QRect(tab.right(), top, 1, tab.height() - 2 * top),
                     m_theme.color(ColorRole::Rule));
}

QString ExpiryBar::tipOf(int index) const
{
    if (index < 0)
        return {};
    const ExpirySummary &summary = m_summaries[std::size_t(index)];
    QStringList lines { m_locale.toString(summary.expiry.day, QLocale::LongFormat) + u" · "_s
                        + summary.expiry.root };
    const auto line = [&](const QString &text, const std::optional<double> &value, int decimals) {
        if (value)
            lines << text.arg(m_locale.toString(*value, 'f', decimals));
    };
    if (summary.volatility)
        line(tr("Volatility at the money: %1 %"), *summary.volatility * 100, 2);
    line(tr("Expected move by volatility: ±%1"), summary.move.ofVolatility, 2);
    line(tr("by 0.85 of the straddle: ±%1"), summary.move.ofStraddle, 2);
    line(tr("by straddle and strangles: ±%1"), summary.move.ofStrangles, 2);
    line(tr("Max pain: %1"), summary.maxPain, 2);
    line(tr("Puts to calls by volume: %1"), summary.totals.putCallVolume(), 2);
    line(tr("Puts to calls by open interest: %1"), summary.totals.putCallInterest(), 2);
    return lines.join(u'\n');
}

bool ExpiryBar::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), tipOf(tabAt(help->pos())), this);
        return true;
    }
    return QWidget::event(event);
}

void ExpiryBar::resizeEvent(QResizeEvent *)
{
    scrollTo(m_offset);
    showCurrent();
}

void ExpiryBar::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        choose(tabAt(event->position().toPoint()));
}

void ExpiryBar::wheelEvent(QWheelEvent *event)
{
    const QPoint turned = event->angleDelta();
    const int steps = turned.x() != 0 ? turned.x() : turned.y();
    scrollTo(m_offset - steps * m_tabWidth / 120);
    event->accept();
}

void ExpiryBar::keyPressEvent(QKeyEvent *event)
{
    const int last = int(m_summaries.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Left:
        return choose(std::max(0, current() - 1));
    case Qt::Key_Right:
        return choose(std::min(last, current() + 1));
    case Qt::Key_Home:
        return choose(0);
    case Qt::Key_End:
        return choose(last);
    default:
        QWidget::keyPressEvent(event);
    }
}

void ExpiryBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_locale = QLocale();
        refresh();
    }
    QWidget::changeEvent(event);
}

void ExpiryBar::focusInEvent(QFocusEvent *)
{
    update();
}

void ExpiryBar::focusOutEvent(QFocusEvent *)
{
    update();
}

} // namespace tapeline
