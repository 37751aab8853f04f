#include "decodecommand.h"

#include "decodestats.h"
#include "eventtext.h"
#include "linereader.h"
#include "streamdecoder.h"

#include <algorithm>
#include <array>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Market
{
    QLatin1String name;
    AssetClass assetClass;
};

constexpr std::array markets {
    Market { "stocks"_L1, AssetClass::Stocks },   Market { "options"_L1, AssetClass::Options },
    Market { "indices"_L1, AssetClass::Indices }, Market { "forex"_L1, AssetClass::Forex },
    Market { "crypto"_L1, AssetClass::Crypto },   Market { "futures"_L1, AssetClass::Futures },
};

const Market *findMarket(const QString &name)
{
    const auto at = std::find_if(markets.begin(), markets.end(),
                                 [&name](const Market &market) { return market.name == name; });
    return at == markets.end() ? nullptr : &*at;
}

QByteArrayView toView(std::string_view line)
{
    return { line.data(), static_cast<qsizetype>(line.size()) };
}

/// What is done with every frame: counted, or written out.
class FrameDecoder
{
public:
    FrameDecoder(AssetClass market, bool json, Console &console)
        : m_decoder(m_symbols, market)
        , m_json(json)
        , m_console(console)
    {
    }

    void count(std::string_view frame)
    {
        m_batch.clear();
        if (m_decoder.decode(toView(frame), m_batch))
            m_stats.addFrame(toView(frame), m_batch, m_symbols);
        else
            m_stats.addRejected();
    }
    void write(std::string_view frame, qint64 lineNumber)
    {
        m_batch.clear();
        const Result<void> decoded = m_decoder.decode(toView(frame), m_batch);
        if (!decoded) {
            m_console.say(
                u"line %1 was rejected: %2."_s.arg(lineNumber).arg(decoded.error().detail));
        }
        for (const StreamStatus &status : m_batch.statuses)
            m_console.print(m_json ? eventtext::toJson(status) : eventtext::toRow(status));
        for (const MarketEvent &event : m_batch.events) {
            m_console.print(m_json ? eventtext::toJson(event, m_symbols)
                                   : eventtext::toRow(event, m_symbols));
        }
        for (const DepthUpdate &book : m_batch.depths)
            m_console.print(m_json ? eventtext::toJson(book, m_symbols)
                                   : eventtext::toRow(book, m_symbols));
    }
    void writeStats() { m_console.print(m_json ? m_stats.toJson() : m_stats.toText()); }

private:
    SymbolTable m_symbols;
    StreamDecoder m_decoder;
    EventBatch m_batch;
    DecodeStats m_stats;
    const bool m_json;
    Console &m_console;
};

} // namespace

QString DecodeCommand::name() const
{
    return u"decode"_s;
}

QString DecodeCommand::summary() const
{
    return u"Decodes recorded stream frames."_s;
}

QString DecodeCommand::synopsis() const
{
    return u"FILE [--stats] [--market M] [--json]"_s;
}

QList<QCommandLineOption> DecodeCommand::options() const
{
    return {
        QCommandLineOption(u"stats"_s, u"Only count what the file holds."_s),
        QCommandLineOption(
            u"market"_s,
            u"Whose stream it is: stocks (default), options, indices, forex, crypto, futures."_s,
            u"M"_s, u"stocks"_s),
    };
}

QString DecodeCommand::notes() const
{
    return u"FILE holds one JSON array a line, plain, .gz or .zst; - is standard input. Lines that "
           u"are none are "
           "counted or named, and left out.\nWith --stats and --json the output is "
           "{\"frames\",\"events\",\"by_event\":{},\"unknown\":{},\"rejected_frames\",\"invalid\","
           "\"rounded\","
           "\"statuses\"};\nwithout --stats one event a line, \"ev\" and \"sym\" as on the stream, \"t\" in ns."_s;
}

ExitCode DecodeCommand::run(const QCommandLineParser &arguments, Console &console)
{
    const QStringList files = arguments.positionalArguments();
    const Market *market = findMarket(arguments.value(u"market"_s));
    if (files.size() != 1)
        return console.wrongUsage(u"decode takes one file. See `tapeline-cli decode --help`."_s);
    if (!market)
        return console.wrongUsage(u"There is no such market. See `tapeline-cli decode --help`."_s);

    Result<LineReader> reader = LineReader::open(files.first());
    if (!reader)
        return console.fail(u"Cannot read %1: %2."_s.arg(files.first(), reader.error().detail));

    FrameDecoder decoder(market->assetClass, arguments.isSet(u"json"_s), console);
    const bool statsOnly = arguments.isSet(u"stats"_s);
    for (std::string_view line; reader->next(line);) {
        if (line.empty())
            continue;
        if (statsOnly)
            decoder.count(line);
        else
            decoder.write(line, reader->lineNumber());
    }
    const Result<void> status = reader->status();
    if (!status)
        return console.fail(u"Cannot read %1 on: %2."_s.arg(files.first(), status.error().detail));
    if (statsOnly)
        decoder.writeStats();
    return ExitCode::Success;
}

} // namespace tapeline
