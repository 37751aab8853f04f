#include "panel.h"

#include "badgelabel.h"
#include "linkbutton.h"
#include "panelheader.h"
#include "symbology.h"
#include "theme.h"
#include "timeframetext.h"

#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace tapeline {

Panel::Panel(const PanelContext &context, QWidget *parent)
    : QWidget(parent)
    , m_theme(context.theme)
    , m_settings(context.settings)
    , m_links(context.links)
    , m_commands(context.commands)
    , m_type(context.type)
    , m_id(context.id)
    , m_header(new PanelHeader(context.theme, context.links, this))
{
    setObjectName(u"panelContent"_s);
    setAttribute(Qt::WA_StyledBackground);
    setFocusPolicy(Qt::ClickFocus);
    m_header->setFocusProxy(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header); // until a dock takes it as its title bar

    connect(m_header->linkButton(), &LinkButton::colorChosen, this, &Panel::setLinkColor);
    connect(&m_links, &LinkGroups::symbolChanged, this, &Panel::followGroup);
}

void Panel::setTitle(const QString &title)
{
    m_title = title;
    updateTitle();
}

QString Panel::fullTitle() const
{
    if (m_symbol.isEmpty() || !m_symbolInTitle)
        return m_title;
    if (m_timeframe)
        //: Title of a panel; %1 is a symbol, %2 a timeframe, %3 what is shown: "AAPL · 5m  Chart"
        return tr("%1 · %2  %3").arg(m_symbol, timeframeLabel(*m_timeframe), m_title);
    //: Title of a panel; %1 is a symbol such as AAPL, %2 what is shown, such as "Chart"
    return tr("%1  %2").arg(m_symbol, m_title);
}

void Panel::setContent(QWidget *content)
{
    static_cast<QVBoxLayout *>(layout())->addWidget(content,
                                                    1); // the notes above take what they need
    setFocusProxy(content);
}

void Panel::setBadge(const DataBadge &badge, const BarOrigin &origin,
                     std::optional<Product> product)
{
    m_header->badge()->setBadge(badge, origin,
                                product.value_or(productOf(symbology::classOf(symbol()))));
}

void Panel::setPlanNote(const QString &text)
{
    if (text == planNote())
        return;
    if (!m_planNote)
        makePlanNote();
    m_planNote->setText(text);
    m_planNote->setVisible(!text.isEmpty());
}

QString Panel::planNote() const
{
    return m_planNote ? m_planNote->text() : QString();
}

void Panel::makePlanNote()
{
    m_planNote = new QLabel(this);
    m_planNote->setObjectName(u"planNote"_s);
    m_planNote->setTextFormat(Qt::PlainText);
    m_planNote->setWordWrap(true);
    // Below the header, which is not here any more when a dock has taken it
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->insertWidget(column->indexOf(m_header) + 1, m_planNote);
    const auto restyle = [this] { m_planNote->setFont(m_theme.font(FontRole::Small)); };
    connect(&m_theme, &Theme::changed, m_planNote, restyle);
    restyle();
}

void Panel::setSymbol(const QString &symbol)
{
    if (m_link == LinkColor::None)
        showSymbol(symbol);
    else
        m_links.setSymbol(m_link, symbol);
}

void Panel::setLinkColor(LinkColor color)
{
    if (color == m_link)
        return;
    m_link = color;
    m_header->linkButton()->setColor(color);
    // A group without a symbol takes the one of its first panel
    const QString symbol = m_links.symbol(color);
    if (!symbol.isEmpty())
        showSymbol(symbol);
    else if (!m_symbol.isEmpty())
        m_links.setSymbol(color, m_symbol);
    emit linkColorChanged(color);
}

void Panel::setSymbolInTitle(bool shown)
{
    m_symbolInTitle = shown;
    updateTitle();
}

void Panel::setTimeframe(Timeframe timeframe)
{
    if (timeframe == m_timeframe)
        return;
    m_timeframe = timeframe;
    updateTitle();
    emit timeframeChanged(timeframe);
}

void Panel::followGroup(LinkColor color, const QString &symbol)
{
    if (color == m_link)
        showSymbol(symbol);
}

void Panel::showSymbol(const QString &symbol)
{
    if (symbol == m_symbol)
        return;
    m_symbol = symbol;
    updateTitle();
    emit symbolChanged(symbol);
}

void Panel::updateTitle()
{
    m_header->setTitle(fullTitle());
    setAccessibleName(fullTitle());
    emit titleChanged(fullTitle());
}

void Panel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        updateTitle();
    }
    QWidget::changeEvent(event);
}

void Panel::keyPressEvent(QKeyEvent *event)
{
    const QString text = event->text();
    const bool plain = !(event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
    const bool begins
        = !text.isEmpty() && (text.at(0).isLetter() || (m_timeframe && text.at(0).isDigit()));
    if (!plain || !begins) {
        QWidget::keyPressEvent(event);
        return;
    }
    emit symbolTyped(text);
}

} // namespace tapeline
