#include "portfoliodesk.h"

#include "instrument.h"
#include "tradedesk.h"

namespace tapeline {

namespace {

/// Greeks are looked at, not raced after.
constexpr int reckoningMs = 300;

} // namespace

PortfolioDesk::PortfolioDesk(TradeDesk &trading, ChainStore &chains, QObject *parent)
    : QObject(parent)
    , m_trading(trading)
    , m_chains(chains)
{
    m_due.setSingleShot(true);
    m_due.setInterval(reckoningMs);
    connect(&m_due, &QTimer::timeout, this, &PortfolioDesk::reckon);
    connect(&trading, &TradeDesk::accountsChanged, this, &PortfolioDesk::followPositions);
    connect(&trading, &TradeDesk::accountChosen, this, &PortfolioDesk::followPositions);
    connect(&trading, &TradeDesk::marketChanged, this, [this] {
        if (!m_due.isActive())
            m_due.start();
    });
    followPositions();
}

PortfolioDesk::~PortfolioDesk()
{
    followMarket({});
}

PortfolioScenario PortfolioDesk::scenario(double days, const std::vector<double> &moves,
                                          const std::vector<double> &shifts) const
{
    return portfoliogreeks::scenario(m_portfolio, m_now, days, moves, shifts);
}

void PortfolioDesk::setIndex(const QString &symbol)
{
    if (symbol.isEmpty() || symbol == m_index)
        return;
    m_index = symbol;
    m_betas.clear();
    followPositions();
    emit betasWanted();
}

QStringList PortfolioDesk::betaSymbols() const
{
    QStringList symbols { m_index };
    for (const UnderlyingGreeks &group : m_portfolio.underlyings)
        if (!symbols.contains(group.underlying))
            symbols.append(group.underlying);
    return symbols;
}

void PortfolioDesk::setBeta(const QString &symbol, const Beta &beta)
{
    m_betas[symbol] = beta;
    m_due.start();
}

void PortfolioDesk::forgetBetas()
{
    m_betas.clear();
    m_due.start();
}

void PortfolioDesk::setNow(Timestamp now)
{
    const bool isFirst = m_now == Timestamp();
    m_now = now;
    if (isFirst)
        reckon();
}

ChainState PortfolioDesk::worstState() const
{
    for (const auto &[underlying, view] : m_views)
        if (view->book().state() != ChainState::Here)
            return view->book().state();
    return ChainState::Here;
}

QString PortfolioDesk::neededPlan() const
{
    for (const auto &[underlying, view] : m_views)
        if (!view->book().neededPlan().isEmpty())
            return view->book().neededPlan();
    return {};
}

DataBadge PortfolioDesk::badge() const
{
    return m_views.empty() ? DataBadge { .source = m_trading.source() }
                           : m_views.begin()->second->book().badge();
}

void PortfolioDesk::followPositions()
{
    QStringList optioned;
    QStringList symbols { m_index };
    std::map<QString, QStringList> contracts;
    if (const PaperAccountView *account = m_trading.account())
        for (const PositionRow &position : account->positions) {
            const Result<Instrument> instrument = instrumentFromSymbol(position.symbol);
            if (!instrument)
                continue;
            const QString underlying
                = instrument->option ? instrument->option->underlying : position.symbol;
            if (!symbols.contains(underlying))
                symbols.append(underlying);
            if (!instrument->option)
                continue;
            if (!optioned.contains(underlying))
                optioned.append(underlying);
            contracts[underlying].append(position.symbol);
        }
    followMarket(symbols);
    openChains(optioned);
    for (const auto &[underlying, view] : m_views)
        view->setContracts(contracts[underlying]);
    if (!m_due.isActive())
        m_due.start();
}

void PortfolioDesk::followMarket(const QStringList &wanted)
{
    for (const QString &symbol : wanted)
        if (!m_followed.contains(symbol))
            m_trading.follow(symbol);
    for (const QString &symbol : std::exchange(m_followed, wanted))
        if (!wanted.contains(symbol))
            m_trading.unfollow(symbol);
}

void PortfolioDesk::openChains(const QStringList &underlyings)
{
    std::erase_if(m_views, [&](const auto &open) { return !underlyings.contains(open.first); });
    for (const QString &underlying : underlyings) {
        if (m_views.contains(underlying))
            continue;
        const auto opened = m_views.emplace(underlying, m_chains.open(underlying)).first;
        const auto wait = [this] {
            if (!m_due.isActive())
                m_due.start();
        };
        connect(&opened->second->book(), &ChainBook::contractsChanged, this, wait);
        connect(&opened->second->book(), &ChainBook::statusChanged, this, wait);
    }
}

void PortfolioDesk::reckon()
{
    const PaperAccountView *account = m_trading.account();
    if (!account || m_now == Timestamp())
        return;
    const QStringList before = betaSymbols();
    m_portfolio = portfoliogreeks::of(
        *account, m_now,
        { .spot = [this](const QString &symbol) { return spotOf(symbol); },
          .chain = [this](const QString &underlying) { return chainOf(underlying); },
          .beta =
              [this](const QString &symbol) {
                  const auto known = m_betas.find(symbol);
                  return known == m_betas.end() ? Beta() : known->second;
              },
          .index = m_index });
    if (betaSymbols() != before)
        emit betasWanted();
    emit changed();
}

const ChainBook *PortfolioDesk::chainOf(const QString &underlying) const
{
    const auto found = m_views.find(underlying);
    return found == m_views.end() ? nullptr : &found->second->book();
}

/// The middle of the quote, or the last price, or what the chain says.
double PortfolioDesk::spotOf(const QString &symbol) const
{
    if (const InstrumentSnapshot *seen = m_trading.market(symbol)) {
        if (seen->bid > Price() && seen->ask >= seen->bid)
            return (seen->bid.toDouble() + seen->ask.toDouble()) / 2;
        if (seen->last > Price())
            return seen->last.toDouble();
    }
    const ChainBook *chain = chainOf(symbol);
    return chain ? chain->spot().toDouble() : 0;
}

} // namespace tapeline
