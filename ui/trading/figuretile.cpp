#include "figuretile.h"

#include "theme.h"

#include <QLabel>
#include <QVBoxLayout>

namespace tapeline {

FigureTile::FigureTile(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_name(new QLabel(this))
    , m_figure(new QLabel(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_name);
    column->addWidget(m_figure);
    m_name->setProperty("muted", true);
    m_figure->setTextInteractionFlags(Qt::TextSelectableByMouse);
    connect(&theme, &Theme::changed, this, &FigureTile::restyle);
    restyle();
}

void FigureTile::setName(const QString &name)
{
    m_name->setText(name);
    setAccessibleName(name);
}

void FigureTile::setFigure(const QString &text, int sign, bool isStale)
{
    m_figure->setText(text);
    if (sign == m_sign && isStale == m_stale)
        return;
    m_sign = sign;
    m_stale = isStale;
    restyle();
}

QString FigureTile::text() const
{
    return m_figure->text();
}

void FigureTile::restyle()
{
    layout()->setSpacing(m_theme.scaled(1));
    m_name->setFont(m_theme.font(FontRole::Small));
    m_figure->setFont(m_theme.font(FontRole::Strong));
    QPalette colors = m_figure->palette();
    const QColor color = m_theme.color(m_stale          ? ColorRole::MutedText
                                           : m_sign > 0 ? ColorRole::Up
                                           : m_sign < 0 ? ColorRole::Down
                                                        : ColorRole::Text);
    for (const QPalette::ColorRole role :
         { QPalette::WindowText, QPalette::Text }) // as it can be chosen
        colors.setColor(role, color);
    m_figure->setPalette(colors);
}

} // namespace tapeline
