#include "feedframes.h"
#include "nodepeer.h"
#include "rows.h"
#include "stopwatch.h"
#include "streamdecoder.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryFile>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 messages = 200'000;
constexpr int turns = 3; // of all peers
constexpr int rounds = 5; // of a turn
constexpr int nodeRounds = 5;

/// Events that came out.
qint64 decodeAll(const FeedFrames &feed)
{
    SymbolTable symbols;
    StreamDecoder decoder(symbols);
    EventBatch batch;
    qint64 events = 0;
    for (const FeedFrames::Frame &frame : feed.frames) {
        batch.clear();
        if (decoder.decode(frame.bytes, batch))
            events += qint64(batch.events.size());
    }
    return events;
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

/// The frames as node takes them: one a line. Null when it cannot be written.
std::unique_ptr<QTemporaryFile> written(const FeedFrames &feed)
{
    auto file = std::make_unique<QTemporaryFile>();
    if (!file->open())
        return {};
    for (const FeedFrames::Frame &frame : feed.frames) {
        file->write(frame.bytes);
        file->write("\n");
    }
    return file->flush() ? std::move(file) : nullptr;
}

/// Nanoseconds a message, of JSON.parse and reading the fields.
Result<double> readAllWithNode(const QString &file)
{
    const Result<QJsonObject> answer = nodepeer::run(
        u"decode.mjs"_s, { file, QString::number(nodeRounds) }, nodepeer::Needs::NodeOnly);
    if (!answer)
        return answer.error();
    return (*answer)[u"ns_per_message"_s].toDouble();
}

Measurement row(int perFrame, const QString &peer, double ours, double peers, Bound bound)
{
    Measurement row;
    row.row = u"decode"_s;
    row.variant = u"%1 a frame"_s.arg(perFrame);
    row.peer = peer;
    row.unit = u"ns/message"_s;
    row.ours = ours;
    row.peers = peers;
    row.bound = bound;
    return row;
}

Measurements measure(int perFrame)
{
    constexpr Bound qtBound { Bound::Kind::Faster, 20, 13 };
    constexpr Bound nodeBound { Bound::Kind::Faster, 10, 7 }; // of 10 and more a frame
    const FeedFrames feed = FeedFrames::make(messages, perFrame);
    const std::unique_ptr<QTemporaryFile> file = written(feed);
    double kept = 0;
    bool wasDecoded = true;
    std::vector<double> ours;
    std::vector<double> qt;
    std::vector<double> node;
    QString note = file ? QString() : u"the frames cannot be handed to node"_s;
    for (int turn = 0; turn < turns; ++turn) {
        const std::vector<double> times
            = interleaved(rounds,
                          { [&] { wasDecoded = decodeAll(feed) == messages && wasDecoded; },
                            [&] { kept += readAllWithQt(feed); } });
        ours.push_back(times[0] / double(messages));
        qt.push_back(times[1] / double(messages));
        if (!note.isEmpty())
            continue;
        if (const Result<double> time = readAllWithNode(file->fileName()); time)
            node.push_back(*time);
        else
            note = time.error().detail;
    }
    Measurements rows { row(perFrame, u"QJsonDocument"_s, median(ours), median(qt), qtBound),
                        row(perFrame, u"node JSON.parse and fields"_s, median(ours), median(node),
                            nodeBound) };
    rows[0].failed = rows[1].failed = !wasDecoded || kept == 0;
    rows[1].peerIsMissing = node.empty();
    rows[1].note = note;
    return rows;
}

} // namespace

Measurements bench::decode()
{
    Measurements rows;
    for (const int perFrame : { 1, 10, 100, 500 }) {
        for (const Measurement &row : measure(perFrame))
            rows.push_back(row);
    }
    return rows;
}

} // namespace tapeline
