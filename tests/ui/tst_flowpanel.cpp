#include "alertsound.h"
#include "easterntime.h"
#include "flowpanel.h"
#include "fonts.h"
#include "panelfixture.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

class CountedSound : public AlertSound
{
public:
    void play() override { ++count; }
    int count = 0;
};

FlowUpdate updateOf(double slope)
{
    FlowUpdate update;
    update.knownFrom = easterntime::at(QDate(2026, 8, 13), 9h + 41min);
    CvdStatistics &cvd = update.statistics.cvd;
    cvd.cvd = HalfQty::fromQty(Qty::whole(-12'400));
    cvd.buyVolume = HalfQty::fromQty(Qty::whole(3'000));
    cvd.ratio = std::numeric_limits<double>::infinity();
    cvd.slope = slope;
    cvd.divergence = Divergence::Bullish;
    cvd.lifetime.buy = 7;
    update.statistics.unanimous = 0.78;
    return update;
}

} // namespace

class TestFlowPanel : public QObject
{
    Q_OBJECT

    CountedSound m_sound;
    std::unique_ptr<PanelFixture> m_fixture;
    std::unique_ptr<FlowPanel> m_panel;

    QString value(int row) const
    {
        return m_panel->findChild<QLabel *>(u"flowValue%1"_s.arg(row))->text();
    }
    QDoubleSpinBox *alert() const { return m_panel->findChild<QDoubleSpinBox *>(u"flowAlert"_s); }
    QComboBox *rules() const { return m_panel->findChild<QComboBox *>(u"flowRule"_s); }

private slots:
    void initTestCase() { loadBundledFonts(); }
    void init()
    {
        m_sound.count = 0;
        m_fixture = std::make_unique<PanelFixture>();
        m_panel = std::make_unique<FlowPanel>(m_fixture->context(u"flow"_s), m_sound);
        m_panel->resize(300, 420);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    }
    void cleanup()
    {
        m_panel.reset();
        m_fixture.reset();
    }

    void figuresAreShown()
    {
        QCOMPARE(value(0), u"\u2013"_s);
        m_panel->setStatistics(updateOf(3.25));
        QCOMPARE(value(0), u"\u221212.4K"_s);
        QCOMPARE(value(2), u"3,000"_s);
        QCOMPARE(value(4), u"\u221e"_s); // nothing sold
        QCOMPARE(value(6), u"bullish"_s);
        QCOMPARE(value(7), u"\u2013"_s); // too early to tell
        QCOMPARE(value(8), u"7"_s);
        QCOMPARE(value(9), u"78 %"_s);
        QCOMPARE(value(10), u"09:41:00"_s);
        m_panel->clear();
        QCOMPARE(value(0), u"\u2013"_s);
    }

    void vpinIsShownAndExplained()
    {
        FlowUpdate update = updateOf(1);
        update.statistics.vpin = 0.317;
        m_panel->setStatistics(update);
        QCOMPARE(value(7), u"0.32"_s);
        const auto *label = m_panel->findChild<QLabel *>(u"flowValue7"_s);
        QVERIFY(label->toolTip().contains(u"50 buckets"_s));
    }

    void halfSharesAreRoundedAndPartsOfCoinsAreNot()
    {
        FlowUpdate update = updateOf(0);
        update.statistics.cvd.cvd = HalfQty::fromParts(-847 * Qty::unitsPerOne); // -423.5
        m_panel->setStatistics(update);
        QCOMPARE(value(0), u"\u2212424"_s);
        update.statistics.cvd.buyVolume = HalfQty::fromQty(*Qty::parse(u"6.0211"));
        m_panel->setStatistics(update);
        QCOMPARE(value(2), u"6.0211"_s);
    }

    void aSteepSlopeRingsOnce()
    {
        const QSignalSpy alerted(m_panel.get(), &FlowPanel::alerted);
        m_panel->setStatistics(updateOf(500));
        QCOMPARE(m_sound.count, 0); // none is set
        alert()->setFocus();
        alert()->selectAll();
        QTest::keyClicks(alert(), u"50"_s);
        QTest::keyClick(alert(), Qt::Key_Return);
        QCOMPARE(m_panel->alertSlope(), 50.0);
        for (const double slope : { 49.0, 51.0, 48.0, 60.0 })
            m_panel->setStatistics(updateOf(slope));
        QCOMPARE(m_sound.count, 1);
        m_panel->setStatistics(updateOf(10));
        m_panel->setStatistics(updateOf(-75)); // downwards too
        QCOMPARE(m_sound.count, 2);
        QCOMPARE(alerted.size(), 2);
    }

    void theRuleIsChosenByKeys()
    {
        QSignalSpy changed(m_panel.get(), &FlowPanel::ruleChanged);
        rules()->setFocus();
        QTest::keyClick(rules(), Qt::Key_Down);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(m_panel->rule(), ClassifierRule::Quote);
    }

    void choicesAreKept()
    {
        rules()->setCurrentIndex(int(ClassifierRule::Emo));
        alert()->setValue(12.5);
        const QJsonObject state = m_panel->saveState();
        FlowPanel other(m_fixture->context(u"flow"_s), m_sound);
        other.restoreState(state);
        QCOMPARE(other.rule(), ClassifierRule::Emo);
        QCOMPARE(other.alertSlope(), 12.5);
        other.restoreState({ { u"rule"_s, 7 }, { u"alertSlope"_s, u"x"_s } });
        QCOMPARE(other.rule(), ClassifierRule::Emo);
    }

    void anotherRuleThanWantedIsSaid()
    {
        FlowUpdate update = updateOf(1);
        update.statistics.rule = ClassifierRule::Tick;
        m_panel->setStatistics(update);
        QVERIFY(says(u"only the tick rule"_s));
        update.statistics.rule = ClassifierRule::Venue;
        m_panel->setStatistics(update);
        QVERIFY(says(u"venue's word"_s));
        QVERIFY(!says(u"Without quotes"_s));
    }

private:
    bool says(const QString &text) const
    {
        const QList<QLabel *> labels = m_panel->findChildren<QLabel *>();
        return std::ranges::any_of(
            labels, [&](const QLabel *label) { return label->text().contains(text); });
    }
};

QTEST_MAIN(TestFlowPanel)
#include "tst_flowpanel.moc"
