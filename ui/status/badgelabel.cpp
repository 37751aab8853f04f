#include "badgelabel.h"

#include "easternclock.h"
#include "streamtext.h"
#include "theme.h"

#include <QCoreApplication>
#include <QEvent>
#include <QLocale>
#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace tapeline {

namespace {

struct BadgeWords
{
    Q_DECLARE_TR_FUNCTIONS(tapeline::BadgeLabel)

public:
    static BadgeText live(Recency recency, Product product)
    {
        switch (recency) {
        case Recency::RealTime:
            return { tr("REAL-TIME"), tr("Prices arrive as they happen."), ColorRole::RealTime };
        case Recency::Delayed:
            //: Of prices, by %1 minutes
            return { tr("DELAYED %1 min").arg(delayMinutes(product)),
                     tr("Your plan delivers prices %1 minutes after they happened.")
                         .arg(delayMinutes(product)),
                     ColorRole::Delayed };
        case Recency::EndOfDay:
            return { tr("END OF DAY"), tr("Your plan delivers prices after the day has ended."),
                     ColorRole::EndOfDay };
        case Recency::Unknown:
            break;
        }
        return { tr("WAITING"), tr("No price has arrived yet."), ColorRole::MutedText };
    }

    static BadgeText of(const DataBadge &badge, Product product)
    {
        if (badge.stale)
            return { tr("STALE"),
                     tr("The connection has been silent for three seconds. These prices may no "
                        "longer hold."),
                     ColorRole::Stale };
        switch (badge.source) {
        case DataSource::Simulated:
            return { tr("SIMULATED"),
                     tr("These prices come from the built-in simulated market. They are not real."),
                     ColorRole::Simulated };
        case DataSource::Replay:
            return { tr("REPLAY"), tr("These prices come from a recording."), ColorRole::Replay };
        case DataSource::Live:
            break;
        }
        return live(badge.recency, product);
    }

    static BadgeText kept(const DataBadge &badge, Timestamp asOf, Product product)
    {
        const QDate date = easterntime::date(asOf);
        const bool live = badge.source == DataSource::Live;
        //: A data badge such as "SIMULATED" over bars that were kept from before
        return { live ? tr("KEPT") : tr("%1 · kept").arg(of(badge, product).text),
                 //: %1 is a date, %2 a time of day
                 tr("These bars were kept from before, as they were on %1 at %2 New York time. "
                    "Newer ones have not come yet.")
                     .arg(QLocale().toString(date, QLocale::ShortFormat), easternClock(asOf)),
                 ColorRole::Stale };
    }

    static BadgeText from(const QString &provider)
    {
        return { provider.toUpper(),
                 //: %1 is a source of data such as Yahoo Finance
                 tr("Some of these bars are from %1: unofficial, perhaps late, and perhaps "
                    "different.")
                     .arg(provider),
                 ColorRole::Delayed };
    }

    static BadgeText estimated(BadgeText words)
    {
        //: A data badge such as "REAL-TIME" whose values are computed from something coarser
        words.text = tr("%1 · estimated").arg(words.text);
        return words;
    }
};

} // namespace

BadgeText badgeText(const DataBadge &badge, const BarOrigin &origin, Product product)
{
    if (!badge.stale && origin.keptAsOf != Timestamp {})
        return BadgeWords::kept(badge, origin.keptAsOf, product);
    if (!badge.stale && !origin.provider.isEmpty())
        return BadgeWords::from(origin.provider);
    const BadgeText words = BadgeWords::of(badge, product);
    return badge.estimated ? BadgeWords::estimated(words) : words;
}

BadgeLabel::BadgeLabel(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setVisible(false);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void BadgeLabel::setBadge(const DataBadge &badge, const BarOrigin &origin, Product product)
{
    if (badge == m_badge && origin == m_origin && product == m_product)
        return;
    m_badge = badge;
    m_product = product;
    m_origin = origin;
    setVisible(true);
    retranslate();
}

void BadgeLabel::retranslate()
{
    if (!m_badge)
        return;
    m_words = badgeText(*m_badge, m_origin, m_product);
    setToolTip(m_words.explanation);
    setAccessibleName(m_words.text);
    setAccessibleDescription(m_words.explanation);
    updateGeometry();
    update();
}

QFont BadgeLabel::badgeFont() const
{
    QFont font = m_theme.font(FontRole::Small);
    font.setPixelSize(m_theme.scaled(10));
    font.setWeight(QFont::DemiBold);
    font.setLetterSpacing(QFont::PercentageSpacing, 104);
    return font;
}

QSize BadgeLabel::sizeHint() const
{
    const QFontMetrics metrics(badgeFont());
    return { metrics.horizontalAdvance(m_words.text) + m_theme.scaled(10),
             metrics.height() + m_theme.scaled(3) };
}

void BadgeLabel::paintEvent(QPaintEvent *)
{
    const QColor color = m_theme.color(m_words.role);
    QColor outline = color;
    outline.setAlphaF(0.5F);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(outline);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter.setPen(color);
    painter.setFont(badgeFont());
    painter.drawText(rect(), Qt::AlignCenter, m_words.text);
}

void BadgeLabel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace tapeline
