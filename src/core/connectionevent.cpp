#include "connectionevent.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

QString connectionEventWord(ConnectionEvent::Kind kind)
{
    using enum ConnectionEvent::Kind;
    switch (kind) {
    case Opened:
        return u"opened"_s;
    case Connected:
        return u"connected"_s;
    case Silent:
        return u"silent"_s;
    case Heard:
        return u"heard again"_s;
    case Lost:
        return u"lost"_s;
    case Refused:
        return u"refused"_s;
    case KeyRefused:
        return u"key refused"_s;
    case Evicted:
        return u"evicted"_s;
    case GapFilled:
        return u"gap filled"_s;
    case GapRemains:
        return u"gap remains"_s;
    case BarsCorrected:
        return u"bars corrected"_s;
    case PlanLacks:
        return u"plan lacks"_s;
    case RequestFailed:
        return u"request failed"_s;
    case Unreadable:
        return u"unreadable"_s;
    case Repeated:
        return u"repeated"_s;
    case Waited:
        return u"waited"_s;
    case ClockSkewed:
        return u"clock skewed"_s;
    case PricesDiffer:
        return u"prices differ"_s;
    }
    Q_UNREACHABLE();
}

} // namespace tapeline
