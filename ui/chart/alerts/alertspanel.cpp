#include "alertspanel.h"

#include "alertdialog.h"
#include "theme.h"
#include "tradefilter.h"
#include "tradetable.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QStackedWidget>
#include <QToolButton>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto listKey = "alerts"_L1;
constexpr auto logKey = "log"_L1;
constexpr auto tabKey = "tab"_L1;

} // namespace

AlertsPanel::AlertsPanel(const PanelContext &context, AlertBook &book, QWidget *parent)
    : Panel(context, parent)
    , m_book(book)
    , m_model(new AlertsModel(book, this))
    , m_log(new AlertLogModel(book, this))
    , m_bar(new QWidget(this))
    , m_words(new QLineEdit(this))
    , m_pages(new QStackedWidget(this))
    , m_table(new TradeTable(*m_model, theme(), this))
    , m_logTable(new TradeTable(*m_log, theme(), this))
    , m_why(new QLabel(this))
    , m_complaint(new QLabel(this))
{
    setSymbolInTitle(false);
    makeBar();
    m_table->setObjectName(u"alertTable"_s);
    m_logTable->setObjectName(u"alertLogTable"_s);
    m_logTable->setDefaultSorting(AlertLogModel::Time, Qt::DescendingOrder);
    m_pages->addWidget(m_table);
    m_pages->addWidget(m_logTable);
    m_why->setObjectName(u"alertWhy"_s);
    m_complaint->setObjectName(u"alertsComplaint"_s);
    m_complaint->setProperty("complaint", true);
    for (QLabel *label : { m_why, m_complaint }) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->hide();
    }
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_pages, 1);
    column->addWidget(m_why);
    column->addWidget(m_complaint);
    content->setFocusProxy(m_table);
    setContent(content);
    connectTables();
    connect(&book, &AlertBook::troubleChanged, this, &AlertsPanel::showTrouble);
    connect(&theme(), &Theme::changed, this, &AlertsPanel::restyle);
    AlertsPanel::retranslate();
    showTab(0);
    showTrouble();
}

void AlertsPanel::connectTables()
{
    for (TradeTable *table : { m_table, m_logTable }) {
        connect(table, &TradeTable::symbolTyped, this, &Panel::symbolTyped);
        connect(table, &TradeTable::symbolOpened, this, &Panel::setSymbol);
        connect(table, &TradeTable::stateChanged, this, &Panel::stateChanged);
        connect(table, &TradeTable::currentChosen, this, [this] {
            showChoice();
            emit rowAtHandChanged();
        });
    }
    connect(m_model, &QAbstractItemModel::dataChanged, this, &AlertsPanel::showChoice);
    connect(m_log, &QAbstractItemModel::rowsInserted, this, &AlertsPanel::showChoice);
    connect(m_log, &QAbstractItemModel::rowsRemoved, this, &AlertsPanel::showChoice);
    connect(m_table, &TradeTable::opened, this, &AlertsPanel::edit);
    connect(m_table, &TradeTable::menuRequested, this, &AlertsPanel::openMenu);
    connect(m_logTable, &TradeTable::menuRequested, this, &AlertsPanel::openLogMenu);
    connect(m_logTable, &TradeTable::opened, this, &AlertsPanel::openChosenFiring);
    const auto removeRow = [this](const QModelIndex &source) {
        m_book.remove(source.data(TradeTableModel::IdRole).toString());
    };
    connect(m_table, &TradeTable::deletePressed, this, removeRow);
    connect(m_table, &TradeTable::iconClicked, this, removeRow);
}

void AlertsPanel::setDrawingNames(const alerttext::DrawingName &names)
{
    m_drawings = names;
    m_model->setDrawingNames(names);
    m_log->setDrawingNames(names);
}

QString AlertsPanel::symbolAtHand() const
{
    const auto *table = static_cast<TradeTable *>(m_pages->currentWidget());
    return table->currentSource().data(TradeTableModel::SymbolRole).toString();
}

// --- the bar
// ------------------------------------------------------------------------------------------------

QToolButton *AlertsPanel::addButton(const QString &name, bool isCheckable)
{
    auto *button = new QToolButton(m_bar);
    button->setObjectName(name);
    button->setProperty("segment", true);
    button->setCheckable(isCheckable);
    button->setAutoExclusive(isCheckable);
    button->setFocusPolicy(Qt::TabFocus);
    m_bar->layout()->addWidget(button);
    return button;
}

void AlertsPanel::makeBar()
{
    m_bar->setObjectName(u"tradeBar"_s);
    m_bar->setAttribute(Qt::WA_StyledBackground);
    auto *row = new QHBoxLayout(m_bar);
    m_list = addButton(u"alertList"_s, true);
    m_firings = addButton(u"alertFirings"_s, true);
    m_words->setObjectName(u"alertFilter"_s);
    m_words->setClearButtonEnabled(true);
    m_words->setMaxLength(60);
    row->addWidget(m_words);
    row->addStretch(1);
    m_new = addButton(u"alertNew"_s, false);
    m_edit = addButton(u"alertEditChosen"_s, false);
    m_pause = addButton(u"alertPauseChosen"_s, false);
    m_delete = addButton(u"alertDeleteChosen"_s, false);
    m_show = addButton(u"alertShow"_s, false);
    m_clear = addButton(u"alertClearLog"_s, false);
    m_settings = addButton(u"alertSettings"_s, false);
    m_settings->setPopupMode(QToolButton::InstantPopup);
    m_settings->setMenu(new QMenu(m_settings));
    connect(m_settings->menu(), &QMenu::aboutToShow, this, [this] {
        m_settings->menu()->clear();
        addSettings(m_settings->menu());
    });
    connect(m_list, &QToolButton::clicked, this, [this] { showTab(0); });
    connect(m_firings, &QToolButton::clicked, this, [this] { showTab(1); });
    connect(m_new, &QToolButton::clicked, this, &AlertsPanel::makeNew);
    connect(m_edit, &QToolButton::clicked, this, &AlertsPanel::edit);
    connect(m_pause, &QToolButton::clicked, this, &AlertsPanel::pauseOrResume);
    connect(m_delete, &QToolButton::clicked, this, [this] {
        if (const ChartAlert *alert = chosen())
            m_book.remove(QString(alert->id));
    });
    connect(m_show, &QToolButton::clicked, this,
            [this] { openChosenFiring(m_logTable->currentSource()); });
    connect(m_clear, &QToolButton::clicked, this, [this] { m_book.clearLog(); });
    connect(m_words, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_table->filter().setWords(text);
        m_logTable->filter().setWords(text);
    });
}

void AlertsPanel::showTab(int tab)
{
    m_pages->setCurrentIndex(tab);
    (tab == 0 ? m_list : m_firings)->setChecked(true);
    for (QToolButton *button : { m_new, m_edit, m_pause, m_delete })
        button->setVisible(tab == 0);
    for (QToolButton *button : { m_show, m_clear })
        button->setVisible(tab == 1);
    showChoice();
    emit stateChanged();
}

const ChartAlert *AlertsPanel::chosen() const
{
    return m_model->alertAt(m_table->currentSource().row());
}

void AlertsPanel::showChoice()
{
    const ChartAlert *alert = chosen();
    for (QToolButton *button : { m_edit, m_pause, m_delete })
        button->setEnabled(alert);
    const bool isPaused = alert && !alert->isActive();
    m_pause->setText(isPaused ? tr("Resume") : tr("Pause"));
    m_pause->setToolTip(isPaused ? tr("Watches the chosen alert again")
                                 : tr("Does not watch the chosen alert for now"));
    m_show->setEnabled(m_logTable->currentSource().isValid());
    m_clear->setEnabled(m_log->rowCount() > 0);
    const QString why = alert && alert->isActive() && m_pages->currentIndex() == 0
        ? m_book.watching(alert->id).why
        : QString();
    m_why->setText(why);
    m_why->setVisible(!why.isEmpty());
}

void AlertsPanel::complain(const QString &why)
{
    m_complaint->setText(why);
    m_complaint->setVisible(!why.isEmpty());
}

void AlertsPanel::showTrouble()
{
    const QString &trouble = m_book.trouble();
    complain(trouble.isEmpty()
                 ? QString()
                 : tr("The alerts could not be saved: %1. They are watched as they are; saving is "
                      "tried again with the next change.")
                       .arg(trouble));
}

// --- what is done
// ------------------------------------------------------------------------------------------------

/// On the symbol of the panel, else of the chosen row.
void AlertsPanel::makeNew()
{
    const QString symbol = this->symbol().isEmpty() ? symbolAtHand() : this->symbol();
    if (symbol.isEmpty())
        return complain(tr("Choose a symbol first: type one, or link the panel to a chart."));
    complain({});
    ChartAlert alert;
    alert.symbol = symbol;
    (new AlertDialog(m_book, { .symbol = symbol, .timeframe = alert.timeframe }, alert, window()))
        ->open();
}

void AlertsPanel::edit()
{
    if (const ChartAlert *alert = chosen())
        (new AlertDialog(
             m_book,
             { .symbol = alert->symbol, .timeframe = alert->timeframe, .drawingName = m_drawings },
             *alert, window()))
            ->open();
}

void AlertsPanel::pauseOrResume()
{
    const ChartAlert *alert = chosen();
    if (!alert)
        return;
    const Result<void> set = m_book.setActive(QString(alert->id), !alert->isActive());
    complain(set ? QString() : set.error().detail);
    showChoice();
}

void AlertsPanel::openChosenFiring(const QModelIndex &source)
{
    if (const AlertFiring *firing = m_log->firingAt(source.row()))
        emit showRequested(AlertFiring(*firing));
}

void AlertsPanel::openMenu(const QModelIndex &source, const QPoint &globalPosition)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"alertMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("New alert…"), this, &AlertsPanel::makeNew);
    if (const ChartAlert *alert = m_model->alertAt(source.row())) {
        const QString symbol = alert->symbol;
        const QString id = alert->id;
        menu->addAction(tr("Edit…"), this, &AlertsPanel::edit)->setShortcut(Qt::Key_Return);
        menu->addAction(alert->isActive() ? tr("Pause") : tr("Resume"), this,
                        &AlertsPanel::pauseOrResume);
        menu->addAction(tr("Delete"), this, [this, id] { m_book.remove(id); })
            ->setShortcut(QKeySequence::Delete);
        menu->addSeparator();
        menu->addAction(tr("Open %1").arg(symbol), this, [this, symbol] { setSymbol(symbol); });
    }
    m_table->addColumnActions(menu->addMenu(tr("Columns")));
    menu->popup(globalPosition);
}

void AlertsPanel::openLogMenu(const QModelIndex &source, const QPoint &globalPosition)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"alertLogMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (source.isValid())
        menu->addAction(tr("Show in a chart"), this,
                        [this, row = QPersistentModelIndex(source)] { openChosenFiring(row); })
            ->setShortcut(Qt::Key_Return);
    menu->addAction(tr("Clear the log"), this, [this] { m_book.clearLog(); });
    m_logTable->addColumnActions(menu->addMenu(tr("Columns")));
    menu->popup(globalPosition);
}

void AlertsPanel::addSettings(QMenu *menu)
{
    const AlertSettings settings = m_book.settings();
    const auto add = [&](const QString &name, const QString &text, bool AlertSettings::*flag) {
        QAction *action = menu->addAction(text);
        action->setObjectName(name);
        action->setCheckable(true);
        action->setChecked(settings.*flag);
        connect(action, &QAction::toggled, this, [this, flag](bool on) {
            AlertSettings changed = m_book.settings();
            changed.*flag = on;
            m_book.setSettings(changed);
        });
    };
    add(u"alertSounds"_s, tr("Sounds"), &AlertSettings::sounds);
    add(u"alertNotifications"_s, tr("System notifications while another program is in front"),
        &AlertSettings::notifications);
}

// --- look
// ------------------------------------------------------------------------------------------------

void AlertsPanel::restyle()
{
    auto *row = static_cast<QHBoxLayout *>(m_bar->layout());
    row->setContentsMargins(theme().scaled(6), theme().scaled(3), theme().scaled(6),
                            theme().scaled(3));
    row->setSpacing(theme().scaled(2));
    const QFont font = theme().font(FontRole::Small);
    for (QWidget *widget : m_bar->findChildren<QWidget *>(Qt::FindDirectChildrenOnly))
        widget->setFont(font);
    m_words->setFixedWidth(theme().scaled(110));
    m_settings->setIcon(theme().icon(u"settings"_s));
    m_settings->setIconSize({ theme().scaled(14), theme().scaled(14) });
    m_complaint->setFont(font);
    m_why->setFont(font);
    m_why->setMargin(theme().scaled(5));
}

/// Fonts do not outlive a move into another dock.
void AlertsPanel::showEvent(QShowEvent *event)
{
    Panel::showEvent(event);
    restyle();
}

void AlertsPanel::retranslate()
{
    setTitle(tr("Alerts"));
    //: Tab of the alerts panel: the alerts there are
    m_list->setText(tr("Alerts"));
    //: Tab of the alerts panel: what has fired
    m_firings->setText(tr("Log"));
    m_words->setPlaceholderText(tr("Filter"));
    m_words->setAccessibleName(tr("Filter the rows"));
    m_new->setText(tr("New…"));
    m_new->setToolTip(tr("Makes an alert on the symbol of this panel"));
    m_edit->setText(tr("Edit…"));
    m_edit->setToolTip(tr("Changes the chosen alert (Enter)"));
    m_delete->setText(tr("Delete"));
    m_delete->setToolTip(tr("Deletes the chosen alert (Del)"));
    m_show->setText(tr("Show"));
    m_show->setToolTip(tr("Shows the bar in which it fired (Enter)"));
    m_clear->setText(tr("Clear"));
    m_clear->setToolTip(tr("Forgets all that has fired"));
    m_settings->setToolTip(tr("Sounds and notifications"));
    m_settings->setAccessibleName(tr("Sounds and notifications"));
    m_table->setAccessibleName(tr("Alerts"));
    m_table->setEmptyText(
        tr("No alerts. Make one in a chart's menu, or with the bell above a chart."));
    m_logTable->setAccessibleName(tr("Alerts that fired"));
    m_logTable->setEmptyText(tr("Nothing has fired yet."));
    showChoice();
    showTrouble();
    restyle();
}

// --- what is remembered
// ------------------------------------------------------------------------------------------------

QJsonObject AlertsPanel::saveState() const
{
    return { { listKey, m_table->saveState() },
             { logKey, m_logTable->saveState() },
             { tabKey, m_pages->currentIndex() } };
}

void AlertsPanel::restoreState(const QJsonObject &state)
{
    m_table->restoreState(state[listKey].toObject());
    m_logTable->restoreState(state[logKey].toObject());
    showTab(state[tabKey].toInt() == 1 ? 1 : 0);
}

} // namespace tapeline
