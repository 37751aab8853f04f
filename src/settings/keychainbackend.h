#pragma once

#include "secretbackend.h"

#include <QObject>

namespace tapeline {

/// The system's own keychain, through QtKeychain: Secret Service or KWallet, macOS Keychain,
/// Windows credentials. Any error but "not found" is told as Storage: without a secret service
/// QtKeychain answers OtherError.
class KeychainBackend : public QObject, public SecretBackend
{
    Q_OBJECT

public:
    using QObject::QObject;

    void read(const QString &name, Read answer) override;
    void write(const QString &name, const QString &secret, Done answer) override;
    void remove(const QString &name, Done answer) override;
};

} // namespace tapeline
