#include "badgelabel.h"
#include "marketclocktext.h"
#include "replaybar.h"
#include "sessionstatusbar.h"
#include "settings.h"
#include "streamtext.h"
#include "theme.h"

#include <QComboBox>
#include <QLabel>
#include <QLocale>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>
#include <QSlider>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(tapeline::DataBadge)

class TestSessionStatusBar : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(u"en_US"_s));
        m_settings = std::make_unique<Settings>(m_folder.filePath(u"tapeline.ini"_s));
        m_theme = std::make_unique<Theme>(*m_settings);
    }

    void countdown_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("hours and minutes") << Q_INT64_C(8'059) << u"2:14"_s;
        QTest::newRow("one hour") << Q_INT64_C(3'600) << u"1:00"_s;
        QTest::newRow("minutes") << Q_INT64_C(3'599) << u"59 min"_s;
        QTest::newRow("seconds") << Q_INT64_C(59) << u"59 s"_s;
        QTest::newRow("over a weekend") << Q_INT64_C(216'000) << u"60:00"_s;
        QTest::newRow("late") << Q_INT64_C(-5) << u"0 s"_s;
    }

    void countdown()
    {
        QFETCH(const qint64, seconds);
        QFETCH(const QString, text);
        QCOMPARE(countdownText(std::chrono::seconds(seconds)), text);
    }

    void sessions()
    {
        QCOMPARE(
            sessionText(SessionPart::Regular, SessionPart::AfterHours, std::chrono::minutes(134)),
            u"Market open · closes in 2:14"_s);
        QCOMPARE(sessionText(SessionPart::PreMarket, SessionPart::Regular, std::chrono::minutes(5)),
                 u"Pre-market · opens in 5 min"_s);
        QCOMPARE(sessionText(SessionPart::AfterHours, SessionPart::Closed, std::chrono::hours(1)),
                 u"After hours · ends in 1:00"_s);
        QCOMPARE(sessionText(SessionPart::Closed, SessionPart::PreMarket, std::chrono::hours(8)),
                 u"Market closed · pre-market in 8:00"_s);
    }

    void marketTimeIsEastern()
    {
        // 2026-08-13T14:00:00Z is 10:00 in New York
        QCOMPARE(easternTimeText(fromMs(1'786'629'600'000)), u"10:00:00 ET"_s);
    }

    void badges_data()
    {
        QTest::addColumn<DataBadge>("badge");
        QTest::addColumn<QString>("text");
        const auto live = [](Recency recency) {
            return DataBadge { DataSource::Live, recency, false, false };
        };
        QTest::newRow("simulated") << DataBadge {} << u"SIMULATED"_s;
        QTest::newRow("replay") << DataBadge { DataSource::Replay, Recency::RealTime, false, false }
                                << u"REPLAY"_s;
        QTest::newRow("real time") << live(Recency::RealTime) << u"REAL-TIME"_s;
        QTest::newRow("delayed") << live(Recency::Delayed) << u"DELAYED 15 min"_s;
        QTest::newRow("end of day") << live(Recency::EndOfDay) << u"END OF DAY"_s;
        QTest::newRow("stale wins")
            << DataBadge { DataSource::Live, Recency::RealTime, true, false } << u"STALE"_s;
        QTest::newRow("estimated") << DataBadge { DataSource::Live, Recency::Delayed, false, true }
                                   << u"DELAYED 15 min · estimated"_s;
    }

    void badges()
    {
        QFETCH(const DataBadge, badge);
        QFETCH(const QString, text);
        const BadgeText words = badgeText(badge);
        QCOMPARE(words.text, text);
        QVERIFY(words.explanation.endsWith(u'.'));
        BadgeLabel label(*m_theme);
        label.setBadge(badge);
        QCOMPARE(label.accessibleName(), text);
    }

    void futuresAreLessLate()
    {
        const DataBadge late { DataSource::Live, Recency::Delayed, false, false };
        QCOMPARE(badgeText(late).text, u"DELAYED 15 min"_s);
        QCOMPARE(badgeText(late, {}, Product::Futures).text, u"DELAYED 10 min"_s);
        QVERIFY(badgeText(late, {}, Product::Futures).explanation.contains(u"10 minutes"_s));
        BadgeLabel label(*m_theme);
        label.setBadge(late);
        label.setBadge(late, {}, Product::Futures);
        QCOMPARE(label.text(), u"DELAYED 10 min"_s);
    }

    void whatIsNotFromTheSourceJustNowIsSaid()
    {
        const DataBadge live { DataSource::Live, Recency::RealTime, false, false };
        const BarOrigin kept { fromMs(1'786'629'600'000), {} };
        QCOMPARE(badgeText(live, kept).text, u"KEPT"_s);
        QVERIFY(badgeText(live, kept).explanation.contains(u"10:00:00"_s));
        QCOMPARE(badgeText(DataBadge {}, kept).text, u"SIMULATED · kept"_s);
        QCOMPARE(badgeText(live, { {}, u"Yahoo Finance"_s }).text, u"YAHOO FINANCE"_s);
        QVERIFY(badgeText(live, { {}, u"Yahoo Finance"_s })
                    .explanation.startsWith(u"Some of these bars are from Yahoo Finance:"_s));
        QCOMPARE(badgeText(live, {}).text, u"REAL-TIME"_s);
        const DataBadge stale { DataSource::Live, Recency::RealTime, true, false };
        QCOMPARE(badgeText(stale, kept).text, u"STALE"_s);
        QCOMPARE(badgeText(stale, { {}, u"Yahoo Finance"_s }).text, u"STALE"_s);
        BadgeLabel label(*m_theme);
        label.setBadge(live);
        label.setBadge(live, kept);
        QCOMPARE(label.accessibleName(), u"KEPT"_s);
        label.setBadge(live);
        QCOMPARE(label.accessibleName(), u"REAL-TIME"_s);
    }

    void showsTheSession()
    {
        SessionStatusBar bar(*m_theme);
        bar.resize(1280, 26);
        bar.show();
        SessionStatus status;
        status.stream = StreamState::Live;
        status.latencyMicroseconds = 12'400;
        status.messagesPerSecond = 4'210;
        status.restUsed = 3;
        status.restLimit = 5;
        status.restQueued = 2;
        status.marketTime = fromMs(1'786'629'600'000);
        status.part = SessionPart::Regular;
        status.nextPart = SessionPart::AfterHours;
        status.nextChange = status.marketTime + std::chrono::minutes(134);
        status.speed = 10;
        bar.setStatus(status);
        QCOMPARE(stream(bar)->text(), u"Stream 12 ms"_s);
        QCOMPARE(field(bar, "rateField"), u"4,210 msg/s"_s);
        QCOMPARE(field(bar, "restField"), u"REST 3/5 this min, 2 waiting"_s);
        QCOMPARE(field(bar, "sessionField"), u"Market open · closes in 2:14"_s);
        QCOMPARE(field(bar, "timeField"), u"10:00:00 ET"_s);
        QCOMPARE(field(bar, "speedField"), u"10x"_s);
        QVERIFY(bar.findChild<QLabel *>(u"timeField"_s)->toolTip().contains(u"time zone"_s));
    }

    void numbersRestButAStateDoesNot()
    {
        SessionStatusBar bar(*m_theme);
        bar.show();
        SessionStatus status;
        status.stream = StreamState::Live;
        bar.setStatus(status);
        status.messagesPerSecond = 100;
        bar.setStatus(status);
        QCOMPARE(field(bar, "rateField"), u"0 msg/s"_s);
        QTRY_COMPARE(field(bar, "rateField"), u"100 msg/s"_s);
        status.stream = StreamState::Stale;
        bar.setStatus(status);
        QCOMPARE(stream(bar)->text(), u"Stream is silent"_s);
        QCOMPARE(bar.findChild<BadgeLabel *>()->text(), u"STALE"_s);
    }

    void whatTheStreamDoes_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<qint64>("retryInMs");
        QTest::addColumn<QString>("text");
        QTest::newRow("waiting") << int(StreamState::WaitingToRetry) << Q_INT64_C(11'200)
                                 << u"Reconnecting in 12 s"_s;
        QTest::newRow("waiting long")
            << int(StreamState::WaitingToRetry) << Q_INT64_C(60'000) << u"Reconnecting in 1 min"_s;
        QTest::newRow("due") << int(StreamState::WaitingToRetry) << Q_INT64_C(-1)
                             << u"Reconnecting"_s;
        QTest::newRow("evicted") << int(StreamState::Evicted) << Q_INT64_C(30'000)
                                 << u"Taken by another program, retry in 30 s"_s;
        QTest::newRow("refused") << int(StreamState::Refused) << Q_INT64_C(0)
                                 << u"Stream refused"_s;
        QTest::newRow("silent") << int(StreamState::Stale) << Q_INT64_C(0) << u"Stream is silent"_s;
    }

    void whatTheStreamDoes()
    {
        QFETCH(const int, state);
        QFETCH(const qint64, retryInMs);
        QFETCH(const QString, text);
        const Timestamp now = fromMs(1'786'629'600'000);
        SessionStatus status;
        status.source = DataSource::Live;
        status.stream = StreamState(state);
        status.retryAt = now + std::chrono::milliseconds(retryInMs);
        const StreamText words = streamText(status, now);
        QCOMPARE(words.text, text);
        QVERIFY(words.explanation.endsWith(u'.'));
        status.detail = u"The service says: goodbye."_s;
        QCOMPARE(streamText(status, now).explanation,
                 words.explanation + u" Reason: The service says: goodbye."_s);
    }

    /// It is no key that is refused.
    void aRecordingThatCannotBePlayed()
    {
        SessionStatus status;
        status.source = DataSource::Replay;
        status.stream = StreamState::Refused;
        status.detail = u"The recording a.jsonl holds no frame that can be read."_s;
        const StreamText words = streamText(status, {});
        QCOMPARE(words.text, u"No recording"_s);
        QVERIFY(words.explanation.contains(status.detail));
        QVERIFY(!words.explanation.contains(u"key"_s));
    }

    void aLateStreamSaysByHowMuch()
    {
        SessionStatusBar bar(*m_theme);
        SessionStatus status;
        status.stream = StreamState::Live;
        status.latencyMicroseconds = 12'000;
        bar.setStatus(status);
        QCOMPARE(stream(bar)->text(), u"Stream 12 ms"_s);
        status.lagging = true;
        status.waited = 8s;
        bar.setStatus(status);
        QCOMPARE(stream(bar)->text(), u"Catching up 8 s"_s);
        QVERIFY(stream(bar)->toolTip().contains(u"had to wait"_s));
    }

    void theRetryCountsDownByItself()
    {
        SessionStatusBar bar(*m_theme);
        bar.show();
        SessionStatus status;
        status.source = DataSource::Live;
        status.stream = StreamState::WaitingToRetry;
        status.retryAt = wallTime() + 1'300ms;
        bar.setStatus(status);
        QCOMPARE(stream(bar)->text(), u"Reconnecting in 2 s"_s);
        QTRY_COMPARE(stream(bar)->text(), u"Reconnecting in 1 s"_s);
        QTRY_COMPARE(stream(bar)->text(), u"Reconnecting"_s);
    }

    void theStreamLeadsToTheConnection()
    {
        SessionStatusBar bar(*m_theme);
        bar.show();
        QSignalSpy requested(&bar, &SessionStatusBar::connectionRequested);
        QTest::mouseClick(stream(bar), Qt::LeftButton);
        QCOMPARE(requested.count(), 1);
        stream(bar)->setFocus();
        QTest::keyClick(stream(bar), Qt::Key_Space);
        QCOMPARE(requested.count(), 2);
        QVERIFY(stream(bar)->focusPolicy() & Qt::TabFocus);
    }

    void theBudgetLeadsToWhatWaits()
    {
        SessionStatusBar bar(*m_theme);
        bar.setStatus(busy());
        bar.show();
        QSignalSpy requested(&bar, &SessionStatusBar::requestsRequested);
        auto *rest = bar.findChild<QToolButton *>(u"restField"_s);
        QVERIFY(rest->toolTip().contains(u"Click for what waits"_s));
        QTest::mouseClick(rest, Qt::LeftButton);
        QCOMPARE(requested.count(), 1);
        QVERIFY(rest->focusPolicy() & Qt::TabFocus);
        QTest::keyClick(rest, Qt::Key_Space);
        QCOMPARE(requested.count(), 2);
    }

    void whatDoesNotFitGoes()
    {
        SessionStatusBar bar(*m_theme);
        bar.resize(1280, 26);
        bar.show();
        bar.setStatus(busy());
        for (const char *name : { "rateField", "restField", "sessionField", "timeField" })
            QVERIFY2(bar.findChild<QWidget *>(QLatin1StringView(name))->isVisible(), name);
        bar.resize(700, 26);
        QVERIFY(!bar.findChild<QLabel *>(u"rateField"_s)->isVisible());
        QVERIFY(bar.findChild<QLabel *>(u"timeField"_s)->isVisible());
        for (const QWidget *child : bar.findChildren<QWidget *>())
            QVERIFY(!child->isVisible() || child->geometry().right() < bar.width());
        bar.resize(1280, 26);
        QVERIFY(bar.findChild<QLabel *>(u"rateField"_s)->isVisible());
        QVERIFY(bar.minimumSizeHint().width() < 400);
    }

    void replayBarAsks()
    {
        ReplayBar bar(*m_theme);
        bar.show();
        ReplayState state;
        state.fileName = u"/data/ibm.ws"_s;
        state.playing = true;
        state.speed = 10;
        bar.setState(state);
        QSignalSpy play(&bar, &ReplayBar::playRequested);
        QSignalSpy speed(&bar, &ReplayBar::speedRequested);
        auto *button = bar.findChild<QToolButton *>(u"playButton"_s);
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(play.takeFirst().first().toBool(), false);
        QCOMPARE(button->accessibleName(), u"Pause the replay"_s);

        auto *box = bar.findChild<QComboBox *>(u"speedBox"_s);
        QCOMPARE(box->currentText(), u"10x"_s);
        QTest::keyClick(box, Qt::Key_Down);
        QCOMPARE(speed.takeFirst().first().toDouble(), 50.0);
    }

    /// By click and by keys, anywhere; not before it is known where it ends.
    void replayBarWinds()
    {
        ReplayBar bar(*m_theme);
        bar.resize(1'000, 40);
        bar.show();
        ReplayState state;
        state.from = fromMs(1'000'000);
        state.at = state.from + 50s;
        bar.setState(state);
        auto *position = bar.findChild<QSlider *>(u"replayPosition"_s);
        QVERIFY(!position->isEnabled());
        state.to = state.from + 100s;
        bar.setState(state);
        QVERIFY(position->isEnabled());
        QCOMPARE(position->value(), 500);
        QSignalSpy seek(&bar, &ReplayBar::seekRequested);
        const int middle = position->height() / 2;
        QTest::mouseClick(position, Qt::LeftButton, {}, { position->width() / 4, middle });
        QCOMPARE(seek.size(), 1);
        const Duration there = seek.takeFirst().first().value<Timestamp>() - state.from;
        QVERIFY2(there > 22s && there < 28s, qPrintable(QString::number(there / 1s)));

        QTest::mousePress(position, Qt::LeftButton, {}, { position->width() / 4, middle });
        state.at += 1s; // it plays on while one drags
        bar.setState(state);
        QVERIFY(position->value() < 300);
        QTest::mouseMove(position, { position->width() * 3 / 4, middle });
        QVERIFY(seek.isEmpty());
        QTest::mouseRelease(position, Qt::LeftButton, {}, { position->width() * 3 / 4, middle });
        QCOMPARE(seek.size(), 1);
        QVERIFY(seek.takeFirst().first().value<Timestamp>() - state.from > 70s);
        QTest::keyClick(position, Qt::Key_Home);
        QCOMPARE(seek.takeFirst().first().value<Timestamp>(), state.from);
    }

private:
    static QToolButton *stream(const SessionStatusBar &bar)
    {
        return bar.findChild<QToolButton *>(u"streamField"_s);
    }
    static SessionStatus busy()
    {
        SessionStatus status;
        status.source = DataSource::Live;
        status.recency = Recency::Delayed;
        status.stream = StreamState::Evicted;
        status.retryAt = wallTime() + 59s;
        status.messagesPerSecond = 123'456;
        status.restUsed = 5;
        status.restLimit = 5;
        status.restQueued = 128;
        status.marketTime = fromMs(1'786'629'600'000);
        status.part = SessionPart::Closed;
        status.nextPart = SessionPart::PreMarket;
        status.nextChange = status.marketTime + std::chrono::hours(60);
        return status;
    }
    static QString field(const SessionStatusBar &bar, const char *name)
    {
        return bar.findChild<QWidget *>(QLatin1StringView(name))->property("text").toString();
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Theme> m_theme;
};

QTEST_MAIN(TestSessionStatusBar)
#include "tst_sessionstatusbar.moc"
