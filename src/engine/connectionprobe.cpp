#include "connectionprobe.h"

#include <algorithm>
#include <utility>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;
using probequestions::Answer;
using probequestions::Question;
using Verdict = ProbeFinding::Verdict;

ConnectionProbe::ConnectionProbe(RestProvider &rest, QObject *parent)
    : QObject(parent)
    , m_rest(rest)
{
    connect(&m_rest, &RestProvider::finished, this, &ConnectionProbe::onReply);
}

void ConnectionProbe::detect()
{
    cancel();
    m_ladders = {};
    start();
}

void ConnectionProbe::test(const PlanSet &plans)
{
    cancel();
    m_ladders = {};
    for (const Product product : allProducts)
        ladder(product).goal = plans.of(product);
    start();
}

void ConnectionProbe::cancel()
{
    m_toAsk.clear();
    if (const quint64 id = std::exchange(m_id, 0); id != 0)
        m_rest.cancel(id);
}

void ConnectionProbe::start()
{
    m_toAsk.assign(allProducts.begin(), allProducts.end());
    m_limitLifted = false;
    askNext();
}

/// The cheapest plan that was not asked for yet: a paid one, unless an end-of-day one is the goal.
Plan ConnectionProbe::planToAsk(Product product) const
{
    const Ladder &known = ladder(product);
    if (known.goal == Plan::Basic)
        return Plan::Basic;
    const std::span<const Plan> sold = plansFor(product);
    const auto above
        = std::upper_bound(sold.begin(), sold.end(), known.reached.value_or(Plan::Basic));
    return above == sold.end() ? sold.back() : *above;
}

void ConnectionProbe::askNext()
{
    if (m_toAsk.empty()) {
        finish();
        return;
    }
    const Product product = m_toAsk.front();
    if (ladder(product).reached && !std::exchange(m_limitLifted, true))
        emit limitLifted(); // all products were asked once: what is left has a paid plan
    m_asked = planToAsk(product);
    const std::optional<Question> question
        = probequestions::questionFor(product, m_asked, ladder(product).symbol);
    Q_ASSERT(question);
    emit progressed(product);
    ask(*question);
}

void ConnectionProbe::ask(const Question &question)
{
    m_id = m_nextId++;
    RestRequest request;
    request.id = m_id;
    request.path = question.path;
    request.query = question.query;
    request.priority = RestPriority::Interactive;
    m_rest.get(request);
}

void ConnectionProbe::onReply(const RestReply &reply)
{
    if (m_id == 0 || reply.id != m_id)
        return;
    m_id = 0;
    const Product product = m_toAsk.front();
    m_toAsk.pop_front();
    const Answer answer = probequestions::read(reply);
    if (endsAll(answer.verdict))
        settleAll(answer.verdict, answer.detail);
    else if (answer.verdict == Verdict::Works || answer.verdict == Verdict::PlanLacks)
        climb(product, answer);
    else if (answer.verdict == Verdict::NotOffered && ladder(product).reached)
        settle(product, Verdict::Works, answer.detail);
    else
        settle(product, answer.verdict, answer.detail);
    askNext();
}

/// Takes an answer for or against the plan that was asked for, and asks on where that may tell
/// more.
void ConnectionProbe::climb(Product product, const Answer &answer)
{
    Ladder &known = ladder(product);
    if (answer.verdict == Verdict::PlanLacks) {
        if (!known.reached && m_asked != Plan::Basic)
            known.reached = Plan::Basic;
        settle(product, known.goal ? Verdict::PlanLacks : Verdict::Works, answer.detail);
        return;
    }
    known.reached = m_asked;
    known.realTime = known.realTime || answer.realTime;
    if (!answer.symbol.isEmpty())
        known.symbol = answer.symbol;
    const bool further = known.reached < plansFor(product).back()
        && probequestions::questionFor(product, planToAsk(product), known.symbol);
    if (!further && known.realTime && probequestions::isToldByRecency(product))
        known.reached = plansFor(product).back();
    if (known.goal && known.reached >= known.goal)
        settle(product, Verdict::Works, {});
    else if (further)
        m_toAsk.push_back(product);
    else if (known.goal && probequestions::isToldByRecency(product) && !known.symbol.isEmpty())
        settle(product, Verdict::PlanLacks, u"Its data is delayed."_s);
    else
        settle(product, Verdict::Works, answer.detail);
}

void ConnectionProbe::settle(Product product, Verdict verdict, const QString &detail)
{
    ladder(product).finding = ProbeFinding { product, verdict, ladder(product).reached, detail };
}

bool ConnectionProbe::endsAll(Verdict verdict) const
{
    const auto isUnknown = [](const Ladder &known) { return !known.reached && !known.finding; };
    switch (verdict) {
    case Verdict::KeyRefused:
    case Verdict::NoNetwork:
    case Verdict::RateLimited:
        return true;
    case Verdict::ServiceFailed:
        return std::all_of(m_ladders.begin(), m_ladders.end(), isUnknown);
    case Verdict::Works:
    case Verdict::PlanLacks:
    case Verdict::NotOffered:
        return false;
    }
    Q_UNREACHABLE();
}

/// The same for every product that is not settled yet; a refused key is refused for all.
void ConnectionProbe::settleAll(Verdict verdict, const QString &detail)
{
    m_toAsk.clear();
    for (const Product product : allProducts) {
        if (verdict == Verdict::KeyRefused)
            ladder(product).reached.reset();
        if (verdict == Verdict::KeyRefused || !ladder(product).finding)
            settle(product, verdict, detail);
    }
}

void ConnectionProbe::finish()
{
    ProbeFindings findings;
    for (const Ladder &known : m_ladders)
        findings += *known.finding;
    emit finished(findings);
}

} // namespace tapeline
