#include "positionspanel.h"

#include "instrument.h"
#include "optiondesk.h"
#include "optionreminders.h"
#include "positionsmodel.h"
#include "protectionbar.h"
#include "symboltext.h"
#include "theme.h"
#include "tradedesk.h"
#include "tradetable.h"
#include "tradetext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QToolButton>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

PositionsPanel::PositionsPanel(const PanelContext &context, TradeDesk &desk, QWidget *parent)
    : TradePanel(context, desk, new PositionsModel(desk), parent)
    , m_protection(new ProtectionBar(desk, theme(), this))
    , m_close(addAction(u"closePosition"_s, [this] { this->desk().flatten(chosen()); }))
    , m_half(addAction(u"halvePosition"_s, [this] { this->desk().halve(chosen()); }))
    , m_reverse(addAction(u"reversePosition"_s, [this] { this->desk().reverse(chosen()); }))
    , m_even(addAction(u"breakEven"_s, [this] { this->desk().breakEven(chosen()); }))
    , m_question(new QWidget(this))
    , m_questionText(new QLabel(m_question))
    , m_yes(new QPushButton(m_question))
    , m_no(new QPushButton(m_question))
{
    addAbove(m_protection);
    makeQuestion();
    table()->setDefaultSorting(PositionsModel::Symbol, Qt::AscendingOrder);
    connect(table(), &TradeTable::iconClicked, this, [this](const QModelIndex &source) {
        this->desk().flatten(source.data(TradeTableModel::SymbolRole).toString());
    });
    connect(table(), &TradeTable::deletePressed, this, [this] { this->desk().flatten(chosen()); });
    connect(table(), &TradeTable::opened, this, [this] { setSymbol(chosen()); });
    connect(&desk, &TradeDesk::accountsChanged, this, &PositionsPanel::followPositions);
    TradePanel::retranslate();
    followPositions();
}

PositionsPanel::~PositionsPanel()
{
    for (const QString &symbol : m_followed)
        desk().unfollow(symbol);
}

QString PositionsPanel::chosen() const
{
    return table()->currentSource().data(TradeTableModel::SymbolRole).toString();
}

void PositionsPanel::followPositions()
{
    QStringList held;
    if (const PaperAccountView *account = desk().account())
        for (const PositionRow &position : account->positions) {
            const Result<Instrument> instrument = instrumentFromSymbol(position.symbol);
            held.append(position.symbol);
            if (instrument && instrument->option)
                held.append(instrument->option->underlying);
        }
    held.removeDuplicates();
    for (const QString &symbol : held)
        if (!m_followed.contains(symbol))
            desk().follow(symbol);
    for (const QString &symbol : std::exchange(m_followed, held))
        if (!held.contains(symbol))
            desk().unfollow(symbol);
}

void PositionsPanel::fillMenu(QMenu *menu, const QModelIndex &source)
{
    const QString symbol = source.data(TradeTableModel::SymbolRole).toString();
    TradeDesk &desk = this->desk();
    if (!symbol.isEmpty()) {
        menu->addAction(tr("Close %1").arg(symbol), &desk,
                        [&desk, symbol] { desk.flatten(symbol); })
            ->setShortcut(QKeySequence::Delete);
        menu->addAction(tr("Close half of %1").arg(symbol), &desk,
                        [&desk, symbol] { desk.halve(symbol); });
        menu->addAction(tr("Reverse %1").arg(symbol), &desk,
                        [&desk, symbol] { desk.reverse(symbol); });
        menu->addAction(tr("Stop to break-even"), &desk,
                        [&desk, symbol] { desk.breakEven(symbol); });
        menu->addAction(tr("Protect with a stop…"), this,
                        [this, symbol] { m_protection->protect(symbol); })
            ->setEnabled(desk.account()
                         && !tradeplans::unprotected(*desk.account(), symbol).isZero());
        menu->addAction(tr("Cancel the orders in %1").arg(symbol), &desk,
                        [&desk, symbol] { desk.cancelAll(symbol); });
        menu->addSeparator();
        addOptionActions(menu, symbol);
    }
    menu->addAction(tr("Close everything"), &desk, [&desk] { desk.flattenAll(); });
}

/// What belongs together with a position in options.
void PositionsPanel::addOptionActions(QMenu *menu, const QString &symbol)
{
    const std::optional<HeldStructure> structure
        = m_options ? m_options->structureOf(symbol) : std::nullopt;
    if (!structure)
        return;
    OptionDesk *options = m_options;
    const int legs = int(structure->rows().size());
    if (legs > 1) {
        //: %1 is a strategy: "Iron condor"
        const QString text = tr("Close %1 together (%n legs)", nullptr, legs);
        menu->addAction(text.arg(structure->name()), options,
                        [options, symbol] { options->close(symbol); });
    }
    menu->addAction(tr("Roll to a later expiration…"), options,
                    [options, symbol] { options->roll(symbol); });
    menu->addAction(tr("Adjust in the strategy builder…"), options,
                    [options, symbol] { options->adjust(symbol); });
    addExerciseActions(menu, symbol);
    menu->addSeparator();
}

/// Of a long option. Exercising is chosen in a menu of its own, which says what it comes to.
void PositionsPanel::addExerciseActions(QMenu *menu, const QString &symbol)
{
    const PositionRow *position = desk().account()->position(symbol);
    const Result<Instrument> instrument = instrumentFromSymbol(symbol);
    if (!position || position->qty <= Qty() || !instrument || !instrument->option)
        return;
    OptionDesk *options = m_options;
    const Qty held = position->qty;
    if (instrument->option->american && !instrument->option->cashSettled) {
        QMenu *exercise = menu->addMenu(tr("Exercise now"));
        QList<Qty> sizes { held };
        if (held > Qty::whole(1))
            sizes.append(Qty::whole(1));
        for (const Qty contracts : sizes)
            exercise->addAction(tr("%1 of %2: %3")
                                    .arg(tradetext::qty(contracts), tradetext::qty(held),
                                         optionreminders::delivery(symbol, contracts)),
                                this,
                                [this, symbol, contracts] { exerciseOrAsk(symbol, contracts); });
    }
    QAction *declined = menu->addAction(tr("Do not exercise"));
    declined->setCheckable(true);
    declined->setChecked(position->isDeclined);
    connect(declined, &QAction::triggered, options,
            [options, symbol](bool on) { options->setDeclined(symbol, on); });
}

// --- the question before an exercise ---------------------------------------------------------

void PositionsPanel::makeQuestion()
{
    m_question->setObjectName(u"exerciseQuestion"_s);
    m_questionText->setWordWrap(true);
    m_yes->setObjectName(u"exerciseYes"_s);
    m_no->setObjectName(u"exerciseNo"_s);
    auto *row = new QHBoxLayout(m_question);
    const int edge = theme().scaled(6);
    row->setContentsMargins(edge, edge, edge, edge);
    row->addWidget(m_questionText, 1);
    row->addWidget(m_yes);
    row->addWidget(m_no);
    m_question->hide();
    addAbove(m_question);
    auto *escape = new QShortcut(Qt::Key_Escape, m_question);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &PositionsPanel::dismissQuestion);
    connect(m_no, &QPushButton::clicked, this, &PositionsPanel::dismissQuestion);
    connect(m_yes, &QPushButton::clicked, this, [this] {
        const QString symbol = m_exercised;
        dismissQuestion();
        m_options->exercise(symbol, m_contracts);
    });
    connect(&desk(), &TradeDesk::accountChosen, this, &PositionsPanel::dismissQuestion);
    connect(&desk(), &TradeDesk::accountsChanged, this, [this] {
        const PaperAccountView *account = desk().account();
        const PositionRow *held = account ? account->position(m_exercised) : nullptr;
        if (!held || held->qty < m_contracts)
            dismissQuestion();
    });
}

/// Asked about where orders are.
void PositionsPanel::exerciseOrAsk(const QString &symbol, Qty contracts)
{
    if (desk().isArmed()) {
        dismissQuestion();
        return m_options->exercise(symbol, contracts);
    }
    m_exercised = symbol;
    m_contracts = contracts;
    showQuestion();
    m_question->show();
    m_no->setFocus();
}

void PositionsPanel::showQuestion()
{
    //: %1 is a number of contracts, %2 their name, %3 what comes of it: "you buy 200 SPY at 500.00"
    m_questionText->setText(tr("Exercise %1 of %2 now: %3? It cannot be taken back.")
                                .arg(tradetext::qty(m_contracts),
                                     shortSymbolText(m_exercised, QLocale()),
                                     optionreminders::delivery(m_exercised, m_contracts)));
}

void PositionsPanel::dismissQuestion()
{
    m_exercised.clear();
    m_question->hide();
}

// --- words -----------------------------------------------------------------------------------

void PositionsPanel::retranslateButtons()
{
    m_yes->setText(tr("Exercise now"));
    m_no->setText(tr("Do not exercise"));
    if (!m_exercised.isEmpty())
        showQuestion();
    setTitle(tr("Positions"));
    table()->setAccessibleName(tr("Positions"));
    table()->setEmptyText(tr("No open positions."));
    m_close->setText(tr("Close"));
    m_close->setToolTip(tr("Ends the chosen position at the market and cancels its orders"));
    //: Button: closes half of a position
    m_half->setText(tr("Half"));
    m_half->setToolTip(tr("Closes half of the chosen position at the market"));
    m_reverse->setText(tr("Reverse"));
    m_reverse->setToolTip(tr("The same size on the other side"));
    m_even->setText(tr("Break-even"));
    m_even->setToolTip(tr("Takes the stop of the chosen position to its average price"));
}

} // namespace tapeline
