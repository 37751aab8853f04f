#include "accountpanel.h"

#include "accountchoice.h"
#include "accountsmodel.h"
#include "accounttiles.h"
#include "badgelabel.h"
#include "equitycurve.h"
#include "exposurebars.h"
#include "panelheader.h"
#include "portfolio.h"
#include "scenariobox.h"
#include "sourcestrip.h"
#include "theme.h"
#include "tradedesk.h"
#include "tradetable.h"
#include "tradetext.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QStyle>
#include <QToolButton>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto tableKey = "accounts"_L1;
constexpr auto depositsKey = "without_deposits"_L1;
enum Heading : quint8 { CurveHeading, ScenarioHeading, AccountsHeading };

} // namespace

AccountPanel::AccountPanel(const PanelContext &context, TradeDesk &desk, QWidget *parent)
    : Panel(context, parent)
    , m_desk(desk)
    , m_strip(new SourceStrip(theme(), this))
    , m_choice(new AccountChoice(this))
    , m_kill(new QToolButton(this))
    , m_form(new AccountForm(theme(), this))
    , m_state(new QLabel(this))
    , m_answer(new QLabel(this))
    , m_tiles(new AccountTiles(theme(), this))
    , m_curve(new EquityCurve(theme(), this))
    , m_reading(new QLabel(this))
    , m_withoutDeposits(new QCheckBox(this))
    , m_exposure(new ExposureBars(theme(), this))
    , m_scenario(new ScenarioBox(theme(), this))
    , m_accounts(nullptr)
{
    setSymbolInTitle(false);
    auto *model = new AccountsModel(desk, this);
    m_accounts = new TradeTable(*model, theme(), this);
    m_accounts->setObjectName(u"accountsTable"_s);
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_strip);
    column->addWidget(makeBar());
    column->addWidget(m_form);
    column->addWidget(m_state);
    column->addWidget(m_answer);
    column->addWidget(makeBody(), 1);
    content->setFocusProxy(m_choice);
    setContent(content);
    connectDesk();
    connect(&theme(), &Theme::changed, this, &AccountPanel::restyle);
    AccountPanel::retranslate();
    restyle();
    showSource();
    showAccounts();
    showCurve();
}

QWidget *AccountPanel::makeBar()
{
    auto *bar = new QWidget(this);
    bar->setObjectName(u"tradeBar"_s);
    bar->setAttribute(Qt::WA_StyledBackground);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(theme().scaled(6), theme().scaled(3), theme().scaled(6),
                            theme().scaled(3));
    row->setSpacing(theme().scaled(2));
    m_choice->setObjectName(u"accountChoice"_s);
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    row->addWidget(m_choice);
    row->addStretch(1);
    addAction(row, u"newAccount"_s, AccountForm::Kind::NewAccount);
    addAction(row, u"deposit"_s, AccountForm::Kind::Deposit);
    addAction(row, u"withdraw"_s, AccountForm::Kind::Withdraw);
    addAction(row, u"resetAccount"_s, AccountForm::Kind::Reset);
    m_kill->setObjectName(u"killSwitch"_s);
    m_kill->setCheckable(true);
    m_kill->setProperty("segment", true);
    row->addWidget(m_kill);
    m_state->setObjectName(u"accountState"_s);
    m_state->setProperty("complaint", true);
    m_state->setWordWrap(true);
    m_answer->setObjectName(u"accountAnswer"_s);
    m_answer->setWordWrap(true);
    m_answer->hide();
    return bar;
}

QToolButton *AccountPanel::addAction(QBoxLayout *row, const QString &name, AccountForm::Kind kind)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setProperty("segment", true);
    row->addWidget(button);
    m_actions.append(button);
    connect(button, &QToolButton::clicked, this, [this, kind] { openForm(kind); });
    return button;
}

/// Left: figures and their course; right: what is held. Below each other where it is narrow.
QWidget *AccountPanel::makeBody()
{
    for (QLabel *&heading : m_headings)
        heading = new QLabel(this);
    auto *body = new QWidget(this);
    body->setObjectName(u"accountBody"_s);
    auto *whole = new QVBoxLayout(body);
    m_body = new QBoxLayout(QBoxLayout::LeftToRight);
    auto *left = new QVBoxLayout;
    auto *right = new QVBoxLayout;
    auto *head = new QHBoxLayout;
    head->addWidget(m_headings[CurveHeading]);
    head->addWidget(m_reading, 1);
    head->addWidget(m_withoutDeposits);
    m_reading->setObjectName(u"equityReading"_s);
    m_withoutDeposits->setObjectName(u"withoutDeposits"_s);
    left->addWidget(m_tiles);
    left->addLayout(head);
    left->addWidget(m_curve, 1);
    right->addWidget(m_exposure);
    right->addWidget(m_headings[ScenarioHeading]);
    right->addWidget(m_scenario);
    right->addStretch(1);
    m_body->addLayout(left, 3);
    m_body->addLayout(right, 2);
    whole->addLayout(m_body, 1);
    whole->addWidget(m_headings[AccountsHeading]);
    whole->addWidget(m_accounts);
    auto *area = new QScrollArea(this);
    area->setObjectName(u"accountArea"_s);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(body);
    return area;
}

void AccountPanel::connectDesk()
{
    connect(m_choice, &QComboBox::activated, this,
            [this](int at) { m_desk.setAccount(m_choice->itemText(at)); });
    connect(m_kill, &QToolButton::clicked, this, [this](bool stop) {
        command({ stop ? AccountCommand::Kind::Stop : AccountCommand::Kind::Resume, {} });
        showState(); // until the account says so
    });
    connect(m_withoutDeposits, &QCheckBox::toggled, this, [this](bool without) {
        m_curve->setWithoutDeposits(without);
        emit stateChanged();
    });
    connect(m_curve, &EquityCurve::readingChanged, m_reading, &QLabel::setText);
    connect(m_form, &AccountForm::commandWanted, this, &AccountPanel::command);
    connect(m_form, &AccountForm::accountWanted, this, &AccountPanel::create);
    connect(m_accounts, &TradeTable::opened, this, [this](const QModelIndex &source) {
        m_desk.setAccount(source.data(TradeTableModel::IdRole).toString());
    });
    connect(m_accounts, &TradeTable::stateChanged, this, &Panel::stateChanged);
    connect(&m_desk, &TradeDesk::accountsChanged, this, &AccountPanel::showAccounts);
    connect(&m_desk, &TradeDesk::accountChosen, this, [this] {
        m_form->hide();
        say({});
        showAccounts();
        showCurve();
    });
    connect(&m_desk, &TradeDesk::equityChanged, this, &AccountPanel::showCurve);
    connect(&m_desk, &TradeDesk::sourceChanged, this, &AccountPanel::showSource);
    connect(&m_desk, &TradeDesk::accountAnswered, this, &AccountPanel::take);
    connect(&m_desk, &TradeDesk::happened, this, &AccountPanel::takeNews);
}

// --- what is shown ---------------------------------------------------------------------------

void AccountPanel::showAccounts()
{
    QStringList names;
    for (const PaperAccountView &account : m_desk.accounts())
        names.append(account.name);
    QStringList listed;
    for (int at = 0; at < m_choice->count(); ++at)
        listed.append(m_choice->itemText(at));
    const QSignalBlocker quiet(m_choice);
    if (names != listed) {
        m_choice->clear();
        m_choice->addItems(names);
        arrange();
    }
    m_choice->setCurrentIndex(int(names.indexOf(m_desk.accountName())));
    if (!m_created.isEmpty() && names.contains(m_created)) {
        const QString made = std::exchange(m_created, {});
        m_form->hide();
        m_desk.setAccount(made);
        say(AccountPanel::tr("%1 is open, and traded on from now.").arg(made));
        return;
    }
    showAccount();
}

/// While nobody looks there is nothing to reckon.
void AccountPanel::showAccount()
{
    if (!isVisible())
        return;
    const PaperAccountView *account = m_desk.account();
    m_tiles->setAccount(account);
    m_scenario->setAccount(account);
    const PaperAccountView none;
    const PaperAccountView &held = account ? *account : none;
    m_exposure->setExposure(portfolio::bySymbol(held), portfolio::byClass(held),
                            portfolio::total(held));
    for (QToolButton *button : m_actions)
        button->setEnabled(account || button == m_actions.first());
    showState();
    showSource();
}

void AccountPanel::showState()
{
    const PaperAccountView *account = m_desk.account();
    const bool isStopped = account && account->isStopped;
    m_kill->setEnabled(account);
    m_kill->setChecked(isStopped);
    m_kill->setText(isStopped ? tr("Resume") : tr("Kill switch"));
    QStringList said;
    if (isStopped)
        said += tr("Openings are stopped (kill switch): orders that open are refused until you "
                   "resume.");
    if (account && account->isDayLocked)
        said += tr("The daily loss limit is reached: nothing is opened until the next day.");
    if (account && account->isMarginCalled)
        said += tr("Margin call: positions must be closed, or money deposited.");
    m_state->setText(said.join(u'\n'));
    m_state->setVisible(!said.isEmpty());
}

void AccountPanel::showCurve()
{
    if (isVisible())
        m_curve->setPoints(m_desk.equity(m_desk.accountName()));
}

void AccountPanel::showSource()
{
    m_strip->setSource(m_desk.source());
    const std::optional<DataBadge> badge = accountBadge(m_desk);
    header()->badge()->setVisible(badge.has_value());
    if (badge)
        setBadge(*badge, {}, Product::Stocks); // of the account, whatever symbol is shown
}

// --- what is done with an account ------------------------------------------------------------

void AccountPanel::openForm(AccountForm::Kind kind)
{
    QStringList names;
    for (const PaperAccountView &account : m_desk.accounts())
        names.append(account.name);
    say({});
    m_form->open(kind, m_desk.account(), names);
}

void AccountPanel::command(const AccountCommand &command)
{
    if (!m_desk.account())
        return;
    say({});
    m_command = command;
    m_request = m_desk.command(m_desk.accountName(), command);
}

void AccountPanel::create(const AccountSettings &settings)
{
    m_created = settings.name;
    m_desk.createAccount(settings);
}

void AccountPanel::take(const AccountAnswer &answer)
{
    if (m_request == 0 || answer.request != m_request)
        return;
    m_request = 0;
    showState();
    if (answer.reason.code != ReasonCode::None) {
        const QString why = tr("That was refused: %1.").arg(tradetext::reason(answer.reason));
        if (m_form->isVisible())
            m_form->refuse(why);
        else
            say(why, true);
        return;
    }
    m_form->hide();
    const QString amount = tradetext::money(m_command.amount);
    switch (m_command.kind) {
    case AccountCommand::Kind::Deposit:
        say(tr("%1 deposited into %2.").arg(amount, answer.account));
        break;
    case AccountCommand::Kind::Withdraw:
        say(tr("%1 withdrawn from %2.").arg(amount, answer.account));
        break;
    case AccountCommand::Kind::Reset:
        say(tr("%1 begins anew.").arg(answer.account));
        break;
    case AccountCommand::Kind::Stop:
    case AccountCommand::Kind::Resume:
        break; // the account says so itself
    case AccountCommand::Kind::Exercise:
    case AccountCommand::Kind::DeclineExercise:
    case AccountCommand::Kind::AllowExercise:
        break; // not asked for here
    }
}

/// An account that cannot be made is refused as an order without a name is.
void AccountPanel::takeNews(const TradeNews &news)
{
    if (m_created.isEmpty() || news.account != m_created || !news.ticket.id.isEmpty())
        return;
    m_created.clear();
    m_form->refuse(tr("The account cannot be made: %1.").arg(tradetext::reason(news.reason)));
}

void AccountPanel::say(const QString &text, bool isBad)
{
    m_answer->setText(text);
    m_answer->setProperty("complaint", isBad);
    m_answer->setProperty("muted", !isBad);
    m_answer->style()->unpolish(m_answer); // its colour is chosen anew
    m_answer->style()->polish(m_answer);
    m_answer->setVisible(!text.isEmpty());
}

// --- looks -----------------------------------------------------------------------------------

void AccountPanel::arrange()
{
    const bool isWide = width() >= theme().scaled(860);
    m_body->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    const int rows = std::clamp(m_accounts->model()->rowCount(), 1, 8);
    m_accounts->setFixedHeight(m_accounts->horizontalHeader()->sizeHint().height()
                               + rows * m_accounts->verticalHeader()->defaultSectionSize()
                               + theme().scaled(4));
}

void AccountPanel::resizeEvent(QResizeEvent *event)
{
    Panel::resizeEvent(event);
    arrange();
}

/// Fonts do not outlive a move into another dock.
void AccountPanel::showEvent(QShowEvent *event)
{
    Panel::showEvent(event);
    restyle();
    showAccount();
    showCurve();
}

void AccountPanel::restyle()
{
    const QFont small = theme().font(FontRole::Small);
    for (QToolButton *button : m_actions)
        button->setFont(small);
    for (QWidget *widget : std::initializer_list<QWidget *> { m_kill, m_choice, m_state, m_answer,
                                                              m_reading, m_withoutDeposits })
        widget->setFont(small);
    for (QLabel *heading : m_headings) {
        heading->setFont(small);
        heading->setProperty("muted", true);
    }
    m_reading->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    const int edge = theme().scaled(10);
    m_answer->setContentsMargins(edge, theme().scaled(4), edge, theme().scaled(4));
    QLayout *whole = findChild<QWidget *>(u"accountBody"_s)->layout();
    whole->setContentsMargins(edge, edge, edge, edge);
    whole->setSpacing(theme().scaled(8));
    m_body->setSpacing(theme().scaled(20));
    arrange();
}

void AccountPanel::retranslate()
{
    setTitle(tr("Account"));
    m_choice->setAccessibleName(tr("Account that is traded on"));
    const std::array texts { tr("New account…"), tr("Deposit…"), tr("Withdraw…"), tr("Reset…") };
    for (std::size_t at = 0; at < texts.size(); ++at)
        m_actions[qsizetype(at)]->setText(texts[at]);
    m_kill->setToolTip(tr("Refuses every order that opens; positions can still be closed"));
    m_headings[CurveHeading]->setText(tr("Equity"));
    m_headings[ScenarioHeading]->setText(tr("If every price moved by"));
    m_headings[AccountsHeading]->setText(tr("All accounts"));
    m_withoutDeposits->setText(tr("Without deposits"));
    m_withoutDeposits->setToolTip(tr("What was earned: deposits and withdrawals are taken out"));
    m_curve->setAccessibleName(tr("Equity"));
    m_accounts->setAccessibleName(tr("All accounts"));
    showState();
}

QJsonObject AccountPanel::saveState() const
{
    return { { tableKey, m_accounts->saveState() },
             { depositsKey, m_withoutDeposits->isChecked() } };
}

void AccountPanel::restoreState(const QJsonObject &state)
{
    m_accounts->restoreState(state[tableKey].toObject());
    m_withoutDeposits->setChecked(state[depositsKey].toBool());
}

} // namespace tapeline
