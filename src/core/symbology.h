#pragma once

#include "assetclass.h"
#include "price.h"
#include "result.h"

#include <QDate>
#include <QString>

namespace tapeline {

/// The service's symbols (massive-api.md section 7): stocks bare and case-sensitive, options "O:" +
/// OSI, indices "I:", forex "C:", crypto "X:", futures root + month letter + year digit(s).
namespace symbology {

struct OptionContract
{
    QString root; ///< 1 to 6 characters; a trailing digit marks an adjusted contract
    QDate expiration;
    bool call = true;
    Price strike; ///< > 0
};

struct FutureContract
{
    QString root;
    int month = 1; ///< 1 to 12
    int yearDigits = 0; ///< as written: one digit (0-9) or two (0-99)
    bool twoDigitYear = false;
};

/// Which class a symbol belongs to. Malformed when it fits none (V-01, V-02, V-03).
/// A bare symbol that reads as a futures contract ("ESZ6") is one: no exchange lists a stock whose
/// symbol ends in a digit. Stock rule: 1-10 characters, [A-Z][A-Za-z0-9]* with an optional . or -
/// suffix of 1-4 letters.
Result<AssetClass> classify(QStringView symbol);
/// The same, where what is malformed is treated as a stock.
AssetClass classOf(QStringView symbol);

/// Whether it is a pair of crypto by its prefix alone.
bool isCryptoPair(QStringView symbol);

/// "O:SPY251219C00650000" -> SPY, 2025-12-19, call, 650. Malformed on an impossible date or strike
/// 0.
Result<OptionContract> parseOption(QStringView symbol);
/// The inverse. InvalidArgument when the strike has more than three decimals or does not fit.
Result<QString> formatOption(const OptionContract &contract);

/// "ESZ6", "ESZ24" and, on input, the older "F:ESZ6".
Result<FutureContract> parseFuture(QStringView symbol);

/// What a person typed, in the service's form: trims, upper-cases a wholly lower-case text, strips
/// "F:", turns "BTC-USD" / "EUR/USD" into "X:BTCUSD" / "C:EURUSD" (crypto when the base is no ISO
/// currency).
QString fromInput(QStringView text);

/// REST form to stream form: "X:BTCUSD" -> "BTC-USD" (quote = last three letters, four for
/// USDT/USDC), "C:EURUSD" -> "EUR/USD"; everything else unchanged. And back.
QString toStream(QStringView symbol);
QString fromStream(QStringView symbol, AssetClass assetClass);

} // namespace symbology
} // namespace tapeline
