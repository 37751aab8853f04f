#include "chartdrawings.h"
#include "chartpanel.h"
#include "desk.h"
#include "mainwindow.h"
#include "pricechart.h"
#include "splitmix64.h"

#include <QApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

/// The desk in a process of its own, with a hand that draws on its chart for ever. Whenever an
/// action is finished it tells what the chart shows, as a line of JSON.
class DrawingHand
{
public:
    DrawingHand(ChartPanel &panel, quint64 seed)
        : m_panel(panel)
        , m_chart(*panel.chart())
        , m_drawings(*panel.drawings())
        , m_random(seed)
    {
    }

    void tell() const
    {
        const DrawingBook &book = m_drawings.book();
        const DrawingSet shown { book.drawings(), book.allLocked(), book.allHidden() };
        std::printf("%s\n", drawing::toJson(KeptDrawings { shown, {} }).constData());
        std::fflush(stdout);
    }

    void act()
    {
        const std::vector<Drawing> &all = m_drawings.book().drawings();
        switch (m_random.below(all.size() > 12 ? 5 : 3)) {
        case 0:
        case 1: // a rectangle by two clicks, a trend line by a drag
            m_drawings.setTool(m_random.below(2) ? DrawingTool::TrendLine : DrawingTool::Rectangle);
            return m_random.below(2) ? drag(place(), place()) : clickTwice();
        case 2:
            if (m_drawings.placed().empty())
                return;
            return drag(m_drawings.placed().back().shape.handles.front().toPoint(), place());
        case 3:
            return key(Qt::Key_Delete);
        default:
            return key(Qt::Key_Z, Qt::ControlModifier);
        }
    }

private:
    QPoint place()
    {
        const QRect &pane = m_chart.panes().price;
        return { pane.left() + int(m_random.below(quint64(pane.width() * 9 / 10))),
                 pane.top() + 60 + int(m_random.below(quint64(pane.height() - 80))) };
    }
    void clickTwice()
    {
        QTest::mouseClick(&m_chart, Qt::LeftButton, {}, place());
        QTest::mouseClick(&m_chart, Qt::LeftButton, {}, place());
    }
    void drag(QPoint from, QPoint to)
    {
        QTest::mousePress(&m_chart, Qt::LeftButton, {}, from);
        for (int step = 1; step <= 3; ++step) {
            const QPoint at = from + (to - from) * step / 3;
            QMouseEvent move(QEvent::MouseMove, at, m_chart.mapToGlobal(at), Qt::NoButton,
                             Qt::LeftButton, {});
            QApplication::sendEvent(&m_chart, &move);
        }
        QTest::mouseRelease(&m_chart, Qt::LeftButton, {}, to);
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(&m_chart, key, modifiers);
    }

    ChartPanel &m_panel;
    PriceChart &m_chart;
    ChartDrawings &m_drawings;
    SplitMix64 m_random;
};

int work(QApplication &application, const QString &folder, quint64 seed)
{
    loadBundledFonts();
    DeskOptions options;
    options.dataDir = folder;
    options.simulated = true;
    Desk desk(application, options);
    if (const Result<void> opened = desk.open(); !opened) {
        std::fprintf(stderr, "%s\n", qPrintable(opened.error().detail));
        return 1;
    }
    auto *panel = desk.window().findChild<ChartPanel *>();
    if (!panel || !QTest::qWaitFor([&] { return panel->series().size() > 100; }, 30'000))
        return 2;
    panel->chart()->redraw();
    DrawingHand hand(*panel, seed);
    for (;;) {
        hand.tell();
        hand.act();
        QCoreApplication::processEvents(); // the market goes on meanwhile
    }
}

Result<KeptDrawings> readLine(const QByteArray &line)
{
    return drawing::setFromJson(line);
}

/// Whether one action leads from a set to the other: at most one drawing came, went or changed.
bool isOneStepAway(const DrawingSet &from, const DrawingSet &to)
{
    int differences = 0;
    for (const Drawing &drawing : from.drawings) {
        const Drawing *after = to.find(drawing.id);
        differences += !after || *after != drawing;
    }
    for (const Drawing &drawing : to.drawings)
        differences += !from.find(drawing.id);
    return differences <= 1;
}

} // namespace

/// Conformance case 30: a drawing is made by the mouse in the real desk, the program is killed at
/// once; at the next start the drawing is there. What was half done is whole or absent.
class TestCase30 : public QObject
{
    Q_OBJECT

private slots:
    void drawingsAreThereAfterAKill()
    {
        SplitMix64 random(30);
        DrawingSet last;
        std::size_t most = 0;
        const int kills = qEnvironmentVariableIsSet("TAPELINE_LONG_TESTS") ? 60 : 4;
        for (int i = 0; i < kills; ++i) {
            const std::vector<DrawingSet> told
                = runAndKill(random.next(), 4 + int(random.below(30)), int(random.below(12)));
            QVERIFY2(told.size() > 4, "the desk did not come to draw");
            // The first is what the new start shows
            QVERIFY2(isOneStepAway(last, told.front()),
                     qPrintable(u"after kill %1: %2 drawings were shown, %3 came back"_s.arg(i)
                                    .arg(last.drawings.size())
                                    .arg(told.front().drawings.size())));
            last = told.back();
            most = std::max(most, last.drawings.size());
        }
        QVERIFY(most > 2);
    }

    /// The one drawing of a person who then pulls the plug.
    void theLastDrawingIsThere()
    {
        QTemporaryDir folder;
        const std::vector<DrawingSet> told = runAndKill(7, 1, 0, folder.path());
        QVERIFY(told.size() >= 2);
        const std::vector<DrawingSet> again = runAndKill(8, 0, 0, folder.path());
        QVERIFY(!again.empty());
        for (const Drawing &drawing : told[1].drawings)
            QVERIFY(told.back() == again.front() ? again.front().find(drawing.id) != nullptr
                                                 : isOneStepAway(told.back(), again.front()));
    }

private:
    /// Killed some time after so many actions; what the chart showed at the start and after each.
    std::vector<DrawingSet> runAndKill(quint64 seed, int actions, int ms, QString folder = {}) const
    {
        if (folder.isEmpty())
            folder = m_folder.path();
        QProcess desk;
        desk.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        desk.start(QCoreApplication::applicationFilePath(),
                   { u"--work"_s, folder, QString::number(seed) });
        QByteArray said;
        while (said.count('\n') <= actions && desk.waitForReadyRead(60'000))
            said += desk.readAllStandardOutput();
        if (desk.waitForFinished(ms)) {
            qWarning("it ended with code %d", desk.exitCode());
            return {};
        }
        desk.kill(); // SIGKILL: it cannot tidy up
        desk.waitForFinished();
        said += desk.readAllStandardOutput();
        std::vector<DrawingSet> told;
        for (const QByteArray &line : said.left(said.lastIndexOf('\n')).split('\n')) {
            const Result<KeptDrawings> shown = readLine(line);
            if (!shown || !shown->unread.isEmpty())
                return {};
            told.push_back(shown->set);
        }
        return told;
    }

    QTemporaryDir m_folder;
};

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--work"_L1)
        return work(application, arguments.value(2), arguments.value(3).toULongLong());
    TestCase30 test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_30.moc"
