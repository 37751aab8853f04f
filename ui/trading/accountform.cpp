#include "accountform.h"

#include "accountview.h"
#include "theme.h"
#include "tradeinput.h"
#include "tradetext.h"

#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array commissions { "zero", "per_share:0.005,1.00,1", "per_order:1.00", "bps:10" };
constexpr std::array limits { RuleAction::Off, RuleAction::Warn, RuleAction::Block };
constexpr int longestName = 40;

} // namespace

AccountForm::AccountForm(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_question(new QLabel(this))
    , m_fields(new QFormLayout)
    , m_name(new QLineEdit(this))
    , m_amount(new QLineEdit(this))
    , m_commission(new QComboBox(this))
    , m_limits(new QComboBox(this))
    , m_complaint(new QLabel(this))
    , m_ok(new QPushButton(this))
    , m_no(new QPushButton(this))
{
    setObjectName(u"accountForm"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_name->setObjectName(u"accountName"_s);
    m_name->setMaxLength(longestName);
    m_amount->setObjectName(u"accountAmount"_s);
    m_commission->setObjectName(u"accountCommission"_s);
    m_limits->setObjectName(u"accountLimits"_s);
    m_complaint->setObjectName(u"accountComplaint"_s);
    m_complaint->setProperty("complaint", true);
    m_ok->setObjectName(u"acceptAccountForm"_s);
    m_ok->setProperty("primary", true);
    m_no->setObjectName(u"closeAccountForm"_s);
    m_question->setWordWrap(true);
    m_complaint->setWordWrap(true);
    m_fields->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    for (QWidget *field :
         std::initializer_list<QWidget *> { m_name, m_amount, m_commission, m_limits })
        m_fields->addRow(new QLabel(this), field);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_ok);
    buttons->addWidget(m_no);
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_question);
    column->addLayout(m_fields);
    column->addWidget(m_complaint);
    column->addLayout(buttons);
    hide();
    for (QLineEdit *field : { m_name, m_amount }) {
        field->installEventFilter(this);
        connect(field, &QLineEdit::returnPressed, this, &AccountForm::accept);
    }
    connect(m_ok, &QPushButton::clicked, this, &AccountForm::accept);
    connect(m_no, &QPushButton::clicked, this, &QWidget::hide);
    auto *escape = new QShortcut(Qt::Key_Escape, this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &QWidget::hide);
    connect(&theme, &Theme::changed, this, &AccountForm::restyle);
    retranslate();
    restyle();
}

void AccountForm::open(Kind kind, const PaperAccountView *account, const QStringList &names)
{
    m_kind = kind;
    m_names = names;
    m_account = account ? account->name : QString();
    m_startingCash = account ? account->settings.startingCash : AccountSettings().startingCash;
    m_name->clear();
    m_amount->setText(kind == Kind::NewAccount ? tradetext::money(AccountSettings().startingCash)
                                               : QString());
    refuse({});
    showFields();
    show();
    if (kind == Kind::Reset)
        m_no->setFocus();
    else
        (kind == Kind::NewAccount ? m_name : m_amount)->setFocus();
}

void AccountForm::refuse(const QString &why)
{
    m_complaint->setText(why);
    m_complaint->setVisible(!why.isEmpty());
    m_ok->setEnabled(true);
}

/// A reset is asked about; the rest is filled in.
void AccountForm::showFields()
{
    const bool isNew = m_kind == Kind::NewAccount;
    const auto setShown = [this](QWidget *field, bool shown) {
        field->setVisible(shown);
        m_fields->labelForField(field)->setVisible(shown);
    };
    setShown(m_name, isNew);
    setShown(m_amount, m_kind != Kind::Reset);
    setShown(m_commission, isNew);
    setShown(m_limits, isNew);
    static_cast<QLabel *>(m_fields->labelForField(m_amount))
        ->setText(isNew ? tr("Starting cash") : tr("Amount"));
    switch (m_kind) {
    case Kind::NewAccount:
        m_question->setText(tr("A new paper account"));
        m_ok->setText(tr("Create"));
        break;
    case Kind::Deposit:
        m_question->setText(tr("Deposit into %1").arg(m_account));
        m_ok->setText(tr("Deposit"));
        break;
    case Kind::Withdraw:
        m_question->setText(tr("Withdraw from %1").arg(m_account));
        m_ok->setText(tr("Withdraw"));
        break;
    case Kind::Reset:
        m_question->setText(tr("Begin %1 anew with %2? Positions, orders and results so far are "
                               "archived and leave the account.")
                                .arg(m_account, tradetext::money(m_startingCash)));
        m_ok->setText(tr("Reset %1").arg(m_account));
        break;
    }
}

// --- what was filled in ----------------------------------------------------------------------

/// Not again before the last one is answered.
void AccountForm::accept()
{
    if (!m_ok->isEnabled())
        return;
    refuse({});
    if (m_kind == Kind::Reset)
        ask({ AccountCommand::Kind::Reset, {} });
    else if (m_kind == Kind::NewAccount)
        acceptAccount();
    else
        acceptAmount();
}

void AccountForm::ask(const AccountCommand &command)
{
    m_ok->setEnabled(false);
    emit commandWanted(command);
}

void AccountForm::acceptAccount()
{
    AccountSettings settings;
    settings.name = m_name->text().simplified();
    const std::optional<Money> cash = tradeinput::money(m_amount->text());
    if (settings.name.isEmpty())
        refuse(tr("The account needs a name."));
    else if (m_names.contains(settings.name, Qt::CaseInsensitive))
        refuse(tr("There is an account %1 already.").arg(settings.name));
    else if (!cash || *cash <= Money())
        refuse(tr("“%1” is no amount: a number above 0 is needed.").arg(m_amount->text()));
    if (!m_complaint->text().isEmpty())
        return;
    settings.startingCash = *cash;
    settings.commission = m_commission->currentData().toString();
    const auto action = RuleAction(m_limits->currentData().toInt());
    settings.risk.actions.fill(action);
    m_ok->setEnabled(false);
    emit accountWanted(settings);
}

void AccountForm::acceptAmount()
{
    const std::optional<Money> amount = tradeinput::money(m_amount->text());
    if (!amount || *amount <= Money()) {
        refuse(tr("“%1” is no amount: a number above 0 is needed.").arg(m_amount->text()));
        m_amount->selectAll();
        return;
    }
    ask({ m_kind == Kind::Deposit ? AccountCommand::Kind::Deposit : AccountCommand::Kind::Withdraw,
          *amount });
}

// --- looks -----------------------------------------------------------------------------------

void AccountForm::fillChoices()
{
    const QStringList fees { tr("No commission"), tr("0.005 a share, 1.00 at least, 1 % at most"),
                             tr("1.00 an order"), tr("0.1 % of the value") };
    //: How the limits of an account act
    const QStringList actions { tr("Limits off"), tr("Limits warn"), tr("Limits are strict") };
    const int commission = std::max(m_commission->currentIndex(), 0);
    const int limit = std::max(m_limits->currentIndex(), 0);
    m_commission->clear();
    m_limits->clear();
    for (std::size_t at = 0; at < commissions.size(); ++at)
        m_commission->addItem(fees[qsizetype(at)], QString::fromLatin1(commissions[at]));
    for (std::size_t at = 0; at < limits.size(); ++at)
        m_limits->addItem(actions[qsizetype(at)], int(limits[at]));
    m_commission->setCurrentIndex(commission);
    m_limits->setCurrentIndex(limit);
}

void AccountForm::restyle()
{
    const int edge = m_theme.scaled(10);
    layout()->setContentsMargins(edge, m_theme.scaled(8), edge, m_theme.scaled(8));
    layout()->setSpacing(m_theme.scaled(6));
    m_question->setFont(m_theme.font(FontRole::Strong));
    m_name->setFixedWidth(m_theme.scaled(200));
    m_amount->setFixedWidth(m_theme.scaled(140));
}

void AccountForm::retranslate()
{
    const auto label = [this](QWidget *field, const QString &text) {
        static_cast<QLabel *>(m_fields->labelForField(field))->setText(text);
        field->setAccessibleName(text);
    };
    label(m_name, tr("Name"));
    label(m_amount, tr("Amount"));
    label(m_commission, tr("Commission"));
    label(m_limits, tr("Limits"));
    m_limits->setToolTip(tr("Risk a trade, a symbol and a strategy, cash reserve, daily loss, and "
                            "orders a minute"));
    m_no->setText(tr("Not now"));
    fillChoices();
    showFields();
}

/// A key that is held asks once.
bool AccountForm::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (isEnter && key->isAutoRepeat())
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

void AccountForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace tapeline
