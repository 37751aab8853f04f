#include "figuretile.h"

#include "theme.h"

#include <QLabel>
#include <QStyle>
#include <QVBoxLayout>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

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
    const QString look = isStale ? u"old"_s : sign > 0 ? u"up"_s : sign < 0 ? u"down"_s : QString();
    if (m_figure->property("sign").toString() == look)
        return;
    m_figure->setProperty("sign", look);
    m_figure->style()->unpolish(m_figure); // its colour is chosen anew
    m_figure->style()->polish(m_figure);
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
}

} // namespace tapeline
