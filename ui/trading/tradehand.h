#pragma once

#include <QObject>
#include <QString>
#include <QTimer>

class QWidget;

namespace tapeline {

class TradeDesk;

/// Trades the symbol at hand (symbolathand.h), which it follows while it is at hand; while a
/// question has the focus, that is the one of the panel before. Wishes that
/// need a quote wait a moment for the first one of a symbol that was not followed before.
class TradeHand : public QObject
{
    Q_OBJECT

public:
    using Wish = void (*)(TradeDesk &desk, const QString &symbol);

    /// desk must outlive it.
    explicit TradeHand(TradeDesk &desk, QObject *parent = nullptr);
    ~TradeHand() override;

    /// With the symbol at hand; says so when there is none.
    void act(Wish wish);
    void actOnQuote(Wish wish);
    /// The one that is followed; empty when there is none.
    QString symbol() const { return m_symbol; }

private:
    void watch(QWidget *focused);
    QString atHand() const;
    bool takeInHand();
    void follow(const QString &symbol);
    void carryOut();

    TradeDesk &m_desk;
    QString m_symbol;
    Wish m_waiting = nullptr; ///< for a quote
    QTimer m_patience { this };
    QMetaObject::Connection m_focused[2]; ///< to the symbol at hand in the panel with the focus
};

} // namespace tapeline
