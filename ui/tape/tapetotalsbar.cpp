#include "tapetotalsbar.h"

#include "shorttext.h"
#include "tapetext.h"
#include "theme.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>
#include <QPolygonF>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int widthOfOneLine = 560; // figures of a busy tape, scaled with the text

/// Cents are enough where they are a ten-thousandth.
QString averageText(const TapeText &text, const TapeTotals &totals)
{
    const double price = totals.averagePrice();
    return price >= 100 ? QLocale().toString(price, 'f', 2) : text.averagePrice(price);
}

QString signedNumber(double number)
{
    return (number > 0 ? u"+"_s : QString()) + shortNumber(number);
}

} // namespace

TapeTotalsBar::TapeTotalsBar(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(u"tapeTotals"_s);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
    describe();
}

void TapeTotalsBar::setTotals(const TapeTotals &totals, bool areChosen)
{
    m_totals = totals;
    m_chosen = areChosen;
    describe();
    update();
}

QList<TapeTotalsBar::Figure> TapeTotalsBar::figures() const
{
    TapeText text;
    text.setLocale(QLocale());
    const int prints = static_cast<int>(m_totals.prints);
    QList<Figure> list;
    if (m_chosen)
        list << Figure { {}, tr("%n chosen", "prints", prints), ColorRole::Accent };
    else
        list << Figure { {}, tr("%n print(s)", nullptr, prints) };
    if (m_unit.hasNotional())
        list << Figure { m_unit.word(), shortNumber(m_totals.shares.toDouble()) }
             //: Dollars, as short as can be
             << Figure { {}, tr("$%1").arg(shortNumber(notional())) };
    if (!m_totals.shares.isZero() && m_unit.hasNotional())
        list << Figure { tr("VWAP"), averageText(text, m_totals) };
    const Qty delta = m_totals.delta();
    const ColorRole deltaRole = delta > Qty() ? ColorRole::Up
        : delta < Qty()                       ? ColorRole::Down
                                              : ColorRole::Text;
    list << Figure { {}, shortNumber(m_totals.buys.toDouble()), ColorRole::Up, Mark::Up, true }
         << Figure { {}, shortNumber(m_totals.sells.toDouble()), ColorRole::Down, Mark::Down }
         << Figure { u"Δ"_s, signedNumber(delta.toDouble()), deltaRole };
    return list;
}

/// Dollars: a contract stands for more than its price.
double TapeTotalsBar::notional() const
{
    return m_totals.notional * double(m_unit.multiplier);
}

/// Everything in full, for the tooltip and for people who do not see it.
void TapeTotalsBar::describe()
{
    TapeText text;
    const QLocale locale;
    text.setLocale(locale);
    const int prints = static_cast<int>(m_totals.prints);
    setAccessibleName(m_chosen ? tr("Totals of the chosen rows") : tr("Totals of what is shown"));
    QStringList lines { tr("%n print(s)", nullptr, prints) };
    if (m_unit.hasNotional()) {
        const QString dollars = locale.toCurrencyString(notional(), u"$"_s, 0);
        const QString size = text.size(m_totals.shares);
        lines << (m_unit.assetClass == AssetClass::Stocks
                      ? tr("%1 shares for %2").arg(size, dollars)
                      //: %1 is a number of contracts or coins
                      : tr("%1 for %2").arg(size, dollars))
              << tr("Average price %1").arg(text.averagePrice(m_totals.averagePrice()));
    }
    lines << tr("Bought %1, sold %2, difference %3")
                 .arg(text.size(m_totals.buys), text.size(m_totals.sells),
                      text.size(m_totals.delta()));
    setAccessibleDescription(lines.join(u". "_s));
    setToolTip(accessibleName() + u'\n' + lines.join(u'\n'));
}

int TapeTotalsBar::lineHeight() const
{
    return QFontMetrics(m_theme.font(FontRole::Small)).height() + m_theme.scaled(2);
}

int TapeTotalsBar::lines(int width) const
{
    return width >= m_theme.scaled(widthOfOneLine) ? 1 : 2;
}

int TapeTotalsBar::heightForWidth(int width) const
{
    return lines(width) * lineHeight() + 2 * m_theme.scaled(4);
}

QSize TapeTotalsBar::sizeHint() const
{
    return { m_theme.scaled(280), heightForWidth(m_theme.scaled(280)) };
}

QSize TapeTotalsBar::minimumSizeHint() const
{
    return { m_theme.scaled(120), heightForWidth(width()) };
}

int TapeTotalsBar::markRoom() const
{
    return m_theme.scaled(9);
}

int TapeTotalsBar::widthOf(const Figure &figure, const QFontMetrics &metrics) const
{
    const int before = figure.mark != Mark::None ? markRoom()
        : figure.caption.isEmpty()               ? 0
                                   : metrics.horizontalAdvance(figure.caption) + m_theme.scaled(3);
    return before + metrics.horizontalAdvance(figure.value);
}

/// As many figures as fit; in two lines the sides stand in the second, with what the first has no
/// room for.
void TapeTotalsBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(ColorRole::Panel));
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.color(ColorRole::Rule));
    painter.setFont(m_theme.font(FontRole::Small));
    const int edge = m_theme.scaled(6);
    QPoint at(edge, m_theme.scaled(4));
    int line = 1;
    for (const Figure &figure : figures()) {
        const int needed = widthOf(figure, painter.fontMetrics());
        const bool full = at.x() + needed > width() - edge;
        const bool begins = figure.begins && line < lines(width());
        if (at.x() > edge && (full || begins)) {
            if (++line > lines(width()))
                return; // the tooltip has the rest
            at = { edge, at.y() + lineHeight() };
        }
        paintFigure(painter, at, figure);
        at.rx() += needed + m_theme.scaled(9);
    }
}

void TapeTotalsBar::paintFigure(QPainter &painter, QPoint at, const Figure &figure) const
{
    const QRect cell(at, QSize(widthOf(figure, painter.fontMetrics()), lineHeight()));
    if (figure.mark != Mark::None)
        paintMark(painter, at, figure);
    painter.setPen(m_theme.color(ColorRole::MutedText));
    painter.drawText(cell, Qt::AlignLeft | Qt::AlignVCenter, figure.caption);
    painter.setPen(m_theme.color(figure.role));
    painter.drawText(cell, Qt::AlignRight | Qt::AlignVCenter, figure.value);
}

void TapeTotalsBar::paintMark(QPainter &painter, QPoint at, const Figure &figure) const
{
    const qreal side = m_theme.scaled(6);
    const qreal top = at.y() + (lineHeight() - side) / 2;
    const qreal tip = figure.mark == Mark::Up ? top : top + side;
    const qreal base = figure.mark == Mark::Up ? top + side : top;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(figure.role));
    painter.drawPolygon(QPolygonF { QPointF(at.x() + side / 2, tip), QPointF(at.x() + side, base),
                                    QPointF(at.x(), base) });
    painter.restore();
}

void TapeTotalsBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange) {
        describe();
        update();
    }
    QWidget::changeEvent(event);
}

} // namespace tapeline
