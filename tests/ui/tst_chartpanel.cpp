#include "chartbars.h"
#include "chartpanel.h"
#include "flowseries.h"
#include "fonts.h"
#include "panelfixture.h"
#include "pricechart.h"

#include <QAction>
#include <QFileDialog>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

class TestChartPanel : public QObject
{
    Q_OBJECT

    std::unique_ptr<PanelFixture> m_fixture;
    std::unique_ptr<ChartSeries> m_series;
    std::unique_ptr<FlowSeries> m_flow;
    std::unique_ptr<ChartPanel> m_panel;

private slots:
    void initTestCase() { loadBundledFonts(); }

    void init()
    {
        // The offscreen platform says so of every window with a fixed size
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
        m_fixture = std::make_unique<PanelFixture>();
        m_series = std::make_unique<ChartSeries>();
        m_flow = std::make_unique<FlowSeries>(*m_series);
        m_panel = std::make_unique<ChartPanel>(m_fixture->context(u"chart"_s), *m_series, *m_flow);
        m_panel->resize(800, 500);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    }
    void cleanup()
    {
        m_panel.reset();
        m_flow.reset();
        m_series.reset();
        m_fixture.reset();
    }

    void aSymbolOrTimeframeRequestsBars()
    {
        QSignalSpy requested(m_panel.get(), &ChartPanel::chartRequested);
        m_panel->setSymbol(u"AAPL"_s);
        m_panel->setTimeframe(Timeframe(5, TimeUnit::Minute));
        QCOMPARE(requested.size(), 2);
        QCOMPARE(requested.back().front().toString(), u"AAPL"_s);
        QCOMPARE(requested.back().back().value<Timeframe>(), Timeframe(5, TimeUnit::Minute));
    }

    void lettersReachTheSymbolBox()
    {
        QSignalSpy typed(m_panel.get(), &Panel::symbolTyped);
        QTest::keyClick(m_panel->chart(), 'n');
        QCOMPARE(typed.size(), 1);
        QCOMPARE(typed.front().front().toString(), u"n"_s);
    }

    void textIsLegibleInEveryTheme_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("dark") << u":/themes/dark.json"_s;
        QTest::newRow("light") << u":/themes/light.json"_s;
    }

    void textIsLegibleInEveryTheme()
    {
        QFETCH(const QString, file);
        for (const UpDownColors scheme :
             { UpDownColors::GreenRed, UpDownColors::BlueOrange, UpDownColors::Inverted }) {
            const Result<Palette> palette = Palette::load(file, scheme);
            QVERIFY2(palette.has_value(), qPrintable(file));
            const ChartColors colors = chartColors(*palette);
            for (const QColor &text : { colors.text, colors.textDim, colors.axisText,
                                        colors.axisTextStrong, colors.up, colors.down, colors.gap })
                QVERIFY2(contrastRatio(text, colors.background) >= 4.5, qPrintable(text.name()));
            QVERIFY(contrastRatio(colors.valueText, colors.valueBox) >= 4.5);
            for (const QColor &tag : { colors.up, colors.down })
                QVERIFY2(contrastRatio(colors.tagText, tag) >= 4.5, qPrintable(tag.name()));
        }
    }

    void theScaleIsRemembered()
    {
        QSignalSpy changed(m_panel.get(), &Panel::stateChanged);
        m_panel->chart()->setLogScale(true);
        QCOMPARE(changed.size(), 1);
        ChartPanel other(m_fixture->context(u"chart"_s), *m_series, *m_flow);
        other.restoreState(m_panel->saveState());
        QVERIFY(other.chart()->isLogScale());
    }

    void aPictureIsSavedWhereTheDialogSays()
    {
        m_series->setInstrument(u"AAPL"_s, Timeframe());
        m_series->apply(chartbars::update(chartbars::walk(300, fromMs(1'786'629'600'000), 1min)));
        m_panel->chart()->findChild<QAction *>(u"chartSavePicture"_s)->trigger();
        auto *dialog = m_panel->findChild<QFileDialog *>(u"chartPictureDialog"_s);
        QVERIFY(dialog);
        const QString path = m_fixture->folder.filePath(u"chart.png"_s);
        emit dialog->fileSelected(path);
        QCOMPARE(QImage(path).width(), m_panel->chart()->width());
        QVERIFY(QImage(path).height() > m_panel->chart()->height()); // a line says what it is of
        dialog->close();
    }
};

QTEST_MAIN(TestChartPanel)
#include "tst_chartpanel.moc"
