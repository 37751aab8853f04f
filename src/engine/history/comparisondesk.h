#pragma once

#include "pricecomparison.h"
#include "requestbook.h"
#include "yahoobars.h"

#include <QObject>
#include <QSet>
#include <QStringList>

#include <map>

namespace tapeline {

class MarketContext;

/// Asks the source that stands in, now and then, what it has of the symbols on charts, and says
/// where it disagrees with the chosen one: about the last price, or about the last close. Lives on
/// the market thread.
class ComparisonDesk : public QObject
{
    Q_OBJECT

public:
    /// Between two questions about one symbol; prices of days that are over are asked for less
    /// often.
    static constexpr Duration betweenPrices = 60s;
    static constexpr Duration betweenCloses = 1h;

    ComparisonDesk(MarketContext &context, RequestBook &other, QObject *parent = nullptr);

    /// percent: by how much they may differ. Not enabled: nobody is asked.
    void configure(bool enabled, double percent);
    /// Another source.
    void reset();
    /// A few times a second once the market's time is known. symbols: those on charts.
    void tick(const QStringList &symbols);

signals:
    /// They did not before, or agreed meanwhile.
    void disagreed(const tapeline::Discrepancy &discrepancy);

private:
    void ask(const QString &symbol);
    void onAnswer(const BarQuery &query, const RestReply &reply);
    void compareLast(const QString &symbol, QByteArrayView body);
    void compareClose(const BarQuery &query, QByteArrayView body);
    std::pair<QDate, Price> ownClose(const QString &symbol) const;
    void judge(const QString &symbol);

    MarketContext &m_context;
    RequestBook &m_other;
    YahooBars m_source;
    PriceComparison::Rules m_rules;
    PriceComparison m_comparison;
    bool m_enabled = false;
    quint64 m_request = 0;
    std::map<QString, Duration> m_askedAt; ///< monotonic
    QSet<QString> m_told;
};

} // namespace tapeline
