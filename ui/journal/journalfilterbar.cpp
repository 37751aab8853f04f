#include "journalfilterbar.h"

#include "journalchips.h"
#include "journalfilterform.h"
#include "journalselection.h"
#include "journaltext.h"
#include "theme.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int accountRole = Qt::UserRole + 1; // beside the market
constexpr int longestWords = 200;

} // namespace

JournalFilterBar::JournalFilterBar(JournalSelection &selection, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_selection(selection)
    , m_theme(theme)
    , m_bar(new QWidget(this))
    , m_account(new QComboBox(m_bar))
    , m_words(new QLineEdit(m_bar))
    , m_chips(new JournalChips(theme, this))
{
    m_bar->setObjectName(u"tradeBar"_s);
    m_bar->setAttribute(Qt::WA_StyledBackground);
    m_account->setObjectName(u"journalAccount"_s);
    m_account->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_words->setObjectName(u"journalWords"_s);
    m_words->setClearButtonEnabled(true);
    m_words->setMaxLength(longestWords);
    auto *row = new QHBoxLayout(m_bar);
    row->addWidget(m_account);
    row->addWidget(m_words, 1);
    m_filter = addButton(u"journalFilter"_s);
    m_saved = addButton(u"journalSaved"_s);
    m_name = new QLineEdit(m_bar);
    m_name->setObjectName(u"journalFilterName"_s);
    m_name->setMaxLength(int(JournalOptions::longestName));
    m_name->installEventFilter(this);
    m_name->hide();
    row->addWidget(m_name, 1);
    m_save = addButton(u"journalFilterSave"_s);
    m_save->hide();
    row->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_chips);

    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &JournalFilterBar::takeWords);
    connect(m_words, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(m_words, &QLineEdit::returnPressed, this, &JournalFilterBar::takeWords);
    connect(m_account, &QComboBox::activated, this, &JournalFilterBar::takeAccount);
    connect(m_filter, &QToolButton::clicked, this, &JournalFilterBar::openForm);
    connect(m_saved, &QToolButton::clicked, this, &JournalFilterBar::openSaved);
    connect(m_name, &QLineEdit::returnPressed, this, &JournalFilterBar::saveFilter);
    connect(m_save, &QToolButton::clicked, this, &JournalFilterBar::saveFilter);
    connect(m_chips, &JournalChips::filterChosen, &selection, &JournalSelection::setFilter);
    connect(&selection, &JournalSelection::filterChanged, this, &JournalFilterBar::showFilter);
    connect(&selection, &JournalSelection::changed, this, &JournalFilterBar::showTrades);
    connect(&theme, &Theme::changed, this, &JournalFilterBar::restyle);
    retranslate();
    restyle();
}

QToolButton *JournalFilterBar::addButton(const QString &name)
{
    auto *button = new QToolButton(m_bar);
    button->setObjectName(name);
    button->setProperty("segment", true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_bar->layout()->addWidget(button);
    return button;
}

void JournalFilterBar::setOptions(const JournalOptions &options)
{
    m_options = options;
    showFilter();
}

// --- accounts --------------------------------------------------------------------------------

void JournalFilterBar::setMarket(const QString &market)
{
    if (m_isAccountChosen)
        return;
    JournalFilter filter = m_selection.filter();
    filter.market = market;
    filter.account.clear();
    m_selection.setFilter(filter);
}

/// All, each market, each account. A market is there although it has no trades yet when it is the
/// chosen one.
void JournalFilterBar::fillAccounts()
{
    const JournalFilter &filter = m_selection.filter();
    const QStringList accounts = m_selection.journal().accounts();
    QStringList markets;
    for (const QString &account : accounts)
        if (const QString market = accountMarket(account); !markets.contains(market))
            markets.append(market);
    if (!filter.market.isEmpty() && !markets.contains(filter.market))
        markets.append(filter.market);
    const QSignalBlocker quiet(m_account);
    m_account->clear();
    m_account->addItem(tr("All accounts"), QString());
    for (const QString &market : markets) {
        //: All accounts of a market: "Simulated: all accounts"
        m_account->addItem(tr("%1: all accounts").arg(journaltext::market(market)), market);
        for (const QString &account : accounts)
            if (accountMarket(account) == market) {
                m_account->addItem(journaltext::account(account), market);
                m_account->setItemData(m_account->count() - 1, account, accountRole);
            }
    }
    for (int i = 0; i < m_account->count(); ++i)
        if (m_account->itemData(i).toString() == filter.market
            && m_account->itemData(i, accountRole).toString() == filter.account)
            m_account->setCurrentIndex(i);
}

void JournalFilterBar::takeAccount()
{
    m_isAccountChosen = true;
    JournalFilter filter = m_selection.filter();
    filter.market = m_account->currentData().toString();
    filter.account = m_account->currentData(accountRole).toString();
    m_selection.setFilter(filter);
}

// --- the filter ------------------------------------------------------------------------------

void JournalFilterBar::takeWords()
{
    m_pause.stop();
    JournalFilter filter = m_selection.filter();
    filter.words = m_words->text();
    m_selection.setFilter(filter);
}

void JournalFilterBar::showFilter()
{
    const JournalFilter &filter = m_selection.filter();
    if (!m_pause.isActive() && m_words->text() != filter.words) {
        const QSignalBlocker quiet(m_words);
        m_words->setText(filter.words);
    }
    m_chips->setFilter(filter);
    const QString name = m_options.nameOf(filter);
    m_saved->setText(name.isEmpty() || filter.isEmpty() ? tr("Saved filters") : name);
    showTrades();
}

void JournalFilterBar::showTrades()
{
    fillAccounts();
    m_chips->setShare(qsizetype(m_selection.trades().size()),
                      qsizetype(m_selection.ofAccounts().size()), m_selection.trouble());
}

void JournalFilterBar::openForm()
{
    if (!m_form) {
        m_form = new JournalFilterForm(m_selection.journal(), m_theme, this);
        connect(m_form, &JournalFilterForm::filterChosen, &m_selection,
                &JournalSelection::setFilter);
    }
    m_form->setFilter(m_selection.filter(), m_selection.today());
    m_form->openAt(*m_filter);
}

// --- saved filters ---------------------------------------------------------------------------

void JournalFilterBar::openSaved()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"savedFilters"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QString current = m_options.nameOf(m_selection.filter());
    for (const SavedFilter &saved : m_options.filters) {
        QAction *action = menu->addAction(saved.name, this, [this, wanted = saved.filter] {
            JournalFilter filter = wanted;
            filter.market = m_selection.filter().market;
            filter.account = m_selection.filter().account;
            m_selection.setFilter(filter);
        });
        action->setCheckable(true);
        action->setChecked(saved.name == current);
    }
    menu->addSeparator();
    menu->addAction(tr("Save this filter…"), this, &JournalFilterBar::askName)
        ->setEnabled(!m_selection.filter().isEmpty());
    if (!m_options.filters.isEmpty()) {
        QMenu *remove = menu->addMenu(tr("Remove"));
        for (const SavedFilter &saved : m_options.filters)
            remove->addAction(saved.name, this, [this, name = saved.name] {
                m_options.removeFilter(name);
                showFilter();
                emit optionsChosen(m_options);
            });
    }
    menu->popup(m_saved->mapToGlobal(QPoint(0, m_saved->height())));
}

void JournalFilterBar::askName()
{
    m_name->setText(m_options.nameOf(m_selection.filter()));
    m_name->show();
    m_save->show();
    m_name->setFocus();
    m_name->selectAll();
}

void JournalFilterBar::saveFilter()
{
    if (!m_options.saveFilter(m_name->text(), m_selection.filter()))
        return; // the field stays: it wants a name
    m_name->hide();
    m_save->hide();
    m_words->setFocus();
    showFilter();
    emit optionsChosen(m_options);
}

bool JournalFilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_name && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        m_name->hide();
        m_save->hide();
        m_words->setFocus();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

// --- look ------------------------------------------------------------------------------------

void JournalFilterBar::retranslate()
{
    m_account->setAccessibleName(tr("Accounts"));
    m_account->setToolTip(tr("Whose trades are looked at"));
    m_words->setPlaceholderText(tr("Search the notes"));
    m_words->setAccessibleName(tr("Search the notes"));
    m_filter->setText(tr("Filter"));
    m_filter->setToolTip(tr("Period, symbol, side, setup, tag, result and more"));
    m_saved->setToolTip(tr("Filters under a name of yours"));
    m_name->setPlaceholderText(tr("Name of the filter"));
    m_name->setAccessibleName(tr("Name of the filter"));
    m_save->setText(tr("Save"));
    showFilter();
}

void JournalFilterBar::restyle()
{
    m_bar->layout()->setContentsMargins(m_theme.scaled(8), m_theme.scaled(3), m_theme.scaled(8),
                                        m_theme.scaled(3));
    m_bar->layout()->setSpacing(m_theme.scaled(4));
    for (QWidget *part : m_bar->findChildren<QWidget *>(Qt::FindDirectChildrenOnly))
        part->setFont(m_theme.font(FontRole::Small));
    m_words->setMinimumWidth(m_theme.scaled(140));
    m_words->setMaximumWidth(m_theme.scaled(320));
    m_name->setMaximumWidth(m_theme.scaled(220));
    m_filter->setIcon(m_theme.icon(u"filter"_s));
    m_saved->setIcon(m_theme.icon(u"chevron-down"_s));
    const int side = m_theme.scaled(14);
    for (QToolButton *button : { m_filter, m_saved })
        button->setIconSize({ side, side });
}

void JournalFilterBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace tapeline
