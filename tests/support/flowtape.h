#pragma once

#include "sessioncursor.h"
#include "shared.h"
#include "tickcsv.h"
#include "tradeclassifier.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace tapeline::test {

/// data/oracles.json.
inline const QJsonObject &oracles()
{
    static const QJsonObject all = [] {
        QFile file(sharedFile(QStringLiteral("data/oracles.json")));
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                              : QJsonObject();
    }();
    return all;
}

/// Trades and quotes of one recorded stock day, such as "IBM_2013-10-08".
class FlowTape
{
public:
    Result<void> read(const QString &day)
    {
        const QString path = sharedFile(QStringLiteral("data/equity/ticks/%1_%2.csv.gz"));
        if (const Result<void> done
            = readAll<TradeCsvReader>(path.arg(day, QStringLiteral("trades")), trades);
            !done)
            return done;
        const QString file = path.arg(day, QStringLiteral("quotes"));
        return QFile::exists(file) ? readAll<QuoteCsvReader>(file, quotes) : Result<void>();
    }

    /// Shows every quote of the day and, merged by time, every trade wanted.
    template<typename OnQuote, typename OnTrade>
    void play(bool quoteFirst, bool regularOnly, OnQuote onQuote, OnTrade onTrade) const
    {
        SessionCursor session;
        std::size_t next = 0;
        for (const Trade &trade : trades) {
            for (; next < quotes.size()
                 && (quotes[next].time < trade.time
                     || (quoteFirst && quotes[next].time == trade.time));
                 ++next)
                onQuote(quotes[next]);
            if (!regularOnly || session.isRegular(trade.time))
                onTrade(trade);
        }
    }

    /// Classified by a rule.
    std::vector<FlowPrint> classified(ClassifierRule rule, bool quoteFirst, bool regularOnly) const
    {
        TradeClassifier classifier(rule);
        std::vector<FlowPrint> prints;
        play(
            quoteFirst, regularOnly, [&](const Quote &quote) { classifier.addQuote(quote); },
            [&](const Trade &trade) {
                if (const std::optional<FlowPrint> print = classifier.classify(trade))
                    prints.push_back(*print);
            });
        return prints;
    }

    SymbolTable symbols;
    std::vector<Trade> trades;
    std::vector<Quote> quotes;

private:
    template<typename Reader, typename Tick>
    Result<void> readAll(const QString &path, std::vector<Tick> &ticks)
    {
        Result<Reader> reader = Reader::open(path, symbols);
        if (!reader)
            return reader.error();
        for (Tick tick; reader->next(tick);)
            ticks.push_back(tick);
        return reader->status();
    }
};

} // namespace tapeline::test
