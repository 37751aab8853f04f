#include "dashboardsection.h"

#include "theme.h"
#include "tradestudy.h"

#include <QEvent>
#include <QLabel>
#include <QLayout>

namespace tapeline {

DashboardSection::DashboardSection(TradeStudy &study, const Theme &theme, const QString &name,
                                   QWidget *parent)
    : QWidget(parent)
    , m_study(study)
    , m_theme(theme)
{
    setObjectName(name);
    connect(&study, &TradeStudy::changed, this, &DashboardSection::refreshSoon);
    connect(&theme, &Theme::changed, this, [this] { restyle(); });
}

const TradeSample &DashboardSection::sample() const
{
    return *m_study.sample();
}

bool DashboardSection::canRefresh() const
{
    return isVisible() && m_study.sample() && !m_study.sample()->trades().empty();
}

void DashboardSection::refreshSoon()
{
    m_isStale = !canRefresh();
    if (!m_isStale)
        refresh();
}

QLabel *DashboardSection::addHeading()
{
    auto *label = new QLabel(this);
    m_labels.append(label);
    return label;
}

QLabel *DashboardSection::addNote()
{
    QLabel *label = addHeading();
    label->setWordWrap(true);
    label->setProperty("muted", true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

void DashboardSection::restyle()
{
    for (QLabel *label : m_labels)
        label->setFont(m_theme.font(label->wordWrap() ? FontRole::Small : FontRole::Strong));
    if (layout()) {
        const int edge = m_theme.scaled(12);
        layout()->setContentsMargins(edge, m_theme.scaled(8), edge, m_theme.scaled(8));
        layout()->setSpacing(m_theme.scaled(6));
    }
}

/// Fonts do not outlive a move into another dock.
void DashboardSection::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    restyle();
    if (m_isStale)
        refreshSoon();
}

void DashboardSection::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refreshSoon();
    }
}

} // namespace tapeline
