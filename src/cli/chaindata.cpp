#include "chaindata.h"

#include "linereader.h"
#include "snapshotcontract.h"

#include <algorithm>
#include <tuple>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

void add(ChainData &data, const UniversalSnapshot &row)
{
    const OptionFigures &figures = *row.option;
    if (data.underlying.isEmpty())
        data.underlying = figures.underlying;
    if (!figures.underlyingPrice.isZero()) {
        data.spot = figures.underlyingPrice.toDouble();
        data.asOf = std::max(data.asOf, figures.underlyingUpdated);
    }
    ChainContract contract = snapshotcontract::of(figures.details, data.underlying);
    snapshotcontract::addFigures(contract, row);
    snapshotcontract::addQuote(contract, row);
    snapshotcontract::addTrade(contract, row);
    data.asOf = std::max(data.asOf, contract.quoteTime);
    data.contracts.push_back(std::move(contract));
}

} // namespace

void chaindata::add(ChainData &data, const std::vector<UniversalSnapshot> &rows)
{
    for (const UniversalSnapshot &row : rows)
        if (row.option && row.option->details.type != ContractType::Other)
            tapeline::add(data, row);
}

void chaindata::sort(ChainData &data)
{
    std::ranges::sort(data.contracts, {}, [](const ChainContract &contract) {
        return std::tuple(ChainExpiry { contract.terms.expiry, contract.root },
                          contract.terms.strike, contract.terms.right);
    });
}

Result<ChainData> chaindata::readFile(const QString &path)
{
    Result<LineReader> lines = LineReader::open(path);
    if (!lines)
        return lines.error();
    ChainData data;
    data.inWholeDays = true;
    for (std::string_view line; lines->next(line);) {
        if (line.empty())
            continue;
        QByteArray page = R"({"status":"OK","results":[)";
        page.append(line.data(), qsizetype(line.size())).append("]}");
        const Result<UniversalSnapshotsPage> row = decodeOptionsChain(page);
        if (!row || row->invalid > 0)
            return Error { Error::Code::Malformed,
                           u"line %1 is no contract of a chain"_s.arg(lines->lineNumber()) };
        add(data, row->snapshots);
    }
    if (const Result<void> status = lines->status(); !status)
        return status.error();
    sort(data);
    return data;
}

} // namespace tapeline
