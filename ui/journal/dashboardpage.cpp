#include "dashboardpage.h"

#include "breakdownsection.h"
#include "comparisonsection.h"
#include "distributionsection.h"
#include "excursionsection.h"
#include "journalselection.h"
#include "overviewsection.h"
#include "theme.h"
#include "tradestudy.h"
#include "whatifsection.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QStackedWidget>

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto sectionKey = "section"_L1;

} // namespace

DashboardPage::DashboardPage(JournalSelection &selection, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_selection(selection)
    , m_theme(theme)
    , m_study(new TradeStudy(selection, this))
    , m_list(new QListWidget(this))
    , m_pages(new QStackedWidget(this))
    , m_sections(new QStackedWidget(this))
    , m_nothing(new QLabel(this))
    , m_clear(new QPushButton(this))
{
    setObjectName(u"dashboards"_s);
    m_list->setObjectName(u"dashboardSections"_s);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    addSection(new OverviewSection(*m_study, theme));
    addSection(new DistributionSection(*m_study, theme));
    addSection(new BreakdownSection(*m_study, theme));
    addSection(new ExcursionSection(*m_study, theme));
    addSection(new WhatIfSection(*m_study, theme));
    addSection(new ComparisonSection(*m_study, theme));
    m_pages->addWidget(m_sections);
    m_pages->addWidget(makeNothing());
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_list);
    row->addWidget(m_pages, 1);
    setFocusProxy(m_list);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int at) {
        m_sections->setCurrentIndex(at);
        emit stateChanged();
    });
    connect(m_study, &TradeStudy::changed, this, &DashboardPage::showState);
    connect(&selection, &JournalSelection::changed, this, &DashboardPage::showState);
    connect(&selection.journal(), &Journal::catchingUpChanged, this, &DashboardPage::showState);
    connect(&theme, &Theme::changed, this, &DashboardPage::restyle);
    retranslate();
    restyle();
    m_list->setCurrentRow(0);
    showState();
}

void DashboardPage::addSection(DashboardSection *section)
{
    m_all.push_back(section);
    m_sections->addWidget(section);
    new QListWidgetItem(m_list);
    connect(section, &DashboardSection::tradeChosen, this, &DashboardPage::tradeChosen);
    connect(section, &DashboardSection::filterWanted, this, &DashboardPage::filterWanted);
    connect(section, &DashboardSection::stateChanged, this, &DashboardPage::stateChanged);
}

QWidget *DashboardPage::makeNothing()
{
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    m_nothing->setObjectName(u"noTrades"_s);
    m_nothing->setWordWrap(true);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setProperty("muted", true);
    m_clear->setObjectName(u"clearFilter"_s);
    column->addStretch(2);
    column->addWidget(m_nothing);
    column->addWidget(m_clear, 0, Qt::AlignCenter);
    column->addStretch(3);
    connect(m_clear, &QPushButton::clicked, this, [this] {
        JournalFilter all;
        all.market = m_selection.filter().market;
        all.account = m_selection.filter().account;
        emit filterWanted(all);
    });
    return page;
}

/// The sections, or why there is nothing to show and what to do.
void DashboardPage::showState()
{
    const std::vector<const TradeRecord *> &trades = m_selection.trades();
    const bool hasAny
        = std::ranges::any_of(trades, [](const TradeRecord *trade) { return !trade->isOpen(); });
    m_pages->setCurrentIndex(hasAny && m_study->sample() ? 0 : 1);
    m_list->setEnabled(hasAny);
    const bool isFiltered = !m_selection.filter().isEmpty();
    m_clear->setVisible(!hasAny && isFiltered);
    if (hasAny)
        m_nothing->setText(tr("Reckoning…"));
    else if (m_selection.journal().isCatchingUp())
        m_nothing->setText(tr("The journal is being read. Trades appear here as they are formed."));
    else if (isFiltered)
        m_nothing->setText(tr("No closed trade passes the filter."));
    else if (!trades.empty())
        m_nothing->setText(tr("No trade is closed yet. Figures appear with the first one."));
    else
        m_nothing->setText(
            tr("There are no trades yet.\n\nOpen and close a position, by the ticket, the chart or "
               "the ladder, and it is written down here by itself; or import the fills of your "
               "broker."));
}

void DashboardPage::showSection(const QString &name)
{
    const auto found = std::ranges::find(m_all, name, &QObject::objectName);
    if (found != m_all.end())
        m_list->setCurrentRow(int(found - m_all.begin()));
}

QString DashboardPage::section() const
{
    return m_sections->currentWidget()->objectName();
}

/// Nothing is copied or reckoned for who does not look.
void DashboardPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    restyle();
    m_study->setActive(true);
}

void DashboardPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_study->setActive(false);
}

void DashboardPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void DashboardPage::retranslate()
{
    for (std::size_t i = 0; i < m_all.size(); ++i)
        m_list->item(int(i))->setText(m_all[i]->title());
    m_list->setAccessibleName(tr("Sections of the dashboards"));
    m_clear->setText(tr("Clear the filter"));
    showState();
}

void DashboardPage::restyle()
{
    m_list->setFont(m_theme.font());
    m_list->setFixedWidth(m_list->sizeHintForColumn(0) + m_theme.scaled(28));
    m_nothing->setFont(m_theme.font());
    const int edge = m_theme.scaled(40);
    m_nothing->setContentsMargins(edge, 0, edge, m_theme.scaled(12));
}

QJsonObject DashboardPage::saveState() const
{
    QJsonObject state { { sectionKey, section() } };
    for (const DashboardSection *section : m_all)
        state.insert(section->objectName(), section->saveState());
    return state;
}

void DashboardPage::restoreState(const QJsonObject &state)
{
    for (DashboardSection *section : m_all)
        section->restoreState(state[section->objectName()].toObject());
    showSection(state[sectionKey].toString());
}

} // namespace tapeline
