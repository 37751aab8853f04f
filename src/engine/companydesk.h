#pragma once

#include "barstore.h"
#include "companyfacts.h"
#include "marketcontext.h"
#include "retrywait.h"

#include <QHash>
#include <QObject>

#include <vector>

namespace tapeline {

/// What the service knows of companies, for those who want to see it: each question is asked once
/// for all who look, kept on the disk, and asked again when its answer is a day old (news: some
/// minutes). What the plan or the key lacks is not asked again until the source changes. Lives on
/// the market thread.
class CompanyDesk : public QObject
{
    Q_OBJECT

public:
    explicit CompanyDesk(MarketContext &context, QObject *parent = nullptr);

    /// Null keeps nothing.
    void setStore(BarStore *store) { m_store = store; }
    /// A new source: what is wanted is asked of it once its time is known.
    void reset();
    void onTimeKnown();

    /// Somebody looks; told at once what is known.
    void want(const CompanyQuestion &question);
    /// One of them looks no longer.
    void release(const CompanyQuestion &question);
    /// A few times a second.
    void tick();

    /// What has changed since the last call.
    std::vector<CompanyAnswer> take();

signals:
    /// Something is to be taken. Not told after an answer of the service or tick(), which whoever
    /// calls take() knows of.
    void answered();

private:
    struct Entry
    {
        CompanyAnswer answer;
        int lookers = 0;
        bool isRead = false; ///< what the disk has of it
        bool isChanged = false;
        quint64 request = 0;
        RetryWait retry;
    };

    bool canAsk() const { return m_isTimeKnown && m_context.hasRest(); }
    bool isFresh(const Entry &entry) const;
    void begin(Entry &entry);
    void readKept(const CompanyQuestion &question);
    void ask(Entry &entry);
    void onReply(const CompanyQuestion &question, const RestReply &reply);
    void onFailure(Entry &entry, Error::Code code);
    void keep(const CompanyQuestion &question, const QByteArray &body);
    void setState(Entry &entry, CompanyAnswer::State state);

    MarketContext &m_context;
    BarStore *m_store = nullptr;
    QHash<CompanyQuestion, Entry> m_entries;
    quint64 m_epoch = 0; ///< of the source
    bool m_isTimeKnown = false;
    bool m_hasNoEarnings = false; ///< the key lacks the add-on
};

} // namespace tapeline
