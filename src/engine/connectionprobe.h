#pragma once

#include "capabilities.h"
#include "probefinding.h"
#include "probequestions.h"
#include "restprovider.h"

#include <QObject>

#include <array>
#include <deque>
#include <optional>

namespace tapeline {

/// Asks the service what a key opens: one request for each product first, what its cheapest paid
/// plan opens, then upwards where that was answered. So an end-of-day key costs five requests,
/// which fit its minute. Asks one after the other, over REST only: a stream would take the place of
/// the user's other programs.
///
/// A refused key, a missing network and a rate that stays exceeded end it, as they would be the
/// answer to every further question; so does an outage before anything was answered.
class ConnectionProbe : public QObject
{
    Q_OBJECT

public:
    /// rest outlives the probe, is not asked by anyone else, and lives on the same thread.
    explicit ConnectionProbe(RestProvider &rest, QObject *parent = nullptr);

public slots:
    /// Finds the best plan of each product. Ends what is under way, as test() does.
    void detect();
    /// Tells whether the key opens what these plans should.
    void test(const tapeline::PlanSet &plans);
    /// No signal follows.
    void cancel();

signals:
    /// A product is being asked for.
    void progressed(tapeline::Product product);
    /// Whatever is asked from here on belongs to paid plans, whose requests are not limited.
    void limitLifted();
    /// One finding a product, in the order of allProducts.
    void finished(const tapeline::ProbeFindings &findings);

private:
    /// How far one product's plan is known.
    struct Ladder
    {
        std::optional<Plan> goal; ///< nothing: as far as it goes
        std::optional<Plan> reached; ///< the best plan that answered
        bool realTime = false;
        QString symbol;
        std::optional<ProbeFinding> finding;
    };

    Ladder &ladder(Product product) { return m_ladders[static_cast<std::size_t>(product)]; }
    const Ladder &ladder(Product product) const
    {
        return m_ladders[static_cast<std::size_t>(product)];
    }
    void start();
    void askNext();
    void ask(const probequestions::Question &question);
    void onReply(const RestReply &reply);
    Plan planToAsk(Product product) const;
    void climb(Product product, const probequestions::Answer &answer);
    void settle(Product product, ProbeFinding::Verdict verdict, const QString &detail);
    void settleAll(ProbeFinding::Verdict verdict, const QString &detail);
    bool endsAll(ProbeFinding::Verdict verdict) const;
    void finish();

    RestProvider &m_rest;
    std::array<Ladder, allProducts.size()> m_ladders;
    std::deque<Product> m_toAsk; ///< the first is being asked for
    Plan m_asked = Plan::Basic; ///< what the question under way belongs to
    quint64 m_id = 0; ///< of the request under way; 0: none
    quint64 m_nextId = 1;
    bool m_limitLifted = false;
};

} // namespace tapeline
