#include "smilefitter.h"

#include "volatilitysmile.h"

namespace tapeline {

namespace {

constexpr Duration lifetime = 10s;

} // namespace

SmileFitter::SmileFitter(QObject *parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

SmileFitter::~SmileFitter()
{
    m_pool.clear();
    m_pool.waitForDone();
}

void SmileFitter::clear()
{
    ++m_epoch;
    m_pool.clear();
    m_kept.clear();
}

TerminalDistribution::Smile SmileFitter::smile(const ListedChain &chain, const ListedExpiry &expiry)
{
    Kept &kept = m_kept[expiry.expiry];
    const bool isFresh = kept.asOf != Timestamp() && chain.now - kept.asOf < lifetime;
    if (isFresh || kept.isUnderWay)
        return kept.smile;
    kept.isUnderWay = true;
    kept.asOf = chain.now;
    const SmileTerms terms { listedchains::forward(chain, expiry),
                             listedchains::yearsTo(chain, expiry), expiry.assumptions.yield };
    // The contracts stay here: only their points go along
    m_pool.start([this, epoch = m_epoch, terms, name = expiry.expiry,
                  points = VolatilitySmile::points(expiry.strikes, terms, chain.source)] {
        TerminalDistribution::Smile smile;
        if (const auto fitted = VolatilitySmile::fit(terms, points))
            smile = [fit = *fitted](double strike) { return fit.volatility(strike); };
        QMetaObject::invokeMethod(this, [this, epoch, name, smile] { take(epoch, name, smile); });
    });
    return kept.smile;
}

void SmileFitter::take(quint64 epoch, const ChainExpiry &expiry,
                       const TerminalDistribution::Smile &smile)
{
    if (epoch != m_epoch)
        return;
    Kept &kept = m_kept[expiry];
    kept.isUnderWay = false;
    if (smile) {
        kept.smile = smile;
        emit fitted();
    }
}

} // namespace tapeline
