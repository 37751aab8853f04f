#include "companydesk.h"

#include "companyrequests.h"
#include "easterntime.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;
using State = CompanyAnswer::State;

CompanyDesk::CompanyDesk(MarketContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
}

void CompanyDesk::reset()
{
    ++m_epoch;
    m_isTimeKnown = false;
    m_hasNoEarnings = false;
    m_entries.removeIf([](const auto &entry) { return entry.value().lookers == 0; });
    for (Entry &entry : m_entries) {
        m_context.requests.cancel(std::exchange(entry.request, 0));
        entry.retry.settle();
        entry.isRead = false;
        entry.answer.facts = {};
        entry.answer.asOf = {};
        setState(entry, m_context.hasRest() ? State::Asking : State::NoService);
    }
}

void CompanyDesk::onTimeKnown()
{
    if (std::exchange(m_isTimeKnown, true))
        return;
    for (Entry &entry : m_entries)
        if (entry.lookers > 0)
            begin(entry);
}

void CompanyDesk::want(const CompanyQuestion &question)
{
    Entry &entry = m_entries[question];
    entry.answer.question = question;
    ++entry.lookers;
    if (m_context.hasSource() && !m_context.hasRest())
        setState(entry, State::NoService);
    entry.isChanged = true; // for the one who came
    if (canAsk())
        begin(entry);
    emit answered();
}

void CompanyDesk::release(const CompanyQuestion &question)
{
    const auto entry = m_entries.find(question);
    if (entry == m_entries.end() || --entry->lookers > 0)
        return;
    m_context.requests.cancel(std::exchange(entry->request, 0));
    entry->retry.settle();
    if (!entry->answer.hasFacts() && entry->answer.state != State::NotInPlan)
        m_entries.erase(entry); // what is known stays for whoever looks next
}

void CompanyDesk::tick()
{
    if (!canAsk())
        return;
    const Duration now = m_context.wall.monotonic();
    for (Entry &entry : m_entries) {
        if (entry.lookers == 0 || entry.request != 0 || !entry.isRead)
            continue;
        const bool isOld = entry.answer.state == State::Here && !isFresh(entry);
        if (isOld || entry.retry.takeDue(now))
            ask(entry);
    }
}

std::vector<CompanyAnswer> CompanyDesk::take()
{
    std::vector<CompanyAnswer> answers;
    for (Entry &entry : m_entries)
        if (std::exchange(entry.isChanged, false))
            answers.push_back(entry.answer);
    return answers;
}

bool CompanyDesk::isFresh(const Entry &entry) const
{
    const Timestamp asOf = entry.answer.asOf;
    const Timestamp now = m_context.marketNow();
    return asOf != Timestamp {} && asOf <= now
        && now - asOf < companyrequests::holds(entry.answer.question.subject);
}

/// From the disk first.
void CompanyDesk::begin(Entry &entry)
{
    if (entry.request != 0 || entry.retry.isWaiting() || entry.answer.state == State::NotInPlan
        || entry.answer.state == State::Unknown)
        return;
    if (!entry.isRead && m_store)
        readKept(entry.answer.question);
    else if (entry.isRead = true; !isFresh(entry))
        ask(entry);
}

void CompanyDesk::readKept(const CompanyQuestion &question)
{
    m_store->run(
        this,
        [origin = m_context.source.cacheOrigin(), name = companyrequests::keptName(question)](
            CacheDatabase &cache) { return cache.answer(origin, name); },
        [this, question, epoch = m_epoch](const auto &kept) {
            const auto entry = m_entries.find(question);
            if (epoch != m_epoch || entry == m_entries.end() || entry->isRead)
                return;
            entry->isRead = true;
            if (kept && *kept) {
                if (auto facts = companyrequests::decode(question.subject, (*kept)->body)) {
                    entry->answer.facts = std::move(*facts);
                    entry->answer.asOf = (*kept)->asOf;
                    setState(*entry, State::Here);
                }
            }
            if (entry->lookers > 0 && !isFresh(*entry))
                ask(*entry);
            emit answered();
        });
}

void CompanyDesk::ask(Entry &entry)
{
    const CompanyQuestion question = entry.answer.question;
    if (m_hasNoEarnings && companyrequests::isEarnings(question.subject)) {
        setState(entry, State::NotInPlan);
        return;
    }
    if (entry.answer.state != State::Here)
        setState(entry, State::Asking);
    const companyrequests::Request request
        = companyrequests::request(question, easterntime::date(m_context.marketNow()));
    entry.request = m_context.requests.ask(
        request.path, request.query,
        { companyrequests::priority(question.subject), RestPurpose::Company,
          question.symbols.contains(u',') ? QString() : question.symbols },
        [this, question](const RestReply &reply) { onReply(question, reply); });
}

void CompanyDesk::onReply(const CompanyQuestion &question, const RestReply &reply)
{
    const auto entry = m_entries.find(question);
    if (entry == m_entries.end())
        return;
    entry->request = 0;
    auto facts = m_context.read(reply, [&question](QByteArrayView body) {
        return companyrequests::decode(question.subject, body);
    });
    if (!facts) {
        onFailure(*entry, facts.error().code);
        return;
    }
    entry->retry.settle();
    entry->answer.facts = std::move(*facts);
    entry->answer.asOf = m_context.marketNow();
    setState(*entry, State::Here);
    keep(question, reply.body);
}

void CompanyDesk::onFailure(Entry &entry, Error::Code code)
{
    entry.answer.error = code;
    if (code == Error::Code::NotEntitled) {
        m_hasNoEarnings |= companyrequests::isEarnings(entry.answer.question.subject);
        setState(entry, State::NotInPlan);
        return;
    }
    if (code == Error::Code::NotFound) {
        setState(entry, State::Unknown);
        return;
    }
    entry.retry.fail(code, m_context.wall.monotonic());
    if (!entry.answer.hasFacts())
        setState(entry, State::Failed);
}

void CompanyDesk::keep(const CompanyQuestion &question, const QByteArray &body)
{
    if (!m_store)
        return;
    m_store->run(
        this,
        [origin = m_context.source.cacheOrigin(), name = companyrequests::keptName(question),
         answer = CacheDatabase::KeptAnswer { body, m_context.marketNow() }](CacheDatabase &cache) {
            return cache.keepAnswer(origin, name, answer);
        },
        [](const Result<void> &) {});
}

void CompanyDesk::setState(Entry &entry, State state)
{
    entry.answer.state = state;
    entry.isChanged = true;
}

} // namespace tapeline
