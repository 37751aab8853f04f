#include "desksession.h"
#include "localapidesk.h"
#include "localapipage.h"
#include "secretmask.h"
#include "settings.h"
#include "theme.h"

#include <QCheckBox>
#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A port that nothing listens on.
quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

bool isOpen(quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, port);
    return socket.waitForConnected(5'000);
}

} // namespace

class TestLocalApiDesk : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<Settings>(m_dir->filePath(u"tapeline.ini"_s));
        m_settings->setLocalApiPort(freePort());
    }
    void cleanup() { m_settings.reset(); }

    void theTokenIsKeptAndHidden()
    {
        QString token;
        DeskSession session;
        {
            LocalApiDesk desk(*m_settings, session, m_mask, m_dir->path());
            token = desk.token();
        }
        QCOMPARE(token.size(), 64);
        QVERIFY(!m_mask.masked(u"it is "_s + token).contains(token));
        const QFile file(m_dir->filePath(u"local-api"_s));
        QVERIFY(file.exists());
#ifndef Q_OS_WIN
        QVERIFY(!(file.permissions()
                  & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther)));
#endif
        LocalApiDesk again(*m_settings, session, m_mask, m_dir->path());
        QCOMPARE(again.token(), token);
        again.renew();
        QVERIFY(again.token() != token);
        LocalApiDesk later(*m_settings, session, m_mask, m_dir->path());
        QCOMPARE(later.token(), again.token());
    }

    /// Off at first; the switch and the port hold at once.
    void theSettingsRuleIt()
    {
        DeskSession session;
        LocalApiDesk desk(*m_settings, session, m_mask, m_dir->path());
        const auto port = quint16(m_settings->localApiPort());
        QVERIFY(!isOpen(port));
        m_settings->setLocalApiEnabled(true);
        QVERIFY(isOpen(port));
        const quint16 other = freePort();
        m_settings->setLocalApiPort(other);
        QVERIFY(isOpen(other));
        QVERIFY(!isOpen(port));
        m_settings->setLocalApiEnabled(false);
        QVERIFY(!isOpen(other));
        QCOMPARE(Settings(m_dir->filePath(u"none.ini"_s)).localApiPort(), 8765);
    }

    void thePageShowsAndAsks()
    {
        Theme theme(*m_settings);
        LocalApiPage page(theme, *m_settings);
        page.setToken(u"0123456789abcdef"_s);
        auto *text = page.findChild<QLabel *>(u"localApiToken"_s);
        QVERIFY(!text->text().contains(u"3456789"_s));
        page.findChild<QPushButton *>(u"copyToken"_s)->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"0123456789abcdef"_s);
        QSignalSpy renew(&page, &LocalApiPage::renewRequested);
        page.findChild<QPushButton *>(u"renewToken"_s)->click();
        QCOMPARE(renew.size(), 1);
        page.findChild<QCheckBox *>(u"localApiEnabled"_s)->click();
        QVERIFY(m_settings->localApiEnabled());
        page.findChild<QSpinBox *>(u"localApiPort"_s)->setValue(4'321);
        QCOMPARE(m_settings->localApiPort(), 4'321);
        auto *state = page.findChild<QLabel *>(u"localApiState"_s);
        page.setState(4'321, {});
        QCOMPARE(state->text(), u"Listening on http://127.0.0.1:4321"_s);
        page.setState(0, u"it is in use"_s);
        QVERIFY(state->text().startsWith(u"Port 4321 cannot be used"_s));
        page.setState(0, {});
        QCOMPARE(state->text(), u"Switched off: nothing listens."_s);
        if (const QString shots = qEnvironmentVariable("TAPELINE_SHOTS"); !shots.isEmpty()) {
            page.setState(4'321, {});
            theme.applyTo(*qApp);
            page.resize(560, 420);
            page.grab().save(shots + u"/localapi.png"_s);
        }
    }

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Settings> m_settings;
    SecretMask m_mask;
};

QTEST_MAIN(TestLocalApiDesk)
#include "tst_localapidesk.moc"
