#pragma once

#include "marketcontext.h"
#include "papervenue.h"
#include "retrywait.h"

#include <QHash>
#include <QObject>

#include <map>

namespace tapeline {

/// What the service knows of the stocks that paper accounts are in: splits and dividends, asked for
/// once a day each, and the official closes that ended contracts wait for. A recording has no
/// service. Lives on the market thread.
class HeldFacts : public QObject
{
    Q_OBJECT

public:
    explicit HeldFacts(MarketContext &context, QObject *parent = nullptr);

    /// Another source: nothing is known of anything.
    void reset();
    /// What new symbols are to begin with: have they been held for a while without the desk, or
    /// come with an order of now, when nothing is to be waited for?
    enum class Begin : quint8 { Awaited, AtOnce };

    /// Symbols that are held or ordered, each with the first day it has been, whose facts are the
    /// first that matter. Those that are no stocks are left out.
    void want(const std::map<QString, QDate> &symbols, Begin begin = Begin::AtOnce);
    /// The official close of a day, some time after it.
    void wantClose(const QString &symbol, QDate day);
    /// Everything is asked for again, for an account that has heard nothing yet.
    void askAgain();
    /// A split may have happened that is not known of: its prices say nothing before known().
    bool isAwaited(const QString &symbol) const;
    /// A few times a second once the market's time is known.
    void tick();

signals:
    /// All there are from the first day that matters on.
    void splitsFound(const QString &symbol, const std::vector<tapeline::AnnouncedSplit> &splits);
    void dividendsFound(const QString &symbol,
                        const std::vector<tapeline::AnnouncedDividend> &dividends);
    /// open: 0 where the service does not tell it.
    void closeFound(const QString &symbol, QDate day, tapeline::Price open, tapeline::Price close);
    void known(const QString &symbol);

private:
    struct Question
    {
        QDate since {}; ///< what is from before is known
        QDate askedOn {};
        quint64 request = 0;
        RetryWait retry {};

        bool isOpen() const { return request != 0 || retry.isWaiting(); }
    };
    struct Stock
    {
        Question splits {};
        Question dividends {};
        bool isAwaited = false;
        Duration awaitedUntil {}; ///< monotonic
    };
    struct Close
    {
        quint64 request = 0;
        Duration askAt {}; ///< monotonic
    };

    template<typename Answer> bool settle(Question &question, const Answer &answer);
    void tellIfRefused(const Error &error);
    static bool takeDue(Question &question, QDate today, Duration now);
    void tickStock(const QString &symbol, Stock &stock, QDate today);
    void askSplits(const QString &symbol, Stock &stock);
    void askDividends(const QString &symbol, Stock &stock);
    void onSplits(const QString &symbol, const RestReply &reply);
    void onDividends(const QString &symbol, const RestReply &reply);
    void askClose(const QString &symbol, QDate day);
    void onClose(const QString &symbol, QDate day, const RestReply &reply);
    bool isCloseDue(QDate day) const;

    MarketContext &m_context;
    QHash<QString, Stock> m_stocks;
    std::map<std::pair<QString, QDate>, Close> m_closes;
};

} // namespace tapeline
