#include "secretfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QSaveFile>

#include <optional>

namespace tapeline {

namespace {

Q_LOGGING_CATEGORY(lcSecrets, "tapeline.credentials")

constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

/// Empty when the file does not exist.
Result<QJsonObject> load(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return QJsonObject();
    if (!file.open(QIODevice::ReadOnly))
        return Error { Error::Code::Storage,
                       QStringLiteral("%1: %2").arg(path, file.errorString()) };
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    if (!document.isObject())
        return Error { Error::Code::Storage,
                       QStringLiteral("%1 is not a file of secrets").arg(path) };
    return document.object();
}

} // namespace

SecretFile::SecretFile(const QString &path)
    : m_path(path)
{
}

void SecretFile::read(const QString &name, Read answer)
{
    const Result<QJsonObject> secrets = load(m_path);
    if (!secrets)
        answer(secrets.error());
    else if (!secrets->contains(name))
        answer(Error { Error::Code::NotFound, QStringLiteral("no secret \"%1\"").arg(name) });
    else
        answer(secrets->value(name).toString());
}

void SecretFile::write(const QString &name, const QString &secret, Done answer)
{
    answer(save(name, secret));
}

void SecretFile::remove(const QString &name, Done answer)
{
    answer(QFileInfo::exists(m_path) ? save(name, std::nullopt) : Result<void>());
}

Result<void> SecretFile::save(const QString &name, const std::optional<QString> &secret)
{
    const Result<QJsonObject> there = load(m_path);
    if (!there)
        qCWarning(lcSecrets) << "replaced, as it cannot be read:" << there.error().detail;
    QJsonObject secrets = there.value_or({});
    if (secret)
        secrets.insert(name, *secret);
    else
        secrets.remove(name);
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    QSaveFile file(m_path);
    // The mode first: the secret is never in a file that others could open
    bool written = file.open(QIODevice::WriteOnly) && file.setPermissions(ownerOnly);
    if (written) {
        file.write(QJsonDocument(secrets).toJson(QJsonDocument::Compact));
        written = file.commit();
    }
    if (!written)
        return Error { Error::Code::Storage,
                       QStringLiteral("%1 cannot be written: %2").arg(m_path, file.errorString()) };
    return {};
}

} // namespace tapeline
