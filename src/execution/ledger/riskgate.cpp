#include "riskgate.h"

#include "ledgermath.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;
using namespace ledgermath;

namespace {

ReasonCode codeOf(RiskRule rule)
{
    switch (rule) {
    case RiskRule::PerTrade:
        return ReasonCode::RiskPerTrade;
    case RiskRule::PerSymbol:
        return ReasonCode::RiskPerSymbol;
    case RiskRule::PerStrategy:
        return ReasonCode::RiskPerStrategy;
    case RiskRule::CashReserve:
        return ReasonCode::RiskCashReserve;
    case RiskRule::DailyLoss:
        return ReasonCode::RiskDailyLoss;
    case RiskRule::Rate:
        return ReasonCode::RiskRate;
    }
    Q_UNREACHABLE();
}

class Assessment
{
public:
    Assessment(const RiskQuestion &question, const RiskSettings &settings)
        : m_question(question)
        , m_settings(settings)
    {
    }

    std::vector<RiskFinding> run()
    {
        atMost(RiskRule::PerTrade, m_question.committed, m_settings.perTradePpm);
        atMost(RiskRule::PerSymbol, m_question.symbolCommitted, m_settings.perSymbolPpm);
        if (m_question.strategyCommitted)
            atMost(RiskRule::PerStrategy, *m_question.strategyCommitted, m_settings.perStrategyPpm);
        keepsReserve();
        keepsDay();
        keepsRate();
        return std::move(m_findings);
    }

private:
    void found(RiskRule rule, const QString &numbers)
    {
        const RuleAction action = m_settings.action(rule);
        if (action != RuleAction::Off)
            m_findings.push_back({ rule, action, { codeOf(rule), numbers } });
    }

    void atMost(RiskRule rule, Money committed, qint64 ppm)
    {
        const Money limit = partsPerMillion(m_question.capital, ppm);
        if (committed > limit)
            found(rule, u"commits "_s + grouped(committed) + u", limit "_s + grouped(limit));
    }

    void keepsReserve()
    {
        const Money reserve = partsPerMillion(m_question.equity, m_settings.cashReservePpm);
        if (m_question.cashAfter < reserve)
            found(RiskRule::CashReserve,
                  u"leaves cash of "_s + grouped(m_question.cashAfter) + u", reserve "_s
                      + grouped(reserve));
    }

    void keepsDay()
    {
        const Money limit = dailyLossLimit(m_question.capital, m_settings);
        if (m_question.dayIsLocked || m_question.dayResult <= -limit)
            found(RiskRule::DailyLoss,
                  u"day's result "_s + grouped(m_question.dayResult) + u", limit "_s
                      + grouped(-limit));
    }

    void keepsRate()
    {
        const bool tooFast = m_question.orders > m_settings.ordersPerMinute
            || m_question.symbolOrders > m_settings.symbolOrdersPerMinute;
        if (tooFast)
            found(RiskRule::Rate,
                  u"%1 orders in a minute, limit %2; %3 of the symbol, limit %4"_s
                      .arg(m_question.orders)
                      .arg(m_settings.ordersPerMinute)
                      .arg(m_question.symbolOrders)
                      .arg(m_settings.symbolOrdersPerMinute));
    }

    const RiskQuestion &m_question;
    const RiskSettings &m_settings;
    std::vector<RiskFinding> m_findings;
};

} // namespace

Money dailyLossLimit(Money capital, const RiskSettings &settings)
{
    return partsPerMillion(capital, settings.dailyLossPpm);
}

std::vector<RiskFinding> assessRisk(const RiskQuestion &question, const RiskSettings &settings)
{
    return Assessment(question, settings).run();
}

} // namespace tapeline
