#pragma once

#include "chartbars.h"
#include "chartdrawings.h"
#include "chartpanel.h"
#include "drawingtoolbox.h"
#include "flowseries.h"
#include "memorydocuments.h"
#include "panelfixture.h"
#include "pricechart.h"

#include <QTest>

namespace tapeline {

/// A chart with drawings on it, and a hand that draws.
struct DrawnChart
{
    DrawnChart(PanelFixture &fixture, DrawingDesk &desk, const QString &symbol, Timeframe frame,
               const std::vector<Candle> &bars, QSize size = { 900, 600 })
        : flow(series)
    {
        series.setInstrument(symbol, frame);
        panel
            = std::make_unique<ChartPanel>(fixture.context(QStringLiteral("chart")), series, flow);
        panel->setDrawingDesk(desk, calendar);
        panel->setAttribute(Qt::WA_DontShowOnScreen, false);
        panel->resize(size);
        panel->show();
        series.apply(chartbars::update(bars));
        chart()->redraw();
        chart()->setFocus();
    }

    PriceChart *chart() const { return panel->chart(); }
    ChartDrawings &drawings() const { return *panel->drawings(); }
    DrawingBook &book() const { return drawings().book(); }
    const Drawing &only() const { return book().drawings().front(); }

    /// Where a bar's middle and a price lie.
    QPoint at(ChartSeries::Key key, double price) const
    {
        const ChartScene &scene = chart()->scene();
        return { qFloor(scene.xOf(key)), qRound(scene.priceY(price)) };
    }
    double priceAt(double share) const
    {
        const ChartScene &scene = chart()->scene();
        return scene.view.priceAt(share * scene.view.height);
    }
    /// A place by shares of the pane.
    QPoint place(double x, double y) const
    {
        const QRect &pane = chart()->panes().price;
        return { pane.left() + int(x * pane.width()), pane.top() + int(y * pane.height()) };
    }
    void moveTo(QPoint position, Qt::MouseButtons buttons = {},
                Qt::KeyboardModifiers modifiers = {}) const
    {
        QMouseEvent event(QEvent::MouseMove, position, chart()->mapToGlobal(position), Qt::NoButton,
                          buttons, modifiers);
        QApplication::sendEvent(chart(), &event);
    }
    void click(QPoint position, Qt::KeyboardModifiers modifiers = {}) const
    {
        moveTo(position, {}, modifiers);
        QTest::mouseClick(chart(), Qt::LeftButton, modifiers, position);
    }
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {}) const
    {
        moveTo(from, {}, modifiers);
        QTest::mousePress(chart(), Qt::LeftButton, modifiers, from);
        for (int step = 1; step <= 4; ++step)
            moveTo(from + (to - from) * step / 4, Qt::LeftButton, modifiers);
        QTest::mouseRelease(chart(), Qt::LeftButton, modifiers, to);
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(chart(), key, modifiers);
    }

    const MarketCalendar calendar;
    ChartSeries series;
    FlowSeries flow;
    std::unique_ptr<ChartPanel> panel;
};

} // namespace tapeline
