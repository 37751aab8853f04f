#include "strategylegsview.h"

#include "strategybuilder.h"
#include "strategylegrow.h"
#include "theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int greeksFrom = 860; ///< pixels of width that Greeks take to be shown
constexpr int quotesFrom = 660;
constexpr int pricesFrom = 565;
constexpr int leastWidth = 486;

} // namespace

StrategyLegsView::StrategyLegsView(const Theme &theme, StrategyBuilder &builder, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_builder(builder)
    , m_grid(new QGridLayout(this))
    , m_empty(new QLabel(this))
{
    setObjectName(u"strategyLegs"_s);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(3);
    for (int column = 0; column < columnCount; ++column) {
        auto *head = new QLabel(this);
        head->setProperty("muted", true);
        if (column == QtyColumn || (column >= BidColumn && column < RemoveColumn))
            head->setAlignment(Qt::AlignRight);
        m_heads[std::size_t(column)] = head;
        m_grid->addWidget(head, 0, column);
    }
    for (int column = VolatilityColumn; column < RemoveColumn; ++column)
        m_grid->setColumnStretch(column, 1);
    m_empty->setWordWrap(true);
    m_empty->setProperty("muted", true);
    m_grid->addWidget(m_empty, 1, 0, 1, columnCount);
    connect(&builder, &StrategyBuilder::draftChanged, this, &StrategyLegsView::showLegs);
    connect(&builder, &StrategyBuilder::evaluated, this, &StrategyLegsView::showLegs);
    connect(&builder, &StrategyBuilder::chainChanged, this, &StrategyLegsView::showLegs);
    connect(&theme, &Theme::changed, this, &StrategyLegsView::restyle);
    restyle();
    retranslate();
}

StrategyLegsView::~StrategyLegsView() = default;

void StrategyLegsView::showLegs()
{
    const StrategyDraft draft = m_builder.draft();
    const StrategyEvaluation &seen = m_builder.evaluation();
    const bool isOther = m_rows.size() != draft.legs.size();
    while (m_rows.size() > draft.legs.size())
        m_rows.pop_back();
    while (m_rows.size() < draft.legs.size()) {
        auto row = std::make_unique<StrategyLegRow>(m_theme, m_builder, m_rows.size(), this);
        for (int column = 0; column < columnCount; ++column)
            m_grid->addWidget(row->cell(column), int(m_rows.size()) + 1, column);
        m_rows.push_back(std::move(row));
    }
    // Until it is reckoned anew the evaluation may be of other legs
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const bool fits = i < seen.legs.size() && seen.legs[i].leg == draft.legs[i];
        m_rows[i]->show(draft.legs[i], fits ? &seen.legs[i] : nullptr, m_builder.book());
    }
    m_empty->setVisible(m_rows.empty());
    if (isOther)
        fitColumns();
}

/// Greeks go first for want of room, then the quotes.
void StrategyLegsView::fitColumns()
{
    for (int column = 0; column < columnCount; ++column) {
        const bool isGreek = column >= VolatilityColumn && column <= VegaColumn;
        const bool isQuote = column == BidColumn || column == AskColumn;
        const bool isPrice = column == PriceColumn;
        if (!isGreek && !isQuote && !isPrice) {
            m_heads[std::size_t(column)]->setVisible(!m_rows.empty());
            continue;
        }
        const bool shown = width() >= m_theme.scaled(isGreek       ? greeksFrom
                                                         : isQuote ? quotesFrom
                                                                   : pricesFrom);
        m_heads[std::size_t(column)]->setVisible(shown && !m_rows.empty());
        for (const auto &row : m_rows)
            row->cell(column)->setVisible(shown);
    }
}

void StrategyLegsView::retranslate()
{
    const std::array<QString, columnCount> heads {
        tr("Side"),  tr("Size"),  tr("Expiration"), tr("Strike"), QString(),
        tr("Bid"),   tr("Price"), tr("Ask"),        tr("IV"),     tr("Delta"),
        tr("Gamma"), tr("Theta"), tr("Vega"),       QString(),
    };
    for (std::size_t column = 0; column < heads.size(); ++column)
        m_heads[column]->setText(heads[column]);
    m_empty->setText(tr("Choose a template, or click a bid or an ask in the options chain to add "
                        "a leg."));
    for (const auto &row : m_rows)
        row->retranslate();
    showLegs();
}

void StrategyLegsView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void StrategyLegsView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitColumns();
}

void StrategyLegsView::restyle()
{
    setMinimumWidth(m_theme.scaled(leastWidth)); // less than all columns take
    for (QLabel *head : m_heads)
        head->setFont(m_theme.font(FontRole::Small));
    for (const auto &row : m_rows)
        row->restyle();
}

} // namespace tapeline
