#include "chainrequest.h"

#include "serviceaccess.h"
#include "symbology.h"

#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

Error wrong(const QString &sentence)
{
    return { Error::Code::InvalidArgument, sentence };
}

Result<std::optional<double>> fraction(const QCommandLineParser &arguments, const QString &name)
{
    if (!arguments.isSet(name))
        return std::optional<double>();
    bool isNumber = false;
    const double value = arguments.value(name).toDouble(&isNumber);
    if (!isNumber || !(std::abs(value) <= 1))
        return wrong(
            u"--%1 is a fraction a year between -1 and 1, such as 0.05 for 5 %."_s.arg(name));
    return std::optional(value);
}

Result<void> readSource(const QCommandLineParser &arguments, ChainRequest &request)
{
    const QStringList words = arguments.positionalArguments();
    request.file = arguments.value(u"file"_s);
    if (words.isEmpty() && request.file.isEmpty())
        return wrong(u"A SYMBOL is missing, or --file FILE."_s);
    if (words.size() > (request.file.isEmpty() ? 1 : 0))
        return wrong(u"\"%1\" is one argument too many."_s.arg(words.constLast()));
    if (!request.file.isEmpty())
        return {};
    request.symbol = symbology::fromInput(words.constFirst());
    const Result<AssetClass> assetClass = symbology::classify(request.symbol);
    if (!assetClass)
        return wrong(u"\"%1\" is no symbol."_s.arg(words.constFirst()));
    if (*assetClass != AssetClass::Stocks && *assetClass != AssetClass::Indices)
        return wrong(
            u"%1 has no options: name a stock or an index, such as I:SPX."_s.arg(request.symbol));
    return {};
}

Result<void> readModel(const QCommandLineParser &arguments, ChainRequest &request)
{
    const QString model = arguments.value(u"model"_s);
    if (arguments.isSet(u"model"_s) && model != "european"_L1 && model != "american"_L1)
        return wrong(u"--model is european or american."_s);
    if (arguments.isSet(u"model"_s))
        request.isAmerican = model == "american"_L1;
    bool isNumber = false;
    request.dayCount = arguments.value(u"day-count"_s).toDouble(&isNumber);
    if (!isNumber || !(request.dayCount >= 250 && request.dayCount <= 366))
        return wrong(u"--day-count is the days of a year: 365, 360, 252."_s);
    return {};
}

} // namespace

QList<QCommandLineOption> chainrequest::options()
{
    return {
        QCommandLineOption(u"file"_s,
                           u"A recorded chain, one contract a line; plain, .gz or .zst, - is "
                           "standard input."_s,
                           u"FILE"_s),
        QCommandLineOption(u"expiry"_s, u"Only contracts that end on this day."_s, u"D"_s),
        QCommandLineOption(u"rate"_s,
                           u"Riskless rate a year, continuously compounded: 0.05 is 5 %. By "
                           "default 0.005 for a file, Treasury yields for the service."_s,
                           u"R"_s),
        QCommandLineOption(u"yield"_s,
                           u"Yield of dividends a year. By default 0 for a file, for the service "
                           "what calls and puts imply."_s,
                           u"Q"_s),
        QCommandLineOption(u"model"_s,
                           u"european or american. By default european for a file, for the "
                           "service as each contract says."_s,
                           u"M"_s),
        QCommandLineOption(u"day-count"_s, u"Days of a year."_s, u"N"_s, u"365"_s),
        serviceaccess::restOption(),
    };
}

Result<ChainRequest> chainrequest::read(const QCommandLineParser &arguments)
{
    ChainRequest request;
    request.json = arguments.isSet(u"json"_s);
    if (const Result<void> source = readSource(arguments, request); !source)
        return source.error();
    if (const Result<void> model = readModel(arguments, request); !model)
        return model.error();
    if (arguments.isSet(u"expiry"_s)) {
        const QDate day = QDate::fromString(arguments.value(u"expiry"_s), Qt::ISODate);
        if (!day.isValid())
            return wrong(u"--expiry is a date such as 2026-08-21."_s);
        request.expiry = day;
    }
    const Result<std::optional<double>> rate = fraction(arguments, u"rate"_s);
    const Result<std::optional<double>> yield = fraction(arguments, u"yield"_s);
    if (!rate || !yield)
        return rate ? yield.error() : rate.error();
    request.rate = *rate;
    request.yield = *yield;
    return request;
}

} // namespace tapeline
