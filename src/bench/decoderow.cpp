#include "feedframes.h"
#include "rows.h"
#include "stopwatch.h"
#include "streamdecoder.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 messages = 200'000;
constexpr int rounds = 7;

double decodeAll(const FeedFrames &feed)
{
    SymbolTable symbols;
    StreamDecoder decoder(symbols);
    EventBatch batch;
    qint64 events = 0;
    for (const FeedFrames::Frame &frame : feed.frames) {
        batch.clear();
        (void)decoder.decode(frame.bytes, batch);
        events += qint64(batch.events.size());
    }
    return double(events);
}

/// What a program that takes QJsonDocument would read of every message.
double readAllWithQt(const FeedFrames &feed)
{
    double sum = 0;
    for (const FeedFrames::Frame &frame : feed.frames) {
        const QJsonArray array = QJsonDocument::fromJson(frame.bytes).array();
        for (const QJsonValue &value : array) {
            const QJsonObject object = value.toObject();
            for (const QString &name : { u"p"_s, u"s"_s, u"bp"_s, u"ap"_s, u"t"_s, u"q"_s })
                sum += object.value(name).toDouble();
            sum += double(object.value(u"sym"_s).toString().size());
        }
    }
    return sum;
}

} // namespace

Measurements bench::decode()
{
    Measurements rows;
    for (const int perFrame : { 1, 10, 100, 500 }) {
        const FeedFrames feed = FeedFrames::make(messages, perFrame);
        double kept = 0;
        const std::vector<double> times = interleaved(
            rounds, { [&] { kept += decodeAll(feed); }, [&] { kept += readAllWithQt(feed); } });
        Measurement row;
        row.row = u"decode"_s;
        row.variant = u"%1 a frame"_s.arg(perFrame);
        row.peer = u"QJsonDocument"_s;
        row.unit = u"ns/message"_s;
        row.ours = times[0] / double(messages);
        row.peers = times[1] / double(messages);
        row.bound = { Bound::Kind::Faster, 20, 13 };
        if (kept == 0)
            row.note = u"nothing was decoded"_s;
        rows.push_back(row);
    }
    return rows;
}

} // namespace tapeline
