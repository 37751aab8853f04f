#include "credentialstore.h"

#include <QLoggingCategory>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcCredentials, "tapeline.credentials")

const QString keyName = u"massive-api-key"_s;

} // namespace

CredentialStore::CredentialStore(std::unique_ptr<SecretBackend> keychain,
                                 std::unique_ptr<SecretBackend> file, const QString &environmentKey,
                                 QObject *parent)
    : QObject(parent)
    , m_keychain(std::move(keychain))
    , m_file(std::move(file))
    , m_environmentKey(environmentKey)
{
}

void CredentialStore::use(const QString &key, KeyPlace place)
{
    m_key = isOverridden() ? m_environmentKey : key;
    m_place = isOverridden() ? KeyPlace::Environment : place;
}

void CredentialStore::load()
{
    m_trouble.clear();
    if (isOverridden()) {
        use({}, KeyPlace::None);
        emit loaded(); // no need to wait for a keychain, which may ask the user to open it
        return;
    }
    m_file->read(keyName, [this](const Result<QString> &inFile) {
        if (inFile) {
            // Empty: was removed while the keychain, which may hold an older one, was away
            use(*inFile, inFile->isEmpty() ? KeyPlace::None : KeyPlace::PrivateFile);
            emit loaded();
            return;
        }
        if (inFile.error().code != Error::Code::NotFound)
            m_trouble = inFile.error().detail;
        loadFromKeychain();
    });
}

void CredentialStore::loadFromKeychain()
{
    m_keychain->read(keyName, [this](const Result<QString> &inKeychain) {
        if (!inKeychain && inKeychain.error().code != Error::Code::NotFound)
            m_trouble = inKeychain.error().detail;
        if (!m_trouble.isEmpty())
            qCWarning(lcCredentials) << "the key was not looked for everywhere:" << m_trouble;
        use(inKeychain.value_or({}), inKeychain ? KeyPlace::Keychain : KeyPlace::None);
        emit loaded();
    });
}

void CredentialStore::save(const QString &key)
{
    m_keychain->write(keyName, key, [this, key](const Result<void> &written) {
        if (!written) {
            qCWarning(lcCredentials) << "no keychain, so a file:" << written.error().detail;
            saveToFile(key);
            return;
        }
        m_file->remove(keyName, [this, key](const Result<void> &fromFile) {
            if (!fromFile) {
                fail(fromFile.error()); // the older key there would come back
                return;
            }
            use(key, KeyPlace::Keychain);
            emit saved(KeyPlace::Keychain);
        });
    });
}

void CredentialStore::saveToFile(const QString &key)
{
    m_file->write(keyName, key, [this, key](const Result<void> &written) {
        if (!written) {
            fail(written.error());
            return;
        }
        use(key, KeyPlace::PrivateFile);
        emit saved(KeyPlace::PrivateFile);
    });
}

void CredentialStore::remove()
{
    m_keychain->remove(keyName, [this](const Result<void> &fromKeychain) {
        if (!fromKeychain && m_place == KeyPlace::Keychain)
            fail(fromKeychain.error());
        else
            removeFromFile(fromKeychain.has_value());
    });
}

/// Where the keychain did not answer, the file goes on saying that there is no key: an older one
/// would come back with the keychain.
void CredentialStore::removeFromFile(bool keychainAnswered)
{
    const auto done = [this](const Result<void> &fromFile) {
        if (!fromFile) {
            fail(fromFile.error());
            return;
        }
        use({}, KeyPlace::None);
        emit removed();
    };
    if (keychainAnswered)
        m_file->remove(keyName, done);
    else
        m_file->write(keyName, {}, done);
}

void CredentialStore::fail(const Error &error)
{
    qCWarning(lcCredentials) << "the key could not be kept or removed:" << error.detail;
    emit failed(error.detail);
}

QString maskedKey(const QString &key)
{
    if (key.size() < 12)
        return u"••••••••"_s;
    return key.left(2) + u"••••••••"_s + key.right(2);
}

} // namespace tapeline
