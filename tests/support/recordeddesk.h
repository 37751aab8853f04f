#pragma once

#include "csvreader.h"
#include "drivenmarket.h"
#include "loopdesk.h"
#include "shared.h"

#include <QSet>

namespace tapeline {

/// A desk on a recorded day of a stock and its options: minute bars of quotes, played as the quotes
/// they began and ended with, and the last price of every minute as a print.
class RecordedDesk : private HandWallClock, public LoopDesk
{
public:
    struct Day
    {
        QString stock; ///< "GOOG"
        QString stockFiles; ///< below data/, without "_aggs.csv.gz"
        QString optionFile; ///< of quote bars
        QSet<QString> contracts; ///< only these are played
    };

    RecordedDesk(const QString &journal, const Day &day, Timestamp from)
        : HandWallClock(from)
        , LoopDesk(static_cast<const HandWallClock &>(*this), journal)
        , m_now(from)
    {
        source = DataSource::Replay;
        readQuotes(day.stockFiles + QStringLiteral("_quotebars.csv.gz"), { day.stock });
        readQuotes(day.optionFile, day.contracts);
        readPrints(day.stockFiles + QStringLiteral("_aggs.csv.gz"), day.stock);
        std::ranges::stable_sort(m_events, {}, &Event::at);
        m_next = std::size_t(std::ranges::lower_bound(m_events, from, {}, &Event::at)
                             - m_events.begin());
        SourceSpec spec;
        spec.source = DataSource::Replay;
        loop.setSource(spec);
        loop.onStreamState(AssetClass::Stocks, StreamState::Connecting, {});
        loop.onStreamState(AssetClass::Stocks, StreamState::Live, {});
    }

    Timestamp now() const override { return m_now; }
    void step(Duration length) override
    {
        m_now += length;
        HandWallClock::advance(length);
        for (; m_next < m_events.size() && m_events[m_next].at <= m_now; ++m_next) {
            QByteArray bytes = m_events[m_next].frame;
            bytes.reserve(bytes.size() + 64);
            frames.push(bytes, 0);
        }
        loop.processFrames();
        loop.tick();
        pull();
    }
    /// The last price of a day's regular session.
    Price lastPrice(Timestamp before) const
    {
        Price last;
        for (const Event &event : m_events)
            if (event.at < before && event.print > Price())
                last = event.print;
        return last;
    }

private:
    struct Event
    {
        Timestamp at;
        QByteArray frame;
        Price print {}; ///< of a print
    };

    static QByteArray text(std::string_view field)
    {
        return QByteArray(field.data(), qsizetype(field.size()));
    }
    static CsvReader opened(const QString &path)
    {
        Result<CsvReader> reader
            = CsvReader::open(test::sharedFile(QStringLiteral("data/") + path));
        if (!reader)
            qFatal("%s cannot be read", qPrintable(path));
        return *std::move(reader);
    }
    static Timestamp timeOf(const CsvReader &reader)
    {
        return fromNs(text(reader.field(reader.column("window_start"))).toLongLong());
    }

    void readQuotes(const QString &path, const QSet<QString> &symbols)
    {
        CsvReader reader = opened(path);
        while (reader.next()) {
            const QByteArray symbol = text(reader.field(reader.column("ticker")));
            if (!symbols.contains(QString::fromLatin1(symbol)))
                continue;
            const auto field
                = [&reader](const char *name) { return text(reader.field(reader.column(name))); };
            const Timestamp start = timeOf(reader);
            addQuote(start + 1s, symbol, field("bid_open"), field("ask_open"), field("bid_size"),
                     field("ask_size"));
            addQuote(start + 58s, symbol, field("bid_close"), field("ask_close"), field("bid_size"),
                     field("ask_size"));
        }
    }
    /// A side that is empty has nobody.
    void addQuote(Timestamp at, const QByteArray &symbol, const QByteArray &bid,
                  const QByteArray &ask, const QByteArray &bidSize, const QByteArray &askSize)
    {
        const auto orZero = [](const QByteArray &own) { return own.isEmpty() ? "0" : own; };
        m_events.push_back(
            { at,
              "[{\"ev\":\"Q\",\"sym\":\"" + symbol + "\",\"bx\":4,\"bp\":" + orZero(bid)
                  + ",\"bs\":" + orZero(bidSize) + ",\"ax\":7,\"ap\":" + orZero(ask)
                  + ",\"as\":" + orZero(askSize) + ",\"c\":0,\"t\":" + QByteArray::number(toMs(at))
                  + ",\"q\":" + QByteArray::number(++m_sequence) + ",\"z\":3}]" });
    }
    void readPrints(const QString &path, const QString &symbol)
    {
        CsvReader reader = opened(path);
        while (reader.next()) {
            const Timestamp at = timeOf(reader) + 59s;
            const QByteArray close = text(reader.field(reader.column("close")));
            m_events.push_back({ at,
                                 "[{\"ev\":\"T\",\"sym\":\"" + symbol.toLatin1()
                                     + "\",\"x\":4,\"z\":3,\"p\":" + close
                                     + ",\"s\":100,\"c\":[],\"t\":" + QByteArray::number(toMs(at))
                                     + ",\"q\":" + QByteArray::number(++m_sequence) + "}]",
                                 *Price::parse(QString::fromLatin1(close)) });
        }
    }

    Timestamp m_now;
    std::vector<Event> m_events;
    std::size_t m_next = 0;
    qint64 m_sequence = 0;
};

} // namespace tapeline
