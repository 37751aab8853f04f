#pragma once

#include <QObject>
#include <QString>

namespace tapeline {

class DeskSession;
class MarketDispatcher;
class TapePanel;
struct TapeUpdate;

/// Keeps one time & sales panel fed with the prints of its symbol. Lives as long as its panel.
class TapeBinding : public QObject
{
    Q_OBJECT

public:
    TapeBinding(TapePanel &panel, DeskSession &session, MarketDispatcher &dispatcher);
    ~TapeBinding() override;

private:
    void follow(const QString &symbol);
    void show(const TapeUpdate &update);

    TapePanel &m_panel;
    DeskSession &m_session;
    QString m_symbol;
};

} // namespace tapeline
