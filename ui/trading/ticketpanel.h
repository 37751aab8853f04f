#pragma once

#include "orderdraft.h"
#include "panel.h"

#include <QPointer>
#include <QTimer>

class QLabel;
class QPushButton;
class QScrollArea;
class QToolButton;

namespace tapeline {

class TicketForm;
class TicketSummary;
class TradeDesk;
struct OrderAnswer;

/// The order ticket: what is to be sent in fields, what would come of it in figures, and one button
/// that says in words what it sends.
class TicketPanel : public Panel
{
    Q_OBJECT

public:
    /// desk must outlive the panel.
    TicketPanel(const PanelContext &context, TradeDesk &desk, QWidget *parent = nullptr);
    ~TicketPanel() override;

    const OrderDraft &draft() const;
    void setDraft(const OrderDraft &draft);

    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

public slots:
    /// Sends what the fields say, after a question where one is due.
    void send();

protected:
    void retranslate() override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void make();
    QWidget *makeQuotes();
    QWidget *makePresetRow();
    QWidget *makePositionButtons();
    void connectDesk();
    void followSymbol(const QString &symbol);
    void showMarket();
    void showAccount();
    void showButton();
    void fillPrice(OrderType type);
    void takeQuote(Price price);
    Price reference() const;
    void look();
    void takeAnswer(const OrderAnswer &answer);
    void fillPresets();
    void savePreset(const QString &name);
    void removePreset(const QString &name);
    void fitWidth();
    void restyle();

    TradeDesk &m_desk;
    QScrollArea *m_area = nullptr;
    QLabel *m_account;
    QToolButton *m_bid;
    QToolButton *m_ask;
    QToolButton *m_presets;
    TicketForm *m_form;
    TicketSummary *m_summary;
    QPushButton *m_send;
    QToolButton *m_armed;
    QPushButton *m_flatten;
    QPushButton *m_reverse;
    QPushButton *m_cancelAll;
    QTimer m_lookSoon; ///< after an edit
    QTimer m_lookAgain; ///< the market moves
    QString m_followed;
    std::optional<quint64> m_asked; ///< the look that is under way
    bool m_lookWaits = false; ///< another one is due when it is back
};

} // namespace tapeline
