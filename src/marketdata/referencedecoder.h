#pragma once

#include "companyfacts.h"
#include "restpage.h"
#include "result.h"
#include "snapshotdecoder.h"
#include "tradeconditions.h"

#include <QByteArrayView>
#include <QDate>
#include <QString>
#include <QStringList>

#include <vector>

namespace tapeline {

struct TickersPage : RestPage
{
    std::vector<TickerInfo> tickers;
};

struct ExchangeInfo
{
    int id = 0; ///< -1 where the service has text ids (futures); see textId
    QString textId;
    QString name;
    QString acronym;
    QString mic;
    QString operatingMic;
    QString participantId; ///< the SIP's letter
    QString type; ///< "exchange", "TRF", "SIP", "ORF"
    QString assetClass;
};

struct ExchangesPage : RestPage
{
    std::vector<ExchangeInfo> exchanges;
};

/// A condition code. Ids are unique per data type only (massive-api.md 8.1).
struct ConditionInfo
{
    int id = 0;
    QString name;
    QString type; ///< "sale_condition", "quote_condition", ...
    QString assetClass;
    QStringList dataTypes; ///< "trade", "bbo", "nbbo"
    TradeUpdate update; ///< by the consolidated rules; everything when there are none
    bool hasUpdateRules = false;
    bool legacy = false;
};

struct ConditionsPage : RestPage
{
    std::vector<ConditionInfo> conditions;
};

struct TickerType
{
    QString code;
    QString description;
    QString assetClass;
};

struct TickerTypesPage : RestPage
{
    std::vector<TickerType> types;
};

struct OptionContractsPage : RestPage
{
    std::vector<OptionDetails> contracts;
};

struct FuturesContract
{
    QString symbol;
    QString productCode;
    QString name;
    QString venue;
    bool active = true;
    QDate firstTrade;
    QDate lastTrade;
    QDate settlement;
    Price tradeTick; ///< 0 when not given
    Price settlementTick;
};

struct FuturesContractsPage : RestPage
{
    std::vector<FuturesContract> contracts;
};

/// From date on the company traded as symbol.
struct TickerChange
{
    QDate date;
    QString symbol;
};

struct TickerEvents
{
    QString name;
    QString compositeFigi;
    std::vector<TickerChange> changes; ///< newest first
};

/// /v3/reference/tickers.
Result<TickersPage> decodeTickers(QByteArrayView body);
/// /v3/reference/tickers/{ticker}.
Result<TickerDetails> decodeTickerDetails(QByteArrayView body);
/// /v3/reference/exchanges, /futures/v1/exchanges, and the retired bare list of /v1/meta/exchanges.
Result<ExchangesPage> decodeExchanges(QByteArrayView body);
/// /v3/reference/conditions.
Result<ConditionsPage> decodeConditions(QByteArrayView body);
/// /v3/reference/tickers/types.
Result<TickerTypesPage> decodeTickerTypes(QByteArrayView body);
/// /v3/reference/options/contracts and .../contracts/{ticker}.
Result<OptionContractsPage> decodeOptionContracts(QByteArrayView body);
/// /futures/v1/contracts.
Result<FuturesContractsPage> decodeFuturesContracts(QByteArrayView body);
/// /vX/reference/tickers/{id}/events; changes of the symbol only.
Result<TickerEvents> decodeTickerEvents(QByteArrayView body);
/// /v1/related-companies/{ticker}.
Result<QStringList> decodeRelatedCompanies(QByteArrayView body);

} // namespace tapeline
