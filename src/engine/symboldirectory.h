#pragma once

#include "keptlists.h"
#include "publishedstate.h"
#include "servicequestion.h"

#include <QObject>

#include <array>
#include <optional>
#include <vector>

namespace tapeline {

/// The symbols people can choose, of every asset class whose list the service has: all but options.
/// What was kept is there at once; what is older than three days is asked for anew, a class after
/// the other, in the background. Lives on the market thread.
class SymbolDirectory : public QObject
{
    Q_OBJECT

public:
    /// lists must outlive it.
    SymbolDirectory(MarketContext &context, KeptLists &lists, QObject *parent = nullptr);

    /// A new source: what is kept of it is read.
    void start();
    /// From now on the service may be asked.
    void onTimeKnown();
    /// To be called a few times a second.
    void tick();
    /// All of it, when more has come since the last call.
    std::optional<std::vector<DirectoryEntry>> take();

private:
    static constexpr std::array classes { AssetClass::Stocks, AssetClass::Indices,
                                          AssetClass::Crypto, AssetClass::Forex,
                                          AssetClass::Futures };

    /// The symbols of one class.
    struct Section
    {
        std::vector<DirectoryEntry> entries;
        std::vector<DirectoryEntry> gathered; ///< of pages on their way to be the list
        Timestamp asOf {}; ///< of what is kept; epoch when nothing is
        bool isKnown = false; ///< the cache has told
        bool isDone = false; ///< fresh, or asked for in vain
        QString nextUrl; ///< of the page that is due; empty for the first
        ServiceQuestion page;
    };

    Section &section(AssetClass assetClass) { return m_sections[std::size_t(assetClass)]; }
    void askNext();
    void askPage(AssetClass assetClass);
    void onPage(AssetClass assetClass, const RestReply &reply);
    void finish(AssetClass assetClass, Section &section);

    MarketContext &m_context;
    KeptLists &m_lists;
    std::array<Section, allAssetClasses.size()> m_sections;
    bool m_mayAsk = false;
    bool m_grew = false;
};

} // namespace tapeline
