#include "greekscommand.h"

#include "americanoption.h"
#include "blackscholes.h"
#include "jsonline.h"
#include "optionrequest.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double daysAYear = 365;
constexpr int points = 100; // of volatility, percent

/// Per day and per point, as people read them.
OptionValue shown(OptionValue value)
{
    value.theta /= daysAYear;
    value.vega /= points;
    value.rho /= points;
    return value;
}

std::string toJson(const OptionValue &value, const char *model)
{
    return JsonLine()
        .addNumber("price", value.price)
        .addNumber("delta", value.delta)
        .addNumber("gamma", value.gamma)
        .addNumber("vega", value.vega)
        .addNumber("theta", value.theta)
        .addNumber("rho", value.rho)
        .add("model", model)
        .text();
}

QString toText(const OptionValue &value, const char *model, bool isRaw)
{
    const auto row = [](const QString &label, double number, const QString &unit) {
        return QString(u"%1 %2  %3"_s.arg(label, -6).arg(number, 14, 'f', 6).arg(unit)).trimmed();
    };
    return QStringList {
        row(u"price"_s, value.price, {}),
        row(u"delta"_s, value.delta, u"per 1.00 of the underlying"_s),
        row(u"gamma"_s, value.gamma, u"of delta, per 1.00 of the underlying"_s),
        row(u"vega"_s, value.vega,
            isRaw ? u"per 1.00 of volatility"_s : u"per point of volatility"_s),
        row(u"theta"_s, value.theta, isRaw ? u"per year"_s : u"per calendar day"_s),
        row(u"rho"_s, value.rho, isRaw ? u"per 1.00 of the rate"_s : u"per 1 % of the rate"_s),
        u"model  "_s + QLatin1StringView(model),
    }
        .join(u'\n');
}

} // namespace

QString GreeksCommand::name() const
{
    return u"greeks"_s;
}

QString GreeksCommand::summary() const
{
    return u"Prices an option, with its Greeks."_s;
}

QString GreeksCommand::synopsis() const
{
    return u"--type call|put --spot PRICE --strike PRICE --years T --vol V [--style american|"
           "european] [--rate R] [--yield Q] [--raw] [--json]"_s;
}

QList<QCommandLineOption> GreeksCommand::options() const
{
    return optionrequest::options(
               QCommandLineOption(u"vol"_s, u"Volatility a year: 0.2 is 20 %."_s, u"V"_s))
        << QCommandLineOption(u"raw"_s,
                              u"Greeks per whole unit: vega per 1.00, theta per year, rho per "
                              "1.00."_s);
}

QString GreeksCommand::notes() const
{
    return u"With --json the result is {\"price\",\"delta\",\"gamma\",\"vega\",\"theta\",\"rho\","
           "\"model\"}: vega per point of\nvolatility, theta per calendar day, rho per 1 %, unless "
           "--raw. European options are priced by\n\"black-scholes-merton\", and so are American "
           "ones that are never exercised early (a call without\ndividends); others by "
           "\"andersen-lake-offengenden\" to 1e-9 of the strike, or by a tree of "
           "\"leisen-reimer\"\n"
           "where rate and yield are both negative and exercise pays in a band, or numbers are "
           "extreme. With no time left\nthe price is what exercise pays."_s;
}

ExitCode GreeksCommand::run(const QCommandLineParser &arguments, Console &console)
{
    const QString hint = u" See `tapeline-cli greeks --help`."_s;
    Result<OptionRequest> request = optionrequest::read(arguments);
    if (!request)
        return console.wrongUsage(request.error().detail + hint);
    const Result<double> volatility = optionrequest::readNumber(arguments, u"vol"_s);
    if (!volatility)
        return console.wrongUsage(volatility.error().detail + hint);
    if (*volatility < 0)
        return console.wrongUsage(u"--vol is not below 0."_s + hint);
    OptionInputs &inputs = request->inputs;
    inputs.volatility = *volatility;

    const Result<OptionValue> value = request->isAmerican
        ? americanoption::value(inputs, americanoption::Precision::Exact)
        : blackscholes::value(inputs);
    if (!value || !optionmodel::isFinite(*value))
        return console.fail(u"No double holds the price of such an option."_s);
    const bool isRaw = arguments.isSet(u"raw"_s);
    const OptionValue result = isRaw ? *value : shown(*value);
    const char *model = optionrequest::modelOf(*request);
    if (arguments.isSet(u"json"_s))
        console.print(toJson(result, model));
    else
        console.print(toText(result, model, isRaw));
    return ExitCode::Success;
}

} // namespace tapeline
