#include "keychainbackend.h"

#include <qt6keychain/keychain.h>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto serviceName = "Tapeline"_L1;

Error errorOf(const QKeychain::Job &job)
{
    const bool missing = job.error() == QKeychain::EntryNotFound;
    return { missing ? Error::Code::NotFound : Error::Code::Storage, job.errorString() };
}

/// Starts a job that deletes itself; finished is called while owner lives. The job has no parent:
/// the library hears from the keychain later, and would speak to a job that went with its owner.
template<typename Finished>
void run(QKeychain::Job *job, QObject *owner, const QString &name, Finished finished)
{
    job->setAutoDelete(true);
    job->setInsecureFallback(false); // never into plain settings behind our back
    job->setKey(name);
    QObject::connect(job, &QKeychain::Job::finished, owner, finished);
    job->start();
}

} // namespace

void KeychainBackend::read(const QString &name, Read answer)
{
    auto *job = new QKeychain::ReadPasswordJob(serviceName);
    run(job, this, name, [job, answer = std::move(answer)] {
        if (job->error() != QKeychain::NoError)
            answer(errorOf(*job));
        else
            answer(job->textData());
    });
}

void KeychainBackend::write(const QString &name, const QString &secret, Done answer)
{
    auto *job = new QKeychain::WritePasswordJob(serviceName);
    job->setTextData(secret);
    run(job, this, name, [job, answer = std::move(answer)] {
        answer(job->error() == QKeychain::NoError ? Result<void>() : Result<void>(errorOf(*job)));
    });
}

void KeychainBackend::remove(const QString &name, Done answer)
{
    auto *job = new QKeychain::DeletePasswordJob(serviceName);
    run(job, this, name, [job, answer = std::move(answer)] {
        const bool gone
            = job->error() == QKeychain::NoError || job->error() == QKeychain::EntryNotFound;
        answer(gone ? Result<void>() : Result<void>(errorOf(*job)));
    });
}

} // namespace tapeline
