#include "credentialstore.h"
#include "fakekeychain.h"
#include "secretfile.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

class TestCredentialStore : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_keychain = {}; }

    void theKeychainKeepsTheKey()
    {
        save(u"secret-key-123456"_s, KeyPlace::Keychain);
        QVERIFY(!QFile::exists(path()));
        QCOMPARE(loaded(), u"secret-key-123456"_s);
    }

    void withoutAKeychainAPrivateFileDoes()
    {
        m_keychain.available = false;
        save(u"secret-key-123456"_s, KeyPlace::PrivateFile);
        QCOMPARE(loaded(), u"secret-key-123456"_s);
#ifdef Q_OS_UNIX
        constexpr auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup
            | QFileDevice::ReadOther | QFileDevice::WriteOther;
        QCOMPARE(QFile::permissions(path()) & others, QFileDevice::Permissions());
#endif
    }

    void aKeychainThatCameBackLeavesNoCopyInTheFile()
    {
        m_keychain.available = false;
        save(u"old-key-123456789"_s, KeyPlace::PrivateFile);
        m_keychain.available = true;
        save(u"new-key-123456789"_s, KeyPlace::Keychain);
        m_keychain.available = false;
        QCOMPARE(loaded(), QString());
    }

    void theEnvironmentOverrides()
    {
        m_environment = u"from-environment"_s;
        save(u"secret-key-123456"_s, KeyPlace::Keychain);
        auto store = make();
        store->load();
        QCOMPARE(store->key(), u"from-environment"_s);
        QCOMPARE(store->place(), KeyPlace::Environment);
        m_environment.clear();
        QCOMPARE(loaded(), u"secret-key-123456"_s);
    }

    void massiveComesBeforePolygon()
    {
        qputenv("POLYGON_API_KEY", "polygon");
        QCOMPARE(CredentialStore::keyInEnvironment(), u"polygon"_s);
        qputenv("MASSIVE_API_KEY", " massive ");
        QCOMPARE(CredentialStore::keyInEnvironment(), u"massive"_s);
        qunsetenv("MASSIVE_API_KEY");
        qunsetenv("POLYGON_API_KEY");
    }

    void aRemovedKeyIsGone()
    {
        save(u"secret-key-123456"_s, KeyPlace::Keychain);
        auto store = make();
        QSignalSpy removed(store.get(), &CredentialStore::removed);
        store->remove();
        QCOMPARE(removed.size(), 1);
        QCOMPARE(loaded(), QString());
    }

    void aBrokenFileIsSaidAndLeftAlone()
    {
        m_keychain.available = false;
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("not json");
        file.close();
        auto store = make();
        QSignalSpy failed(store.get(), &CredentialStore::failed);
        store->save(u"secret-key-123456"_s);
        QCOMPARE(failed.size(), 1);
        QVERIFY(!failed.front().front().toString().contains(u"secret"_s.append(u"-key"_s)));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("not json"));
        QFile::remove(path());
    }

    void aMaskedKeyTellsNothing()
    {
        QVERIFY(!maskedKey(u"abcdefghijklmnop"_s).contains(u"cdefghijklmn"_s));
        QCOMPARE(maskedKey(u"short"_s), maskedKey(u"longer one"_s));
    }

private:
    QString path() const
    {
        return m_dir.filePath(u"secrets.json"_s);
    }
    std::unique_ptr<CredentialStore> make()
    {
        return std::make_unique<CredentialStore>(std::make_unique<FakeKeychain>(m_keychain),
                                                 std::make_unique<SecretFile>(path()),
                                                 m_environment);
    }
    void save(const QString &key, KeyPlace place)
    {
        auto store = make();
        QSignalSpy saved(store.get(), &CredentialStore::saved);
        store->save(key);
        QCOMPARE(saved.size(), 1);
        QCOMPARE(saved.front().front().value<KeyPlace>(), place);
    }
    QString loaded()
    {
        auto store = make();
        store->load();
        return store->key();
    }

    QTemporaryDir m_dir;
    FakeKeychain::State m_keychain;
    QString m_environment;
};

QTEST_GUILESS_MAIN(TestCredentialStore)
#include "tst_credentialstore.moc"
