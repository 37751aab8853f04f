#pragma once

#include "marketevent.h"
#include "symboltable.h"

#include <QByteArrayView>

#include <map>
#include <string>

namespace tapeline {

/// What a file of frames held, counted.
class DecodeStats
{
public:
    void addFrame(QByteArrayView frame, const EventBatch &batch, const SymbolTable &symbols);
    void addRejected();

    std::string toJson() const;
    /// The same for people, several lines.
    std::string toText() const;

private:
    void countUnknown(QByteArrayView frame);

    qint64 m_frames = 0;
    qint64 m_rejected = 0;
    qint64 m_events = 0;
    qint64 m_statuses = 0;
    qint64 m_invalid = 0;
    qint64 m_rounded = 0;
    std::map<std::string, qint64, std::less<>> m_byEvent;
    std::map<std::string, qint64, std::less<>> m_unknown;
};

} // namespace tapeline
