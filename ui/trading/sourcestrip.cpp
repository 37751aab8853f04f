#include "sourcestrip.h"

#include "theme.h"
#include "tradedesk.h"

#include <QPainter>

namespace tapeline {

std::optional<DataBadge> accountBadge(const TradeDesk &desk)
{
    DataBadge badge;
    badge.source = desk.source();
    if (badge.source != DataSource::Live)
        return badge;
    if (const PaperAccountView *account = desk.account())
        for (const PositionRow &position : account->positions)
            if (const InstrumentSnapshot *seen = desk.market(position.symbol))
                return seen->badge;
    return std::nullopt;
}

SourceStrip::SourceStrip(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("sourceStrip"));
    connect(&theme, &Theme::changed, this, &SourceStrip::restyle);
    restyle();
    hide();
}

void SourceStrip::setSource(DataSource source)
{
    m_source = source;
    setVisible(source != DataSource::Live);
    restyle();
}

/// A replay stands out; the simulated market is what one learns with.
void SourceStrip::restyle()
{
    setFixedHeight(m_theme.scaled(m_source == DataSource::Replay ? 3 : 2));
    update();
}

void SourceStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(
        rect(),
        m_theme.color(m_source == DataSource::Replay ? ColorRole::Replay : ColorRole::Simulated));
}

} // namespace tapeline
