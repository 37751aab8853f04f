#include "streamhub.h"

#include "streamencoder.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace tapeline {

namespace {

constexpr auto evictionDelay = 1s;
constexpr std::size_t maxPairs = 100'000; // per connection: ten channels of a full market
/// How much wall time's worth of market a backlog is worked off at once.
constexpr auto pumpStep = 250ms;

constexpr std::string_view noStream
    = "Your plan doesn't include websocket access. Visit https://massive.com/pricing to upgrade.";
constexpr std::string_view tooMany = "Maximum number of websocket connections exceeded. You have "
                                     "reached the connection limit for your account.";

/// "T.AAPL,Q.BRK.B" at its commas, without blanks around.
std::vector<std::string> pairsOf(std::string_view list)
{
    std::vector<std::string> pairs;
    while (!list.empty()) {
        std::string_view pair = list.substr(0, list.find(','));
        list.remove_prefix(std::min(list.size(), pair.size() + 1));
        while (pair.starts_with(' '))
            pair.remove_prefix(1);
        while (pair.ends_with(' '))
            pair.remove_suffix(1);
        if (!pair.empty())
            pairs.emplace_back(pair);
    }
    return pairs;
}

/// Channel and symbol at the first dot only: "T.BRK.B" is T and BRK.B.
struct Pair
{
    const StreamChannel *channel = nullptr;
    std::string symbol;
    int instrument = -1; ///< -1 also for "*"
    std::string key; ///< the same for all spellings: "C.EUR-USD", "C.EUR/USD" and "C.C:EURUSD"
};

Pair parsePair(AssetClass market, StreamFeed &feed, std::string_view text)
{
    const std::size_t dot = text.find('.');
    if (dot == text.npos || dot + 1 == text.size())
        return {};
    const std::string_view channel = text.substr(0, dot);
    std::string symbol(text.substr(dot + 1));
    if (market == AssetClass::Forex)
        std::replace(symbol.begin(), symbol.end(), '-', '/');
    const int instrument = symbol == "*" ? -1 : feed.instrumentOf(symbol);
    std::string key = std::string(channel) + '.';
    key += instrument < 0 ? symbol : feed.nameOf(instrument);
    return { streamchannels::find(market, channel), std::move(symbol), instrument, std::move(key) };
}

/// Quotes of so many contracts on one connection, and no more (massive-api.md 6.10).
constexpr std::size_t maxContractQuotes = 1'000;

bool hasRoomForQuotes(const StreamSession &session, const std::string &pair)
{
    return session.quotePairCount() < maxContractQuotes || session.isHeld(pair);
}

} // namespace

StreamHub::StreamHub(const MarketSource &source, const WallClock &wall, const Options &options)
    : m_source(source)
    , m_wall(wall)
    , m_options(options)
{
    for (const StreamEndpoint &endpoint : streamchannels::endpoints())
        m_feeds.try_emplace(endpoint, source, endpoint);
}

StreamHub::~StreamHub() = default;

StreamFeed &StreamHub::feedOf(const StreamSession &session)
{
    return m_feeds.at(session.endpoint());
}

StreamSession &StreamHub::open(StreamEndpoint endpoint, StreamTransport &transport)
{
    m_sessions.push_back(std::make_unique<StreamSession>(transport, endpoint, m_wall.monotonic()));
    StreamSession &session = *m_sessions.back();
    session.sendStatus("connected", "Connected Successfully");
    return session;
}

void StreamHub::close(StreamSession &session)
{
    feedOf(session).subscriptions().forget(session);
    std::erase_if(m_evictions, [&](const Eviction &due) { return due.session == &session; });
    std::erase_if(m_sessions, [&](const auto &own) { return own.get() == &session; });
}

void StreamHub::receive(StreamSession &session, std::string_view text)
{
    if (session.state() == StreamSession::State::Ended)
        return;
    const QJsonObject message
        = QJsonDocument::fromJson(
              QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size())))
              .object();
    const QString action = message[QLatin1String("action")].toString();
    const QString params = message[QLatin1String("params")].toString();
    if (action == QLatin1String("auth")) {
        authenticate(session, params);
    } else if (action == QLatin1String("subscribe")) {
        if (session.state() == StreamSession::State::Ready)
            subscribe(session, params.toStdString());
        else
            session.sendStatus("error", "not authorized");
    } else if (action == QLatin1String("unsubscribe")) {
        unsubscribe(session, params.toStdString());
    }
}

void StreamHub::authenticate(StreamSession &session, const QString &key)
{
    if (session.state() == StreamSession::State::Ready) {
        session.sendStatus("auth_success", "authenticated");
        return;
    }
    const std::optional<KeyGrant> grant = m_source.grantOf(key);
    if (!grant) {
        session.refuse("auth_failed", "authentication failed");
        return;
    }
    if (!streamchannels::hasStream(*grant, session.market())) {
        session.refuse("auth_failed", noStream);
        return;
    }
    session.admit(key, *grant);
    session.sendStatus("auth_success", "authenticated");
    evictOthers(session);
}

void StreamHub::evictOthers(StreamSession &newcomer)
{
    const Duration at = m_wall.monotonic() + evictionDelay;
    for (const std::unique_ptr<StreamSession> &other : m_sessions) {
        if (other.get() == &newcomer || other->state() != StreamSession::State::Ready
            || other->key() != newcomer.key() || other->market() != newcomer.market())
            continue;
        StreamSession *leaving = m_faults.evictNewcomer ? &newcomer : other.get();
        const bool leavesAlready
            = std::any_of(m_evictions.begin(), m_evictions.end(),
                          [&](const Eviction &due) { return due.session == leaving; });
        if (!leavesAlready)
            m_evictions.push_back({ leaving, at });
    }
}

bool StreamHub::hold(StreamSession &session, const std::string &text,
                     std::vector<std::string> &held)
{
    StreamFeed &feed = feedOf(session);
    const Pair pair = parsePair(session.market(), feed, text);
    if (!pair.channel || !feed.offers(pair.channel->kind))
        return true; // unknown channels are met with silence
    if (!streamchannels::allows(session.grant(), *pair.channel, session.isDelayed()))
        return false;
    const StreamKind kind = pair.channel->kind;
    if (session.market() == AssetClass::Options && kind == StreamKind::Quotes
        && (pair.symbol == "*" || !hasRoomForQuotes(session, pair.key)))
        return false;
    if (session.pairCount() >= maxPairs || !session.hold(pair.key, kind))
        return true;
    held.push_back(text);
    if (pair.symbol == "*")
        feed.subscriptions().addAll(session, kind);
    else if (pair.instrument >= 0)
        feed.subscriptions().add(session, kind, pair.instrument);
    return true;
}

void StreamHub::subscribe(StreamSession &session, const std::string &pairs)
{
    const ServedPlan plan = entitlements::planFor(session.grant(), session.market());
    if (!session.isDelayed() && !entitlements::isRealTime(session.market(), plan)) {
        session.sendStatus("error", "not authorized");
        return;
    }
    bool refused = false;
    std::vector<std::string> held;
    for (const std::string &pair : pairsOf(pairs))
        refused |= !hold(session, pair, held);

    session.flush();
    std::string object;
    if (refused) {
        streamencoder::appendStatus(object, "error", "not authorized");
        session.append(object);
    }
    for (const std::string &pair : held) {
        object.clear();
        streamencoder::appendStatus(object, "success", "subscribed to: " + pair);
        session.append(object);
    }
    session.flush();
}

void StreamHub::unsubscribe(StreamSession &session, const std::string &pairs)
{
    session.flush();
    StreamFeed &feed = feedOf(session);
    for (const std::string &text : pairsOf(pairs)) {
        const Pair pair = parsePair(session.market(), feed, text);
        if (!pair.channel || !session.release(pair.key, pair.channel->kind))
            continue;
        const StreamKind kind = pair.channel->kind;
        if (pair.symbol == "*")
            feed.subscriptions().removeAll(session, kind);
        else if (pair.instrument >= 0)
            feed.subscriptions().remove(session, kind, pair.instrument);
        std::string object;
        streamencoder::appendStatus(object, "success", "unsubscribed to: " + text);
        session.append(object);
    }
    session.flush();
}

void StreamHub::pump()
{
    endOverdue(m_wall.monotonic());
    const Timestamp now = m_source.now();
    const auto step
        = std::chrono::duration_cast<Duration>(pumpStep * std::max(1.0, m_source.speed()));
    for (auto &[endpoint, feed] : m_feeds) {
        const Duration late
            = endpoint.delayed ? entitlements::delayOf(endpoint.market) : Duration::zero();
        feed.pump(now - late, step, m_faults);
    }
    for (const std::unique_ptr<StreamSession> &session : m_sessions)
        session->flush();
}

void StreamHub::endOverdue(Duration now)
{
    for (const std::unique_ptr<StreamSession> &session : m_sessions) {
        if (session->state() == StreamSession::State::AwaitingKey
            && now - session->openedAt() >= m_options.authTimeout)
            session->closeForPolicy("auth_timeout", "No authentication request received.");
    }
    for (const Eviction &due : m_evictions) {
        if (now < due.at)
            continue;
        feedOf(*due.session).subscriptions().forget(*due.session);
        due.session->closeForPolicy("max_connections", tooMany);
    }
    std::erase_if(m_evictions, [&](const Eviction &due) { return now >= due.at; });
}

} // namespace tapeline
