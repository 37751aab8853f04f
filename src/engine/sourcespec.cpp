#include "sourcespec.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

QString SourceSpec::cacheOrigin() const
{
    switch (source) {
    case DataSource::Live:
        if (addresses.rest == ServiceAddresses().rest)
            return u"massive"_s;
        return u"%1:%2"_s.arg(addresses.rest.host()).arg(addresses.rest.port());
    case DataSource::Simulated:
        return u"simulated-%1-%2"_s.arg(QStringLiteral(TAPELINE_VERSION)).arg(seed);
    case DataSource::Replay:
        break;
    }
    return {};
}

} // namespace tapeline
