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
    void init()
    {
        m_keychain = {};
        m_environment.clear();
        QFile::remove(path());
    }

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

    /// The keychain may ask the user to open it first.
    void theEnvironmentDoesNotWaitForTheKeychain()
    {
        m_environment = u"from-environment"_s;
        m_keychain.slow = true;
        auto store = make();
        QSignalSpy found(store.get(), &CredentialStore::loaded);
        store->load();
        QCOMPARE(found.size(), 1);
        QCOMPARE(store->key(), u"from-environment"_s);
    }

    void theFileIsNewerThanTheKeychain()
    {
        save(u"old-key-123456789"_s, KeyPlace::Keychain);
        m_keychain.available = false;
        save(u"new-key-123456789"_s, KeyPlace::PrivateFile);
        m_keychain.available = true;
        QCOMPARE(loaded(), u"new-key-123456789"_s);
    }

    void aKeychainThatWillNotLetGoIsSaid()
    {
        save(u"secret-key-123456"_s, KeyPlace::Keychain);
        auto store = make();
        store->load();
        m_keychain.available = false;
        QSignalSpy removed(store.get(), &CredentialStore::removed);
        QSignalSpy failed(store.get(), &CredentialStore::failed);
        store->remove();
        QCOMPARE(removed.size(), 0);
        QCOMPARE(failed.size(), 1);
        QCOMPARE(failed.front().front().toString(), u"no keychain"_s);
        QCOMPARE(store->key(), u"secret-key-123456"_s);
    }

    void aKeyRemovedWhileTheKeychainIsAwayStaysAway()
    {
        save(u"old-key-123456789"_s, KeyPlace::Keychain);
        m_keychain.available = false;
        save(u"new-key-123456789"_s, KeyPlace::PrivateFile);
        auto store = make();
        store->load();
        QSignalSpy removed(store.get(), &CredentialStore::removed);
        store->remove();
        QCOMPARE(removed.size(), 1);
        m_keychain.available = true;
        QCOMPARE(loaded(), QString());
        save(u"next-key-12345678"_s, KeyPlace::Keychain);
        QCOMPARE(loaded(), u"next-key-12345678"_s);
    }

    void aPlaceThatCouldNotBeLookedIntoIsTold()
    {
        auto store = make();
        store->load();
        QCOMPARE(store->trouble(), QString());
        m_keychain.available = false;
        store->load();
        QCOMPARE(store->trouble(), u"no keychain"_s);
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

    void aBrokenFileIsReplaced()
    {
        m_keychain.available = false;
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("not json");
        file.close();
        QCOMPARE(loaded(), QString());
        save(u"secret-key-123456"_s, KeyPlace::PrivateFile);
        QCOMPARE(loaded(), u"secret-key-123456"_s);
    }

    void aFileThatCannotBeWrittenIsSaidWithItsReason()
    {
        m_keychain.available = false;
        QVERIFY(QDir().mkpath(path())); // a folder in its place
        auto store = make();
        QSignalSpy failed(store.get(), &CredentialStore::failed);
        store->save(u"secret-key-123456"_s);
        QVERIFY(QDir().rmdir(path()));
        QCOMPARE(failed.size(), 1);
        const QString detail = failed.front().front().toString();
        QVERIFY2(detail.contains(path()), qPrintable(detail));
        QVERIFY2(!detail.contains(u"secret-key"_s), qPrintable(detail));
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
