#include "companytext.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace tapeline {

namespace {

struct CompanyStates
{
    Q_DECLARE_TR_FUNCTIONS(tapeline::CompanyStates)

public:
    static QString notInPlan(CompanySubject subject)
    {
        switch (subject) {
        case CompanySubject::Earnings:
        case CompanySubject::EarningsAhead:
            return tr(
                "Earnings are an add-on of the service (Benzinga Earnings) that your key does "
                "not have. Everything else here is part of every plan.");
        case CompanySubject::Profile:
        case CompanySubject::Related:
        case CompanySubject::Splits:
        case CompanySubject::Dividends:
        case CompanySubject::ShortInterest:
        case CompanySubject::News:
        case CompanySubject::SplitsAhead:
        case CompanySubject::DividendsAhead:
            break;
        }
        return tr("The service refused this to your key, though it is part of every stocks plan. "
                  "Test the key in Settings.");
    }

    static QString failed(Error::Code code)
    {
        switch (code) {
        case Error::Code::RateLimited:
            return tr("The plan's requests of this minute are spent. It is asked again by itself.");
        case Error::Code::Unauthorized:
            return tr("The service refused the key. Enter it anew in Settings.");
        case Error::Code::Malformed:
        case Error::Code::Overflow:
            return tr("The service's answer cannot be read.");
        case Error::Code::InvalidArgument:
        case Error::Code::NotFound:
        case Error::Code::Network:
        case Error::Code::NotEntitled:
        case Error::Code::Rejected:
        case Error::Code::Storage:
        case Error::Code::Cancelled:
            break;
        }
        return tr("The service did not answer. It is asked again by itself.");
    }

    static QString nothing(const CompanyQuestion &question)
    {
        const QString &symbol = question.symbols;
        switch (question.subject) {
        case CompanySubject::Related:
            return tr("The service names no companies related to %1.").arg(symbol);
        case CompanySubject::Splits:
            return tr("%1 has not been split as far as the service knows.").arg(symbol);
        case CompanySubject::Dividends:
            return tr("%1 has paid no dividend as far as the service knows.").arg(symbol);
        case CompanySubject::ShortInterest:
            return tr("No short interest of %1 was reported.").arg(symbol);
        case CompanySubject::News:
            return symbol.isEmpty() ? tr("There is no news.")
                                    : tr("There is no news about %1.").arg(symbol);
        case CompanySubject::Earnings:
            return tr("No reports of %1 are known.").arg(symbol);
        case CompanySubject::Profile:
        case CompanySubject::SplitsAhead:
        case CompanySubject::DividendsAhead:
        case CompanySubject::EarningsAhead:
            break;
        }
        return tr("Nothing is known.");
    }

    static QString state(const CompanyAnswer &answer)
    {
        switch (answer.state) {
        case CompanyAnswer::State::Asking:
        case CompanyAnswer::State::Here:
            return tr("Asking the service …");
        case CompanyAnswer::State::NotInPlan:
            return notInPlan(answer.question.subject);
        case CompanyAnswer::State::Unknown:
            return tr("The service does not know %1.").arg(answer.question.symbols);
        case CompanyAnswer::State::NoService:
            return tr("A recording holds prices alone: there is nobody to ask about companies.");
        case CompanyAnswer::State::Failed:
            return failed(answer.error);
        }
        return {};
    }

    static QString opens(const QString &host)
    {
        //: %1 is the name of a web site, "example.com"
        return tr("Open %1 in the browser").arg(host);
    }
};

} // namespace

QString companytext::withoutFacts(const CompanyAnswer &answer)
{
    return answer.hasFacts() ? QString() : CompanyStates::state(answer);
}

QString companytext::nothingKnown(const CompanyQuestion &question)
{
    return CompanyStates::nothing(question);
}

QUrl companytext::webAddress(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool isWeb = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    return isWeb && !url.host().isEmpty() ? url : QUrl();
}

QString companytext::opensText(const QUrl &address)
{
    const QString host = address.host();
    return CompanyStates::opens(host.startsWith("www."_L1) ? host.mid(4) : host);
}

} // namespace tapeline
