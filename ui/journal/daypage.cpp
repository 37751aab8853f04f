#include "daypage.h"

#include "checklistview.h"
#include "journaltext.h"
#include "journaltradesmodel.h"
#include "notetext.h"
#include "theme.h"
#include "tradetable.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

DayPage::DayPage(JournalSelection &selection, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_selection(selection)
    , m_theme(theme)
    , m_model(new JournalTradesModel(selection.journal(), this))
    , m_table(new TradeTable(*m_model, theme))
    , m_scope(new QLabel)
    , m_plan(new NoteText(theme))
    , m_checklist(new ChecklistView(theme))
    , m_review(new NoteText(theme))
    , m_side(new QWidget)
{
    setObjectName(u"dayPage"_s);
    m_table->setDefaultSorting(JournalTradesModel::Date, Qt::AscendingOrder);
    m_scope->setObjectName(u"dayScope"_s);
    m_scope->setProperty("muted", true);
    m_scope->setWordWrap(true);
    m_plan->setObjectName(u"dayPlan"_s);
    m_review->setObjectName(u"dayReview"_s);
    auto *notes = new QVBoxLayout(m_side);
    notes->addWidget(m_plan, 1);
    notes->addWidget(m_checklist);
    notes->addWidget(m_review, 1);
    notes->addWidget(m_scope);
    auto *area = new QScrollArea;
    area->setObjectName(u"accountArea"_s);
    m_side->setObjectName(u"accountBody"_s);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(m_side);
    auto *across = new QSplitter(Qt::Horizontal, this);
    across->addWidget(m_table);
    across->addWidget(area);
    across->setStretchFactor(0, 1);
    across->setStretchFactor(1, 0);
    across->setChildrenCollapsible(false);
    across->setSizes({ theme.scaled(800), theme.scaled(400) });
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(across);
    setFocusProxy(m_table);

    const auto open
        = [this](const QModelIndex &source) { emit tradeOpened(m_model->trade(source.row()).key); };
    connect(m_table, &TradeTable::opened, this, open);
    connect(m_table, &TradeTable::iconClicked, this, open);
    connect(m_table, &TradeTable::symbolOpened, this,
            [this, open] { open(m_table->currentSource()); });
    connect(m_plan, &NoteText::textChosen, this,
            [this](const QString &text) { write(NoteEdit::Kind::Plan, text); });
    connect(m_review, &NoteText::textChosen, this,
            [this](const QString &text) { write(NoteEdit::Kind::Review, text); });
    for (NoteText *text : { m_plan, m_review })
        connect(text, &NoteText::linkRequested, this, &DayPage::linkRequested);
    connect(m_checklist, &ChecklistView::itemsChosen, this,
            [this](const std::vector<ChecklistItem> &items) {
                NoteEdit edit;
                edit.subject = m_subject;
                edit.kind = NoteEdit::Kind::Checklist;
                edit.items = items;
                m_selection.journal().edit(edit);
            });
    connect(m_checklist, &ChecklistView::templateChosen, this, &DayPage::checklistChosen);
    connect(&selection.journal(), &Journal::dayChanged, this, [this](const NoteSubject &subject) {
        if (subject == m_subject)
            showNotes(false);
    });
    connect(&selection.journal(), &Journal::refused, this, [this] {
        const DayNotes &known = m_selection.journal().day(m_subject);
        m_plan->setUnwritten(known.plan);
        m_review->setUnwritten(known.review);
    });
    connect(&theme, &Theme::changed, this, &DayPage::restyle);
    retranslate();
    restyle();
}

/// Of the chosen account, else of all of them.
NoteSubject DayPage::subjectOf(QDate day) const
{
    return { .trade = { m_selection.filter().account, 0 }, .day = day };
}

void DayPage::showDay(QDate day, const JournalDays &days)
{
    m_model->setTrades(days.trades(day));
    const NoteSubject subject = subjectOf(day);
    if (subject == m_subject)
        return;
    commit();
    m_subject = subject;
    m_scope->setText(subject.trade.account.isEmpty()
                         ? tr("Plan, checklist and review are for all accounts.")
                         : tr("Plan, checklist and review are for %1 alone.")
                               .arg(journaltext::account(subject.trade.account)));
    showNotes(true);
}

void DayPage::forgetTrades()
{
    m_model->setTrades({});
}

void DayPage::setChecklist(const QStringList &items)
{
    m_usual = items;
    if (m_subject.isDay())
        showNotes(false);
}

void DayPage::showNotes(bool isOther)
{
    const DayNotes &notes = m_selection.journal().day(m_subject);
    if (isOther) {
        m_plan->restart(notes.plan);
        m_review->restart(notes.review);
    } else {
        m_plan->setText(notes.plan);
        m_review->setText(notes.review);
    }
    std::vector<ChecklistItem> items = notes.checklist;
    const bool isUsual = items.empty();
    if (isUsual)
        for (const QString &text : m_usual)
            items.push_back({ text });
    m_checklist->setItems(items, isUsual);
}

void DayPage::write(NoteEdit::Kind kind, const QString &text)
{
    NoteEdit edit;
    edit.subject = m_subject;
    edit.kind = kind;
    edit.text = text;
    m_selection.journal().edit(edit);
}

void DayPage::commit()
{
    if (!m_subject.isDay())
        return;
    m_plan->commit();
    m_review->commit();
}

void DayPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit backRequested();
    else
        QWidget::keyPressEvent(event);
}

void DayPage::retranslate()
{
    m_table->setAccessibleName(tr("Trades of the day"));
    m_table->setEmptyText(tr("No trades on this day."));
    m_plan->setNames(tr("Plan"), tr("What will you trade today, and what will you not?"));
    m_review->setNames(tr("Review"), tr("What went to plan, what did not, what do you change?"));
}

void DayPage::restyle()
{
    const int edge = m_theme.scaled(10);
    m_side->layout()->setContentsMargins(edge, m_theme.scaled(6), edge, m_theme.scaled(8));
    m_side->layout()->setSpacing(m_theme.scaled(10));
    m_side->setMinimumWidth(m_theme.scaled(300));
    m_scope->setFont(m_theme.font(FontRole::Small));
}

void DayPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace tapeline
