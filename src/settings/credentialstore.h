#pragma once

#include "secretbackend.h"

#include <QObject>

#include <memory>

namespace tapeline {

/// Where a key was found or kept.
enum class KeyPlace : quint8 { None, Keychain, PrivateFile, Environment };

/// The service's key: in the system's keychain, or, where there is none, in a file only the user
/// can read. A key in the environment (MASSIVE_API_KEY, then POLYGON_API_KEY) overrides both and is
/// never stored.
class CredentialStore : public QObject
{
    Q_OBJECT

public:
    /// environmentKey: what the environment holds, empty when nothing.
    CredentialStore(std::unique_ptr<SecretBackend> keychain, std::unique_ptr<SecretBackend> file,
                    const QString &environmentKey, QObject *parent = nullptr);

    /// MASSIVE_API_KEY, then POLYGON_API_KEY; trimmed. serviceenvironment::key() tells which.
    static QString keyInEnvironment();

    QString key() const { return m_key; }
    KeyPlace place() const { return m_place; }

public slots:
    /// Looks in all places; answered by loaded().
    void load();
    /// Into the keychain, else into the file; answered by saved() or failed(). A key in the
    /// environment stays the one in use.
    void save(const QString &key);
    /// From both places; answered by removed() or failed().
    void remove();

signals:
    void loaded();
    void saved(tapeline::KeyPlace place);
    void removed();
    /// detail is for the log; it never holds the key.
    void failed(const QString &detail);

private:
    void use(const QString &key, KeyPlace place);
    void saveToFile(const QString &key);

    std::unique_ptr<SecretBackend> m_keychain;
    std::unique_ptr<SecretBackend> m_file;
    const QString m_environmentKey;
    QString m_key;
    KeyPlace m_place = KeyPlace::None;
};

/// The first and last two characters and dots between, for logs and dialogs; dots only when short.
QString maskedKey(const QString &key);

} // namespace tapeline
