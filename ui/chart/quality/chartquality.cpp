#include "chartquality.h"

#include "chartseries.h"
#include "pricechart.h"
#include "qualitybadge.h"
#include "qualityview.h"
#include "theme.h"

#include <QEvent>

namespace tapeline {

namespace {

constexpr int edge = 8; // between the badge and the pane's edges

} // namespace

ChartQuality::ChartQuality(PriceChart &chart, const ChartSeries &series, const Theme &theme)
    : QObject(&chart)
    , m_chart(chart)
    , m_series(series)
    , m_theme(theme)
    , m_badge(new QualityBadge(theme, &chart))
{
    m_badge->hide();
    chart.installEventFilter(this);
    connect(m_badge, &QAbstractButton::clicked, this, &ChartQuality::open);
    connect(&series, &ChartSeries::changed, this, [this](const ChartSeries::Change &change) {
        if (change.quality || change.reset)
            showQuality();
        place(); // more digits take more room on the right
    });
    connect(&theme, &Theme::changed, this, &ChartQuality::place);
    showQuality();
}

void ChartQuality::showQuality()
{
    const std::optional<DataQuality> &quality = m_series.quality();
    m_badge->setVisible(quality.has_value());
    m_chart.setLegendRoomRight(quality ? m_badge->sizeHint().width() + edge : 0);
    if (!quality)
        return;
    m_badge->setQuality(*quality);
    if (m_view)
        m_view->setQuality(m_series.symbol(), *quality);
    place();
}

void ChartQuality::place()
{
    const QSize size = m_badge->sizeHint();
    const QRect &pane = m_chart.panes().price;
    m_badge->setGeometry(pane.right() - edge - size.width(), pane.top() + edge - 2, size.width(),
                         size.height());
    m_badge->raise();
}

void ChartQuality::open()
{
    if (!m_series.quality())
        return;
    if (!m_view) {
        m_view = new QualityView(m_theme, &m_chart);
        connect(m_view, &QualityView::issueChosen, this, &ChartQuality::goTo);
    }
    m_view->setQuality(m_series.symbol(), *m_series.quality());
    m_view->openAt(*m_badge);
}

void ChartQuality::goTo(Timestamp time)
{
    if (m_series.isEmpty())
        return;
    m_chart.showBar(std::clamp(m_series.keyHolding(time), m_series.firstKey(), m_series.lastKey()));
    m_chart.setFocus();
}

bool ChartQuality::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Show)
        QMetaObject::invokeMethod(this, &ChartQuality::place, Qt::QueuedConnection);
    return QObject::eventFilter(watched, event);
}

} // namespace tapeline
