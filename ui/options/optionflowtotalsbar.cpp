#include "optionflowtotalsbar.h"

#include "optionflowtext.h"
#include "theme.h"

#include <QEvent>
#include <QFontMetrics>
#include <QPainter>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

QString signedDollars(double dollars)
{
    return (dollars > 0 ? u"+"_s : QString()) + shortDollars(dollars);
}

} // namespace

OptionFlowTotalsBar::OptionFlowTotalsBar(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(u"optionFlowTotals"_s);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
    describe();
}

void OptionFlowTotalsBar::setTotals(const OptionFlowTotals &totals, quint64 skipped)
{
    if (totals == m_totals && skipped == m_skipped)
        return;
    const int lines = heightForWidth(width());
    m_totals = totals;
    m_skipped = skipped;
    describe();
    if (heightForWidth(width()) != lines)
        updateGeometry();
    update();
}

QList<OptionFlowTotalsBar::Figure> OptionFlowTotalsBar::figures() const
{
    const double net = m_totals.net();
    QList<Figure> list {
        { {}, tr("%n print(s)", nullptr, static_cast<int>(m_totals.prints)) },
        { tr("Premium"), shortDollars(m_totals.premium()) },
        //: Premium of calls that were bought
        { tr("Calls bought"), shortDollars(m_totals.calls.bought), ColorRole::Up },
        //: After "Calls bought $1.2M" or "Puts bought $1.2M": premium of those that were sold
        { tr("sold"), shortDollars(m_totals.calls.sold), ColorRole::Down },
        { tr("Puts bought"), shortDollars(m_totals.puts.bought), ColorRole::Up },
        { tr("sold"), shortDollars(m_totals.puts.sold), ColorRole::Down },
        //: What was paid for a rise less what was paid for a fall
        { tr("Net bullish"), signedDollars(net),
          net > 0       ? ColorRole::Up
              : net < 0 ? ColorRole::Down
                        : ColorRole::Text },
    };
    if (m_skipped > 0)
        list << Figure { tr("left out"), QLocale().toString(m_skipped), ColorRole::Warning };
    return list;
}

void OptionFlowTotalsBar::describe()
{
    const QLocale locale;
    const auto dollars
        = [&locale](double amount) { return locale.toCurrencyString(amount, u"$"_s, 0); };
    setAccessibleName(tr("Totals of what is shown"));
    QStringList lines {
        tr("%n print(s)", nullptr, static_cast<int>(m_totals.prints)),
        tr("Premium %1").arg(dollars(m_totals.premium())),
        tr("Calls bought %1, sold %2, without a side %3")
            .arg(dollars(m_totals.calls.bought), dollars(m_totals.calls.sold),
                 dollars(m_totals.calls.other)),
        tr("Puts bought %1, sold %2, without a side %3")
            .arg(dollars(m_totals.puts.bought), dollars(m_totals.puts.sold),
                 dollars(m_totals.puts.other)),
        tr("Calls bought and puts sold, less calls sold and puts bought: %1")
            .arg(dollars(m_totals.net())),
    };
    if (m_skipped > 0)
        lines << tr("%n print(s) were left out: more came than the window could take", nullptr,
                    static_cast<int>(m_skipped));
    setAccessibleDescription(lines.join(u". "_s));
    setToolTip(accessibleName() + u'\n' + lines.join(u'\n'));
}

int OptionFlowTotalsBar::lineHeight() const
{
    return QFontMetrics(m_theme.font(FontRole::Small)).height() + m_theme.scaled(2);
}

template<typename Place> int OptionFlowTotalsBar::arrange(int width, Place place) const
{
    const QFontMetrics metrics(m_theme.font(FontRole::Small));
    const int edge = m_theme.scaled(6);
    QPoint at(edge, m_theme.scaled(4));
    int lines = 1;
    for (const Figure &figure : figures()) {
        const int caption = figure.caption.isEmpty()
            ? 0
            : metrics.horizontalAdvance(figure.caption) + m_theme.scaled(4);
        const int needed = caption + metrics.horizontalAdvance(figure.value);
        if (at.x() > edge && at.x() + needed > width - edge) {
            at = { edge, at.y() + lineHeight() };
            ++lines;
        }
        place(figure, QRect(at, QSize(needed, lineHeight())));
        at.rx() += needed + m_theme.scaled(10);
    }
    return lines;
}

int OptionFlowTotalsBar::heightForWidth(int width) const
{
    return arrange(width, [](const Figure &, const QRect &) {}) * lineHeight()
        + 2 * m_theme.scaled(4);
}

QSize OptionFlowTotalsBar::sizeHint() const
{
    return { m_theme.scaled(480), heightForWidth(m_theme.scaled(480)) };
}

QSize OptionFlowTotalsBar::minimumSizeHint() const
{
    return { m_theme.scaled(120), heightForWidth(width()) };
}

void OptionFlowTotalsBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(ColorRole::Panel));
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.color(ColorRole::Rule));
    painter.setFont(m_theme.font(FontRole::Small));
    arrange(width(), [this, &painter](const Figure &figure, const QRect &cell) {
        painter.setPen(m_theme.color(ColorRole::MutedText));
        painter.drawText(cell, Qt::AlignLeft | Qt::AlignVCenter, figure.caption);
        painter.setPen(m_theme.color(figure.role));
        painter.drawText(cell, Qt::AlignRight | Qt::AlignVCenter, figure.value);
    });
}

void OptionFlowTotalsBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange) {
        describe();
        update();
    }
    QWidget::changeEvent(event);
}

} // namespace tapeline
