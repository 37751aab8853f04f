#include "deskfixture.h"

#include "appearancepage.h"
#include "badgelabel.h"
#include "commandpalette.h"
#include "commandregistry.h"
#include "elidedlabel.h"
#include "helpbrowser.h"
#include "noticebar.h"
#include "panelheader.h"
#include "settingsdialog.h"
#include "symbolbox.h"
#include "workspacearea.h"
#include "workspacetabs.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QCompleter>
#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTextBrowser>
#include <QToolButton>
#include <QTranslator>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Says everything in capitals, as a stand-in for another language.
class CapitalTranslator : public QTranslator
{
public:
    QString translate(const char *, const char *source, const char *, int) const override
    {
        return QString::fromUtf8(source)
            .replace(u"Settings"_s, u"EINSTELLUNGEN"_s)
            .replace(u"SIMULATED MARKET"_s, u"SIMULIERTER MARKT"_s)
            .replace(u"Trade"_s, u"HANDEL"_s);
    }
    bool isEmpty() const override { return false; }
};

} // namespace

/// The desk as a person meets it: keys, clicks, what is written where.
class TestMainWindow : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        DeskFixture::failOnWarnings();
        m_desk = std::make_unique<DeskFixture>();
        m_desk->open();
    }
    void cleanup() { m_desk.reset(); }

    void paletteByKeyboardRunsACommand()
    {
        QSignalSpy speed(&window(), &MainWindow::speedRequested);
        QTest::keyClick(&window(), Qt::Key_K, Qt::ControlModifier);
        QLineEdit *input = paletteInput();
        QTRY_VERIFY(input->isVisible());
        QVERIFY(input->hasFocus());
        QTest::keyClicks(input, u"speed 10x"_s);
        QTest::keyClick(input, Qt::Key_Return);
        QVERIFY(!input->isVisible());
        QCOMPARE(speed.count(), 1);
        QCOMPARE(speed.first().first().toDouble(), 10.0);
    }

    void paletteFindsSymbolsAndPanels()
    {
        openPalette();
        QTest::keyClicks(paletteInput(), u"msft"_s);
        QTest::keyClick(paletteInput(), Qt::Key_Return);
        QCOMPARE(m_desk->panel(u"chart"_s)->symbol(), u"MSFT"_s);

        openPalette();
        QTest::keyClicks(paletteInput(), u"watchlist"_s);
        QTest::keyClick(paletteInput(), Qt::Key_Return);
        QCOMPARE(window().activePanel(), m_desk->panel(u"watchlist"_s));
    }

    void paletteMovesWithTheArrowsAndLeavesWithEscape()
    {
        m_desk->panel(u"tape"_s)->setFocus();
        QWidget *before = QApplication::focusWidget();
        openPalette();
        auto *list = window().findChild<QListView *>(u"paletteList"_s);
        QCOMPARE(list->currentIndex().row(), 0);
        QTest::keyClick(paletteInput(), Qt::Key_Down);
        QCOMPARE(list->currentIndex().row(), 1);
        QTest::keyClick(paletteInput(), Qt::Key_Up);
        QTest::keyClick(paletteInput(), Qt::Key_Up);
        QCOMPARE(list->currentIndex().row(), list->model()->rowCount() - 1);
        QTest::keyClick(paletteInput(), Qt::Key_Escape);
        QVERIFY(!paletteInput()->isVisible());
        QCOMPARE(QApplication::focusWidget(), before);
    }

    void everyCommandIsInAMenu()
    {
        QSet<QAction *> inMenus;
        for (const QMenu *menu : window().findChildren<QMenu *>())
            for (QAction *action : menu->actions())
                inMenus.insert(action);
        for (const Command &command : window().commands().commands())
            QVERIFY2(inMenus.contains(window().commands().action(command.id)),
                     qPrintable(command.id));
    }

    void noTwoCommandsShareAShortcut()
    {
        QSet<QString> seen;
        for (const Command &command : window().commands().commands()) {
            const QString keys = command.shortcut.toString();
            QVERIFY2(keys.isEmpty() || !seen.contains(keys), qPrintable(keys));
            seen.insert(keys);
        }
    }

    void aShortcutReboundWorksAtOnce()
    {
        window().commands().rebind(u"view.palette"_s, QKeySequence(u"Ctrl+J"_s));
        QTest::keyClick(&window(), Qt::Key_K, Qt::ControlModifier);
        QVERIFY(!paletteInput()->isVisible());
        QTest::keyClick(&window(), Qt::Key_J, Qt::ControlModifier);
        QTRY_VERIFY(paletteInput()->isVisible());
    }

    void aLetterInAChartStartsTheSymbolBox()
    {
        Panel *chart = m_desk->panel(u"chart"_s);
        chart->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_M, {}, -1);
        auto *box = window().findChild<SymbolBox *>();
        QVERIFY(box->hasFocus());
        QCOMPARE(box->text(), u"m"_s);
        QVERIFY(box->isVisible());
        QTest::keyClicks(box, u"sft"_s);
        QTest::keyClick(box, Qt::Key_Return);
        QCOMPARE(chart->symbol(), u"MSFT"_s);
        QCOMPARE(box->text(), u"MSFT"_s);
        QVERIFY(!box->hasFocus());
    }

    void escapeInTheSymbolBoxGoesBack()
    {
        window().openSymbol(u"AAPL"_s);
        auto *box = window().findChild<SymbolBox *>();
        QTest::keyClick(&window(), Qt::Key_L, Qt::ControlModifier);
        QTRY_VERIFY(box->hasFocus());
        QTest::keyClicks(box, u"zz"_s);
        QTest::keyClick(box, Qt::Key_Escape);
        QTest::keyClick(box, Qt::Key_Escape); // the first may only close the list
        QCOMPARE(box->text(), u"AAPL"_s);
        QCOMPARE(m_desk->panel(u"chart"_s)->symbol(), u"AAPL"_s);
    }

    void whatIsNoSymbolIsSaidSo()
    {
        window().openSymbol(u"AAPL"_s);
        window().openSymbol(u"@@"_s);
        auto *notice = window().findChild<NoticeBar *>(u"notice"_s);
        QVERIFY(notice->isVisible());
        QVERIFY(notice->text().contains(u"@@"_s));
        QCOMPARE(m_desk->panel(u"chart"_s)->symbol(), u"AAPL"_s);
        window().openSymbol(u"MSFT"_s);
        QVERIFY(!notice->isVisible());
    }

    void timeframeButtonsActOnTheActivePanel()
    {
        Panel *chart = m_desk->panel(u"chart"_s);
        auto *button = window().findChild<QToolButton *>(u"timeframe-5m"_s);
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(chart->timeframe(), Timeframe(5, TimeUnit::Minute));
        QVERIFY(button->isChecked());
        QVERIFY(!window().findChild<QToolButton *>(u"timeframe-1m"_s)->isChecked());

        m_desk->panel(u"tape"_s)->setFocus();
        QVERIFY(!button->isEnabled());
        chart->setFocus();
        QVERIFY(button->isEnabled());
        window().setTimeframe({ 30, TimeUnit::Second });
        QCOMPARE(window().findChild<QToolButton *>(u"timeframeMenu"_s)->text(), u"30s"_s);
    }

    void theBannerIsThereWhileSimulated()
    {
        auto *banner = window().findChild<NoticeBar *>(u"banner"_s);
        auto *button = banner->findChild<QPushButton *>();
        QVERIFY(banner->isVisible());
        QCOMPARE(banner->text(), u"SIMULATED MARKET"_s); // no invitation that leads nowhere
        QVERIFY(!button->isVisible());
        QSignalSpy wanted(&window(), &MainWindow::connectRequested);
        window().setConnectable(true);
        QCOMPARE(banner->text(), u"SIMULATED MARKET - connect your Massive key in Settings"_s);
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(wanted.count(), 1);

        SessionStatus status;
        status.source = DataSource::Replay;
        window().setStatus(status);
        QVERIFY(!banner->isVisible());
    }

    void theReplayBarComesWithAReplay()
    {
        auto *bar = window().findChild<ReplayBar *>();
        QVERIFY(!bar->isVisible());
        QVERIFY(!window().commands().action(u"market.play"_s)->isEnabled());
        ReplayState state;
        state.playing = false;
        window().setReplay(state);
        QVERIFY(bar->isVisible());
        QSignalSpy play(&window(), &MainWindow::playRequested);
        window().commands().action(u"market.play"_s)->trigger();
        QCOMPARE(play.takeFirst().first().toBool(), true);
        window().setReplay(std::nullopt);
        QVERIFY(!bar->isVisible());
    }

    void settingsHoldAtOnce()
    {
        window().settingsDialog().openPage(u"appearance"_s);
        auto *page = window().findChild<AppearancePage *>();
        QVERIFY(page->isVisible());
        auto *theme = page->findChild<QComboBox *>(u"themeBox"_s);
        QTest::keyClick(theme, Qt::Key_Down); // dark to light
        QCOMPARE(m_desk->settings.themeChoice(), ThemeChoice::Light);
        QVERIFY(!m_desk->theme.isDark());
        auto *size = page->findChild<QSpinBox *>(u"textSizeBox"_s);
        QTest::keyClick(size, Qt::Key_Up);
        QCOMPARE(m_desk->settings.textSizePercent(), 105);
        m_desk->settings.setTextSizePercent(100);
        QCOMPARE(size->value(), 100);
        window().settingsDialog().close();
    }

    void textsFollowTheLanguage()
    {
        CapitalTranslator translator;
        QCoreApplication::installTranslator(&translator);
        QApplication::processEvents();
        QCOMPARE(window().commands().action(u"file.settings"_s)->text(), u"EINSTELLUNGEN…"_s);
        QVERIFY(window().findChild<NoticeBar *>(u"banner"_s)->text().startsWith(u"SIMULIERTER"_s));
        QCOMPARE(window().workspaces().tabs()->tabText(0), u"HANDEL"_s);
        QCoreApplication::removeTranslator(&translator);
        QApplication::processEvents();
        QCOMPARE(window().workspaces().tabs()->tabText(0), u"Trade"_s);
    }

    void helpShowsThePages()
    {
        window().commands().action(u"help.open"_s)->trigger();
        auto *text = window().findChild<QTextBrowser *>(u"helpText"_s);
        QVERIFY(text->isVisible());
        QVERIFY(text->toPlainText().contains(u"SIMULATED"_s));
        text->setSource(QUrl(u"paper.md"_s)); // as its link does
        QVERIFY(text->toPlainText().contains(u"TOUCH"_s));
        text->setSource(QUrl(u"orderflow.md"_s));
        QVERIFY(text->toPlainText().contains(u"lee-ready"_s));
        auto *help = window().findChild<HelpBrowser *>();
        QLocale::setDefault(QLocale(u"de_AT"_s));
        QEvent turned(QEvent::LanguageChange);
        QApplication::sendEvent(help, &turned);
        QLocale::setDefault(QLocale(u"en_US"_s));
        QVERIFY(text->toPlainText().contains(u"SIMULIERT"_s));
        QVERIFY(!text->toPlainText().contains(u"SIMULATED"_s));
        text->setSource(QUrl(u"paper.md"_s));
        QVERIFY(text->toPlainText().contains(u"Papierauftr"_s));
        text->setSource(QUrl(u"orderflow.md"_s));
        QVERIFY(text->toPlainText().contains(u"Wertbereich"_s));
        help->close();
    }

    void aLongNoticeWraps()
    {
        const int narrow = window().minimumSizeHint().width();
        window().showNotice(u"one word after the other, "_s.repeated(30));
        QCOMPARE(window().minimumSizeHint().width(), narrow);
        auto *notice = window().findChild<NoticeBar *>(u"notice"_s);
        auto *label = notice->findChild<QLabel *>();
        const int line = label->fontMetrics().height();
        QTRY_VERIFY(label->height() >= 2 * line);
        QVERIFY(label->height() >= label->heightForWidth(label->width()));
        window().showNotice(u"a few words"_s);
        QTRY_VERIFY(label->height() < 2 * line);
    }

    /// Down and Enter in the list take its row, not what was typed so far.
    void anOfferIsTakenByKeys()
    {
        window().symbols().setSymbols({ { u"NVDA"_s, u"Nvidia"_s }, { u"NVO"_s, u"Novo"_s } });
        auto *box = window().findChild<SymbolBox *>();
        QSignalSpy entered(box, &SymbolBox::symbolEntered);
        box->setFocus();
        box->selectAll();
        QTest::keyClicks(box, u"nv"_s);
        QAbstractItemView *offers = nullptr; // a window of its own
        for (QWidget *widget : QApplication::topLevelWidgets())
            if (widget->objectName() == u"symbolOffers"_s && widget->isVisible())
                offers = qobject_cast<QAbstractItemView *>(widget);
        QVERIFY(offers);
        QTest::keyClick(offers, Qt::Key_Down);
        const QString chosen = offers->currentIndex().data().toString();
        QVERIFY(chosen == u"NVDA"_s || chosen == u"NVO"_s);
        QTest::keyClick(offers, Qt::Key_Return);
        QCOMPARE(entered.count(), 1);
        QCOMPARE(entered.first().first().toString(), chosen);
        QVERIFY(!offers->isVisible());
    }

    void everyControlHasAName()
    {
        QStringList nameless;
        for (const QWidget *widget : window().findChildren<QWidget *>()) {
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            const bool field = qobject_cast<const QLineEdit *>(widget)
                || qobject_cast<const QComboBox *>(widget);
            if (!widget->isVisible() || (!button && !field) || isDecoration(widget))
                continue;
            const bool named
                = !widget->accessibleName().isEmpty() || (button && button->text().size() > 1);
            if (!named)
                nameless.append(u"%1 %2"_s.arg(QLatin1StringView(widget->metaObject()->className()),
                                               widget->objectName()));
        }
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u", "_s)));
    }

    void tabReachesTheToolBar()
    {
        auto *box = window().findChild<SymbolBox *>();
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Tab);
        QVERIFY(QApplication::focusWidget() != box);
        QCOMPARE(QApplication::focusWidget()->objectName(), u"linkButton"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget()->objectName(), u"timeframe-1s"_s);
    }

    void nothingIsClippedAt1280x800_data()
    {
        QTest::addColumn<int>("textSize");
        QTest::addColumn<bool>("dark");
        QTest::newRow("dark") << 100 << true;
        QTest::newRow("light") << 100 << false;
        QTest::newRow("larger text") << 120 << true;
    }

    void nothingIsClippedAt1280x800()
    {
        QFETCH(const int, textSize);
        QFETCH(const bool, dark);
        m_desk->settings.setThemeChoice(dark ? ThemeChoice::Dark : ThemeChoice::Light);
        m_desk->settings.setTextSizePercent(textSize);
        SessionStatus status = busyStatus();
        window().setStatus(status);
        window().setReplay(ReplayState { u"/recordings/2026-08-13-IBM-morning.ws"_s,
                                         status.marketTime, status.marketTime + 1h,
                                         status.marketTime + 5min, true, 10 });
        window().openSymbol(u"AAPL"_s);
        QApplication::processEvents();
        QCOMPARE(window().size(), QSize(1280, 800));
        QStringList clipped;
        for (const QWidget *widget : window().findChildren<QWidget *>())
            if (isClipped(widget))
                clipped += u"%1 %2 %3x%4 < %5x%6"_s
                               .arg(QLatin1StringView(widget->metaObject()->className()),
                                    widget->objectName())
                               .arg(widget->width())
                               .arg(widget->height())
                               .arg(widget->sizeHint().width())
                               .arg(widget->sizeHint().height());
        QVERIFY2(clipped.isEmpty(), qPrintable(clipped.join(u"; "_s)));
    }

private:
    MainWindow &window() const { return *m_desk->window; }
    QLineEdit *paletteInput() const { return window().findChild<QLineEdit *>(u"paletteInput"_s); }
    void openPalette() const { window().commands().action(u"view.palette"_s)->trigger(); }

    /// The magnifier in the symbol box, which does nothing.
    static bool isDecoration(const QWidget *widget)
    {
        return widget->inherits("QLineEditIconButton");
    }

    static SessionStatus busyStatus()
    {
        SessionStatus status;
        status.source = DataSource::Replay;
        status.stream = StreamState::Live;
        status.latencyMicroseconds = 123'456;
        status.messagesPerSecond = 104'210;
        status.restUsed = 4;
        status.restLimit = 5;
        status.restQueued = 12;
        status.marketTime = fromMs(1'786'629'600'000);
        status.part = SessionPart::Closed;
        status.nextPart = SessionPart::PreMarket;
        status.nextChange = status.marketTime + 60h;
        status.speed = 100;
        return status;
    }

    /// Texts and buttons that are smaller than they want to be; those that elide are left out.
    static bool isClipped(const QWidget *widget)
    {
        const bool text = qobject_cast<const QLabel *>(widget)
            || qobject_cast<const QAbstractButton *>(widget)
            || qobject_cast<const QComboBox *>(widget) || qobject_cast<const BadgeLabel *>(widget)
            || qobject_cast<const QMenuBar *>(widget) || qobject_cast<const QTabBar *>(widget);
        if (!text || !widget->isVisible() || isDecoration(widget))
            return false;
        const QSize hint = widget->sizeHint();
        return widget->width() < hint.width() || widget->height() < hint.height() - 1;
    }

    std::unique_ptr<DeskFixture> m_desk;
};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
