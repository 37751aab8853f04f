#include "streamlinks.h"

#include "marketsnapshot.h"

#include <algorithm>
#include <utility>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The higher the less well.
int severity(StreamState state)
{
    switch (state) {
    case StreamState::Offline:
        return 0;
    case StreamState::Live:
        return 1;
    case StreamState::Authenticating:
    case StreamState::Connecting:
        return 2;
    case StreamState::Refused: // stays: what comes and goes is told before it
        return 3;
    case StreamState::Stale:
        return 4;
    case StreamState::WaitingToRetry:
        return 5;
    case StreamState::Evicted:
        return 6;
    }
    Q_UNREACHABLE();
}

/// What it brings is missing from here on.
bool isLoss(StreamState state)
{
    return state == StreamState::Stale || state == StreamState::WaitingToRetry
        || state == StreamState::Evicted;
}

} // namespace

void StreamLinks::reset(bool shared)
{
    m_links = {};
    m_shared = shared;
}

bool StreamLinks::open(AssetClass market)
{
    Link &link = m_links[index(market)];
    if (std::exchange(link.isOpened, true))
        return false;
    if (link.state == StreamState::Offline && !m_shared)
        link.state = StreamState::Connecting; // it is about to
    return true;
}

StreamState StreamLinks::set(AssetClass market, StreamState state, const QString &detail)
{
    Link &link = m_links[index(market)];
    link.isOpened = true;
    if (state == StreamState::Live)
        link.isAway = false;
    else if (isLoss(state))
        link.isAway = true;
    link.detail = detail;
    if (state != StreamState::WaitingToRetry && state != StreamState::Evicted)
        link.retryAt = {};
    return std::exchange(link.state, state);
}

bool StreamLinks::isHoped(AssetClass market) const
{
    switch (of(market).state) {
    case StreamState::Connecting:
    case StreamState::Authenticating:
    case StreamState::Live:
    case StreamState::Stale:
        return true;
    case StreamState::Offline:
    case StreamState::WaitingToRetry:
    case StreamState::Refused:
    case StreamState::Evicted:
        return false;
    }
    Q_UNREACHABLE();
}

bool StreamLinks::carries(AssetClass stream, AssetClass market) const
{
    return index(stream) == index(market);
}

void StreamLinks::writeTo(SessionStatus &status) const
{
    AssetClass worst = AssetClass::Stocks;
    for (const AssetClass market : allAssetClasses) {
        status.streams[std::size_t(market)] = of(market).state;
        if (severity(of(market).state) > severity(of(worst).state))
            worst = market;
    }
    const Link &link = of(worst);
    status.stream = link.state;
    status.retryAt = link.retryAt;
    // A stream that is not that of stocks says whose it is
    status.detail = link.detail.isEmpty() || worst == AssetClass::Stocks
        ? link.detail
        : u"%1: %2"_s.arg(streamMarket(worst), link.detail);
}

QString streamMarket(AssetClass market)
{
    switch (market) {
    case AssetClass::Stocks:
        return u"stocks"_s;
    case AssetClass::Options:
        return u"options"_s;
    case AssetClass::Indices:
        return u"indices"_s;
    case AssetClass::Forex:
        return u"forex"_s;
    case AssetClass::Crypto:
        return u"crypto"_s;
    case AssetClass::Futures:
        return u"futures"_s;
    }
    Q_UNREACHABLE();
}

} // namespace tapeline
