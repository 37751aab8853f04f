#pragma once

#include "flowprofile.h"

#include <QDate>

namespace tapeline {

/// The volume profiles of a chart's days: from trades where they are known, estimated from short
/// bars where they are not (FlowProfile). Worked out when asked: between two questions only what
/// has changed is counted anew.
class FlowSessions : public QObject
{
    Q_OBJECT

public:
    using Key = FlowSeries::Key;

    /// The levels of a day as they stood at the end of a bar.
    struct Levels
    {
        Key key = 0;
        Price poc;
        Price val; ///< bottom of its row, as that of the others
        Price vah;

        friend bool operator==(const Levels &, const Levels &) = default;
    };
    /// One day as order flow counts them (flowDay), all its hours.
    struct Session : FlowProfile
    {
        QDate day;
        Key first = 0; ///< of the bars that are in it
        Key last = 0;
        std::optional<Price> poc; ///< once a later day has begun; bottom of its row
        std::vector<Levels> developing; ///< by bar whose trades are known; empty unless wanted

        std::optional<ProfileLevels> levels() const { return profile.levels(); }
    };
    /// The point of control of an earlier day that no bar has touched since.
    struct NakedPoc
    {
        QDate day;
        Key last = 0; ///< the day's last bar
        Price price; ///< bottom of its row
        bool isPartial = false; ///< of a part of its day's regular hours
        bool isEstimated = false; ///< 1 % of its day's volume, or more

        friend bool operator==(const NakedPoc &, const NakedPoc &) = default;
    };
    struct Composite : FlowProfile
    {
        int sessions = 0; ///< that are in it
        Key first = 0;
        bool isPartial = false; ///< the first day is, in its regular hours
    };

    /// flow must outlive it.
    explicit FlowSessions(const FlowSeries &flow, QObject *parent = nullptr);

    /// Whether levels are kept bar by bar.
    void setDeveloping(bool wanted);

    /// Oldest first.
    const std::vector<Session> &sessions();
    /// Oldest first.
    const std::vector<NakedPoc> &nakedPocs();
    /// The newest sessions added up, at most so many; nothing without any.
    const std::optional<Composite> &composite(int sessions);
    /// Of all of them.
    PriceGrid grid();

private:
    /// What was counted last.
    struct Part : FlowProfile
    {
        Key first = 0;
    };
    void refresh();
    void forget();
    Key reopen(Key from);
    Key endOfPart(Key key) const;
    Session &sessionAt(Key key);
    void add(Key first, Key last);
    void develop(Session &session) const;
    std::optional<Composite> sum(int sessions) const;
    bool isTouched(Price row, Key from, Key last) const;
    bool isPartial(QDate day) const;
    AssetClass assetClass() const { return m_flow.bars().assetClass(); }

    const FlowSeries &m_flow;
    bool m_developing = false;
    PriceGrid m_grid;
    std::vector<Session> m_sessions;
    Part m_newest; ///< of the newest session
    std::optional<Key> m_changedFrom; ///< what is before it is counted
    std::optional<std::vector<NakedPoc>> m_naked;
    std::optional<Composite> m_composite;
    std::optional<int> m_compositeOf; ///< so many sessions were asked for; nothing when it is old
};

} // namespace tapeline
