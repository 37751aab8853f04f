#pragma once

#include "accountcommand.h"
#include "accountform.h"
#include "panel.h"

class QBoxLayout;
class QCheckBox;
class QComboBox;
class QToolButton;

namespace tapeline {

class AccountTiles;
class EquityCurve;
class ExposureBars;
class ScenarioBox;
class SourceStrip;
class TradeDesk;
class TradeTable;
struct AccountAnswer;
struct TradeNews;

/// The portfolio: the account that is traded on with its figures, its equity curve, what it holds
/// of what, and what a move of the market would do; all accounts side by side; and what is done
/// with an account beside trading.
class AccountPanel : public Panel
{
    Q_OBJECT

public:
    /// The desk must outlive the panel.
    AccountPanel(const PanelContext &context, TradeDesk &desk, QWidget *parent = nullptr);

    AccountTiles *tiles() const { return m_tiles; }
    TradeTable *accounts() const { return m_accounts; }

    /// None: it is of no symbol.
    QString symbolAtHand() const override { return {}; }

    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

protected:
    void retranslate() override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeBar();
    QWidget *makeBody();
    QToolButton *addAction(QBoxLayout *row, const QString &name, AccountForm::Kind kind);
    void connectDesk();
    void showAccounts();
    void showAccount();
    void showState();
    void showCurve();
    void showSource();
    void openForm(AccountForm::Kind kind);
    void command(const AccountCommand &command);
    void create(const AccountSettings &settings);
    void take(const AccountAnswer &answer);
    void takeNews(const TradeNews &news);
    void say(const QString &text, bool isBad = false);
    void arrange();
    void restyle();

    TradeDesk &m_desk;
    SourceStrip *m_strip;
    QComboBox *m_choice;
    QList<QToolButton *> m_actions; ///< in the order of AccountForm::Kind
    QToolButton *m_kill;
    AccountForm *m_form;
    QLabel *m_state;
    QLabel *m_answer;
    AccountTiles *m_tiles;
    EquityCurve *m_curve;
    QLabel *m_reading;
    QCheckBox *m_withoutDeposits;
    ExposureBars *m_exposure;
    ScenarioBox *m_scenario;
    TradeTable *m_accounts;
    QBoxLayout *m_body = nullptr;
    std::array<QLabel *, 3> m_headings {}; ///< curve, scenario, accounts
    QString m_created; ///< the account that is being made
    AccountCommand m_command {}; ///< what was asked for last
    quint64 m_request = 0; ///< its number; 0: answered
};

} // namespace tapeline
