#pragma once

#include "datastatus.h"
#include "orderlog.h"
#include "paperupdate.h"
#include "tradeplan.h"
#include "tradeport.h"
#include "tradesettings.h"

#include <QObject>

#include <deque>
#include <map>
#include <memory>

namespace tapeline {

/// What there is to confirm before it is sent.
struct TradeQuestion
{
    quint64 number = 0; ///< of this question; never 0
    QString account;
    TradePlan plan;
    /// Of the plan's orders, in their order; without a preview where none could be had.
    std::vector<OrderAnswer> previews {};
};

/// Something to say about an order: what has become of it, or why it was not taken.
struct TradeNews
{
    enum class Kind : quint8 { Filled, PartlyFilled, Ended, Triggered, Refused };

    Kind kind = Kind::Refused;
    QString account;
    OrderTicket ticket {}; ///< as far as it is known
    Reason reason {};
    Qty qty {}; ///< of a fill
    Price price {};
};

/// Trading by hand, as views see it: the accounts as they stand, their orders and fills, the newest
/// market of the symbols in view, and what can be asked for. One account is traded on at a time.
///
/// Nothing is sent before it was confirmed, except cancels, as long as one-click trading is off;
/// while it is on, orders that break a limit which only warns are asked about once.
class TradeDesk : public QObject
{
    Q_OBJECT

public:
    /// The port must outlive it.
    explicit TradeDesk(TradePort &port, QObject *parent = nullptr);
    ~TradeDesk() override;

    // --- the accounts
    const std::vector<PaperAccountView> &accounts() const { return m_accounts; }
    /// Null when there is none of this name.
    const PaperAccountView *account(const QString &name) const;
    /// The one that is traded on; null while there is none.
    const PaperAccountView *account() const { return account(m_account); }
    QString accountName() const { return m_account; }
    void setAccount(const QString &name);
    /// The orders of an account; empty ones for an unknown name. Valid as long as the desk.
    OrderLog &log(const QString &account);
    OrderLog &log() { return log(m_account); }
    /// Oldest first; empty for an unknown name.
    const std::vector<EquityPoint> &equity(const QString &account) const;
    /// Which market the accounts trade on.
    DataSource source() const { return m_source; }
    /// Why nothing can be traded now; empty when it can.
    QString trouble() const { return m_trouble; }

    // --- the market
    /// Null while nothing is known. Only of symbols that are followed.
    const InstrumentSnapshot *market(const QString &symbol) const;
    /// Follows a symbol until unfollow() was called as often.
    void follow(const QString &symbol);
    void unfollow(const QString &symbol);

    // --- how orders are sent
    bool isArmed() const { return m_armed; }
    /// One-click trading.
    void setArmed(bool armed);
    const TradeSettings &settings() const { return m_settings; }
    void setSettings(const TradeSettings &settings);
    /// A plan of one's own, on the account that is traded on: asked about like every other. orElse:
    /// what is said when there is nothing in it.
    void carryOut(TradePlan plan, const QString &orElse);
    /// An order as a click sends it: the chosen size, the usual time in force and bracket. A price
    /// is a limit's, or with stop a stop's; none for a market order.
    OrderTicket clickOrder(const QString &symbol, Side side, std::optional<Price> price = {},
                           bool stop = false) const;

    // --- wishes, on the account that is traded on
    /// Sends it, after a question where one is due. An order without an id gets one.
    void send(const OrderTicket &ticket) { send(std::vector { ticket }); }
    /// Several as one wish, in this order: one question, where one is due.
    void send(const std::vector<OrderTicket> &tickets);
    void change(const OrderReplace &change) { this->change(std::vector { change }); }
    /// Several as one wish: one question, where one is due.
    void change(const std::vector<OrderReplace> &changes);
    void cancel(const QString &id);
    void cancelAll(const QString &symbol = {});
    void flatten(const QString &symbol);
    void flattenAll();
    void reverse(const QString &symbol);
    void halve(const QString &symbol);
    void breakEven(const QString &symbol);
    /// A limit order of the chosen size at the best price of its own side.
    void join(const QString &symbol, Side side);
    /// The same at the best price of the other side.
    void take(const QString &symbol, Side side);

    /// What is to be confirmed now; null when nothing is.
    const TradeQuestion *question() const
    {
        return m_questions.empty() ? nullptr : &m_questions.front();
    }
    /// Nothing is done when another question is asked by now.
    void confirm(quint64 number);
    /// Takes the question away, and those behind it.
    void dismiss();

    // --- questions; answered under the number that is returned
    quint64 preview(const OrderTicket &ticket) { return m_port.preview(m_account, ticket); }
    quint64 askWhyNotYet(const QString &account, const QString &id)
    {
        return m_port.askWhyNotYet(account, id);
    }
    quint64 command(const QString &account, const AccountCommand &command)
    {
        return m_port.command(account, command);
    }
    void createAccount(const AccountSettings &settings) { m_port.createAccount(settings); }

public slots:
    void apply(const tapeline::PaperUpdate &update);
    void applyMarket(const std::vector<tapeline::InstrumentSnapshot> &snapshots);
    void setSource(tapeline::DataSource source);

signals:
    /// Accounts, their figures, positions or working orders are different.
    void accountsChanged();
    /// A plan went to an account; what comes of it is told later.
    void sent(const QString &account, const tapeline::TradePlan &plan);
    /// Another account is traded on.
    void accountChosen();
    /// An account's equity curve has another point, or all are new.
    void equityChanged();
    void marketChanged(const QStringList &symbols);
    void armedChanged(bool armed);
    void settingsChanged();
    void sourceChanged();
    void troubleChanged(const QString &trouble);
    /// question() is another one, or none any more.
    void questionChanged();
    void orderAnswered(const tapeline::OrderAnswer &answer);
    void accountAnswered(const tapeline::AccountAnswer &answer);
    void happened(const tapeline::TradeNews &news);
    /// A wish that there is nothing to do for: a plain sentence.
    void nothingToDo(const QString &why);

private:
    struct Proposal;

    void propose(TradePlan plan);
    bool takeProposed(const OrderAnswer &answer);
    void settle(Proposal settled);
    void perform(const QString &account, const TradePlan &plan);
    void ask(const QString &account, TradePlan plan, std::vector<OrderAnswer> previews);
    QString freshId();
    void limitAtQuote(const QString &symbol, Side side, Price InstrumentSnapshot::*price);
    void takeHistory(const std::vector<PaperHistory> &history);
    void takeReport(const PaperReport &report);
    void tell(const PaperReport &report);
    void chooseAnAccount();

    TradePort &m_port;
    TradeSettings m_settings;
    std::vector<PaperAccountView> m_accounts;
    QString m_account;
    std::map<QString, std::unique_ptr<OrderLog>> m_logs;
    std::map<QString, std::vector<EquityPoint>> m_equity;
    std::map<QString, InstrumentSnapshot> m_market;
    std::map<QString, int> m_followed;
    DataSource m_source = DataSource::Simulated;
    QString m_trouble;
    bool m_armed = false;
    quint64 m_nextQuestion = 1;
    quint64 m_lastId = 0;
    std::vector<std::unique_ptr<Proposal>> m_proposals; ///< their previews are under way
    std::deque<TradeQuestion> m_questions; ///< the first is asked
};

} // namespace tapeline
