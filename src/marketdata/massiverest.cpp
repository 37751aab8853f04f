#include "massiverest.h"

#include "keysafety.h"
#include "resterror.h"

#include <QLoggingCategory>
#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <algorithm>
#include <limits>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcRest, "tapeline.rest", QtInfoMsg)

constexpr qsizetype sparePadding = 64; // what RestReply promises behind the body
constexpr int maxRedirects = 3;
constexpr Duration longestHold = 120s;

bool isWholeUrl(const QString &path)
{
    return path.startsWith("http://"_L1) || path.startsWith("https://"_L1);
}

QString nameOf(const RestRequest &request)
{
    return request.query.isEmpty()
        ? request.path
        : request.path + u'?' + request.query.toString(QUrl::FullyEncoded);
}

int httpStatusOf(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

bool wasRedirectedAway(const QNetworkReply &reply)
{
    return reply.error() == QNetworkReply::InsecureRedirectError
        || reply.error() == QNetworkReply::TooManyRedirectsError
        || (httpStatusOf(reply) >= 300 && httpStatusOf(reply) < 400);
}

RequestBudget::Outcome outcomeOf(const QNetworkReply &reply)
{
    const int status = httpStatusOf(reply);
    if (status == 429)
        return RequestBudget::Outcome::TooMany;
    if (status == 401)
        return RequestBudget::Outcome::KeyRefused;
    if (reply.error() == QNetworkReply::ConnectionRefusedError
        || reply.error() == QNetworkReply::HostNotFoundError)
        return RequestBudget::Outcome::NotReached;
    const bool read = reply.error() == QNetworkReply::NoError && status >= 200 && status < 300;
    return read ? RequestBudget::Outcome::Answered : RequestBudget::Outcome::Failed;
}

RestReply failure(const Error &error)
{
    RestReply reply;
    reply.error = error.code;
    reply.detail = error.detail;
    return reply;
}

std::chrono::milliseconds roundedUp(Duration duration)
{
    return std::chrono::ceil<std::chrono::milliseconds>(std::max(duration, Duration()));
}

} // namespace

MassiveRest::MassiveRest(const QUrl &base, const QString &key, int limitPerMinute,
                         const WallClock *wall, QObject *parent)
    : RestProvider(parent)
    , m_wall(wall ? *wall : m_systemWall)
    , m_base(base)
    , m_key(key)
    , m_budget(limitPerMinute, m_timings.window)
{
    m_pumpTimer.setSingleShot(true);
    connect(&m_pumpTimer, &QTimer::timeout, this, &MassiveRest::pump);
    connect(&m_budgetTimer, &QTimer::timeout, this, &MassiveRest::tellBudget);
    m_queueTimer.setSingleShot(true);
    connect(&m_queueTimer, &QTimer::timeout, this, &MassiveRest::tellQueue);
}

MassiveRest::~MassiveRest()
{
    for (auto &[name, job] : m_jobs)
        if (job.reply)
            disconnect(job.reply, nullptr, this, nullptr);
}

void MassiveRest::setTimings(const Timings &timings)
{
    m_timings = timings;
    m_budget.setWindow(timings.window);
}

void MassiveRest::shareBudget()
{
    m_budget.share(SentRequests::of(m_base, m_key));
}

void MassiveRest::setLimitPerMinute(int limit)
{
    m_budget.setLimit(limit);
    tellBudget();
    pump();
}

void MassiveRest::get(const RestRequest &request)
{
    const QString name = nameOf(request);
    Job &job = m_jobs[name];
    if (job.waiting.isEmpty()) {
        job.path = request.path;
        job.query = request.query;
        job.priority = request.priority;
        job.order = m_nextOrder++;
        job.askedAt = m_wall.monotonic();
    }
    if (job.waiting.isEmpty() || request.priority < job.priority) {
        job.purpose = request.purpose;
        job.symbol = request.symbol;
    }
    job.waiting += request.id;
    job.priority = std::min(job.priority, request.priority);
    m_jobOfId.insert(request.id, name);

    if (const Result<QUrl> url = urlOf(job); !url)
        fail(request.id, url.error());
    else
        pump();
}

void MassiveRest::cancel(quint64 id)
{
    const auto found = m_jobs.find(m_jobOfId.value(id));
    if (found == m_jobs.end())
        return;
    Job &job = found->second;
    fail(id, { Error::Code::Cancelled, u"The request is not needed any more."_s });
    if (job.waiting.isEmpty() && job.reply) {
        disconnect(job.reply, nullptr, this, nullptr);
        job.reply->abort();
        job.reply->deleteLater();
        --m_inFlight;
    }
    if (job.waiting.isEmpty())
        m_jobs.erase(found);
    tellBudget();
    pump();
}

/// Where a job goes, or why it must not.
Result<QUrl> MassiveRest::urlOf(const Job &job) const
{
    QUrl url = m_base;
    if (isWholeUrl(job.path)) {
        url = QUrl(job.path);
        if (!keysafety::isSameService(url, m_base))
            return Error { Error::Code::Rejected,
                           u"The next page is on another host (%1) and was not asked for."_s.arg(
                               url.host()) };
    } else {
        url.setPath(m_base.path() + job.path, QUrl::TolerantMode);
    }
    if (!job.query.isEmpty())
        url.setQuery(job.query);
    if (!url.isValid() || url.host().isEmpty())
        return Error { Error::Code::InvalidArgument,
                       u"The service's address cannot be used: %1"_s.arg(url.errorString()) };
    if (!m_key.isEmpty() && !keysafety::mayCarryKey(url))
        return Error { Error::Code::InvalidArgument, keysafety::refusal(url) };
    return url;
}

RestPriority MassiveRest::urgencyOf(const Job &job, Duration now) const
{
    if (job.priority <= RestPriority::OnScreen)
        return job.priority;
    const qint64 steps = (now - job.askedAt) / m_timings.patience;
    const qint64 urgency = static_cast<qint64>(job.priority) - steps;
    return static_cast<RestPriority>(std::max(urgency, qint64(RestPriority::OnScreen)));
}

int MassiveRest::reserveFor(const Job &job, Duration now) const
{
    return urgencyOf(job, now) == RestPriority::Background ? keptForTheUser : 0;
}

/// The job that is next in line among those that may be tried now.
MassiveRest::Jobs::iterator MassiveRest::nextJob(Duration now)
{
    auto best = m_jobs.end();
    for (auto job = m_jobs.begin(); job != m_jobs.end(); ++job) {
        if (job->second.reply || job->second.notBefore > now)
            continue;
        const auto rank = [&](const Job &j) { return std::pair(urgencyOf(j, now), j.order); };
        if (best == m_jobs.end() || rank(job->second) < rank(best->second))
            best = job;
    }
    return best;
}

void MassiveRest::pump()
{
    while (m_inFlight < maxInFlight) {
        const Duration now = m_wall.monotonic();
        const auto job = nextJob(now);
        if (job == m_jobs.end())
            break;
        const Duration slot = m_budget.nextSlot(now, reserveFor(job->second, now));
        if (slot > now) {
            wakeAt(slot);
            break;
        }
        send(job);
    }
    Duration earliest = Duration::max();
    for (const auto &[name, job] : m_jobs)
        if (!job.reply && job.notBefore > m_wall.monotonic())
            earliest = std::min(earliest, job.notBefore);
    if (earliest != Duration::max())
        wakeAt(earliest);
    tellBudget();
}

void MassiveRest::wakeAt(Duration time)
{
    const auto wait = roundedUp(time - m_wall.monotonic());
    if (!m_pumpTimer.isActive() || m_pumpTimer.remainingTimeAsDuration() > wait)
        m_pumpTimer.start(wait);
}

void MassiveRest::send(Jobs::iterator job)
{
    const Result<QUrl> url = urlOf(job->second);
    Q_ASSERT(url); // else get() had failed it
    if (!m_network)
        m_network = new QNetworkAccessManager(this);

    QNetworkRequest request(*url);
    request.setRawHeader("User-Agent", "tapeline/" TAPELINE_VERSION);
    request.setRawHeader("Accept", "application/json");
    if (!m_key.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + m_key.toUtf8());
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::SameOriginRedirectPolicy);
    request.setMaximumRedirectsAllowed(maxRedirects);
    request.setTransferTimeout(static_cast<int>(roundedUp(m_timings.transferTimeout).count()));

    ++m_inFlight;
    ++job->second.tries;
    job->second.sentAt = m_wall.monotonic();
    m_budget.sent(job->second.sentAt, m_wall.utc());
    job->second.reply = m_network->get(request);
    connect(job->second.reply, &QNetworkReply::finished, this,
            [this, name = job->first] { onReplyFinished(name); });
}

void MassiveRest::onReplyFinished(const QString &name)
{
    const auto job = m_jobs.find(name);
    Q_ASSERT(job != m_jobs.end() && job->second.reply);
    QNetworkReply &reply = *std::exchange(job->second.reply, nullptr);
    reply.deleteLater();
    --m_inFlight;
    m_budget.ended(job->second.sentAt, outcomeOf(reply),
                   reply.isOpen() ? reply.bytesAvailable() : 0);
    if (isWorthRetrying(job->second, reply))
        retryLater(job->second, reply);
    else
        answer(job, replyOf(reply));
    pump();
}

bool MassiveRest::isWorthRetrying(const Job &job, const QNetworkReply &reply) const
{
    if (job.tries >= maxTries || wasRedirectedAway(reply))
        return false;
    const int status = httpStatusOf(reply);
    if (status == 429 || status >= 500)
        return true;
    // A broken answer may carry a success status
    return reply.error() != QNetworkReply::NoError && (status == 0 || status < 300);
}

void MassiveRest::retryLater(Job &job, const QNetworkReply &reply)
{
    const Duration now = m_wall.monotonic();
    const int status = httpStatusOf(reply);
    job.notBefore = now + m_timings.firstRetry * (1 << (job.tries - 1));
    qCDebug(lcRest) << "trying again:" << job.path << "HTTP" << status << reply.errorString();
    if (status != 429)
        return;
    bool isNumber = false;
    const int seconds = reply.rawHeader("Retry-After").trimmed().toInt(&isNumber);
    const Duration until = isNumber ? now + std::chrono::seconds(std::max(seconds, 0))
        : m_budget.limit() > 0      ? m_budget.windowEnd(now)
                                    : job.notBefore;
    // A rate is the key's, not the request's: everything waits
    m_budget.holdUntil(std::min(until, now + longestHold));
}

RestReply MassiveRest::replyOf(QNetworkReply &reply) const
{
    RestReply out;
    out.httpStatus = httpStatusOf(reply);
    if (reply.isOpen()) // not after a time-out
        out.body = reply.readAll();
    out.body.reserve(out.body.size() + sparePadding);
    out.ok
        = reply.error() == QNetworkReply::NoError && out.httpStatus >= 200 && out.httpStatus < 300;
    if (out.ok)
        return out;
    if (wasRedirectedAway(reply)) {
        out.error = Error::Code::Rejected;
        out.detail = u"The service sent us on to another address, which was not followed."_s;
    } else if (out.httpStatus < 300) {
        out.error = Error::Code::Network;
        out.detail = u"The service could not be reached: %1."_s.arg(reply.errorString());
    } else {
        const Error error = decodeError(out.httpStatus, out.body);
        out.error = error.code;
        out.detail = error.detail;
    }
    return out;
}

/// Ends a job: everyone who waits gets the same answer.
void MassiveRest::answer(Jobs::iterator job, RestReply reply)
{
    const QList<quint64> waiting = std::exchange(job->second.waiting, {});
    m_jobs.erase(job);
    for (const quint64 id : waiting) {
        m_jobOfId.remove(id);
        reply.id = id;
        emit finished(reply);
    }
}

/// Ends one id's wait, later than this call: who asks need not expect the answer within the
/// question.
void MassiveRest::fail(quint64 id, const Error &error)
{
    const auto job = m_jobs.find(m_jobOfId.take(id));
    if (job != m_jobs.end())
        job->second.waiting.removeOne(id);
    if (job != m_jobs.end() && job->second.waiting.isEmpty() && !job->second.reply
        && error.code != Error::Code::Cancelled)
        m_jobs.erase(job);
    RestReply reply = failure(error);
    reply.id = id;
    QMetaObject::invokeMethod(
        this, [this, reply] { emit finished(reply); }, Qt::QueuedConnection);
}

void MassiveRest::tellBudget()
{
    const int used = m_budget.used(m_wall.monotonic());
    const auto queued = std::count_if(m_jobs.begin(), m_jobs.end(),
                                      [](const auto &entry) { return !entry.second.reply; });
    if (used == 0)
        m_budgetTimer.stop();
    else if (!m_budgetTimer.isActive())
        m_budgetTimer.start(1s);
    emit budgetChanged(used, m_budget.limit(), static_cast<int>(queued));
    noteQueue();
}

} // namespace tapeline
