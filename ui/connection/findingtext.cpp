#include "findingtext.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace tapeline {

namespace {

struct FindingWords
{
    Q_DECLARE_TR_FUNCTIONS(tapeline::FindingWords)

public:
    static QString planLacks(std::optional<Plan> answering)
    {
        if (!answering)
            return tr("The plan lacks it");
        //: %1 is a plan below the chosen one, such as "Starter"
        return tr("The plan lacks it: %1 answers").arg(planName(*answering));
    }
};

} // namespace

FindingText findingText(const ProbeFinding &finding)
{
    using enum ProbeFinding::Verdict;
    switch (finding.verdict) {
    case Works:
        return { FindingWords::tr("Works"), u"check"_s, ColorRole::Success };
    case KeyRefused:
        return { FindingWords::tr("The key was refused"), u"blocked"_s, ColorRole::Error };
    case PlanLacks:
        return { FindingWords::planLacks(finding.plan), u"lock"_s, ColorRole::Warning };
    case NotOffered:
        return { FindingWords::tr("Not offered by this server"), u"minus"_s, ColorRole::MutedText };
    case NoNetwork:
        return { FindingWords::tr("No network"), u"offline"_s, ColorRole::Error };
    case RateLimited:
        return { FindingWords::tr("Asked too often: wait a minute"), u"clock"_s,
                 ColorRole::Warning };
    case ServiceFailed:
        return { FindingWords::tr("The service failed"), u"warning"_s, ColorRole::Error };
    }
    return {};
}

QString askingText(Product product)
{
    switch (product) {
    case Product::Stocks:
        return FindingWords::tr("Asking for stocks…");
    case Product::Options:
        return FindingWords::tr("Asking for options…");
    case Product::Indices:
        return FindingWords::tr("Asking for indices…");
    case Product::Currencies:
        return FindingWords::tr("Asking for forex and crypto…");
    case Product::Futures:
        return FindingWords::tr("Asking for futures…");
    }
    return {};
}

} // namespace tapeline
