#include "journalpanel.h"

#include "dayspage.h"
#include "easterntime.h"
#include "fileprompt.h"
#include "journalfilterbar.h"
#include "theme.h"
#include "tradedesk.h"
#include "tradehead.h"
#include "tradepage.h"
#include "tradespage.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QToolButton>

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto pageKey = "page"_L1;
constexpr auto marketKey = "market"_L1;
constexpr auto accountKey = "account"_L1;
constexpr auto filterKey = "filter"_L1;
constexpr auto tableKey = "table"_L1;
constexpr auto tradesName = "trades"_L1;
constexpr auto daysName = "days"_L1;

/// How the names of its accounts begin.
QString marketOf(DataSource source)
{
    switch (source) {
    case DataSource::Live:
        return u"live"_s;
    case DataSource::Simulated:
        return u"simulated"_s;
    case DataSource::Replay:
        return u"replay"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

JournalPanel::JournalPanel(const PanelContext &context, Journal &journal, TradeBarsPort &bars,
                           TradeDesk &desk, QWidget *parent)
    : Panel(context, parent)
    , m_journal(journal)
    , m_bars(bars)
    , m_desk(desk)
    , m_selection(journal)
    , m_head(new QWidget(this))
    , m_tabRow(new QHBoxLayout(m_head))
    , m_group(new QButtonGroup(this))
    , m_trouble(new QLabel(this))
    , m_filterBar(new JournalFilterBar(m_selection, theme(), this))
    , m_stack(new QStackedWidget(this))
    , m_ownFiles(std::make_unique<FilePrompt>())
    , m_files(m_ownFiles.get())
{
    setSymbolInTitle(false);
    m_head->setObjectName(u"tradeBar"_s);
    m_head->setAttribute(Qt::WA_StyledBackground);
    m_tabRow->addStretch(1);
    m_trouble->setObjectName(u"journalTrouble"_s);
    m_trouble->setProperty("complaint", true);
    m_trouble->setWordWrap(true);
    m_trouble->setTextFormat(Qt::PlainText);
    m_trouble->hide();
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_trouble);
    column->addWidget(m_filterBar);
    column->addWidget(m_stack, 1);
    content->setFocusProxy(m_stack);
    setContent(content);
    makePages();
    readOptions();

    connect(&journal, &Journal::troubleChanged, this, &JournalPanel::showTrouble);
    connect(&journal, &Journal::catchingUpChanged, this, &JournalPanel::showTrouble);
    connect(&journal, &Journal::refused, this, [this](const QString &why) {
        m_refusal = why;
        showTrouble();
    });
    connect(&journal, &Journal::notesChanged, this, [this] {
        m_refusal.clear();
        showTrouble();
    });
    // Of one trade there is nothing to choose, and much to show
    connect(m_stack, &QStackedWidget::currentChanged, this,
            [this] { m_filterBar->setVisible(!m_trade || m_stack->currentWidget() != m_trade); });
    connect(&desk, &TradeDesk::sourceChanged, this, &JournalPanel::showMarket);
    connect(&m_selection, &JournalSelection::filterChanged, this, &Panel::stateChanged);
    connect(m_filterBar, &JournalFilterBar::optionsChosen, this,
            [this](const JournalOptions &options) {
                QJsonObject json = options.toJson();
                settings().setJournalSettings(json);
            });
    connect(&settings(), &Settings::journalSettingsChanged, this, &JournalPanel::readOptions);
    connect(&theme(), &Theme::changed, this, &JournalPanel::restyle);
    showMarket();
    showTrouble();
    JournalPanel::retranslate();
    restyle();
}

JournalPanel::~JournalPanel() = default;

// --- pages -----------------------------------------------------------------------------------

void JournalPanel::makePages()
{
    m_trades = new TradesPage(m_selection, theme(), this);
    m_days = new DaysPage(m_selection, theme(), this);
    addPage(
        tradesName, [] { return tr("Trades"); }, m_trades);
    addPage(
        daysName, [] { return tr("Days"); }, m_days);
    connect(m_trades, &TradesPage::tradeOpened, this, &JournalPanel::openTrade);
    connect(m_trades, &TradesPage::chartRequested, this, &JournalPanel::showOnChart);
    connect(m_trades, &TradesPage::replayRequested, this, &JournalPanel::replayRequested);
    connect(m_trades, &TradesPage::ratingChosen, this, [this](const TradeKey &key, int rating) {
        m_journal.edit({ .subject = { .trade = key, .day = {} },
                         .kind = NoteEdit::Kind::Rating,
                         .number = rating });
    });
    connect(m_trades, &TradesPage::symbolTyped, this, &Panel::symbolTyped);
    connect(m_trades, &TradesPage::currentChanged, this, &Panel::rowAtHandChanged);
    connect(m_trades, &TradesPage::stateChanged, this, &Panel::stateChanged);
    connect(m_days, &DaysPage::tradeOpened, this, &JournalPanel::openTrade);
    connect(m_days, &DaysPage::linkRequested, this, &JournalPanel::linkRequested);
    connect(m_days, &DaysPage::checklistChosen, this, [this](const QStringList &items) {
        JournalOptions options = JournalOptions::fromJson(settings().journalSettings());
        options.checklist = items;
        settings().setJournalSettings(options.toJson());
    });
    m_tabs.front().button->setChecked(true);
    m_stack->setCurrentWidget(m_trades);
}

void JournalPanel::addPage(const QString &name, std::function<QString()> title, QWidget *page,
                           PageState state)
{
    auto *button = new QToolButton(m_head);
    button->setObjectName(u"journal-"_s + name);
    button->setProperty("segment", true);
    button->setCheckable(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setText(title());
    button->setFont(theme().font(FontRole::Small));
    m_tabRow->insertWidget(int(m_tabs.size()), button);
    m_group->addButton(button);
    m_stack->addWidget(page);
    m_tabs.push_back({ name, std::move(title), button, page, std::move(state) });
    connect(button, &QToolButton::clicked, this, [this, name] { showPage(name); });
}

QToolButton *JournalPanel::addTool(const QString &name, std::function<QString()> title,
                                   std::function<void()> act)
{
    auto *button = new QToolButton(m_head);
    button->setObjectName(u"journal-"_s + name);
    button->setProperty("segment", true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setText(title());
    button->setFont(theme().font(FontRole::Small));
    m_tabRow->addWidget(button);
    m_tools.push_back({ name, std::move(title), button, nullptr, {} });
    connect(button, &QToolButton::clicked, this, std::move(act));
    return button;
}

void JournalPanel::showPage(const QString &name)
{
    const auto found = std::ranges::find(m_tabs, name, &Tab::name);
    if (found == m_tabs.end())
        return;
    if (m_trade)
        m_trade->commit();
    m_days->commit();
    found->button->setChecked(true);
    m_stack->setCurrentWidget(found->page);
    m_stack->setFocusProxy(found->page);
    emit stateChanged();
    emit rowAtHandChanged();
}

QString JournalPanel::page() const
{
    const auto found
        = std::ranges::find_if(m_tabs, [](const Tab &tab) { return tab.button->isChecked(); });
    return found->name;
}

// --- one trade -------------------------------------------------------------------------------

TradePage &JournalPanel::tradePage()
{
    if (m_trade)
        return *m_trade;
    m_trade = new TradePage(m_journal, m_bars, *m_files, theme(), this);
    m_stack->addWidget(m_trade);
    connect(m_trade, &TradePage::backRequested, this, &JournalPanel::closeTrade);
    connect(m_trade, &TradePage::stepRequested, this, &JournalPanel::step);
    connect(m_trade, &TradePage::chartRequested, this, &JournalPanel::showOnChart);
    connect(m_trade, &TradePage::replayRequested, this, &JournalPanel::replayRequested);
    connect(m_trade, &TradePage::linkRequested, this, &JournalPanel::linkRequested);
    return *m_trade;
}

void JournalPanel::openTrade(const TradeKey &key)
{
    const TradeRecord *trade = m_journal.trade(key);
    if (!trade)
        return;
    TradePage &page = tradePage();
    page.setNow(m_now);
    page.showTrade(key);
    page.head()->setReplayTrouble(m_replayCheck ? m_replayCheck(*trade)
                                                : tr("No recording covers this trade."));
    page.head()->setNeighbours(m_trades->neighbour(key, -1).has_value(),
                               m_trades->neighbour(key, 1).has_value());
    m_stack->setCurrentWidget(&page);
    m_stack->setFocusProxy(&page);
    page.setFocus();
    emit rowAtHandChanged();
}

/// Back to where it was opened from.
void JournalPanel::closeTrade()
{
    if (!m_trade)
        return;
    m_trade->commit();
    const TradeKey key = m_trade->key();
    showPage(page());
    m_trades->choose(key);
    m_stack->currentWidget()->setFocus();
}

void JournalPanel::step(int rows)
{
    if (const auto next = m_trades->neighbour(m_trade->key(), rows))
        openTrade(*next);
}

void JournalPanel::setReplayCheck(std::function<QString(const TradeRecord &)> check)
{
    m_replayCheck = std::move(check);
}

const TradeRecord *JournalPanel::tradeAtHand() const
{
    if (m_trade && m_stack->currentWidget() == m_trade)
        return m_journal.trade(m_trade->key());
    const auto chosen = m_trades->current();
    return chosen && m_stack->currentWidget() == m_trades ? m_journal.trade(*chosen) : nullptr;
}

QString JournalPanel::symbolAtHand() const
{
    const TradeRecord *trade = tradeAtHand();
    return trade ? trade->symbol : QString();
}

void JournalPanel::showOnChart(const TradeKey &key)
{
    if (const TradeRecord *trade = m_journal.trade(key))
        setSymbol(trade->symbol);
}

// --- what is around it -----------------------------------------------------------------------

void JournalPanel::setFilePrompt(FilePrompt &files)
{
    m_files = &files;
}

void JournalPanel::setMarketTime(Timestamp now)
{
    m_now = now;
    m_trades->setNow(now);
    if (m_trade)
        m_trade->setNow(now);
    m_selection.setToday(now == Timestamp() ? QDate() : easterntime::date(now));
}

void JournalPanel::showMarket()
{
    m_filterBar->setMarket(marketOf(m_desk.source()));
}

void JournalPanel::showTrouble()
{
    QString text = m_journal.trouble();
    if (text.isEmpty())
        text = m_refusal;
    const bool isTrouble = !text.isEmpty();
    if (!isTrouble && m_journal.isCatchingUp())
        text = tr("The journal is being read: not all trades are shown yet.");
    m_trouble->setText(text);
    m_trouble->setVisible(!text.isEmpty());
}

void JournalPanel::readOptions()
{
    const JournalOptions options = JournalOptions::fromJson(settings().journalSettings());
    m_filterBar->setOptions(options);
    m_days->setChecklist(options.checklist);
}

QJsonObject JournalPanel::saveState() const
{
    QJsonObject state { { pageKey, page() },
                        { filterKey, m_selection.filter().toJson() },
                        { tableKey, m_trades->saveState() } };
    for (const Tab &tab : m_tabs)
        if (tab.state.save)
            state[tab.name] = tab.state.save();
    if (m_filterBar->isAccountChosen()) {
        state[marketKey] = m_selection.filter().market;
        state[accountKey] = m_selection.filter().account;
    }
    return state;
}

void JournalPanel::restoreState(const QJsonObject &state)
{
    m_trades->restoreState(state[tableKey].toObject());
    JournalFilter filter = JournalFilter::fromJson(state[filterKey].toObject());
    const bool isChosen = state.contains(marketKey);
    m_filterBar->setAccountChosen(isChosen);
    filter.market = isChosen ? state[marketKey].toString() : marketOf(m_desk.source());
    filter.account = state[accountKey].toString();
    m_selection.setFilter(filter);
    for (const Tab &tab : m_tabs)
        if (tab.state.restore && state.contains(tab.name))
            tab.state.restore(state[tab.name].toObject());
    showPage(state[pageKey].toString());
}

void JournalPanel::retranslate()
{
    setTitle(tr("Journal"));
    for (const std::vector<Tab> *row : { &m_tabs, &m_tools })
        for (const Tab &tab : *row)
            tab.button->setText(tab.title());
    showTrouble();
}

void JournalPanel::restyle()
{
    m_tabRow->setContentsMargins(theme().scaled(8), theme().scaled(3), theme().scaled(8),
                                 theme().scaled(3));
    m_tabRow->setSpacing(theme().scaled(2));
    for (const std::vector<Tab> *row : { &m_tabs, &m_tools })
        for (const Tab &tab : *row)
            tab.button->setFont(theme().font(FontRole::Small));
}

} // namespace tapeline
