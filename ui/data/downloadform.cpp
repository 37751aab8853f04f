#include "downloadform.h"

#include "datadesk.h"
#include "datatext.h"
#include "desktoolbar.h"
#include "theme.h"
#include "timeframetext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

#include <algorithm>
#include <array>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array spanMonths { 1, 6, 12, 24, 60 };
constexpr int usualMonths = 12;
constexpr int monthsOfAYear = 12;
constexpr Timeframe usualTimeframe(1, TimeUnit::Minute);
constexpr int gap = 8;
const QDate firstDay(1990, 1, 1);

} // namespace

DownloadForm::DownloadForm(const Theme &theme, DataDesk &desk, Watchlists watchlists,
                           QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_desk(desk)
    , m_watchlists(std::move(watchlists))
    , m_symbolsLabel(new QLabel(this))
    , m_symbols(new QLineEdit(this))
    , m_take(new QToolButton(this))
    , m_timeframeLabel(new QLabel(this))
    , m_timeframe(new QComboBox(this))
    , m_daysLabel(new QLabel(this))
    , m_from(new QDateEdit(this))
    , m_toLabel(new QLabel(this))
    , m_to(new QDateEdit(this))
    , m_adjusted(new QCheckBox(this))
    , m_note(new QLabel(this))
    , m_start(new QPushButton(this))
{
    m_symbols->setObjectName(u"downloadSymbols"_s);
    m_take->setObjectName(u"takeWatchlist"_s);
    m_timeframe->setObjectName(u"downloadTimeframe"_s);
    m_from->setObjectName(u"downloadFrom"_s);
    m_to->setObjectName(u"downloadTo"_s);
    m_adjusted->setObjectName(u"downloadAdjusted"_s);
    m_note->setObjectName(u"downloadNote"_s);
    m_start->setObjectName(u"startDownload"_s);
    for (const Timeframe timeframe : deskTimeframes())
        m_timeframe->addItem(timeframeName(timeframe), timeframe.toString());
    m_timeframe->setCurrentIndex(m_timeframe->findData(usualTimeframe.toString()));
    m_adjusted->setChecked(true);
    assemble();
    connectParts();
    chooseMonths(usualMonths);
    restyle();
    retranslate();
}

// --- parts --------------------------------------------------------------------------------------

void DownloadForm::assemble()
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(18);
    form->setVerticalSpacing(10);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_symbolsLabel->setBuddy(m_symbols);
    m_timeframeLabel->setBuddy(m_timeframe);
    m_daysLabel->setBuddy(m_from);
    form->addRow(m_symbolsLabel, makeSymbols());
    form->addRow(m_timeframeLabel, m_timeframe);
    form->addRow(m_daysLabel, makeDays());
    form->addRow(QString(), m_adjusted);
    form->addRow(makeEnd());
    QList<QWidget *> order { m_symbols, m_take, m_timeframe, m_from, m_to };
    order << QList<QWidget *>(m_spans.begin(), m_spans.end()) << m_adjusted << m_start;
    for (qsizetype at = 1; at < order.size(); ++at)
        setTabOrder(order[at - 1], order[at]);
}

QWidget *DownloadForm::makeSymbols()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gap);
    m_take->setPopupMode(QToolButton::InstantPopup);
    m_take->setMenu(new QMenu(m_take));
    m_take->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_take->setProperty("framed", true);
    row->addWidget(m_symbols, 1);
    row->addWidget(m_take);
    return bar;
}

QWidget *DownloadForm::makeDays()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gap);
    for (QDateEdit *day : { m_from, m_to }) {
        day->setDisplayFormat(u"yyyy-MM-dd"_s); // typed the same in every language
        day->setMinimumDate(firstDay);
    }
    row->addWidget(m_from);
    row->addWidget(m_toLabel);
    row->addWidget(m_to);
    row->addStretch(1);
    for (const int months : spanMonths) {
        auto *span = new QToolButton(this);
        span->setObjectName(u"months%1"_s.arg(months));
        span->setProperty("segment", true);
        connect(span, &QToolButton::clicked, this, [this, months] { chooseMonths(months); });
        row->addWidget(span);
        m_spans.append(span);
    }
    return bar;
}

QWidget *DownloadForm::makeEnd()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gap);
    m_note->setWordWrap(true);
    m_start->setProperty("primary", true);
    row->addWidget(m_note, 1);
    row->addWidget(m_start, 0, Qt::AlignBottom);
    return bar;
}

void DownloadForm::connectParts()
{
    connect(m_symbols, &QLineEdit::textChanged, this, &DownloadForm::showNote);
    connect(m_symbols, &QLineEdit::returnPressed, this, &DownloadForm::start);
    connect(m_timeframe, &QComboBox::currentIndexChanged, this, &DownloadForm::showNote);
    connect(m_from, &QDateEdit::dateChanged, this, &DownloadForm::showNote);
    connect(m_to, &QDateEdit::dateChanged, this, &DownloadForm::showNote);
    connect(m_start, &QPushButton::clicked, this, &DownloadForm::start);
    connect(m_take->menu(), &QMenu::aboutToShow, this, &DownloadForm::fillWatchlists);
    connect(&m_desk, &DataDesk::capabilitiesChanged, this, &DownloadForm::showNote);
    connect(&m_desk, &DataDesk::downloadRefused, this,
            [this](const QString &why) { say(why, true); });
    connect(&m_theme, &Theme::changed, this, &DownloadForm::restyle);
}

void DownloadForm::restyle()
{
    m_symbols->setMinimumWidth(m_theme.scaled(220));
    for (QDateEdit *day : { m_from, m_to })
        day->setMinimumWidth(m_theme.scaled(128));
}

// --- what is typed ------------------------------------------------------------------------------

void DownloadForm::fillWatchlists()
{
    QMenu *menu = m_take->menu();
    menu->clear();
    for (const Watchlist &list : m_watchlists ? m_watchlists() : QList<Watchlist>())
        if (!list.symbols.isEmpty())
            menu->addAction(QString(list.name).replace(u'&', u"&&"_s), this,
                            [this, list] { m_symbols->setText(list.symbols.join(u' ')); });
    if (menu->isEmpty())
        menu->addAction(tr("No watchlist is open."))->setEnabled(false);
}

void DownloadForm::chooseMonths(int months)
{
    m_months = months;
    m_spanEnd = m_desk.today();
    m_to->setDate(m_spanEnd);
    m_from->setDate(m_spanEnd.addMonths(-months));
}

void DownloadForm::begin()
{
    if (m_to->date() == m_spanEnd && m_from->date() == m_spanEnd.addMonths(-m_months))
        chooseMonths(m_months);
    m_symbols->setFocus();
}

DownloadDraft DownloadForm::draft() const
{
    const Result<Timeframe> timeframe = Timeframe::parse(m_timeframe->currentData().toString());
    return { m_symbols->text(), timeframe.value_or(usualTimeframe), m_from->date(), m_to->date(),
             m_adjusted->isChecked() };
}

QString DownloadForm::note() const
{
    return m_note->text();
}

/// What is half typed is not complained about, before it was tried.
void DownloadForm::showNote()
{
    const CheckedDownload checked
        = downloaddrafts::check(draft(), m_desk.today(), m_desk.capabilities());
    if (checked.order)
        say(datatext::estimate(m_desk.estimate(*checked.order), QLocale()), false);
    else
        say(m_tried ? checked.complaint : QString(), m_tried);
}

void DownloadForm::say(const QString &text, bool isComplaint)
{
    m_note->setText(text);
    m_note->setAccessibleName(text);
    m_note->setProperty("wrong", isComplaint);
    m_note->style()->unpolish(m_note); // its colour is chosen anew
    m_note->style()->polish(m_note);
}

void DownloadForm::start()
{
    const CheckedDownload checked
        = downloaddrafts::check(draft(), m_desk.today(), m_desk.capabilities());
    m_tried = !checked.order;
    if (m_tried)
        return showNote();
    m_symbols->clear(); // the next one is another one
    m_desk.start(*checked.order);
}

// --- words --------------------------------------------------------------------------------------

void DownloadForm::retranslate()
{
    m_symbolsLabel->setText(tr("&Symbols"));
    m_symbols->setPlaceholderText(tr("AAPL MSFT SPY"));
    m_symbols->setAccessibleName(tr("Symbols, set apart by blanks"));
    m_take->setText(tr("Watchlist"));
    m_take->setToolTip(tr("Take the symbols of a watchlist"));
    m_take->setAccessibleName(m_take->toolTip());
    m_timeframeLabel->setText(tr("&Bars of"));
    m_timeframe->setAccessibleName(tr("Bars of"));
    for (int row = 0; row < m_timeframe->count(); ++row)
        m_timeframe->setItemText(row, timeframeName(deskTimeframes()[row]));
    m_daysLabel->setText(tr("&From"));
    m_from->setAccessibleName(tr("First day"));
    //: Between two days: from 2024-01-02 to 2024-06-28
    m_toLabel->setText(tr("to"));
    m_to->setAccessibleName(tr("Last day"));
    for (std::size_t at = 0; at < spanMonths.size(); ++at) {
        const int months = spanMonths[at];
        const bool years = months % monthsOfAYear == 0;
        QToolButton *span = m_spans[qsizetype(at)];
        //: Button: so many years, so many months
        span->setText(
            (years ? tr("%1 Y") : tr("%1 M")).arg(years ? months / monthsOfAYear : months));
        span->setAccessibleName(years ? tr("The last %n year(s)", nullptr, months / monthsOfAYear)
                                      : tr("The last %n month(s)", nullptr, months));
        span->setToolTip(span->accessibleName());
    }
    m_adjusted->setText(tr("&Adjusted for splits"));
    m_start->setText(tr("&Download"));
    showNote();
}

void DownloadForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace tapeline
