#pragma once

#include "drivenmarket.h"

namespace tapeline {

/// A desk whose options stream a test speaks for: contracts of SPY unless another root is named.
struct DrivenOptions : DrivenMarket
{
    explicit DrivenOptions(Plan plan = Plan::Advanced)
        : DrivenMarket(10h, plan)
    {
    }

    static QString contract(const QString &root = QStringLiteral("SPY"), int strike = 650,
                            QChar right = u'C')
    {
        const QString digits = QString::number(strike).rightJustified(5, u'0');
        return QStringLiteral("O:") + root + QStringLiteral("260320") + right + digits
            + QStringLiteral("000");
    }

    void openWithOptions()
    {
        open();
        connectOptions();
    }
    void connectOptions()
    {
        optionFrame(optionStatus("connected", "Connected Successfully"));
        loop.onStreamState(AssetClass::Options, StreamState::Live, {});
        optionFrame(optionStatus("auth_success", "authenticated"));
    }
    void acknowledgeOptions(const QByteArray &pair)
    {
        optionFrame(optionStatus("success", "subscribed to: " + pair));
    }
    void optionFrame(const QByteArray &objects)
    {
        QByteArray bytes = '[' + objects + ']';
        bytes.reserve(bytes.size() + 64);
        frames.push(bytes, 0, AssetClass::Options);
        loop.processFrames();
        pull();
    }

    static QByteArray optionStatus(const QByteArray &word, const QByteArray &message)
    {
        return "{\"ev\":\"status\",\"status\":\"" + word + "\",\"message\":\"" + message + "\"}";
    }
    static QByteArray optionTrade(const QString &symbol, Timestamp time, quint64 sequence,
                                  const QByteArray &price, int size = 1,
                                  const QByteArray &conditions = "209", int venue = 302)
    {
        return "{\"ev\":\"T\",\"sym\":\"" + symbol.toLatin1() + "\",\"x\":"
            + QByteArray::number(venue) + ",\"p\":" + price + ",\"s\":" + QByteArray::number(size)
            + ",\"c\":[" + conditions + "],\"t\":" + QByteArray::number(toMs(time))
            + ",\"q\":" + QByteArray::number(sequence) + "}";
    }
    static QByteArray optionQuote(const QString &symbol, Timestamp time, const QByteArray &bid,
                                  const QByteArray &ask)
    {
        return "{\"ev\":\"Q\",\"sym\":\"" + symbol.toLatin1()
            + "\",\"bx\":302,\"ax\":316,\"bp\":" + bid + ",\"ap\":" + ask
            + ",\"bs\":55,\"as\":41,\"t\":" + QByteArray::number(toMs(time)) + ",\"q\":1}";
    }

    const std::vector<OptionFlowPrint> &flow(quint64 id = 1) { return optionPrints[id]; }
};

} // namespace tapeline
