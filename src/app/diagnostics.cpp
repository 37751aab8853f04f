#include "diagnostics.h"

#include "capabilities.h"
#include "clocks.h"
#include "datasourcetext.h"
#include "secretmask.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QGuiApplication>
#include <QLocale>
#include <QScreen>
#include <QSysInfo>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

QString timeText(Timestamp time)
{
    if (time == Timestamp())
        return u"unknown"_s;
    return QDateTime::fromMSecsSinceEpoch(toMs(time), Qt::UTC).toString(Qt::ISODateWithMs);
}

QString word(Recency recency)
{
    switch (recency) {
    case Recency::Unknown:
        return u"unknown"_s;
    case Recency::RealTime:
        return u"real time"_s;
    case Recency::Delayed:
        return u"delayed"_s;
    case Recency::EndOfDay:
        return u"end of day"_s;
    }
    Q_UNREACHABLE();
}

QString word(StreamState state)
{
    switch (state) {
    case StreamState::Offline:
        return u"offline"_s;
    case StreamState::Connecting:
        return u"connecting"_s;
    case StreamState::Authenticating:
        return u"authenticating"_s;
    case StreamState::Live:
        return u"live"_s;
    case StreamState::Stale:
        return u"stale"_s;
    case StreamState::WaitingToRetry:
        return u"waiting to retry"_s;
    case StreamState::Refused:
        return u"refused"_s;
    case StreamState::Evicted:
        return u"evicted"_s;
    }
    Q_UNREACHABLE();
}

QString word(DataKind kind)
{
    constexpr std::array words { "minute bars"_L1,     "second bars"_L1,     "snapshots"_L1,
                                 "trades"_L1,          "quotes"_L1,          "streamed bars"_L1,
                                 "streamed trades"_L1, "streamed quotes"_L1, "reference"_L1,
                                 "financials"_L1 };
    static_assert(words.size() == dataKindCount);
    return words[static_cast<std::size_t>(kind)];
}

QString keyText(const Diagnostics &facts)
{
    switch (facts.keyPlace) {
    case KeyPlace::None:
        return u"none"_s;
    case KeyPlace::Keychain:
        return u"in the keychain"_s;
    case KeyPlace::PrivateFile:
        return u"in a private file"_s;
    case KeyPlace::Environment:
        return u"from %1"_s.arg(facts.keyVariable);
    }
    Q_UNREACHABLE();
}

/// An address without what could hold a secret: user, password, query.
QString addressText(const QUrl &url)
{
    return url.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

QString screensText(const std::vector<Diagnostics::Screen> &screens)
{
    QStringList texts;
    for (const Diagnostics::Screen &screen : screens)
        texts += u"%1x%2 at %3"_s.arg(screen.size.width())
                     .arg(screen.size.height())
                     .arg(screen.scale);
    return texts.isEmpty() ? u"none"_s : texts.join(u", "_s);
}

QString refusedText(const Capabilities &capabilities)
{
    QStringList refused;
    for (const Product product : allProducts)
        for (int kind = 0; kind < dataKindCount; ++kind)
            if (capabilities.isRefused(product, static_cast<DataKind>(kind)))
                refused += productWord(product) + u' ' + word(static_cast<DataKind>(kind));
    return refused.isEmpty() ? u"nothing"_s : refused.join(u", "_s);
}

QString secondsText(Duration length)
{
    return QString::number(std::chrono::duration<double>(length).count(), 'f', 3) + u" s"_s;
}

QString eventLine(const ConnectionEvent &event)
{
    QStringList parts { timeText(event.at), connectionEventWord(event.kind) };
    if (event.kind == ConnectionEvent::Kind::Opened)
        parts += dataSourceText(event.source);
    if (event.kind == ConnectionEvent::Kind::PlanLacks)
        parts += word(event.data)
            + (event.plan ? QString(u" ("_s + planName(*event.plan) + u" has them)"_s) : QString());
    if (!event.symbol.isEmpty())
        parts += event.symbol;
    if (event.length != Duration::zero())
        parts += secondsText(event.length);
    if (event.count != 0)
        parts += u"count %1"_s.arg(event.count);
    if (!event.detail.isEmpty())
        parts += event.detail.simplified();
    return parts.join(u"  "_s);
}

class Report
{
public:
    void heading(const QString &text) { m_lines << QString() << text; }
    void fact(const QString &name, const QString &value)
    {
        constexpr int nameWidth = 14;
        m_lines << name.leftJustified(nameWidth) + value;
    }
    void line(const QString &text) { m_lines << text; }
    QString text() const { return m_lines.join(u'\n') + u'\n'; }

private:
    QStringList m_lines;
};

void addProgram(Report &report, const Diagnostics &facts)
{
    report.line(u"Tapeline %1, %2"_s.arg(facts.version, timeText(facts.at)));
    report.fact(u"Qt"_s, u"%1, %2"_s.arg(facts.qtVersion, facts.platform));
    report.fact(u"System"_s, facts.system);
    report.fact(u"Language"_s, facts.language);
    report.fact(u"Screens"_s, screensText(facts.screens));
    report.fact(
        u"Data folder"_s,
        (facts.dataBytesAtLeast ? u"at least %1 bytes"_s : u"%1 bytes"_s).arg(facts.dataBytes));
}

void addAccess(Report &report, const Diagnostics &facts)
{
    const Capabilities &capabilities = facts.status.capabilities;
    report.heading(u"Service"_s);
    report.fact(u"REST"_s, addressText(facts.addresses.rest));
    report.fact(u"Stream"_s, addressText(facts.addresses.stream));
    report.fact(u"Delayed"_s, addressText(facts.addresses.delayedStream));
    report.fact(u"Key"_s, keyText(facts));
    // The simulated market has plans of its own
    const bool fromVariable
        = facts.status.source == DataSource::Live && !facts.plansVariable.isEmpty();
    report.fact(u"Plans"_s,
                planSetText(capabilities.plans())
                    + (fromVariable ? QString(u" from "_s + facts.plansVariable) : QString()));
    report.fact(u"Refused"_s, refusedText(capabilities));
}

void addStatus(Report &report, const SessionStatus &status)
{
    report.heading(u"Session"_s);
    report.fact(u"Source"_s, u"%1, %2"_s.arg(dataSourceText(status.source), word(status.recency)));
    report.fact(u"Stream"_s,
                word(status.stream)
                    + (status.detail.isEmpty() ? QString() : QString(u": "_s + status.detail)));
    report.fact(u"Market time"_s, timeText(status.marketTime));
    report.fact(u"Latency"_s,
                status.latencyMicroseconds < 0 ? u"unknown"_s
                                               : u"%1 us"_s.arg(status.latencyMicroseconds));
    report.fact(u"Messages"_s, u"%1 a second"_s.arg(status.messagesPerSecond, 0, 'f', 1));
    const QString limit
        = status.restLimit == 0 ? u"no limit"_s : u"limit %1"_s.arg(status.restLimit);
    report.fact(u"Requests"_s,
                u"%1 in the last minute, %2, %3 waiting"_s.arg(status.restUsed)
                    .arg(limit)
                    .arg(status.restQueued));
    report.fact(u"Unreadable"_s, QString::number(status.lost));
    report.fact(u"Repeated"_s, QString::number(status.repeated));
    report.fact(u"Lagging"_s, status.lagging ? secondsText(status.waited) : u"no"_s);
}

void addHistory(Report &report, const Diagnostics &facts)
{
    report.heading(u"Connection"_s);
    const std::size_t events = std::min(facts.events.size(), diagnosedEvents);
    for (std::size_t i = facts.events.size() - events; i < facts.events.size(); ++i)
        report.line(eventLine(facts.events[i]));
    report.heading(u"Log"_s);
    const QStringList log
        = facts.log.mid(std::max<qsizetype>(0, facts.log.size() - diagnosedLogLines));
    for (const QString &line : log)
        report.line(line);
}

/// Paths of a user's files hold the user's name.
QString withoutHome(QString text)
{
    const QString home = QDir::homePath();
    const bool tells = home.size() > 1 && home != QDir::rootPath();
    return tells ? text.replace(home, u"~"_s) : text;
}

/// Adds the files up; a folder of very many is not walked to its end while somebody waits.
void measure(const QString &folder, Diagnostics &facts)
{
    constexpr int mostFiles = 2'000;
    QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::NoSymLinks,
                       QDirIterator::Subdirectories);
    for (int count = 0; count < mostFiles && files.hasNext(); ++count) {
        files.next();
        facts.dataBytes += files.fileInfo().size();
    }
    facts.dataBytesAtLeast = files.hasNext();
}

} // namespace

QString diagnosticsText(const Diagnostics &facts, const SecretMask &mask)
{
    Report report;
    addProgram(report, facts);
    addAccess(report, facts);
    addStatus(report, facts.status);
    addHistory(report, facts);
    return withoutHome(mask.masked(report.text()));
}

Diagnostics collectedDiagnostics(const QString &dataDir)
{
    Diagnostics facts;
    facts.at = SystemWallClock().utc();
    facts.version = QLatin1String(TAPELINE_VERSION);
    facts.qtVersion = QLatin1String(qVersion());
    facts.system = QSysInfo::prettyProductName() + u", "_s + QSysInfo::currentCpuArchitecture();
    facts.platform = QGuiApplication::platformName();
    facts.language = QLocale().name();
    for (const QScreen *screen : QGuiApplication::screens())
        facts.screens.push_back({ screen->size(), screen->devicePixelRatio() });
    measure(dataDir, facts);
    return facts;
}

} // namespace tapeline
