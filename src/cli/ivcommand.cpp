#include "ivcommand.h"

#include "impliedvolatility.h"
#include "jsonline.h"
#include "optionrequest.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

const char *nameOf(ImpliedStatus status)
{
    switch (status) {
    case ImpliedStatus::Ok:
        return "ok";
    case ImpliedStatus::LowVega:
        return "low_vega";
    case ImpliedStatus::BelowIntrinsic:
        return "below_intrinsic";
    case ImpliedStatus::AboveBound:
        return "above_bound";
    case ImpliedStatus::Expired:
        return "expired";
    }
    return "";
}

QString sentenceOf(ImpliedStatus status)
{
    switch (status) {
    case ImpliedStatus::Ok:
        break;
    case ImpliedStatus::LowVega:
        return u"The price hardly depends on it."_s;
    case ImpliedStatus::BelowIntrinsic:
        return u"No volatility gives so low a price: exercise is worth more."_s;
    case ImpliedStatus::AboveBound:
        return u"No volatility gives so high a price."_s;
    case ImpliedStatus::Expired:
        return u"An option without time left has no volatility."_s;
    }
    return {};
}

std::string toJson(const ImpliedVolatility &implied)
{
    JsonLine line;
    if (implied.isFound())
        line.addNumber("iv", implied.volatility);
    else
        line.addNull("iv");
    line.add("status", nameOf(implied.status));
    if (implied.isFound())
        line.addNumber("residual", implied.residual);
    else
        line.addNull("residual");
    return line.text();
}

QString toText(const ImpliedVolatility &implied)
{
    const QString sentence = sentenceOf(implied.status);
    if (!implied.isFound())
        return sentence;
    const QString found
        = u"%1 % a year (the model's price is off by %2)"_s.arg(implied.volatility * 100, 0, 'f', 6)
              .arg(implied.residual, 0, 'g', 2);
    return sentence.isEmpty() ? found : found + u'\n' + sentence;
}

} // namespace

QString IvCommand::name() const
{
    return u"iv"_s;
}

QString IvCommand::summary() const
{
    return u"Finds the volatility that an option's price implies."_s;
}

QString IvCommand::synopsis() const
{
    return u"--type call|put --spot PRICE --strike PRICE --years T --price P [--style american|"
           "european] [--rate R] [--yield Q] [--json]"_s;
}

QList<QCommandLineOption> IvCommand::options() const
{
    return optionrequest::options(
        QCommandLineOption(u"price"_s, u"What is paid for the option, per share."_s, u"P"_s));
}

QString IvCommand::notes() const
{
    return u"With --json the result is {\"iv\",\"status\",\"residual\"}: 0.2 is 20 % a year, the "
           "residual is the model's price less\nthe one given. The status is ok; low_vega (found, "
           "but the price hardly depends on it: vega below 1e-6 of\nthe spot); below_intrinsic "
           "and above_bound (no volatility gives so low or so high a price) or expired: then iv\n"
           "and residual are null. The models are those of `tapeline-cli greeks`."_s;
}

ExitCode IvCommand::run(const QCommandLineParser &arguments, Console &console)
{
    const QString hint = u" See `tapeline-cli iv --help`."_s;
    const Result<OptionRequest> request = optionrequest::read(arguments);
    if (!request)
        return console.wrongUsage(request.error().detail + hint);
    const Result<double> price = optionrequest::readNumber(arguments, u"price"_s);
    if (!price)
        return console.wrongUsage(price.error().detail + hint);
    if (*price < 0)
        return console.wrongUsage(u"--price is not below 0."_s + hint);

    const Result<ImpliedVolatility> implied = request->isAmerican
        ? impliedvolatility::american(request->inputs, *price, americanoption::Precision::Exact)
        : impliedvolatility::european(request->inputs, *price);
    if (!implied)
        return console.fail(u"No double holds the volatility of such an option."_s);
    if (arguments.isSet(u"json"_s))
        console.print(toJson(*implied));
    else
        console.print(toText(*implied));
    return ExitCode::Success;
}

} // namespace tapeline
