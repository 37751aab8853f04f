#include "optionrequest.h"

#include "americanoption.h"

#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

Error wrong(const QString &sentence)
{
    return { Error::Code::InvalidArgument, sentence };
}

/// Is one of two words; the first is true.
Result<bool> readChoice(const QCommandLineParser &arguments, const QString &name,
                        const QString &yes, const QString &no)
{
    const QString value = arguments.value(name);
    if (value == yes || value == no)
        return value == yes;
    return wrong(u"--%1 is %2 or %3."_s.arg(name, yes, no));
}

/// As many numbers as there are inputs, each where it belongs.
Result<void> readNumbers(const QCommandLineParser &arguments, OptionInputs &inputs)
{
    struct Place
    {
        QString name;
        double OptionInputs::*value;
    };
    for (const Place &place :
         { Place { u"spot"_s, &OptionInputs::spot }, Place { u"strike"_s, &OptionInputs::strike },
           Place { u"years"_s, &OptionInputs::years }, Place { u"rate"_s, &OptionInputs::rate },
           Place { u"yield"_s, &OptionInputs::yield } }) {
        const Result<double> number = optionrequest::readNumber(arguments, place.name);
        if (!number)
            return number.error();
        inputs.*place.value = *number;
    }
    if (inputs.spot <= 0 || inputs.strike <= 0)
        return wrong(u"--spot and --strike are above 0."_s);
    return {};
}

} // namespace

QList<QCommandLineOption> optionrequest::options(const QCommandLineOption &number)
{
    return {
        QCommandLineOption(u"type"_s, u"call or put."_s, u"T"_s),
        QCommandLineOption(u"style"_s, u"american (default) or european."_s, u"S"_s, u"american"_s),
        QCommandLineOption(u"spot"_s, u"Price of the underlying."_s, u"PRICE"_s),
        QCommandLineOption(u"strike"_s, u"Strike price."_s, u"PRICE"_s),
        QCommandLineOption(u"years"_s,
                           u"Time to expiry in years of 365 days: 30 days are 0.0822."_s, u"T"_s),
        QCommandLineOption(u"rate"_s,
                           u"Interest a year, continuously compounded: 0.05 is 5 % (default 0)."_s,
                           u"R"_s, u"0"_s),
        QCommandLineOption(u"yield"_s,
                           u"Dividends a year, continuously: 0.01 is 1 % (default 0)."_s, u"Q"_s,
                           u"0"_s),
        number,
    };
}

Result<OptionRequest> optionrequest::read(const QCommandLineParser &arguments)
{
    if (!arguments.positionalArguments().isEmpty())
        return wrong(
            u"There is nothing to do with \"%1\"."_s.arg(arguments.positionalArguments().first()));
    const Result<bool> isCall = readChoice(arguments, u"type"_s, u"call"_s, u"put"_s);
    if (!isCall)
        return isCall.error();
    const Result<bool> isAmerican = readChoice(arguments, u"style"_s, u"american"_s, u"european"_s);
    if (!isAmerican)
        return isAmerican.error();
    OptionRequest request { .inputs = {}, .isAmerican = *isAmerican };
    request.inputs.right = *isCall ? OptionRight::Call : OptionRight::Put;
    if (const Result<void> read = readNumbers(arguments, request.inputs); !read)
        return read.error();
    return request;
}

Result<double> optionrequest::readNumber(const QCommandLineParser &arguments, const QString &name)
{
    if (!arguments.isSet(name) && arguments.value(name).isEmpty())
        return wrong(u"--%1 is missing."_s.arg(name));
    bool isNumber = false;
    const double number = arguments.value(name).toDouble(&isNumber);
    if (!isNumber || !std::isfinite(number))
        return wrong(u"--%1 is a number, not \"%2\"."_s.arg(name, arguments.value(name)));
    return number;
}

const char *optionrequest::modelOf(const OptionRequest &request)
{
    if (!request.isAmerican)
        return "black-scholes-merton";
    switch (americanoption::methodOf(request.inputs)) {
    case americanoption::Method::HeldToExpiry:
        return "black-scholes-merton";
    case americanoption::Method::Boundary:
        return "andersen-lake-offengenden";
    case americanoption::Method::Tree:
        return "leisen-reimer";
    }
    return "";
}

} // namespace tapeline
