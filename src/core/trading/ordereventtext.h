#pragma once

#include "orderevent.h"
#include "result.h"

#include <string>
#include <string_view>

namespace tapeline {

/// One event as one line of JSON without its end: fixed order of fields, decimals as text, empty
/// ones left out. The canonical form: equal events have equal text.
std::string orderEventText(const OrderEvent &event);
/// The inverse; Malformed for anything else.
Result<OrderEvent> orderEventFromText(std::string_view line);

/// The running hash of a stream of lines (execution.md 0.2): equal for equal journals, on every
/// machine and build.
class EventHash
{
public:
    void add(std::string_view line);
    quint64 value() const { return m_value; }

private:
    quint64 m_value = 0xCBF29CE484222325ULL; // FNV-1a
};

} // namespace tapeline
