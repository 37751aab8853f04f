#include "serviceaccess.h"

#include "serviceaddresses.h"
#include "serviceenvironment.h"

namespace tapeline::serviceaccess {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Whether the key may be sent there the first request says.
Result<QUrl> restBase(const QString &text)
{
    Result<QUrl> url = serviceaddresses::read(text, ServiceAddresses().rest);
    if (!url)
        return Error { url.error().code, u"--rest-base "_s + url.error().detail };
    return url;
}

} // namespace

QCommandLineOption restOption()
{
    const QString official = ServiceAddresses().rest.toString();
    return { u"rest-base"_s, u"Where the service is; %1 by default."_s.arg(official), u"URL"_s,
             official };
}

QString notes()
{
    return u"The key is taken from MASSIVE_API_KEY or POLYGON_API_KEY, the plans from MASSIVE_TIER "
           "or POLYGON_TIER,\nsuch as advanced or stocks=starter,options=basic. Without them the "
           "plan is Basic: five requests a minute."_s;
}

Result<ServiceAccess> read(const QCommandLineParser &arguments, Console &console)
{
    const serviceenvironment::Key key = serviceenvironment::key();
    console.hide(key.value);
    const Result<QUrl> rest = restBase(arguments.value(u"rest-base"_s));
    if (!rest)
        return rest.error();
    if (key.value.isEmpty())
        return Error { Error::Code::Unauthorized,
                       u"There is no key: set MASSIVE_API_KEY to yours."_s };
    const serviceenvironment::Plans plans = serviceenvironment::plans();
    if (!plans.complaint.isEmpty())
        console.say(plans.complaint);
    return ServiceAccess { *rest, key.value, plans.value.value_or(PlanSet()) };
}

ExitCode refuse(const Error &error, Console &console)
{
    if (error.code == Error::Code::InvalidArgument)
        return console.wrongUsage(error.detail);
    return console.fail(error.detail);
}

} // namespace tapeline::serviceaccess
