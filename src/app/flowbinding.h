#pragma once

#include <QObject>

namespace tapeline {

class DeskSession;
class FlowPanel;
class MarketDispatcher;

/// Keeps one panel of order flow figures fed with those of its symbol. Lives as long as its panel.
class FlowBinding : public QObject
{
    Q_OBJECT

public:
    FlowBinding(FlowPanel &panel, DeskSession &session, MarketDispatcher &dispatcher);
    ~FlowBinding() override;

private:
    void open();
    void close();

    FlowPanel &m_panel;
    DeskSession &m_session;
    quint64 m_flow = 0;
};

} // namespace tapeline
