#include "keptdata.h"

#include "cachedsymbolsmodel.h"
#include "clocks.h"
#include "datadesk.h"
#include "datatext.h"
#include "figuretile.h"
#include "theme.h"
#include "tradefilter.h"
#include "tradetable.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSet>
#include <QSignalBlocker>
#include <QSpinBox>

#include <utility>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int usualDays = 30;
constexpr int mostDays = 3'650;
constexpr int limitStep = 100; // MB
constexpr int gap = 8;

} // namespace

KeptData::KeptData(const Theme &theme, DataDesk &desk, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_desk(desk)
    , m_model(new CachedSymbolsModel(desk, this))
    , m_symbols(new FigureTile(theme, this))
    , m_bars(new FigureTile(theme, this))
    , m_size(new FigureTile(theme, this))
    , m_trouble(new QLabel(this))
    , m_filter(new QLineEdit(this))
    , m_table(new TradeTable(*m_model, theme, this))
    , m_clearChosen(new QPushButton(this))
    , m_clearOld(new QPushButton(this))
    , m_days(new QSpinBox(this))
    , m_clearAll(new QPushButton(this))
    , m_question(new QLabel(this))
    , m_yes(new QPushButton(this))
    , m_no(new QPushButton(this))
    , m_said(new QLabel(this))
    , m_keep(new QCheckBox(this))
    , m_limitLabel(new QLabel(this))
    , m_limit(new QSpinBox(this))
{
    m_filter->setObjectName(u"keptFilter"_s);
    m_table->setObjectName(u"keptTable"_s);
    m_said->setObjectName(u"keptSaid"_s);
    m_keep->setObjectName(u"keepData"_s);
    m_limit->setObjectName(u"cacheLimit"_s);
    m_buttons = makeButtons();
    m_questionBar = makeQuestion();
    assemble();
    connectParts();
    retranslate();
}

QWidget *KeptData::makeButtons()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gap);
    m_clearChosen->setObjectName(u"clearChosen"_s);
    m_clearOld->setObjectName(u"clearOld"_s);
    m_days->setObjectName(u"clearDays"_s);
    m_clearAll->setObjectName(u"clearAll"_s);
    m_days->setRange(1, mostDays);
    m_days->setValue(usualDays);
    row->addWidget(m_clearChosen);
    row->addStretch(1);
    row->addWidget(m_clearOld);
    row->addWidget(m_days);
    row->addStretch(1);
    row->addWidget(m_clearAll);
    return bar;
}

/// In the place of the buttons, so that the same click cannot do both.
QWidget *KeptData::makeQuestion()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gap);
    m_question->setObjectName(u"clearQuestion"_s);
    m_yes->setObjectName(u"clearYes"_s);
    m_no->setObjectName(u"clearNo"_s);
    m_question->setWordWrap(true);
    row->addWidget(m_question, 1);
    row->addWidget(m_no);
    row->addWidget(m_yes);
    bar->hide();
    return bar;
}

void KeptData::assemble()
{
    for (QPushButton *button : { m_clearChosen, m_clearOld, m_clearAll, m_yes, m_no })
        button->setAutoDefault(false);
    m_filter->setClearButtonEnabled(true);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setFrameShape(QFrame::StyledPanel);
    m_trouble->setObjectName(u"keptTrouble"_s);
    m_trouble->setProperty("wrong", true);
    m_trouble->setWordWrap(true);
    m_said->setProperty("muted", true);
    m_said->setWordWrap(true);
    m_said->hide();
    m_limit->setRange(0, DataChoices::mostLimitMb);
    m_limit->setSingleStep(limitStep);
    m_limit->setKeyboardTracking(false); // "2" on the way to "2000" throws nothing away
    m_limit->setGroupSeparatorShown(true);
    m_limitLabel->setBuddy(m_limit);

    auto *figures = new QHBoxLayout;
    for (FigureTile *tile : { m_symbols, m_bars, m_size })
        figures->addWidget(tile, 1);
    auto *keeping = new QHBoxLayout;
    keeping->setSpacing(gap);
    keeping->addWidget(m_keep);
    keeping->addStretch(1);
    keeping->addWidget(m_limitLabel);
    keeping->addWidget(m_limit);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(10);
    column->addLayout(figures);
    column->addWidget(m_trouble);
    column->addWidget(m_filter);
    column->addWidget(m_table, 1);
    column->addWidget(m_buttons);
    column->addWidget(m_questionBar);
    column->addWidget(m_said);
    column->addLayout(keeping);
}

void KeptData::connectParts()
{
    connect(m_filter, &QLineEdit::textChanged, &m_table->filter(), &TradeFilter::setWords);
    connect(m_table, &TradeTable::symbolTyped, this, [this](const QString &text) {
        m_filter->setFocus();
        m_filter->setText(text);
    });
    connect(m_table, &TradeTable::currentChosen, this, &KeptData::showButtons);
    connect(m_table, &TradeTable::deletePressed, this, &KeptData::askAboutChosen);
    connect(m_clearChosen, &QPushButton::clicked, this, &KeptData::askAboutChosen);
    connect(m_clearOld, &QPushButton::clicked, this, [this] { ask({ { {}, m_days->value() } }); });
    connect(m_days, &QSpinBox::valueChanged, this, &KeptData::showDaysWord);
    connect(m_clearAll, &QPushButton::clicked, this, [this] { ask({ {} }); });
    connect(m_yes, &QPushButton::clicked, this, [this] { answer(true); });
    connect(m_no, &QPushButton::clicked, this, [this] { answer(false); });
    connect(m_keep, &QCheckBox::toggled, this, [this](bool on) {
        DataChoices choices = m_desk.choices();
        choices.data.keep = on;
        m_desk.setChoices(choices);
    });
    connect(m_limit, &QSpinBox::valueChanged, this, [this](int limit) {
        DataChoices choices = m_desk.choices();
        choices.data.limitMb = limit;
        m_desk.setChoices(choices);
    });
    connect(&m_desk, &DataDesk::statisticsChanged, this, &KeptData::showStatistics);
    connect(&m_desk, &DataDesk::troubleChanged, this, &KeptData::showTrouble);
    connect(&m_desk, &DataDesk::clearingChanged, this, &KeptData::showButtons);
    connect(&m_desk, &DataDesk::choicesChanged, this, &KeptData::showChoices);
    connect(&m_desk, &DataDesk::cleared, this, [this](qint64 bytes) {
        m_outcome.freed += bytes;
        ++m_outcome.cleared;
        sayOutcome();
    });
    connect(&m_desk, &DataDesk::clearingFailed, this, [this](const QString &why) {
        m_outcome.reason = why;
        ++m_outcome.failed;
        sayOutcome();
    });
}

// --- what is shown ------------------------------------------------------------------------------

void KeptData::showStatistics()
{
    const std::optional<CacheStatistics> &all = m_desk.statistics();
    const QLocale locale;
    m_symbols->setFigure(all ? locale.toString(all->symbols) : u"–"_s);
    m_bars->setFigure(all ? locale.toString(all->bars) : u"–"_s);
    m_size->setFigure(all ? datatext::bytes(all->fileBytes, locale) : u"–"_s);
    m_table->setEmptyText(emptyText());
    showButtons();
}

QString KeptData::emptyText() const
{
    if (!m_desk.choices().data.keep)
        return tr("Nothing new is kept, and what was kept before is not used.");
    if (!m_desk.statistics())
        return tr("Counting…");
    return m_desk.statistics()->bySymbol.empty() ? tr("Nothing is kept yet.")
                                                 : tr("No symbol is like this.");
}

void KeptData::showTrouble()
{
    m_trouble->setText(m_desk.trouble());
    m_trouble->setVisible(!m_desk.trouble().isEmpty());
}

void KeptData::showButtons()
{
    const bool idle = !m_desk.isClearing();
    const bool any = m_desk.statistics() && m_desk.statistics()->fileBytes > 0;
    m_clearChosen->setEnabled(idle && !chosen().isEmpty());
    m_clearOld->setEnabled(idle && any);
    m_clearAll->setEnabled(idle && any);
}

void KeptData::showChoices()
{
    const DataSettings &own = m_desk.choices().data;
    const QSignalBlocker quiet[] { QSignalBlocker(m_keep), QSignalBlocker(m_limit) };
    m_keep->setChecked(own.keep);
    m_limit->setValue(own.limitMb);
    m_limit->setEnabled(own.keep);
    m_table->setEmptyText(emptyText());
}

void KeptData::showDaysWord()
{
    //: Behind a number
    m_days->setSuffix(tr(" day(s)", nullptr, m_days->value()));
}

void KeptData::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_desk.askStatistics();
}

void KeptData::say(const QString &text)
{
    m_said->setText(text);
    m_said->setVisible(!text.isEmpty());
}

// --- clearing -----------------------------------------------------------------------------------

QStringList KeptData::chosen() const
{
    QStringList symbols;
    for (const QModelIndex &row : m_table->selectionModel()->selectedRows())
        symbols.append(row.data(TradeTableModel::SymbolRole).toString());
    symbols.removeDuplicates();
    return symbols;
}

void KeptData::askAboutChosen()
{
    std::vector<CacheClearing> all;
    for (const QString &symbol : chosen())
        all.push_back({ symbol, {} });
    if (!all.empty())
        ask(all);
}

/// Says how much would go, by the statistics.
void KeptData::ask(const std::vector<CacheClearing> &what)
{
    CacheStatistics sum;
    for (const CacheClearing &one : what) {
        const CacheStatistics own = m_desk.matching(one, SystemWallClock().utc());
        sum.symbols += own.symbols;
        sum.bars += own.bars;
        sum.bytes += own.bytes;
    }
    const bool isAll = what.front() == CacheClearing();
    if (sum.symbols == 0 && !isAll)
        return say(tr("Every symbol was used in these days: there is nothing to clear."));
    say({});
    m_asked = what;
    const QString extent = datatext::extent(sum, QLocale());
    m_question->setText(
        isAll ? tr("Clear everything: %1? What is needed again is asked for again.").arg(extent)
              : tr("Clear %1? What is needed again is asked for again.").arg(extent));
    m_buttons->hide();
    m_questionBar->show();
    m_no->setFocus();
}

QString KeptData::question() const
{
    return m_asked.empty() ? QString() : m_question->text();
}

void KeptData::answer(bool yes)
{
    const std::vector<CacheClearing> asked = std::exchange(m_asked, {});
    m_questionBar->hide();
    m_buttons->show();
    m_table->setFocus();
    if (!yes)
        return;
    for (const CacheClearing &what : asked)
        m_desk.clear(what);
}

/// Once, when nothing is under way any more: each chosen symbol is answered on its own.
void KeptData::sayOutcome()
{
    if (m_desk.isClearing())
        return;
    const Outcome outcome = std::exchange(m_outcome, {});
    if (outcome.cleared == 0)
        return say(tr("Nothing was cleared: %1").arg(outcome.reason));
    QString text = tr("Cleared: %1 on the disk are free again.")
                       .arg(datatext::bytes(outcome.freed, QLocale()));
    if (outcome.failed > 0)
        text += u' '
            + tr("%n symbol(s) could not be cleared: %1", nullptr, outcome.failed)
                  .arg(outcome.reason);
    say(text);
}

// --- words --------------------------------------------------------------------------------------

void KeptData::retranslate()
{
    m_symbols->setName(tr("Symbols"));
    m_bars->setName(tr("Bars"));
    m_size->setName(tr("On the disk"));
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter the symbols"));
    m_table->setAccessibleName(tr("Symbols that are kept"));
    m_clearChosen->setText(tr("&Clear selected"));
    m_clearOld->setText(tr("Clear &older than"));
    showDaysWord();
    m_days->setAccessibleName(tr("Not used for so many days"));
    m_clearAll->setText(tr("Clear &everything"));
    m_yes->setText(tr("C&lear"));
    m_no->setText(tr("&Keep"));
    m_keep->setText(tr("Keep charts on the &disk"));
    m_keep->setToolTip(tr("A chart seen before opens at once, and only what is new is asked for."));
    m_limitLabel->setText(tr("At &most"));
    m_limit->setSuffix(tr(" MB"));
    m_limit->setSpecialValueText(tr("No limit"));
    m_limit->setToolTip(tr("Over the limit, what was not used for the longest goes first."));
    m_limit->setAccessibleName(tr("At most so many megabytes on the disk"));
    showTrouble();
    showChoices();
    showStatistics();
}

void KeptData::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace tapeline
