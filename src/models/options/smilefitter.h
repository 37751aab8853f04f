#pragma once

#include "listedchain.h"

#include <QObject>
#include <QThreadPool>

#include <map>

namespace tapeline {

/// Fitted smiles of one chain's expirations, kept for a while. A fit takes tens of milliseconds and
/// is made on a thread of its own.
class SmileFitter : public QObject
{
    Q_OBJECT

public:
    explicit SmileFitter(QObject *parent = nullptr);
    ~SmileFitter() override;

    /// Forgets all: another chain.
    void clear();
    /// The newest fit; null until there is one. Starts a new one where that is older than ten
    /// seconds of market time.
    TerminalDistribution::Smile smile(const ListedChain &chain, const ListedExpiry &expiry);

signals:
    /// smile() has another answer.
    void fitted();

private:
    struct Kept
    {
        TerminalDistribution::Smile smile;
        Timestamp asOf {};
        bool isUnderWay = false;
    };

    void take(quint64 epoch, const ChainExpiry &expiry, const TerminalDistribution::Smile &smile);

    std::map<ChainExpiry, Kept> m_kept;
    quint64 m_epoch = 0; ///< of the chain: what was begun for another one is dropped
    QThreadPool m_pool; ///< one thread; ends before the rest of this
};

} // namespace tapeline
