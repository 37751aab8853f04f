#pragma once

#include "strategydraft.h"

#include <QObject>

#include <map>

namespace tapeline {

/// What is being built in the strategy builder, one draft an underlying, for all who add to it: the
/// chain, the menu of a position, the builder itself. Whoever wants the builder seen calls one of
/// the slots; the desk opens it.
class StrategyDesk : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// An empty one where nothing is being built.
    StrategyDraft draft(const QString &underlying) const;
    /// Replaces the draft of its underlying; does not bring the builder up.
    void setDraft(StrategyDraft draft);

public slots:
    /// One more contract ("O:..."), or 100 units of a stock, on this side (see
    /// strategydrafts::withLeg); brings the builder up. Nothing is done for what is no symbol.
    void addLeg(const QString &symbol, tapeline::Side side);
    /// The same for a contract whose symbol does not tell its underlying.
    void addLegTo(const QString &underlying, const QString &symbol, tapeline::Side side);
    /// Replaces what is being built (a position with isHeld legs, an adjustment) and brings the
    /// builder up.
    void load(const tapeline::StrategyDraft &draft);

signals:
    void draftChanged(const QString &underlying);
    /// The builder is to be seen with this underlying.
    void wanted(const QString &underlying);
    /// The draft has as many legs as it can have.
    void full(const QString &underlying);

private:
    std::map<QString, StrategyDraft> m_drafts;
};

} // namespace tapeline
