#pragma once

#include "paperlog.h"
#include "papertext.h"
#include "queryparameters.h"

#include <chrono>
#include <deque>
#include <map>
#include <string>
#include <vector>

namespace tapeline {

/// The local API without a socket: finds the route, asks the source, and answers, commands once
/// what became of them is on the disk. On the server's thread only.
class PaperApi
{
public:
    using Clock = std::chrono::steady_clock;
    using Reply = std::function<void(HttpReply)>;

    struct Limits
    {
        std::chrono::milliseconds answerTimeout { 5'000 }; ///< of a command
        std::size_t requestsPerSecond = 100;
    };

    struct Call
    {
        std::string method;
        std::string target; ///< path and query
        std::string token; ///< as the request has it
        std::string body;
    };

    /// source must outlive it.
    PaperApi(PaperSource &source, std::string token, const Limits &limits);

    /// Compares in a time that does not depend on how much of it is right.
    bool isToken(std::string_view text) const;
    /// Replies now or later, exactly once, unless the API goes first.
    void answer(const Call &call, Reply reply, Clock::time_point now = Clock::now());
    /// What became of commands.
    void onReports(const std::vector<PaperReport> &reports);
    /// Replies to what has waited for too long. A few times a second.
    void expire(Clock::time_point now = Clock::now());

private:
    struct Request;
    struct Pending
    {
        enum class Kind : quint8 { Submit, Cancel };

        Kind kind = Kind::Submit;
        QString account;
        QString id;
        Reply reply;
        Clock::time_point deadline;
        std::optional<PaperReport> outcome {};

        bool isOf(const PaperReport &report) const;
        bool isAnsweredBy(const PaperReport &report, bool follows) const;
    };
    struct Route
    {
        std::string_view path;
        std::string_view method;
        void (PaperApi::*answer)(Request &);
    };
    static const std::vector<Route> routes;

    bool admit(Clock::time_point now);
    void portfolio(Request &request);
    void trades(Request &request);
    void readOrder(Request &request);
    void postOrder(Request &request);
    void deleteOrder(Request &request);
    Result<const PaperLog *> log(const PaperStanding &standing, const QString &account);
    void await(Pending::Kind kind, const QString &id, Request &request);
    void note(const PaperReport &report);
    QString freshId();

    PaperSource &m_source;
    const std::string m_token;
    const Limits m_limits;
    std::deque<Clock::time_point> m_admitted;
    quint64 m_world = 0; ///< of the logs
    std::map<QString, PaperLog> m_logs;
    std::deque<Pending> m_pending;
    quint64 m_lastId = 0;
};

} // namespace tapeline
