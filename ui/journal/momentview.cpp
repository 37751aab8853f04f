#include "momentview.h"

#include "momentrows.h"
#include "theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

MomentView::MomentView(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_grid(new QGridLayout(this))
{
    m_grid->setColumnStretch(3, 1);
    connect(&theme, &Theme::changed, this, &MomentView::restyle);
}

void MomentView::showTrade(const TradeRecord &trade)
{
    m_trade = trade;
    rebuild();
}

QLabel *MomentView::label(int row, int column)
{
    while (int(m_rows.size()) <= row) {
        std::array<QLabel *, 3> cells {};
        for (std::size_t i = 0; i < cells.size(); ++i) {
            cells[i] = new QLabel(this);
            cells[i]->setTextFormat(Qt::PlainText);
            if (i > 0) {
                cells[i]->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
                cells[i]->setTextInteractionFlags(Qt::TextSelectableByMouse);
            }
            m_grid->addWidget(cells[i], int(m_rows.size()), int(i));
        }
        m_rows.push_back(cells);
        restyle();
    }
    return m_rows[std::size_t(row)][std::size_t(column)];
}

void MomentView::rebuild()
{
    label(0, 1)->setText(tr("Entry"));
    label(0, 2)->setText(tr("Exit"));
    int row = 1;
    for (const MomentRow &fact : momentRows(m_trade)) {
        label(row, 0)->setText(fact.name);
        label(row, 1)->setText(fact.entry);
        label(row, 2)->setText(fact.exit);
        for (int column = 0; column < 3; ++column)
            label(row, column)->setToolTip(fact.hint);
        label(row, 1)->setAccessibleName(tr("%1 at the entry").arg(fact.name));
        label(row, 2)->setAccessibleName(tr("%1 at the exit").arg(fact.name));
        ++row;
    }
    m_grid->setRowStretch(row, 1);
}

QStringList MomentView::lines() const
{
    QStringList lines;
    for (std::size_t row = 1; row < m_rows.size(); ++row)
        lines.append(u"%1: %2 | %3"_s.arg(m_rows[row][0]->text(), m_rows[row][1]->text(),
                                          m_rows[row][2]->text()));
    return lines;
}

void MomentView::restyle()
{
    const int edge = m_theme.scaled(10);
    m_grid->setContentsMargins(edge, m_theme.scaled(6), edge, m_theme.scaled(6));
    m_grid->setHorizontalSpacing(m_theme.scaled(24));
    m_grid->setVerticalSpacing(m_theme.scaled(3));
    for (std::size_t row = 0; row < m_rows.size(); ++row)
        for (std::size_t column = 0; column < 3; ++column) {
            const bool isName = row == 0 || column == 0;
            m_rows[row][column]->setProperty("muted", isName);
            m_rows[row][column]->setFont(m_theme.font(isName ? FontRole::Small : FontRole::Text));
        }
}

void MomentView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && m_trade.key != TradeKey())
        rebuild();
    QWidget::changeEvent(event);
}

} // namespace tapeline
