#include "tradepictures.h"

#include "chartpanel.h"
#include "chartseries.h"
#include "instrument.h"
#include "mainwindow.h"
#include "marketdispatcher.h"
#include "pricechart.h"
#include "symbology.h"
#include "theme.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImage>
#include <QPixmap>
#include <QPointer>
#include <QThreadPool>

namespace tapeline {

using namespace std::chrono_literals;

namespace {

constexpr Duration freshness = 20s; ///< of what has just happened, by the market's clock
constexpr Duration delay = 15min; ///< by which accounts of late plans live behind
constexpr Duration lookBack = 2h;
constexpr QSize drawnSize { 720, 400 };

/// What a person looks at for a symbol; null when no chart on the screen shows it.
ChartPanel *chartOf(const MainWindow &window, const QString &symbol)
{
    for (Panel *panel : window.panels()) {
        auto *chart = qobject_cast<ChartPanel *>(panel);
        if (chart && chart->symbol() == symbol && chart->isVisible() && !chart->series().isEmpty())
            return chart;
    }
    return nullptr;
}

} // namespace

TradePictures::TradePictures(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
}

void TradePictures::take(const TradeRecord &now, const TradeRecord *before)
{
    if (!before && isJustNow(now.openedAt))
        picture(now, false);
    if (!now.isOpen() && (!before || before->isOpen()) && isJustNow(now.closedAt))
        picture(now, true);
}

bool TradePictures::isJustNow(Timestamp at) const
{
    const SessionStatus &status = m_parts.dispatcher.status();
    const Timestamp now
        = status.recency == Recency::Delayed ? status.marketTime - delay : status.marketTime;
    return at > now - freshness && at < now + freshness;
}

void TradePictures::picture(const TradeRecord &trade, bool isExit)
{
    if (ChartPanel *panel = chartOf(m_parts.window, trade.symbol))
        return keep(trade.key, isExit, panel->chart()->picture());
    draw(trade.key, trade.symbol, isExit, isExit ? trade.closedAt : trade.openedAt);
}

void TradePictures::draw(const TradeKey &key, const QString &symbol, bool isExit, Timestamp at)
{
    const Timeframe minute(1, TimeUnit::Minute);
    const auto show = [this, key, symbol, minute, isExit](const Result<std::vector<Candle>> &bars) {
        if (!bars)
            return; // nothing to see is no picture
        ChartSeries series;
        series.setInstrument(symbol, minute, instrumentDecimals(symbol),
                             symbology::classOf(symbol));
        ChartUpdate update;
        update.reset = true;
        update.bars = *bars;
        update.history = ChartUpdate::History::Complete;
        series.apply(update);
        PriceChart chart;
        chart.setColors(chartColors(m_parts.window.theme().palette()));
        chart.setSeries(&series);
        chart.resize(drawnSize);
        keep(key, isExit, chart.picture());
    };
    m_parts.bars.loadBars(symbol, minute, at - lookBack, at + 1min, this, show);
}

/// Compressed on another thread: it takes longer than a frame.
void TradePictures::keep(const TradeKey &key, bool isExit, const QPixmap &pixmap)
{
    QThreadPool::globalInstance()->start(
        [guard = QPointer(this), key, isExit, image = pixmap.toImage()] {
            QByteArray png;
            QBuffer buffer(&png);
            buffer.open(QIODevice::WriteOnly);
            const QImage small = image.width() > longestSide
                ? image.scaledToWidth(longestSide, Qt::SmoothTransformation)
                : image;
            small.save(&buffer, "PNG");
            QMetaObject::invokeMethod(qApp, [guard, key, isExit, png] {
                if (guard)
                    guard->m_parts.journal.keepPicture(key, isExit, png);
            });
        });
}

} // namespace tapeline
