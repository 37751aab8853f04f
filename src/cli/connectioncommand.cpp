#include "connectioncommand.h"

#include "jsonline.h"
#include "serviceaccess.h"
#include "serviceprobe.h"

#include <QEventLoop>
#include <QThread>

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;
using Verdict = ProbeFinding::Verdict;

namespace {

/// A feed thread as the desk has one.
class Feed : public QThread
{
public:
    Feed() { start(); }
    ~Feed() override
    {
        quit();
        wait();
    }
};

ProbeFindings ask(const ServiceAccess &access, bool detect)
{
    Feed feed;
    ServiceProbe probe(feed);
    ProbeFindings findings;
    QEventLoop loop;
    QObject::connect(&probe, &ServiceProbe::finished, &loop, [&](const ProbeFindings &found) {
        findings = found;
        loop.quit();
    });
    if (detect)
        probe.detect(access.rest, access.key);
    else
        probe.test(access.rest, access.key, access.plans);
    loop.exec();
    return findings;
}

QString word(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Works:
        return u"works"_s;
    case Verdict::KeyRefused:
        return u"key-refused"_s;
    case Verdict::PlanLacks:
        return u"plan-lacks"_s;
    case Verdict::NotOffered:
        return u"not-offered"_s;
    case Verdict::NoNetwork:
        return u"no-network"_s;
    case Verdict::RateLimited:
        return u"rate-limited"_s;
    case Verdict::ServiceFailed:
        return u"service-failed"_s;
    }
    Q_UNREACHABLE();
}

QString sentence(const ProbeFinding &finding)
{
    switch (finding.verdict) {
    case Verdict::Works:
        return u"works with %1"_s.arg(planName(finding.plan.value_or(Plan::Basic)));
    case Verdict::KeyRefused:
        return u"the key was refused"_s;
    case Verdict::PlanLacks:
        return finding.plan ? u"the plan lacks it: %1 answers"_s.arg(planName(*finding.plan))
                            : u"the plan lacks it"_s;
    case Verdict::NotOffered:
        return u"not offered by this server"_s;
    case Verdict::NoNetwork:
        return u"no answer"_s;
    case Verdict::RateLimited:
        return u"asked too often: wait a minute"_s;
    case Verdict::ServiceFailed:
        return u"the service failed"_s;
    }
    Q_UNREACHABLE();
}

/// Why nothing works, in one sentence.
QString complaint(const ProbeFinding &finding)
{
    switch (finding.verdict) {
    case Verdict::KeyRefused:
        return u"The service refused the key: %1"_s.arg(finding.detail);
    case Verdict::PlanLacks:
        return u"The key opens less than the plans that were chosen: %1"_s.arg(finding.detail);
    case Verdict::RateLimited:
        return u"The service was asked too often: %1"_s.arg(finding.detail);
    case Verdict::Works:
    case Verdict::NotOffered:
        return u"This server offers nothing that can be asked for."_s;
    case Verdict::NoNetwork:
    case Verdict::ServiceFailed:
        return finding.detail;
    }
    Q_UNREACHABLE();
}

void print(const ProbeFinding &finding, bool json, Console &console)
{
    constexpr int nameWidth = 12;
    const QString product = productWord(finding.product);
    if (!json) {
        console.print(QString(product.leftJustified(nameWidth) + sentence(finding)));
        return;
    }
    JsonLine line;
    line.add("product", product.toStdString()).add("verdict", word(finding.verdict).toStdString());
    if (finding.plan)
        line.add("plan", planName(*finding.plan).toLower().toStdString());
    else
        line.addNull("plan");
    line.add("detail", console.masked(finding.detail).toStdString());
    console.print(line.text());
}

ExitCode conclude(const ProbeFindings &findings, Console &console)
{
    const auto works = [](const auto &finding) { return finding.verdict == Verdict::Works; };
    if (std::any_of(findings.begin(), findings.end(), works))
        return ExitCode::Success;
    const auto tells = [](const auto &finding) { return finding.verdict != Verdict::NotOffered; };
    const auto first = std::find_if(findings.begin(), findings.end(), tells);
    return console.fail(complaint(first == findings.end() ? findings.first() : *first));
}

} // namespace

QString ConnectionCommand::name() const
{
    return u"connection"_s;
}

QString ConnectionCommand::summary() const
{
    return u"Asks the service what a key opens."_s;
}

QString ConnectionCommand::synopsis() const
{
    return u"[--detect] [--rest-base URL] [--json]"_s;
}

QList<QCommandLineOption> ConnectionCommand::options() const
{
    return {
        QCommandLineOption(u"detect"_s,
                           u"Find the plans of the key; else the plans of the environment are "
                           "tested, and Basic without any."_s),
        serviceaccess::restOption(),
    };
}

QString ConnectionCommand::notes() const
{
    return serviceaccess::notes()
        + u"\n\nWith --json a line is {\"product\",\"verdict\",\"plan\",\"detail\"}: verdict is "
          "works, key-refused,\nplan-lacks, not-offered, no-network, rate-limited or "
          "service-failed; plan is the best that answered,\nor null. Fails when nothing works."_s;
}

ExitCode ConnectionCommand::run(const QCommandLineParser &arguments, Console &console)
{
    if (!arguments.positionalArguments().isEmpty())
        return console.wrongUsage(
            u"\"%1\" is one argument too many. See `tapeline-cli connection --help`."_s.arg(
                arguments.positionalArguments().first()));
    const Result<ServiceAccess> access = serviceaccess::read(arguments, console);
    if (!access)
        return serviceaccess::refuse(access.error(), console);
    const ProbeFindings findings = ask(*access, arguments.isSet(u"detect"_s));
    for (const ProbeFinding &finding : findings)
        print(finding, arguments.isSet(u"json"_s), console);
    return conclude(findings, console);
}

} // namespace tapeline
