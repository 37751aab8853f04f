#pragma once

#include "timestamp.h"

#include <QObject>

namespace tapeline {

class BookPanel;
class DeskSession;
class MarketDispatcher;

/// Keeps one order book fed with what rests, and with what was traded by price today. Lives as
/// long as its panel.
class BookBinding : public QObject
{
    Q_OBJECT

public:
    BookBinding(BookPanel &panel, DeskSession &session, MarketDispatcher &dispatcher);
    ~BookBinding() override;

private:
    void open();
    void openBook(Duration column);
    void close();

    BookPanel &m_panel;
    DeskSession &m_session;
    quint64 m_book = 0;
    quint64 m_flow = 0;
};

} // namespace tapeline
