#pragma once

#include "secretbackend.h"

#include <QObject>

#include <memory>

namespace tapeline {

/// Where a key was found or kept.
enum class KeyPlace : quint8 { None, Keychain, PrivateFile, Environment };

/// The service's key: in the system's keychain, or, where there is none, in a file only the user
/// can read. What the file says is newer than the keychain: it is written only when the keychain
/// could not be, and goes when it could. A key in the environment overrides both and is never
/// stored.
class CredentialStore : public QObject
{
    Q_OBJECT

public:
    /// environmentKey: what the environment holds (serviceenvironment::key()), empty when nothing.
    CredentialStore(std::unique_ptr<SecretBackend> keychain, std::unique_ptr<SecretBackend> file,
                    const QString &environmentKey, QObject *parent = nullptr);

    QString key() const { return m_key; }
    KeyPlace place() const { return m_place; }
    /// By a key in the environment.
    bool isOverridden() const { return !m_environmentKey.isEmpty(); }
    /// Why a place could not be looked into when the key was loaded; empty when all could.
    QString trouble() const { return m_trouble; }

public slots:
    /// Looks in all places; answered by loaded(), at once where the environment overrides them.
    void load();
    /// Into the keychain, else into the file; answered by saved() or failed(). A key in the
    /// environment stays the one in use.
    void save(const QString &key);
    /// From both places; answered by removed(), or by failed() when it is still kept.
    void remove();

signals:
    void loaded();
    void saved(tapeline::KeyPlace place);
    void removed();
    /// detail is in English, from the system; it never holds the key.
    void failed(const QString &detail);

private:
    void use(const QString &key, KeyPlace place);
    void loadFromKeychain();
    void saveToFile(const QString &key);
    void removeFromFile(bool keychainAnswered);
    void fail(const Error &error);

    std::unique_ptr<SecretBackend> m_keychain;
    std::unique_ptr<SecretBackend> m_file;
    const QString m_environmentKey;
    QString m_key;
    KeyPlace m_place = KeyPlace::None;
    QString m_trouble;
};

/// The first and last two characters and dots between, for logs and dialogs; dots only when short.
QString maskedKey(const QString &key);

} // namespace tapeline
