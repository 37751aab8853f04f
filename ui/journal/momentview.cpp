#include "momentview.h"

#include "momentrows.h"
#include "theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int blocks = 2;
constexpr int columnsPerBlock = 4; // the last one keeps the blocks apart

} // namespace

MomentView::MomentView(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_grid(new QGridLayout(this))
{
    connect(&theme, &Theme::changed, this, &MomentView::restyle);
}

void MomentView::showTrade(const TradeRecord &trade)
{
    m_trade = trade;
    rebuild();
}

MomentView::Line MomentView::addLine(int row, int block)
{
    Line line {};
    for (std::size_t i = 0; i < line.size(); ++i) {
        line[i] = new QLabel(this);
        line[i]->setTextFormat(Qt::PlainText);
        if (i > 0) {
            line[i]->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
            line[i]->setTextInteractionFlags(Qt::TextSelectableByMouse);
        }
        m_grid->addWidget(line[i], row, block * columnsPerBlock + int(i));
    }
    return line;
}

/// Once: the facts are always the same ones.
void MomentView::makeLines(std::size_t facts)
{
    if (!m_facts.empty())
        return;
    const auto perBlock = int((facts + blocks - 1) / blocks);
    for (int block = 0; block < blocks; ++block) {
        m_heads.push_back(addLine(0, block));
        m_grid->setColumnMinimumWidth(block * columnsPerBlock + columnsPerBlock - 1,
                                      m_theme.scaled(24));
    }
    for (int i = 0; i < int(facts); ++i)
        m_facts.push_back(addLine(1 + i % perBlock, i / perBlock));
    m_grid->setRowStretch(1 + perBlock, 1);
    m_grid->setColumnStretch(blocks * columnsPerBlock, 1);
    restyle();
}

void MomentView::rebuild()
{
    const std::vector<MomentRow> facts = momentRows(m_trade);
    makeLines(facts.size());
    for (const Line &head : m_heads) {
        head[1]->setText(tr("Entry"));
        head[2]->setText(tr("Exit"));
    }
    for (std::size_t i = 0; i < facts.size(); ++i) {
        const Line &line = m_facts[i];
        line[0]->setText(facts[i].name);
        line[1]->setText(facts[i].entry);
        line[2]->setText(facts[i].exit);
        for (QLabel *label : line)
            label->setToolTip(facts[i].hint);
        line[1]->setAccessibleName(tr("%1 at the entry").arg(facts[i].name));
        line[2]->setAccessibleName(tr("%1 at the exit").arg(facts[i].name));
    }
}

QStringList MomentView::lines() const
{
    QStringList lines;
    for (const Line &line : m_facts)
        lines.append(u"%1: %2 | %3"_s.arg(line[0]->text(), line[1]->text(), line[2]->text()));
    return lines;
}

void MomentView::restyle()
{
    const int edge = m_theme.scaled(10);
    m_grid->setContentsMargins(edge, m_theme.scaled(6), edge, m_theme.scaled(6));
    m_grid->setHorizontalSpacing(m_theme.scaled(16));
    m_grid->setVerticalSpacing(m_theme.scaled(3));
    const auto style = [this](QLabel *label, bool isName) {
        label->setProperty("muted", isName);
        label->setFont(m_theme.font(isName ? FontRole::Small : FontRole::Text));
    };
    for (const Line &head : m_heads)
        for (QLabel *label : head)
            style(label, true);
    for (const Line &line : m_facts)
        for (QLabel *label : line)
            style(label, label == line[0]);
}

void MomentView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && m_trade.key != TradeKey())
        rebuild();
    QWidget::changeEvent(event);
}

} // namespace tapeline
