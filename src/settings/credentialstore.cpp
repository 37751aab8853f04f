#include "credentialstore.h"

#include "serviceenvironment.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {
const QString keyName = u"massive-api-key"_s;
}

CredentialStore::CredentialStore(std::unique_ptr<SecretBackend> keychain,
                                 std::unique_ptr<SecretBackend> file, const QString &environmentKey,
                                 QObject *parent)
    : QObject(parent)
    , m_keychain(std::move(keychain))
    , m_file(std::move(file))
    , m_environmentKey(environmentKey)
{
}

QString CredentialStore::keyInEnvironment()
{
    return serviceenvironment::key().value;
}

void CredentialStore::use(const QString &key, KeyPlace place)
{
    const bool overridden = !m_environmentKey.isEmpty();
    m_key = overridden ? m_environmentKey : key;
    m_place = overridden ? KeyPlace::Environment : place;
}

void CredentialStore::load()
{
    m_keychain->read(keyName, [this](const Result<QString> &inKeychain) {
        if (inKeychain) {
            use(*inKeychain, KeyPlace::Keychain);
            emit loaded();
            return;
        }
        m_file->read(keyName, [this](const Result<QString> &inFile) {
            use(inFile.value_or({}), inFile ? KeyPlace::PrivateFile : KeyPlace::None);
            emit loaded();
        });
    });
}

void CredentialStore::save(const QString &key)
{
    m_keychain->write(keyName, key, [this, key](const Result<void> &written) {
        if (!written) {
            saveToFile(key);
            return;
        }
        // Not in two places: an older copy in the file would come back when the keychain is away
        m_file->remove(keyName, [this, key](const Result<void> &) {
            use(key, KeyPlace::Keychain);
            emit saved(KeyPlace::Keychain);
        });
    });
}

void CredentialStore::saveToFile(const QString &key)
{
    m_file->write(keyName, key, [this, key](const Result<void> &written) {
        if (!written) {
            emit failed(written.error().detail);
            return;
        }
        use(key, KeyPlace::PrivateFile);
        emit saved(KeyPlace::PrivateFile);
    });
}

void CredentialStore::remove()
{
    m_keychain->remove(keyName, [this](const Result<void> &) {
        m_file->remove(keyName, [this](const Result<void> &fromFile) {
            if (!fromFile) {
                emit failed(fromFile.error().detail);
                return;
            }
            use({}, KeyPlace::None);
            emit removed();
        });
    });
}

QString maskedKey(const QString &key)
{
    if (key.size() < 12)
        return u"••••••••"_s;
    return key.left(2) + u"••••••••"_s + key.right(2);
}

} // namespace tapeline
