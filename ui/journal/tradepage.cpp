#include "tradepage.h"

#include "journal.h"
#include "ratingbar.h"
#include "theme.h"
#include "tradechart.h"
#include "tradefacts.h"
#include "tradehead.h"
#include "tradenotesform.h"

#include <QEvent>
#include <QKeyEvent>
#include <QScrollArea>
#include <QShortcut>
#include <QSplitter>
#include <QVBoxLayout>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

TradePage::TradePage(Journal &journal, TradeBarsPort &bars, FilePrompt &files, const Theme &theme,
                     QWidget *parent)
    : QWidget(parent)
    , m_journal(journal)
    , m_theme(theme)
    , m_head(new TradeHead(journal, theme, this))
    , m_chart(new TradeChart(bars, theme, this))
    , m_facts(new TradeFacts(theme, this))
    , m_form(new TradeNotesForm(journal, files, theme))
    , m_across(new QSplitter(Qt::Horizontal, this))
{
    setObjectName(u"tradePage"_s);
    auto *left = new QSplitter(Qt::Vertical, m_across);
    left->addWidget(m_chart);
    left->addWidget(m_facts);
    left->setStretchFactor(0, 3);
    left->setStretchFactor(1, 2);
    left->setChildrenCollapsible(false);
    left->setSizes({ theme.scaled(380), theme.scaled(200) });
    auto *area = new QScrollArea(m_across);
    area->setObjectName(u"accountArea"_s);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(m_form);
    m_across->addWidget(left);
    m_across->addWidget(area);
    m_across->setStretchFactor(0, 4);
    m_across->setStretchFactor(1, 1);
    m_across->setChildrenCollapsible(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_across, 1);
    setFocusPolicy(Qt::StrongFocus);

    connect(m_head, &TradeHead::backRequested, this, &TradePage::backRequested);
    connect(m_head, &TradeHead::stepRequested, this, &TradePage::stepRequested);
    connect(m_head, &TradeHead::chartRequested, this, [this] { emit chartRequested(m_key); });
    connect(m_head, &TradeHead::replayRequested, this, [this] { emit replayRequested(m_key); });
    connect(m_form, &TradeNotesForm::linkRequested, this, &TradePage::linkRequested);
    const auto addKey = [this](const QKeySequence &keys, int rows) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, rows] { emit stepRequested(rows); });
    };
    addKey(Qt::ALT | Qt::Key_Up, -1);
    addKey(Qt::ALT | Qt::Key_Down, 1);
    connect(&journal, &Journal::notesChanged, this, [this](const TradeKey &key) {
        if (key != m_key)
            return;
        showRecord();
        load();
    });
    connect(&journal, &Journal::tradesChanged, this, &TradePage::takeChange);
    connect(&journal, &Journal::reset, this, &TradePage::takeChange);
    connect(&theme, &Theme::changed, this, &TradePage::restyle);
    restyle();
}

void TradePage::showTrade(const TradeKey &key)
{
    const bool isOther = key != m_key;
    m_form->showTrade(key);
    m_key = key;
    showRecord();
    if (isOther)
        m_facts->showDetail({ .key = key });
    load();
}

/// More has happened in the trade, or it is part of another one now.
void TradePage::takeChange()
{
    if (m_key == TradeKey())
        return;
    const TradeRecord *trade = m_journal.trade(m_key);
    if (!trade) {
        emit backRequested();
    } else if (*trade != m_shown) {
        showRecord();
        load();
    }
}

/// What was typed is not lost with the page.
void TradePage::hideEvent(QHideEvent *event)
{
    commit();
    QWidget::hideEvent(event);
}

void TradePage::showRecord()
{
    const TradeRecord *trade = m_journal.trade(m_key);
    if (!trade)
        return;
    m_shown = *trade;
    m_head->showTrade(*trade, m_now);
    m_chart->showTrade(*trade, m_now);
    m_facts->showTrade(*trade);
    setAccessibleName(m_head->title());
}

void TradePage::load()
{
    m_journal.port().load(m_key, this, [this, key = m_key](const Result<TradeDetail> &detail) {
        if (key != m_key || !detail)
            return;
        m_facts->showDetail(*detail);
        m_form->showDetail(*detail);
        m_chart->setExecutions(key, detail->executions);
    });
}

void TradePage::commit()
{
    m_form->commit();
}

/// 1 to 5 rate wherever nothing is typed.
void TradePage::keyPressEvent(QKeyEvent *event)
{
    const int digit = event->key() - Qt::Key_0;
    const bool isPlain = !(event->modifiers() & ~Qt::KeypadModifier);
    if (event->key() == Qt::Key_Escape)
        emit backRequested();
    else if (isPlain && digit >= 0 && digit <= RatingBar::most)
        m_form->rating()->choose(digit);
    else
        QWidget::keyPressEvent(event);
}

void TradePage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_key != TradeKey())
        showRecord();
}

void TradePage::restyle()
{
    const int wide = m_theme.scaled(320);
    m_form->setMinimumWidth(m_theme.scaled(280));
    if (m_across->sizes().value(1) < wide)
        m_across->setSizes({ m_theme.scaled(900), wide });
}

} // namespace tapeline
