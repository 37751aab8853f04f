#pragma once

#include "loopdesk.h"
#include "sandboxservice.h"

namespace tapeline {

/// A desk on the simulated service: requests are answered, streams are sent and time moves when the
/// test steps. A desk is shut by its end, and opened again on the same journal at a later time.
class SandboxDesk : private SandboxService, public LoopDesk
{
public:
    SandboxDesk(const QString &journal, Timestamp opened)
        : SandboxService(
            opened,
            [this](AssetClass market, const QByteArray &frame) { frames.push(frame, 0, market); })
        , LoopDesk(SandboxService::wall(), journal)
    {
        QObject::connect(&loop.requests(), &RequestBook::wanted, &loop,
                         [this](const RestRequest &request) { m_asked.push_back(request); });
        QObject::connect(&loop.requests(), &RequestBook::cancelled, &loop, [this](quint64 id) {
            std::erase_if(m_asked, [id](const RestRequest &request) { return request.id == id; });
        });
        QObject::connect(
            &loop, &MarketLoop::subscribeRequested, &loop,
            [this](AssetClass market, const QStringList &pairs) { m_wanted[market] += pairs; });
        QObject::connect(&loop, &MarketLoop::unsubscribeRequested, &loop,
                         [this](AssetClass market, const QStringList &pairs) {
                             for (const QString &pair : pairs)
                                 m_wanted[market].removeAll(pair);
                             if (isOpen(market))
                                 say(market, "unsubscribe", pairs);
                         });
        SourceSpec spec;
        spec.source = DataSource::Simulated;
        spec.seed = 11;
        loop.setSource(spec, [this] { return now(); });
        step(Duration::zero());
        step(1s);
    }
    /// Nothing is sent to the loop any more as it lets go of its symbols.
    ~SandboxDesk() override { QObject::disconnect(&loop, nullptr, &loop, nullptr); }

    Timestamp now() const override { return SandboxService::now(); }
    void step(Duration length) override
    {
        advance(length);
        answerRequests();
        serveStreams();
        loop.processFrames();
        loop.tick();
        pull();
    }

private:
    void answerRequests()
    {
        for (const RestRequest &request : std::exchange(m_asked, {})) {
            QString target = request.path;
            if (const QString query = request.query.toString(); !query.isEmpty())
                target += (target.contains(QLatin1Char('?')) ? QLatin1Char('&') : QLatin1Char('?'))
                    + query;
            const Answer answer = get(target);
            RestReply reply;
            reply.id = request.id;
            reply.httpStatus = answer.status;
            reply.ok = answer.status == 200;
            reply.error = answer.status == 404 ? Error::Code::NotFound : Error::Code::NotEntitled;
            reply.body = answer.body;
            loop.requests().answer(reply);
        }
    }
    void serveStreams()
    {
        for (auto &[market, pairs] : m_wanted) {
            if (pairs.isEmpty())
                continue;
            if (!isOpen(market))
                connectStream(market);
            say(market, "subscribe", std::exchange(pairs, {}));
        }
        pump();
    }
    void connectStream(AssetClass market)
    {
        loop.onStreamState(market, StreamState::Connecting, {});
        loop.onStreamState(market, StreamState::Authenticating, {});
        open(market);
        loop.processFrames();
        loop.onStreamState(market, StreamState::Live, {});
    }

    std::vector<RestRequest> m_asked;
    std::map<AssetClass, QStringList> m_wanted; ///< not subscribed to yet
};

} // namespace tapeline
