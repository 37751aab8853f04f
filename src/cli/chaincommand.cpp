#include "chaincommand.h"

#include "chainreckoning.h"
#include "chainrequest.h"
#include "chaintext.h"
#include "servicechain.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double recordedRate = 0.005; // what the figures of recorded chains were derived with

void print(ChainData &data, const ChainRequest &request, const RateCurve &rates, Console &console)
{
    const ChainMeasures measures = chainreckoning::reckon(data, request, rates);
    if (!request.json)
        console.print(chaintext::header());
    for (const ChainContract &contract : data.contracts)
        console.print(request.json ? chaintext::toJson(contract) : chaintext::toRow(contract));
    if (request.json) {
        console.print(chaintext::toJson(data, measures));
        return;
    }
    console.print(std::string_view());
    for (const std::string &row : chaintext::toRows(data, measures))
        console.print(row);
}

ExitCode runFile(ChainRequest request, Console &console)
{
    Result<ChainData> data = chaindata::readFile(request.file);
    if (!data)
        return console.fail(
            u"Cannot read a chain from %1: %2."_s.arg(request.file, data.error().detail));
    if (request.expiry)
        std::erase_if(data->contracts, [&](const ChainContract &contract) {
            return contract.terms.expiry != *request.expiry;
        });
    if (data->contracts.empty())
        return console.fail(u"%1 has no such contracts."_s.arg(request.file));
    if (!request.isAmerican)
        request.isAmerican = false;
    print(*data, request, RateCurve(recordedRate), console);
    return ExitCode::Success;
}

ExitCode runService(const ChainRequest &request, const ServiceAccess &access, Console &console)
{
    const int limit = Capabilities(access.plans).requestsPerMinute(Product::Options);
    ServiceClient client(access, limit, console);
    Result<ChainData> data = servicechain::fetch(request, client);
    if (!data)
        return console.fail(failureSentence(data.error()));
    if (data->spot <= 0)
        console.say(
            u"The plan does not tell the price of %1: there are no volatilities of ours."_s.arg(
                request.symbol));
    const RateCurve rates = request.rate ? RateCurve(*request.rate)
                                         : servicechain::rates(data->asOf, client, console);
    print(*data, request, rates, console);
    return ExitCode::Success;
}

} // namespace

QString ChainCommand::name() const
{
    return u"chain"_s;
}

QString ChainCommand::summary() const
{
    return u"Prints an option chain with its Greeks, and what it adds up to."_s;
}

QString ChainCommand::synopsis() const
{
    return u"SYMBOL [--expiry D] [--rate R] [--yield Q] [--model M] [--rest-base URL] [--json]\n"
           "       tapeline-cli chain --file FILE [--rate R] [--yield Q] "
           "[--model european|american] [--day-count 365] [--json]"_s;
}

QList<QCommandLineOption> ChainCommand::options() const
{
    return chainrequest::options();
}

QString ChainCommand::notes() const
{
    return u"With --json a line is a contract: {\"ticker\",\"type\",\"expiration\",\"strike\","
           "\"style\",\"bid\",\"ask\",\"mid\",\n\"bid_size\",\"ask_size\",\"last\",\"volume\","
           "\"open_interest\",\"iv\",\"iv_status\",\"delta\",\"gamma\",\"theta\",\"vega\",\n"
           "\"rho\",\"service\"}: reckoned from the middle of the quote; theta per calendar day, "
           "vega per point of\nvolatility, rho per 1 %; service has the service's own figures. The "
           "last line is\n{\"underlying\",\"price\",\"as_of\",\"contracts\",\"max_pain\":{},"
           "\"put_call_volume\",\"put_call_oi\",\"gamma_exposure\",\n\"expected_move\":{},"
           "\"atm_strike\":{},\"atm_iv\":{}}, by expiration. gamma_exposure is what dealers trade "
           "when\nthe underlying moves by 1 %, in dollars, if they have bought all calls and "
           "written all puts that\nstand open. The expected move is told by volatility (one "
           "standard deviation), straddle (0.85 of it)\nand strangles (0.6 straddle, 0.3 and 0.1 "
           "of the next strangles).\n\nRecorded chains count time in whole days to the expiration; "
           "by default their figures are found\nagain as they were derived: European, rate 0.005, "
           "no yield. Of strikes with equal pain the lower is\ntold, of the service's the one "
           "nearer to the price.\n\n"_s
        + serviceaccess::notes();
}

ExitCode ChainCommand::run(const QCommandLineParser &arguments, Console &console)
{
    const Result<ChainRequest> request = chainrequest::read(arguments);
    if (!request)
        return console.wrongUsage(request.error().detail + u" See `tapeline-cli chain --help`."_s);
    if (!request->file.isEmpty())
        return runFile(*request, console);
    const Result<ServiceAccess> access = serviceaccess::read(arguments, console);
    if (!access)
        return serviceaccess::refuse(access.error(), console);
    return runService(*request, *access, console);
}

} // namespace tapeline
