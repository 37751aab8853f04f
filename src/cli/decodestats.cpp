#include "decodestats.h"

#include "eventtext.h"
#include "jsonline.h"
#include "streamdecoder.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

using Counts = std::map<std::string, qint64, std::less<>>;

JsonLine toObject(const Counts &counts)
{
    JsonLine line;
    for (const auto &[name, count] : counts)
        line.add(name, count);
    return line;
}

std::string toList(const Counts &counts)
{
    std::string list;
    for (const auto &[name, count] : counts)
        list += "\n  " + name + ": " + std::to_string(count);
    return list;
}

} // namespace

void DecodeStats::addFrame(QByteArrayView frame, const EventBatch &batch,
                           const SymbolTable &symbols)
{
    ++m_frames;
    m_events += static_cast<qint64>(batch.events.size() + batch.depths.size());
    m_statuses += static_cast<qint64>(batch.statuses.size());
    m_invalid += batch.invalid;
    m_rounded += batch.rounded;
    for (const MarketEvent &event : batch.events)
        ++m_byEvent[std::string(eventtext::streamName(event, symbols))];
    if (!batch.depths.empty())
        m_byEvent["XL2"] += static_cast<qint64>(batch.depths.size());
    if (batch.unknown > 0)
        countUnknown(frame);
}

void DecodeStats::addRejected()
{
    ++m_frames;
    ++m_rejected;
}

/// The decoder says how many it did not know, not which: ask it again for one object at a time.
void DecodeStats::countUnknown(QByteArrayView frame)
{
    SymbolTable symbols;
    StreamDecoder decoder(symbols);
    EventBatch batch;
    const QJsonArray objects = QJsonDocument::fromJson(frame.toByteArray()).array();
    for (const QJsonValue &object : objects) {
        batch.clear();
        const QByteArray alone
            = QJsonDocument(QJsonArray { object }).toJson(QJsonDocument::Compact);
        if (decoder.decode(alone, batch) && batch.unknown > 0)
            ++m_unknown[object.toObject().value("ev"_L1).toString().toStdString()];
    }
}

std::string DecodeStats::toJson() const
{
    JsonLine line;
    line.add("frames", m_frames).add("events", m_events).add("by_event", toObject(m_byEvent));
    line.add("unknown", toObject(m_unknown)).add("rejected_frames", m_rejected);
    line.add("invalid", m_invalid).add("rounded", m_rounded).add("statuses", m_statuses);
    return line.text();
}

std::string DecodeStats::toText() const
{
    std::string text = std::to_string(m_frames) + " frames, " + std::to_string(m_rejected)
        + " rejected\n" + std::to_string(m_events) + " events" + toList(m_byEvent);
    text += "\n" + std::to_string(m_statuses) + " status messages, " + std::to_string(m_invalid)
        + " incomplete events, " + std::to_string(m_rounded) + " rounded numbers";
    if (!m_unknown.empty())
        text += "\nunknown events" + toList(m_unknown);
    return text;
}

} // namespace tapeline
