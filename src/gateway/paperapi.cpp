#include "paperapi.h"

#include "endpointcall.h"
#include "ordertext.h"

#include <QDateTime>
#include <QJsonDocument>

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int usualTrades = 100;
constexpr qint64 mostTrades = 1'000;

HttpReply json(std::string body)
{
    return { .body = std::move(body) };
}

/// A refusal by the account is 422; that there is no such thing, or already one, has codes of its
/// own.
int statusOf(const Reason &reason)
{
    switch (reason.code) {
    case ReasonCode::DuplicateId:
    case ReasonCode::OrderClosed:
        return 409;
    case ReasonCode::OrderNotFound:
        return 404;
    case ReasonCode::NoAccount:
        return 503;
    default:
        return 422;
    }
}

HttpReply replyTo(const PaperReport &report)
{
    using enum OrderAction;
    const OrderAction action = report.event.action;
    const bool isRefused = action == Deny || action == Reject || action == RejectCancel;
    return isRefused ? papertext::refusal(statusOf(report.event.reason), report)
                     : papertext::accepted(report);
}

/// The order in a body, or a sentence about what is wrong with it.
Result<OrderTicket> ticketIn(const std::string &body)
{
    QJsonParseError mistake;
    const QJsonDocument document
        = QJsonDocument::fromJson(QByteArray::fromStdString(body), &mistake);
    if (mistake.error != QJsonParseError::NoError)
        return Error {
            Error::Code::Malformed,
            u"The body is not JSON: %1 at byte %2."_s.arg(mistake.errorString()).arg(mistake.offset)
        };
    if (!document.isObject())
        return Error { Error::Code::Malformed, u"The body is not an order: one JSON object."_s };
    const QJsonObject object = document.object();
    if (!object.contains("side"_L1))
        return Error { Error::Code::Malformed, u"The order has no \"side\": buy or sell."_s };
    for (const QString &name : object.keys())
        if (!ticketFields().contains(name))
            return Error { Error::Code::Malformed,
                           u"The order has an unknown field \"%1\"."_s.arg(name) };
    Result<OrderTicket> ticket = ticketFromJson(object);
    if (!ticket)
        return Error { Error::Code::Malformed,
                       u"The order cannot be read: %1."_s.arg(ticket.error().detail) };
    return ticket;
}

} // namespace

/// A call on its way: the account is known.
struct PaperApi::Request
{
    const Call &call;
    QueryParameters query;
    Clock::time_point now;
    Reply reply;
    std::shared_ptr<const PaperStanding> standing {};
    const PaperAccountView *account = nullptr;

    QString text(std::string_view name) const
    {
        const std::string_view value = query.value(name);
        return QString::fromUtf8(value.data(), qsizetype(value.size()));
    }
    void fail(int status, const QString &sentence) const
    {
        reply(papertext::failure(status, sentence.toStdString()));
    }
    /// False, and answered, when there is none.
    bool findAccount();
};

bool PaperApi::Request::findAccount()
{
    const QString name = text("account");
    const auto &accounts = standing->accounts;
    const auto found = name.isEmpty() ? accounts.begin()
                                      : std::ranges::find(accounts, name, &PaperAccountView::name);
    if (found != accounts.end()) {
        account = &*found;
        return true;
    }
    if (name.isEmpty())
        fail(503,
             u"There is no paper account now."_s
                 + (standing->trouble.isEmpty() ? QString() : u' ' + standing->trouble));
    else
        fail(404, u"There is no account \"%1\"."_s.arg(name));
    return false;
}

const std::vector<PaperApi::Route> PaperApi::routes {
    { "/api/v1/paper/portfolio", "GET", &PaperApi::portfolio },
    { "/api/v1/paper/trades", "GET", &PaperApi::trades },
    { "/api/v1/paper/order", "GET", &PaperApi::readOrder },
    { "/api/v1/paper/order", "POST", &PaperApi::postOrder },
    { "/api/v1/paper/order", "DELETE", &PaperApi::deleteOrder },
};

PaperApi::PaperApi(PaperSource &source, std::string token, const Limits &limits)
    : m_source(source)
    , m_token(std::move(token))
    , m_limits(limits)
{
}

bool PaperApi::isToken(std::string_view text) const
{
    unsigned different = m_token.empty() || text.size() != m_token.size();
    for (std::size_t i = 0; i < m_token.size(); ++i)
        different |= unsigned(m_token[i] ^ (i < text.size() ? text[i] : 0));
    return different == 0;
}

bool PaperApi::admit(Clock::time_point now)
{
    while (!m_admitted.empty() && now - m_admitted.front() >= std::chrono::seconds(1))
        m_admitted.pop_front();
    if (m_admitted.size() >= m_limits.requestsPerSecond)
        return false;
    m_admitted.push_back(now);
    return true;
}

void PaperApi::answer(const Call &call, Reply reply, Clock::time_point now)
{
    const std::string_view target = call.target;
    const std::string_view path = target.substr(0, target.find('?'));
    if (!isToken(call.token))
        return reply(papertext::failure(
            401, "The token is missing or wrong: Authorization: Bearer, from the settings."));
    if (!admit(now))
        return reply(papertext::failure(429, "Too many requests within a second."));
    bool isPath = false;
    for (const Route &route : routes) {
        isPath = isPath || route.path == path;
        if (route.path != path || route.method != call.method)
            continue;
        Request request { .call = call,
                          .query = QueryParameters(
                              target.substr(std::min(target.size(), path.size() + 1))),
                          .now = now,
                          .reply = std::move(reply),
                          .standing = m_source.standing() };
        if (request.findAccount())
            (this->*route.answer)(request);
        return;
    }
    reply(isPath ? papertext::failure(405, "This address does not take this method.")
                 : papertext::failure(404, "There is nothing at this address."));
}

void PaperApi::portfolio(Request &request)
{
    request.reply(json(papertext::portfolio(*request.account, request.standing->accounts)));
}

/// Up to the newest that is on the disk.
Result<const PaperLog *> PaperApi::log(const PaperStanding &standing, const QString &account)
{
    if (std::exchange(m_world, standing.world) != standing.world)
        m_logs.clear();
    PaperLog &log = m_logs[account];
    const Result<std::vector<OrderEvent>> events = m_source.events(account, log.next());
    if (!events)
        return events.error();
    for (const OrderEvent &event : *events)
        log.apply(event);
    return &log;
}

void PaperApi::trades(Request &request)
{
    const auto number = [&request](std::string_view name) {
        return endpointcall::wholeNumber(request.query.value(name));
    };
    const std::optional<qint64> after = number("after");
    const std::optional<qint64> limit
        = request.query.value("limit").empty() ? usualTrades : number("limit");
    if (!limit || *limit < 1 || *limit > mostTrades)
        return request.fail(400, u"limit is a whole number from 1 to %1."_s.arg(mostTrades));
    if ((!after && !request.query.value("after").empty()) || after.value_or(0) < 0)
        return request.fail(400, u"after is the seq of a trade."_s);
    const Result<const PaperLog *> found = log(*request.standing, request.account->name);
    if (!found)
        return request.fail(503, u"The journal cannot be read: %1"_s.arg(found.error().detail));
    request.reply(json(papertext::trades(request.account->name, **found,
                                         after ? std::optional(quint64(*after)) : std::nullopt,
                                         std::size_t(*limit))));
}

void PaperApi::readOrder(Request &request)
{
    const QString id = request.text("id");
    if (id.isEmpty())
        return request.reply(json(papertext::workingOrders(*request.account)));
    const Result<const PaperLog *> found = log(*request.standing, request.account->name);
    if (!found)
        return request.fail(503, u"The journal cannot be read: %1"_s.arg(found.error().detail));
    const LoggedOrder *order = (*found)->find(id);
    if (!order)
        return request.fail(404, u"There is no order \"%1\"."_s.arg(id));
    request.reply(json(papertext::order(request.account->name, *order)));
}

void PaperApi::postOrder(Request &request)
{
    Result<OrderTicket> ticket = ticketIn(request.call.body);
    if (!ticket)
        return request.fail(400, ticket.error().detail);
    if (ticket->id.isEmpty())
        ticket->id = freshId();
    await(Pending::Kind::Submit, ticket->id, request);
    m_source.submit(request.account->name, *ticket);
}

void PaperApi::deleteOrder(Request &request)
{
    const QString id = request.text("id");
    if (id.isEmpty())
        return request.fail(400, u"Which order: id is missing."_s);
    await(Pending::Kind::Cancel, id, request);
    m_source.cancel(request.account->name, id);
}

QString PaperApi::freshId()
{
    m_lastId = std::max(m_lastId + 1, quint64(QDateTime::currentMSecsSinceEpoch()));
    return u"a"_s + QString::number(m_lastId, 36);
}

/// Before it is handed over: the report may be quicker than the return.
void PaperApi::await(Pending::Kind kind, const QString &id, Request &request)
{
    m_pending.push_back({ .kind = kind,
                          .account = request.account->name,
                          .id = id,
                          .reply = std::move(request.reply),
                          .deadline = request.now + m_limits.answerTimeout });
}

/// It is about a command that has had its answer.
bool PaperApi::Pending::isOf(const PaperReport &report) const
{
    return outcome && outcome->event.id == report.event.id && report.account == account;
}

/// follows: it may belong to a command that has had its answer.
bool PaperApi::Pending::isAnsweredBy(const PaperReport &report, bool follows) const
{
    using enum OrderAction;
    if (outcome || report.account != account || report.event.id != id)
        return false;
    const OrderAction action = report.event.action;
    if (kind == Kind::Submit)
        return action == Submit || action == Deny || (action == Reject && !follows);
    return action == RequestCancel || action == RejectCancel || (action == Cancel && !follows);
}

void PaperApi::onReports(const std::vector<PaperReport> &reports)
{
    for (const PaperReport &report : reports)
        note(report);
    const auto waits = [](const Pending &pending) { return !pending.outcome; };
    const auto first = std::stable_partition(m_pending.begin(), m_pending.end(), waits);
    const std::deque<Pending> answered(std::make_move_iterator(first),
                                       std::make_move_iterator(m_pending.end()));
    m_pending.erase(first, m_pending.end());
    for (const Pending &pending : answered)
        pending.reply(replyTo(*pending.outcome));
}

/// It answers one command, the oldest that it can. What comes of that command and came to the disk
/// together with it is where the order stands.
void PaperApi::note(const PaperReport &report)
{
    const bool follows = report.event.reason.code != ReasonCode::DuplicateId
        && std::ranges::any_of(m_pending,
                               [&](const Pending &pending) { return pending.isOf(report); });
    const auto next = std::ranges::find_if(
        m_pending, [&](const Pending &pending) { return pending.isAnsweredBy(report, follows); });
    if (next != m_pending.end()) {
        next->outcome = report;
        return;
    }
    for (Pending &pending : m_pending)
        if (follows && pending.isOf(report))
            pending.outcome = report;
}

void PaperApi::expire(Clock::time_point now)
{
    while (!m_pending.empty() && m_pending.front().deadline <= now) {
        const Pending late = std::move(m_pending.front());
        m_pending.pop_front();
        late.reply(papertext::failure(
            504,
            "Order " + late.id.toStdString()
                + " was handed over, but what became of it is not on the disk yet: ask for it by "
                  "this id before sending again."));
    }
}

} // namespace tapeline
