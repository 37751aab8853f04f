#include "fillfilejob.h"

namespace tapeline {

FillFileJob::FillFileJob(std::function<Timestamp()> now, QObject *parent)
    : QObject(parent)
    , m_now(std::move(now))
{
    m_pool.setMaxThreadCount(1);
}

FillFileJob::~FillFileJob()
{
    ++m_wanted;
    m_pool.clear();
    m_pool.waitForDone();
}

void FillFileJob::open(const QString &path)
{
    start([this, path, now = m_now()](quint64 number) {
        const Result<QByteArray> bytes = fillfile::load(path);
        openOnThread(number, bytes ? fillfile::open(*bytes) : bytes.error(), now);
    });
}

void FillFileJob::arrange(const QString &preset)
{
    if (!m_file)
        return;
    start([this, preset, file = m_file, now = m_now()](quint64 number) {
        openOnThread(number, fillfile::arrange(file->text, preset), now);
    });
}

void FillFileJob::read(const FillMapping &mapping)
{
    if (!m_file)
        return;
    start([this, mapping, file = m_file, now = m_now()](quint64 number) {
        readOnThread(number, file, mapping, now);
    });
}

void FillFileJob::cancel()
{
    ++m_wanted;
    m_pool.clear();
    m_isRunning = false;
}

void FillFileJob::start(const Work &work)
{
    const quint64 number = ++m_wanted;
    m_pool.clear();
    m_isRunning = true;
    m_pool.start([work, number] { work(number); });
    emit started();
}

void FillFileJob::openOnThread(quint64 number, const Result<OpenedFillFile> &opened, Timestamp now)
{
    if (!opened)
        return end(number, [this, why = opened.error().detail] { emit failed(why); });
    const auto file = std::make_shared<const OpenedFillFile>(*opened);
    QMetaObject::invokeMethod(this, [this, number, file] {
        if (!isWanted(number))
            return;
        m_file = file;
        emit this->opened(file);
    });
    // Without its columns it is for people to say what they are
    if (file->mapping.missing().isEmpty())
        readOnThread(number, file, file->mapping, now);
    else
        end(number, [] {});
}

void FillFileJob::readOnThread(quint64 number, const Opened &file, const FillMapping &mapping,
                               Timestamp now)
{
    const Result<FillFile> read = fillfile::read(*file, mapping, now, [this, number](double done) {
        QMetaObject::invokeMethod(this, [this, number, done] {
            if (isWanted(number))
                emit progressed(done);
        });
        return isWanted(number);
    });
    if (!read)
        return end(number, [this, why = read.error().detail] { emit failed(why); });
    end(number,
        [this, result = std::make_shared<const FillFile>(*read)] { emit finished(result); });
}

void FillFileJob::end(quint64 number, const std::function<void()> &tell)
{
    QMetaObject::invokeMethod(this, [this, number, tell] {
        if (!isWanted(number))
            return;
        m_isRunning = false;
        tell();
    });
}

} // namespace tapeline
