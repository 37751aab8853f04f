#pragma once

#include "barstore.h"
#include "retrywait.h"

#include <QDate>
#include <QObject>
#include <QSet>

namespace tapeline {

class MarketContext;
struct RestReply;

/// A split changes the adjusted bars of all days before it. Asks once a day which there have been
/// since the last look, of all symbols in one request, and makes the cache forget the adjusted bars
/// that were asked for before them. Lives on the market thread.
class SplitWatch : public QObject
{
    Q_OBJECT

public:
    explicit SplitWatch(MarketContext &context, QObject *parent = nullptr);

    /// Null watches nothing: there is nothing to forget.
    void setStore(BarStore *store) { m_store = store; }
    /// Another source: what it has kept was checked at another time.
    void reset();
    /// A few times a second once the market's time is known.
    void tick();

signals:
    /// What is shown of it is from before a split.
    void adjustedForgotten(const QString &symbol);

private:
    void readLastLook(QDate today);
    void onLastLook(QDate today, QDate since);
    void ask(const QString &nextUrl = {});
    void onSplits(const RestReply &reply);
    void forget(const QString &symbol, QDate executed);
    void noteLook();

    MarketContext &m_context;
    BarStore *m_store = nullptr;
    QString m_origin;
    QDate m_lookedOn; ///< or is looking
    Timestamp m_lookedAt {};
    QDate m_since;
    quint64 m_request = 0;
    RetryWait m_retry;
};

} // namespace tapeline
