#include "tradepanel.h"

#include "badgelabel.h"
#include "onceclick.h"
#include "panelheader.h"
#include "receiptview.h"
#include "sourcestrip.h"
#include "theme.h"
#include "tradedesk.h"
#include "tradefilter.h"
#include "tradetable.h"
#include "tradetablemodel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto linkedKey = "linked_only"_L1;

} // namespace

TradePanel::TradePanel(const PanelContext &context, TradeDesk &desk, TradeTableModel *model,
                       QWidget *parent)
    : Panel(context, parent)
    , m_desk(desk)
    , m_strip(new SourceStrip(theme(), this))
    , m_bar(new QWidget(this))
    , m_words(new QLineEdit(this))
    , m_linked(new QToolButton(this))
    , m_table(new TradeTable(*model, theme(), this))
    , m_complaint(new QLabel(this))
{
    model->setParent(this);
    setSymbolInTitle(false);
    makeBar();
    m_complaint->setObjectName(u"tradeComplaint"_s);
    m_complaint->setProperty("complaint", true);
    m_complaint->setWordWrap(true);
    m_complaint->hide();
    auto *content = new QWidget(this);
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addWidget(m_strip);
    m_column->addWidget(m_bar);
    m_column->addWidget(m_table, 1);
    m_column->addWidget(m_complaint);
    content->setFocusProxy(m_table);
    setContent(content);

    connect(m_table, &TradeTable::symbolTyped, this, &Panel::symbolTyped);
    connect(m_table, &TradeTable::symbolOpened, this, [this](const QString &symbol) {
        if (!symbol.isEmpty())
            setSymbol(symbol);
    });
    connect(m_table, &TradeTable::complained, this, &TradePanel::complain);
    connect(m_table, &TradeTable::stateChanged, this, &Panel::stateChanged);
    connect(m_table, &TradeTable::menuRequested, this, &TradePanel::openMenu);
    connect(m_table, &TradeTable::currentChosen, this, [this] {
        showChoice();
        emit rowAtHandChanged();
    });
    connect(model, &QAbstractItemModel::dataChanged, this, [this] { showChoice(); });
    connect(this, &Panel::symbolChanged, this, &TradePanel::showLink);
    connect(this, &Panel::linkColorChanged, this, &TradePanel::showLink);
    connect(&desk, &TradeDesk::sourceChanged, this, &TradePanel::showSource);
    connect(&desk, &TradeDesk::accountsChanged, this, &TradePanel::showSource);
    connect(&theme(), &Theme::changed, this, &TradePanel::restyle);
    showSource();
    showLink();
}

QString TradePanel::symbolAtHand() const
{
    return m_table->currentSource().data(TradeTableModel::SymbolRole).toString();
}

void TradePanel::makeBar()
{
    m_bar->setObjectName(u"tradeBar"_s);
    m_bar->setAttribute(Qt::WA_StyledBackground);
    m_row = new QHBoxLayout(m_bar);
    m_words->setObjectName(u"tradeFilter"_s);
    m_words->setClearButtonEnabled(true);
    m_words->setMaxLength(60);
    m_linked->setObjectName(u"linkedOnly"_s);
    m_linked->setCheckable(true);
    m_linked->setFocusPolicy(Qt::TabFocus);
    m_row->addWidget(m_words);
    m_row->addWidget(m_linked);
    m_row->addStretch(1);
    connect(m_words, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_table->filter().setWords(text); });
    connect(m_linked, &QToolButton::toggled, this, [this] {
        showLink();
        emit stateChanged();
    });
}

QToolButton *TradePanel::addChoice(const QString &name)
{
    auto *button = new QToolButton(m_bar);
    button->setObjectName(name);
    button->setProperty("segment", true);
    button->setCheckable(true);
    button->setAutoExclusive(true);
    button->setFocusPolicy(Qt::TabFocus);
    m_row->insertWidget(1 + int(m_choices.size()), button);
    m_choices.append(button);
    return button;
}

QToolButton *TradePanel::addAction(const QString &name, std::function<void()> act)
{
    auto *button = new QToolButton(m_bar);
    button->setObjectName(name);
    button->setProperty("segment", true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setEnabled(false);
    m_row->addWidget(button);
    m_actions.append(button);
    OnceClick::guard(button);
    connect(button, &QToolButton::clicked, this, std::move(act));
    return button;
}

/// The actions are in the menu of a row too: they go where there is no room for their words.
void TradePanel::fitBar()
{
    const auto room = [](const QWidget *widget) { return widget->sizeHint().width(); };
    const int space = m_row->spacing() * (m_row->count() + 1);
    int wanted = theme().scaled(130) + space + 2 * m_row->contentsMargins().left();
    if (!m_linked->isHidden())
        wanted += room(m_linked);
    for (const QToolButton *button : m_choices)
        wanted += room(button);
    for (const QToolButton *button : m_actions)
        wanted += room(button);
    for (QToolButton *button : m_actions)
        button->setVisible(wanted <= width());
    m_words->setFixedWidth(theme().scaled(width() < theme().scaled(400) ? 80 : 130));
}

void TradePanel::resizeEvent(QResizeEvent *event)
{
    Panel::resizeEvent(event);
    fitBar();
}

/// Fonts do not outlive a move into another dock.
void TradePanel::showEvent(QShowEvent *event)
{
    Panel::showEvent(event);
    restyle();
}

void TradePanel::addAbove(QWidget *widget)
{
    m_column->insertWidget(m_column->indexOf(m_table), widget);
}

void TradePanel::complain(const QString &why)
{
    m_complaint->setText(why);
    m_complaint->setVisible(!why.isEmpty());
}

void TradePanel::showChoice()
{
    const bool chosen = m_table->currentSource().isValid();
    for (QToolButton *button : m_actions)
        button->setEnabled(chosen);
}

// --- what is shown ---------------------------------------------------------------------------

void TradePanel::showSource()
{
    m_strip->setSource(m_desk.source());
    const std::optional<DataBadge> badge = accountBadge(m_desk);
    header()->badge()->setVisible(badge.has_value());
    if (badge)
        setBadge(*badge, {}, Product::Stocks); // of the account, whatever symbol is shown
}

/// Only the symbol of the link group, where that is wanted.
void TradePanel::showLink()
{
    const bool isLinked = linkColor() != LinkColor::None && !symbol().isEmpty();
    m_linked->setVisible(isLinked);
    m_linked->setText(tr("Only %1").arg(symbol()));
    m_table->filter().setSymbol(isLinked && m_linked->isChecked() ? symbol() : QString());
    fitBar();
}

void TradePanel::restyle()
{
    m_row->setContentsMargins(theme().scaled(6), theme().scaled(3), theme().scaled(6),
                              theme().scaled(3));
    m_row->setSpacing(theme().scaled(2));
    const QFont font = theme().font(FontRole::Small);
    for (QWidget *widget : m_bar->findChildren<QWidget *>(Qt::FindDirectChildrenOnly))
        widget->setFont(font);
    m_complaint->setFont(font);
    fitBar();
}

void TradePanel::retranslate()
{
    m_words->setPlaceholderText(tr("Filter"));
    m_words->setAccessibleName(tr("Filter the rows"));
    m_linked->setToolTip(tr("Only the symbol of this panel's link group"));
    showLink();
    retranslateButtons();
    restyle();
}

// --- menus and receipts ----------------------------------------------------------------------

void TradePanel::openReceipt(const QString &order)
{
    if (!m_receipt)
        m_receipt = new ReceiptView(m_desk, theme(), this);
    m_receipt->open(m_desk.accountName(), order, *m_table);
}

void TradePanel::openMenu(const QModelIndex &source, const QPoint &globalPosition)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"tradeMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(menu, source);
    addCommonActions(menu, source.data(TradeTableModel::SymbolRole).toString());
    menu->popup(globalPosition);
}

void TradePanel::addCommonActions(QMenu *menu, const QString &symbol)
{
    menu->addSeparator();
    if (!symbol.isEmpty())
        menu->addAction(tr("Open %1").arg(symbol), this, [this, symbol] { setSymbol(symbol); });
    m_table->addColumnActions(menu->addMenu(tr("Columns")));
}

// --- what is remembered ----------------------------------------------------------------------

QJsonObject TradePanel::saveState() const
{
    QJsonObject state = m_table->saveState();
    state[linkedKey] = m_linked->isChecked();
    return state;
}

void TradePanel::restoreState(const QJsonObject &state)
{
    m_table->restoreState(state);
    m_linked->setChecked(state[linkedKey].toBool());
    showLink();
}

} // namespace tapeline
