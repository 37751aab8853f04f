#include "streamtext.h"

#include "marketclocktext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace tapeline {

namespace {

struct StreamWords
{
    Q_DECLARE_TR_FUNCTIONS(tapeline::StreamWords)

public:
    static StreamText of(const SessionStatus &status, Timestamp now)
    {
        switch (status.stream) {
        case StreamState::Offline:
            return { tr("No stream"), offline(status), ColorRole::MutedText };
        case StreamState::Connecting:
            return { tr("Connecting"), tr("The connection is being made."), ColorRole::Warning };
        case StreamState::Authenticating:
            return { tr("Signing in"), tr("The service is looking at the key."),
                     ColorRole::Warning };
        case StreamState::Live:
            return live(status);
        case StreamState::Stale:
            return { tr("Stream is silent"),
                     tr("No byte has come for three seconds. Prices may no longer hold."),
                     ColorRole::Stale };
        case StreamState::WaitingToRetry:
            return { waiting(status, now), tr("The connection was lost. It is tried again."),
                     ColorRole::Warning };
        case StreamState::Refused:
            if (status.source == DataSource::Replay)
                return { tr("No recording"), tr("The file cannot be played."), ColorRole::Error };
            return {
                tr("Stream refused"),
                tr("The service refused key or plan. It is not tried again until they change."),
                ColorRole::Error
            };
        case StreamState::Evicted:
            return { evicted(status, now),
                     tr("Your plan allows one connection, and another program took it."),
                     ColorRole::Error };
        }
        return {};
    }

private:
    static QString offline(const SessionStatus &status)
    {
        if (status.source == DataSource::Live && !status.capabilities.hasStream(Product::Stocks))
            return tr("%1 has no stream: prices are those of completed sessions.")
                .arg(planName(status.capabilities.plans().of(Product::Stocks)));
        return tr("Nothing is streamed.");
    }

    static StreamText live(const SessionStatus &status)
    {
        if (status.lagging)
            //: The market is faster than the computer; %1 is how late data is, such as "8 s"
            return { tr("Catching up %1").arg(countdownText(status.waited)),
                     tr("The market is faster than this computer: data had to wait."),
                     ColorRole::Warning };
        const QString latency
            = status.latencyMicroseconds < 0 ? QString() : latencyText(status.latencyMicroseconds);
        //: State of the stream and its delay, such as "Stream 12 ms"
        return { latency.isEmpty() ? tr("Stream") : tr("Stream %1").arg(latency),
                 tr("The stream is live. The number tells how long prices take to get here."),
                 ColorRole::Success };
    }

    /// Counts the second under way: "1 s" until the attempt is made.
    static QString left(const SessionStatus &status, Timestamp now)
    {
        const Duration rest = status.retryAt - now;
        return countdownText(std::chrono::ceil<std::chrono::seconds>(rest));
    }

    static QString waiting(const SessionStatus &status, Timestamp now)
    {
        if (status.retryAt <= now)
            return tr("Reconnecting");
        //: %1 is a time left, such as "12 s"
        return tr("Reconnecting in %1").arg(left(status, now));
    }

    static QString evicted(const SessionStatus &status, Timestamp now)
    {
        if (status.retryAt <= now)
            return tr("Taken by another program");
        //: The stream was taken; %1 is the time until the next attempt, such as "12 s"
        return tr("Taken by another program, retry in %1").arg(left(status, now));
    }
};

} // namespace

StreamText streamText(const SessionStatus &status, Timestamp now)
{
    StreamText words = StreamWords::of(status, now);
    if (!status.detail.isEmpty())
        //: %1 are sentences about the stream, %2 is why, as the service or the system says it
        words.explanation = StreamWords::tr("%1 Reason: %2").arg(words.explanation, status.detail);
    return words;
}

QString latencyText(qint64 microseconds)
{
    if (microseconds < 1'000)
        return StreamWords::tr("%1 µs").arg(microseconds);
    if (microseconds < 10'000'000)
        return StreamWords::tr("%1 ms").arg(QLocale().toString(microseconds / 1'000));
    return StreamWords::tr("%1 s").arg(QLocale().toString(microseconds / 1'000'000));
}

QString restText(const SessionStatus &status)
{
    const QString used = status.restLimit > 0
        //: Requests to the service; %1 of %2 allowed
        ? StreamWords::tr("REST %1/%2 this min").arg(status.restUsed).arg(status.restLimit)
        : StreamWords::tr("REST %1 this min").arg(status.restUsed);
    if (status.restQueued == 0)
        return used;
    //: %1 is such as "REST 3/5 this min", %2 how many requests wait
    return StreamWords::tr("%1, %2 waiting").arg(used).arg(status.restQueued);
}

int delayMinutes(Product product)
{
    const Duration delay = Capabilities::delay(product);
    return static_cast<int>(std::chrono::duration_cast<std::chrono::minutes>(delay).count());
}

Timestamp wallTime()
{
    return fromMs(QDateTime::currentMSecsSinceEpoch());
}

} // namespace tapeline
