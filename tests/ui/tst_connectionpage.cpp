#include "connectionpage.h"
#include "credentialstore.h"
#include "fakekeychain.h"
#include "secretfile.h"
#include "settings.h"
#include "settingsdialog.h"
#include "theme.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>

#include <memory>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;
using Verdict = ProbeFinding::Verdict;

namespace {

const QString goodKey = u"k3y-of-the-service-0123456789"_s;

ProbeFindings findings(Verdict verdict, std::optional<Plan> plan = {})
{
    ProbeFindings all;
    for (const Product product : allProducts)
        all.append({ product, verdict, plan, u"in detail"_s });
    return all;
}

} // namespace

class TestConnectionPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(u"en_US"_s)); }

    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(QStringLiteral("^(?!This plugin does not support|.*no keychain|"
                                              "replaced, as it|the key could not be).*")));
        m_keychain = {};
        m_overrides = {};
        m_environmentKey.clear();
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<Settings>(m_folder->filePath(u"tapeline.ini"_s));
        m_settings->setThemeChoice(ThemeChoice::Dark);
        m_theme = std::make_unique<Theme>(*m_settings);
        m_theme->applyTo(*qApp);
    }

    void cleanup()
    {
        m_dialog.reset();
        m_store.reset();
        m_theme.reset();
    }

    void theWholeFirstConnectionByMouse()
    {
        open();
        QSignalSpy tests(m_page, &ConnectionPage::testRequested);
        QSignalSpy detects(m_page, &ConnectionPage::detectRequested);
        QSignalSpy accepted(m_page, &ConnectionPage::serviceAccepted);
        QCOMPARE(m_dialog->findChild<QListWidget *>()->currentItem()->text(), u"Connection"_s);

        QApplication::clipboard()->setText(u"  "_s + goodKey + u"\n"_s);
        QTest::mouseClick(edit(), Qt::LeftButton);
        QTest::keySequence(edit(), QKeySequence::Paste);
        QVERIFY(!edit()->displayText().contains(goodKey));
        click("detectButton");
        QCOMPARE(detects.takeFirst().first().toString(), goodKey);
        m_page->showProbing(Product::Options);
        QCOMPARE(text("progressText"), u"Asking for options…"_s);
        QVERIFY(button("cancelButton")->isVisible());
        m_page->showWaiting();
        QVERIFY(text("progressText").startsWith(u"Waiting for the plan's limit"_s));
        m_page->showProbing(Product::Futures);
        QCOMPARE(text("progressText"), u"Asking for futures…"_s);

        m_page->showFindings({ { Product::Stocks, Verdict::Works, Plan::Developer, {} },
                               { Product::Options, Verdict::Works, Plan::Starter, {} },
                               { Product::Indices, Verdict::Works, Plan::Basic, {} },
                               { Product::Currencies, Verdict::Works, Plan::Starter, {} },
                               { Product::Futures, Verdict::NotOffered, {}, {} } });
        QCOMPARE(plan("stocks"), u"Developer"_s);
        QCOMPARE(plan("currencies"), u"Starter"_s);
        QCOMPARE(plan("futures"), u"Basic"_s);
        QCOMPARE(text("stocksResult"), u"Works"_s);
        QCOMPARE(text("futuresResult"), u"Not offered by this server"_s);
        QVERIFY(m_keychain.secrets.empty());
        QCOMPARE(m_settings->plans(), PlanSet()); // nothing is kept yet
        QVERIFY(!m_settings->usesService());

        click("testButton");
        QCOMPARE(tests.first().at(1).value<PlanSet>().of(Product::Stocks), Plan::Developer);
        m_page->showFindings(findings(Verdict::Works));

        click("useButton");
        QCOMPARE(accepted.count(), 1);
        QCOMPARE(m_keychain.secrets.begin()->second, goodKey);
        QCOMPARE(m_settings->plans().of(Product::Stocks), Plan::Developer);
        QVERIFY(m_settings->usesService());
        QVERIFY(text("keptText").contains(u"system's keychain"_s));
        QVERIFY(edit()->text().isEmpty());
        QCOMPARE(edit()->placeholderText(), maskedKey(goodKey));
    }

    void theWholeFirstConnectionByKeysWithoutAKeychain()
    {
        m_keychain.available = false;
        open();
        QSignalSpy tests(m_page, &ConnectionPage::testRequested);
        QSignalSpy accepted(m_page, &ConnectionPage::serviceAccepted);
        edit()->setFocus();
        QTest::keyClicks(edit(), goodKey);
        QTest::keyClick(edit(), Qt::Key_Return);
        QCOMPARE(tests.takeFirst().first().toString(), goodKey);
        QVERIFY(m_dialog->isVisible()); // Enter pressed none of the dialog's buttons
        QCOMPARE(focused(), u"cancelButton"_s);
        m_page->showFindings(findings(Verdict::Works));
        QCOMPARE(focused(), u"testButton"_s);

        QStringList visited;
        for (int tab = 0; tab < 12 && focused() != u"useButton"_s; ++tab) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            visited << focused();
        }
        QCOMPARE(visited,
                 QStringList({ u"stocksPlan"_s, u"optionsPlan"_s, u"indicesPlan"_s,
                               u"currenciesPlan"_s, u"futuresPlan"_s, u"detectButton"_s,
                               u"simulatedButton"_s, u"useButton"_s }));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(accepted.count(), 1);
        QVERIFY(text("keptText").contains(u"private file that only you can read"_s));
        QVERIFY(QFile::exists(secretPath()));
        QVERIFY(m_settings->usesService());
    }

    void acceptedOnlyWhenTheStoreHasAnswered()
    {
        m_keychain.slow = true;
        open();
        QSignalSpy accepted(m_page, &ConnectionPage::serviceAccepted);
        type(goodKey);
        click("useButton");
        QCOMPARE(accepted.count(), 0);
        QVERIFY(!m_settings->usesService());
        QVERIFY(!button("useButton")->isEnabled());
        m_keychain.answer();
        QCOMPARE(accepted.count(), 1);
        QVERIFY(m_settings->usesService());
    }

    void aKeyThatCannotBeKeptIsNotUsed()
    {
        m_keychain.available = false;
        open();
        QVERIFY(QDir().mkdir(secretPath())); // no file can be there
        QSignalSpy accepted(m_page, &ConnectionPage::serviceAccepted);
        type(goodKey);
        click("useButton");
        QCOMPARE(accepted.count(), 0);
        QVERIFY(!m_settings->usesService());
        QVERIFY(text("connectionMessage").contains(u"could not be kept"_s));
        QVERIFY(text("connectionMessage").contains(secretPath())); // why
        QVERIFY(button("useButton")->isEnabled());
        QCOMPARE(edit()->text(), goodKey);
    }

    void whatIsNoKeyIsNotSent_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("complaint");
        QTest::newRow("nothing") << QString() << u"Enter a key first"_s;
        QTest::newRow("only spaces") << u"   "_s << u"Enter a key first"_s;
        QTest::newRow("a space within") << u"abc def"_s << u"This is no key"_s;
        QTest::newRow("a line break within") << u"abc\ndef"_s << u"This is no key"_s;
        QTest::newRow("a letter beyond ASCII") << u"abcdéf"_s << u"This is no key"_s;
    }

    void whatIsNoKeyIsNotSent()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, complaint);
        open();
        QSignalSpy tests(m_page, &ConnectionPage::testRequested);
        QSignalSpy detects(m_page, &ConnectionPage::detectRequested);
        type(typed);
        for (const char *name : { "testButton", "detectButton", "useButton" }) {
            click(name);
            QVERIFY2(text("connectionMessage").startsWith(complaint), name);
            type(typed);
            QVERIFY(text("connectionMessage").isEmpty() || typed.isEmpty());
        }
        QCOMPARE(tests.count() + detects.count(), 0);
        QVERIFY(m_keychain.secrets.empty());
    }

    void everyVerdictIsAPlainSentence_data()
    {
        QTest::addColumn<int>("verdict");
        QTest::addColumn<QString>("words");
        QTest::newRow("works") << int(Verdict::Works) << u"Works"_s;
        QTest::newRow("refused") << int(Verdict::KeyRefused) << u"The key was refused"_s;
        QTest::newRow("lacks") << int(Verdict::PlanLacks)
                               << u"The plan lacks it: Starter answers"_s;
        QTest::newRow("not there") << int(Verdict::NotOffered) << u"Not offered by this server"_s;
        QTest::newRow("no network") << int(Verdict::NoNetwork) << u"No network"_s;
        QTest::newRow("limited") << int(Verdict::RateLimited)
                                 << u"Asked too often: wait a minute"_s;
        QTest::newRow("failed") << int(Verdict::ServiceFailed) << u"The service failed"_s;
    }

    void everyVerdictIsAPlainSentence()
    {
        QFETCH(const int, verdict);
        QFETCH(const QString, words);
        open();
        type(goodKey);
        click("testButton");
        m_page->showFindings(findings(Verdict(verdict), Plan::Starter));
        for (const Product product : allProducts) {
            const QByteArray name = productWord(product).toLatin1() + "Result";
            QCOMPARE(text(name.constData()), words);
            QCOMPARE(m_page->findChild<QLabel *>(QLatin1StringView(name))->toolTip(),
                     u"in detail"_s);
        }
        QCOMPARE(plan("stocks"), u"Basic"_s); // a test changes no plan
    }

    void reasonsAreThereToBeRead()
    {
        open();
        type(goodKey);
        click("testButton");
        m_page->showFindings(findings(Verdict::KeyRefused));
        QCOMPARE(text("connectionMessage"), u"Nothing can be had with this key.\nin detail"_s);

        click("testButton");
        m_page->showFindings({ { Product::Stocks, Verdict::Works, Plan::Starter, u"not this"_s },
                               { Product::Options, Verdict::PlanLacks, {}, u"buy it"_s },
                               { Product::Indices, Verdict::PlanLacks, {}, u"buy it"_s },
                               { Product::Currencies, Verdict::ServiceFailed, {}, u"half"_s },
                               { Product::Futures, Verdict::NotOffered, {}, u"404"_s } });
        QCOMPARE(text("connectionMessage"),
                 u"The service answers. Press “Use this key” to keep it.\n"
                 "Options, Indices: buy it\nForex and crypto: half"_s);
    }

    void whatWasNotAcceptedGoesWithTheDialog()
    {
        open();
        type(goodKey);
        QTest::mouseClick(m_page->findChild<QToolButton *>(u"revealButton"_s), Qt::LeftButton);
        QTest::keyClick(m_page->findChild<QComboBox *>(u"stocksPlan"_s), Qt::Key_End);
        click("testButton");
        QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
        QVERIFY(!m_dialog->isVisible());
        m_dialog->openPage(u"connection"_s);
        QVERIFY(edit()->text().isEmpty());
        QCOMPARE(edit()->echoMode(), QLineEdit::Password);
        QCOMPARE(plan("stocks"), u"Basic"_s);
        QCOMPARE(text("connectionMessage"), QString());
    }

    void anotherPageLeavesWhatWasEnteredButHidesTheKey()
    {
        open();
        type(goodKey);
        QTest::mouseClick(m_page->findChild<QToolButton *>(u"revealButton"_s), Qt::LeftButton);
        QTest::keyClick(m_page->findChild<QComboBox *>(u"stocksPlan"_s), Qt::Key_End);
        m_dialog->openPage(u"appearance"_s);
        m_dialog->openPage(u"connection"_s);
        QCOMPARE(edit()->text(), goodKey);
        QCOMPARE(edit()->echoMode(), QLineEdit::Password);
        QCOMPARE(plan("stocks"), u"Advanced"_s);
    }

    void whatWasAcceptedIsKeptThoughTheDialogIsClosed()
    {
        m_keychain.slow = true;
        open();
        m_keychain.answer();
        type(goodKey);
        QTest::keyClick(m_page->findChild<QComboBox *>(u"stocksPlan"_s), Qt::Key_End);
        click("useButton");
        QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
        m_keychain.answer();
        QCOMPARE(m_settings->plans().of(Product::Stocks), Plan::Advanced);
    }

    void cancelEndsTheAsking()
    {
        open();
        QSignalSpy cancelled(m_page, &ConnectionPage::probeCancelled);
        type(goodKey);
        click("detectButton");
        m_page->showProbing(Product::Stocks);
        QCOMPARE(text("stocksResult"), u"Asking…"_s);
        QVERIFY(!button("useButton")->isEnabled());
        click("cancelButton");
        QCOMPARE(cancelled.count(), 1);
        QVERIFY(text("stocksResult").isEmpty());
        m_page->showFindings(findings(Verdict::Works, Plan::Starter)); // too late
        QCOMPARE(plan("stocks"), u"Basic"_s);
        QVERIFY(text("stocksResult").isEmpty());
        click("testButton");
        QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
        QCOMPARE(cancelled.count(), 2); // the dialog was closed
    }

    void resultsOfAnotherKeyOrPlanGo()
    {
        open();
        type(goodKey);
        click("testButton");
        m_page->showFindings(findings(Verdict::Works));
        QTest::keyClick(m_page->findChild<QComboBox *>(u"stocksPlan"_s), Qt::Key_Down);
        QCOMPARE(text("stocksResult"), QString());
        QCOMPARE(text("optionsResult"), u"Works"_s);
        QTest::keyClick(edit(), Qt::Key_X);
        QCOMPARE(text("optionsResult"), QString());
    }

    void aStoredKeyIsMaskedTestedAndForgotten()
    {
        m_keychain.secrets[u"massive-api-key"_s] = goodKey;
        m_settings->setUsesService(true);
        open();
        QCOMPARE(edit()->placeholderText(), maskedKey(goodKey));
        QSignalSpy tests(m_page, &ConnectionPage::testRequested);
        QSignalSpy simulated(m_page, &ConnectionPage::simulatedChosen);
        QSignalSpy accepted(m_page, &ConnectionPage::serviceAccepted);
        click("testButton");
        QCOMPARE(tests.takeFirst().first().toString(), goodKey);
        m_page->showFindings(findings(Verdict::KeyRefused));
        QTest::keyClick(m_page->findChild<QComboBox *>(u"stocksPlan"_s), Qt::Key_End);
        click("useButton"); // with another plan
        QCOMPARE(accepted.count(), 1);
        QCOMPARE(m_settings->plans().of(Product::Stocks), Plan::Advanced);

        click("forgetButton");
        QVERIFY(m_keychain.secrets.empty());
        QCOMPARE(simulated.count(), 1);
        QVERIFY(!m_settings->usesService());
        QVERIFY(!button("forgetButton")->isEnabled());
    }

    void theSimulatedMarketIsOneClickAway()
    {
        m_keychain.secrets[u"massive-api-key"_s] = goodKey;
        m_settings->setUsesService(true);
        open();
        QSignalSpy simulated(m_page, &ConnectionPage::simulatedChosen);
        click("simulatedButton");
        QCOMPARE(simulated.count(), 1);
        QVERIFY(!m_settings->usesService());
        QCOMPARE(m_keychain.secrets.size(), 1U);
    }

    void theEnvironmentOverridesAndSaysSo()
    {
        m_environmentKey = u"from-the-environment-1"_s;
        m_overrides = { PlanSet::all(Plan::Advanced), u"MASSIVE_TIER"_s, u"MASSIVE_API_KEY"_s };
        open();
        QVERIFY(text("keptText").startsWith(u"MASSIVE_API_KEY"_s));
        QVERIFY(text("plansNote").startsWith(u"MASSIVE_TIER"_s));
        QVERIFY(!edit()->isEnabled());
        QVERIFY(!m_page->findChild<QComboBox *>(u"stocksPlan"_s)->isEnabled());
        QVERIFY(!button("detectButton")->isEnabled());
        QVERIFY(!button("forgetButton")->isEnabled());
        QCOMPARE(plan("stocks"), u"Advanced"_s);
        QSignalSpy tests(m_page, &ConnectionPage::testRequested);
        QSignalSpy accepted(m_page, &ConnectionPage::serviceAccepted);
        click("testButton");
        QCOMPARE(tests.first().first().toString(), m_environmentKey);
        m_page->showFindings(findings(Verdict::Works));
        click("useButton");
        QCOMPARE(accepted.count(), 1);
        QVERIFY(m_settings->usesService());
        QCOMPARE(m_settings->plans(), PlanSet()); // an override is not written
        QVERIFY(m_keychain.secrets.empty());
        click("simulatedButton");
        QVERIFY(text("connectionMessage").contains(u"for as long as MASSIVE_API_KEY is set"_s));
    }

    void theFontsOutliveTheWayIntoTheDialog()
    {
        open();
        QCOMPARE(m_page->findChild<QLabel *>(u"keptText"_s)->font(),
                 m_theme->font(FontRole::Small));
        m_settings->setTextSizePercent(150);
        QCOMPARE(m_page->findChild<QLabel *>(u"keptText"_s)->font(),
                 m_theme->font(FontRole::Small));
    }

    void nothingIsCutOffAt1280By800_data()
    {
        QTest::addColumn<int>("percent");
        QTest::newRow("usual") << 100;
        QTest::newRow("large") << 150;
    }

    void nothingIsCutOffAt1280By800()
    {
        QFETCH(const int, percent);
        m_settings->setTextSizePercent(percent);
        open();
        type(goodKey);
        click("testButton");
        m_page->showFindings(findings(Verdict::PlanLacks, Plan::Starter));
        QVERIFY(m_dialog->width() <= 1280 && m_dialog->height() <= 800);
        for (const QPushButton *push : m_page->findChildren<QPushButton *>())
            if (push->isVisible())
                QVERIFY2(push->width() >= push->sizeHint().width(), qPrintable(push->text()));
        for (const QLabel *label : m_page->findChildren<QLabel *>())
            if (label->isVisible() && label->wordWrap())
                QVERIFY2(label->height() >= label->heightForWidth(label->width()),
                         qPrintable(label->text()));
    }

    void aKeyIsShownOnlyOnRequest()
    {
        open();
        type(goodKey);
        QCOMPARE(edit()->echoMode(), QLineEdit::Password);
        auto *reveal = m_page->findChild<QToolButton *>(u"revealButton"_s);
        QTest::mouseClick(reveal, Qt::LeftButton);
        QCOMPARE(edit()->echoMode(), QLineEdit::Normal);
        QCOMPARE(reveal->accessibleName(), u"Hide the key"_s);
        click("useButton");
        QCOMPARE(edit()->echoMode(), QLineEdit::Password);
    }

    void everyControlHasAName()
    {
        open();
        for (const QWidget *widget : m_page->findChildren<QWidget *>())
            if (widget->isVisible() && widget->focusPolicy() & Qt::TabFocus) {
                const auto *push = qobject_cast<const QPushButton *>(widget);
                QVERIFY2(push ? !push->text().isEmpty() : !widget->accessibleName().isEmpty(),
                         widget->metaObject()->className());
            }
    }

private:
    QString secretPath() const { return m_folder->filePath(u"secrets.json"_s); }

    void open()
    {
        m_store = std::make_unique<CredentialStore>(std::make_unique<FakeKeychain>(m_keychain),
                                                    std::make_unique<SecretFile>(secretPath()),
                                                    m_environmentKey);
        m_store->load();
        m_dialog = std::make_unique<SettingsDialog>(*m_theme, *m_settings);
        m_page = new ConnectionPage(*m_theme, *m_settings, *m_store, m_overrides);
        m_dialog->insertPage(0, m_page);
        m_dialog->show();
        QApplication::setActiveWindow(m_dialog.get());
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
    }

    QLineEdit *edit() const { return m_page->findChild<QLineEdit *>(u"keyEdit"_s); }
    QPushButton *button(const char *name) const
    {
        return m_page->findChild<QPushButton *>(QLatin1StringView(name));
    }
    void click(const char *name) const { QTest::mouseClick(button(name), Qt::LeftButton); }
    QString text(const char *name) const
    {
        return m_page->findChild<QLabel *>(QLatin1StringView(name))->text();
    }
    QString plan(const char *product) const
    {
        return m_page->findChild<QComboBox *>(QLatin1StringView(product) + u"Plan")->currentText();
    }
    static QString focused()
    {
        const QWidget *widget = QApplication::focusWidget();
        return widget ? widget->objectName() : QString();
    }
    void type(const QString &typed) const
    {
        edit()->setFocus();
        edit()->selectAll();
        QApplication::clipboard()->setText(typed);
        QTest::keyClick(edit(), Qt::Key_Delete);
        if (!typed.isEmpty())
            QTest::keySequence(edit(), QKeySequence::Paste);
    }

    FakeKeychain::State m_keychain;
    ConnectionOverrides m_overrides;
    QString m_environmentKey;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<CredentialStore> m_store;
    std::unique_ptr<SettingsDialog> m_dialog;
    ConnectionPage *m_page = nullptr;
};

QTEST_MAIN(TestConnectionPage)
#include "tst_connectionpage.moc"
