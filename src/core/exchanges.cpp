#include "exchanges.h"

#include <algorithm>
#include <array>

namespace tapeline {

namespace {

/// massive-api.md 8.5, the list of 2026-09-03.
constexpr std::array stockExchanges {
    Exchange { 1, "NYSE American", "AMEX", "XASE", 'A', "exchange" },
    Exchange { 2, "Nasdaq Texas", "NQTX", "XBOS", 'B', "exchange" },
    Exchange { 3, "NYSE National", "NSX", "XCIS", 'C', "exchange" },
    Exchange { 4, "FINRA ADF", "FINRA", "XADF", 'D', "TRF" },
    Exchange { 5, "UTP SIP", "UTP", "", 'E', "SIP" },
    Exchange { 6, "ISE Stocks", "ISE", "XISE", 'I', "exchange" },
    Exchange { 7, "Cboe EDGA", "EDGA", "EDGA", 'J', "exchange" },
    Exchange { 8, "Cboe EDGX", "EDGX", "EDGX", 'K', "exchange" },
    Exchange { 9, "NYSE Texas", "NYTX", "XCHI", 'M', "exchange" },
    Exchange { 10, "New York Stock Exchange", "NYSE", "XNYS", 'N', "exchange" },
    Exchange { 11, "NYSE Arca", "ARCA", "ARCX", 'P', "exchange" },
    Exchange { 12, "Nasdaq", "NSDQ", "XNAS", 'T', "exchange" },
    Exchange { 13, "CTA SIP", "CTA", "", 'S', "SIP" },
    Exchange { 14, "Long-Term Stock Exchange", "LTSE", "LTSE", 'L', "exchange" },
    Exchange { 15, "IEX", "IEX", "IEXG", 'V', "exchange" },
    Exchange { 16, "Cboe Stock Exchange", "CBSX", "CBSX", 'W', "exchange" },
    Exchange { 17, "Nasdaq PSX", "PSX", "XPHL", 'X', "exchange" },
    Exchange { 18, "Cboe BYX", "BYX", "BATY", 'Y', "exchange" },
    Exchange { 19, "Cboe BZX", "BZX", "BATS", 'Z', "exchange" },
    Exchange { 20, "MIAX Pearl", "MIAX", "EPRL", 'H', "exchange" },
    Exchange { 21, "MEMX", "MEMX", "MEMX", 'U', "exchange" },
    Exchange { 22, "24X National", "24X", "24EQ", 'G', "exchange" },
    Exchange { 23, "Texas Stock Exchange", "TXSE", "TXSE", 'F', "exchange" },
    Exchange { 62, "OTC Equity", "OTC", "OOTC", '-', "ORF" },
    Exchange { 201, "FINRA NYSE TRF", "TRF", "FINY", '-', "TRF" },
    Exchange { 202, "FINRA Nasdaq TRF Carteret", "TRF", "FINN", '-', "TRF" },
    Exchange { 203, "FINRA Nasdaq TRF Chicago", "TRF", "FINC", '-', "TRF" },
};

/// massive-api.md 8.6; newer venues come with the service's own list.
constexpr std::array optionsExchanges {
    Exchange { 300, "NYSE American Options", "AMEX", "AMXO", '-', "exchange" },
    Exchange { 301, "BOX Options", "BOX", "XBOX", '-', "exchange" },
    Exchange { 302, "Cboe Options", "CBOE", "XCBO", '-', "exchange" },
    Exchange { 303, "MIAX Emerald", "EMLD", "EMLD", '-', "exchange" },
    Exchange { 304, "Cboe EDGX Options", "EDGX", "EDGO", '-', "exchange" },
    Exchange { 307, "Nasdaq GEMX", "GEMX", "GMNI", '-', "exchange" },
    Exchange { 308, "Nasdaq ISE", "ISE", "XISX", '-', "exchange" },
    Exchange { 309, "Nasdaq MRX", "MRX", "MCRY", '-', "exchange" },
    Exchange { 312, "MIAX Options", "MIAX", "XMIO", '-', "exchange" },
    Exchange { 313, "NYSE Arca Options", "ARCA", "ARCO", '-', "exchange" },
    Exchange { 314, "OPRA", "OPRA", "OPRA", '-', "SIP" },
    Exchange { 315, "MIAX Pearl Options", "PEARL", "MPRL", '-', "exchange" },
    Exchange { 316, "Nasdaq Options Market", "NOM", "XNDQ", '-', "exchange" },
    Exchange { 319, "Nasdaq BX Options", "BX", "XBXO", '-', "exchange" },
    Exchange { 322, "Cboe C2 Options", "C2", "C2OX", '-', "exchange" },
    Exchange { 323, "Nasdaq PHLX", "PHLX", "XPHO", '-', "exchange" },
    Exchange { 325, "Cboe BZX Options", "BZX", "BATO", '-', "exchange" },
};

constexpr std::array cryptoExchanges {
    Exchange { 1, "Coinbase", "CBSE", "", '-', "exchange" },
    Exchange { 2, "Bitfinex", "BFX", "", '-', "exchange" },
    Exchange { 6, "Bitstamp", "BSTP", "", '-', "exchange" },
    Exchange { 10, "Binance", "BNCE", "", '-', "exchange" },
    Exchange { 23, "Kraken", "KRKN", "", '-', "exchange" },
};

constexpr std::array forexExchanges {
    Exchange { 44, "Currency Banks", "FX", "", '-', "exchange" },
    Exchange { 48, "Currency Banks 1", "FX", "", '-', "exchange" },
};

/// CME Group's, as /futures/v1/exchanges numbers them; messages name none.
constexpr std::array futuresExchanges {
    Exchange { 1, "Chicago Board of Trade", "CBOT", "XCBT", '-', "exchange" },
    Exchange { 2, "Commodity Exchange", "COMEX", "XCEC", '-', "exchange" },
    Exchange { 3, "Chicago Mercantile Exchange", "CME", "XCME", '-', "exchange" },
    Exchange { 4, "New York Mercantile Exchange", "NYMEX", "XNYM", '-', "exchange" },
};

} // namespace

std::span<const Exchange> exchanges(AssetClass assetClass)
{
    switch (assetClass) {
    case AssetClass::Stocks:
        return stockExchanges;
    case AssetClass::Options:
        return optionsExchanges;
    case AssetClass::Crypto:
        return cryptoExchanges;
    case AssetClass::Forex:
        return forexExchanges;
    case AssetClass::Futures:
        return futuresExchanges;
    case AssetClass::Indices:
        return {}; // the service names none on its messages
    }
    Q_UNREACHABLE();
}

const Exchange *findExchange(AssetClass assetClass, quint16 id)
{
    const std::span<const Exchange> list = exchanges(assetClass);
    const auto found = std::ranges::lower_bound(list, id, {}, &Exchange::id);
    return found != list.end() && found->id == id ? &*found : nullptr;
}

} // namespace tapeline
