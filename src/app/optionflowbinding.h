#pragma once

#include "capabilities.h"
#include "chainstore.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <memory>
#include <vector>

namespace tapeline {

class DeskSession;
class MarketDispatcher;
class OptionFlowPanel;
struct FlowContract;
struct InstrumentSnapshot;
struct OptionFlowUpdate;
struct SessionStatus;

/// Keeps one panel of the options flow fed: with the prints of its underlyings' options, and with
/// their chains, which tell open interest and what is unusual. Lives as long as its panel.
class OptionFlowBinding : public QObject
{
    Q_OBJECT

public:
    /// chains must outlive the panel.
    OptionFlowBinding(OptionFlowPanel &panel, DeskSession &session, MarketDispatcher &dispatcher,
                      ChainStore &chains);
    ~OptionFlowBinding() override;

private:
    void follow(const QStringList &underlyings);
    void show(const OptionFlowUpdate &update);
    void showStatus(const SessionStatus &status);
    void noteCloses(const std::vector<InstrumentSnapshot> &snapshots);
    void noteChanged(const ChainBook &book);
    void showChains();
    void readNext();
    double openInterestOf(const FlowContract &contract) const;

    OptionFlowPanel &m_panel;
    DeskSession &m_session;
    ChainStore &m_store;
    quint64 m_flow = 0;
    std::vector<std::unique_ptr<ChainView>> m_chains;
    QHash<QString, Price> m_closes; ///< of the underlyings, the day before
    QTimer m_due; ///< chains have changed: they are read one after the other
    QStringList m_changed; ///< whose chains are to be read, in turns
    std::optional<Capabilities> m_capabilities; ///< as the panel was told
    bool m_isReplay = false;
};

} // namespace tapeline
