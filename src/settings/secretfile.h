#pragma once

#include "secretbackend.h"

#include <optional>

namespace tapeline {

/// Secrets in one file that only the user can read (mode 0600 where the system has modes; in the
/// user's own profile folder elsewhere), for systems without a keychain. Written whole and
/// atomically; a file that cannot be read is replaced when it is written.
class SecretFile : public SecretBackend
{
public:
    explicit SecretFile(const QString &path);

    void read(const QString &name, Read answer) override;
    void write(const QString &name, const QString &secret, Done answer) override;
    void remove(const QString &name, Done answer) override;

private:
    Result<void> save(const QString &name, const std::optional<QString> &secret);

    const QString m_path;
};

} // namespace tapeline
