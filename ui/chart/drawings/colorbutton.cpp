#include "colorbutton.h"

#include "linecolors.h"

#include <QColorDialog>
#include <QMenu>
#include <QPainter>
#include <QStyleOptionToolButton>
#include <QStylePainter>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int lineColors = 8;
constexpr int swatchSize = 14;

QIcon swatch(const QColor &color)
{
    QPixmap pixmap(2 * swatchSize, 2 * swatchSize);
    pixmap.fill(color);
    pixmap.setDevicePixelRatio(2);
    return pixmap;
}

} // namespace

ColorButton::ColorButton(const ChartColors &colors, const QColor &themeColor, QWidget *parent)
    : QToolButton(parent)
    , m_themeColor(themeColor)
    , m_menu(new QMenu(this))
{
    setPopupMode(QToolButton::InstantPopup);
    setMenu(m_menu);
    setFocusPolicy(Qt::StrongFocus);
    setFixedSize(40, 26);
    fillMenu(colors);
    setColor(0);
}

void ColorButton::fillMenu(const ChartColors &colors)
{
    const auto add = [this](const QString &name, quint32 value, const QColor &color) {
        QAction *action = m_menu->addAction(swatch(color), name);
        action->setObjectName(u"color%1"_s.arg(value, 8, 16, QLatin1Char('0')));
        connect(action, &QAction::triggered, this, [this, value] { choose(value); });
    };
    add(tr("As the theme has it"), 0, m_themeColor);
    m_menu->addSeparator();
    const QStringList names { tr("Blue"), tr("Orange"), tr("Violet"), tr("Turquoise"),
                              tr("Pink"), tr("Yellow"), tr("Indigo"), tr("Grey") };
    for (int tint = 0; tint < lineColors; ++tint) {
        const QColor color = lineColor(colors, tint);
        add(names[tint], color.rgba(), color);
    }
    add(tr("Rise"), colors.up.rgba(), colors.up);
    add(tr("Fall"), colors.down.rgba(), colors.down);
    add(tr("As text"), colors.text.rgba(), colors.text);
    m_menu->addSeparator();
    connect(m_menu->addAction(tr("Another colour…")), &QAction::triggered, this,
            &ColorButton::chooseAny);
}

void ColorButton::setColor(quint32 color)
{
    m_color = color;
    const QString name
        = color == 0 ? tr("As the theme has it") : QColor::fromRgba(color).name(QColor::HexRgb);
    setToolTip(name);
    setAccessibleDescription(name);
    update();
}

void ColorButton::choose(quint32 color)
{
    setColor(color);
    emit chosen(color);
}

void ColorButton::chooseAny()
{
    auto *dialog = new QColorDialog(m_color == 0 ? m_themeColor : QColor::fromRgba(m_color), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QColorDialog::colorSelected, this,
            [this](const QColor &color) { choose(color.rgba() | 0xff000000); });
    dialog->open();
}

void ColorButton::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    option.text.clear();
    painter.drawComplexControl(QStyle::CC_ToolButton, option);
    painter.fillRect(rect().adjusted(6, 6, -6, -6),
                     m_color == 0 ? m_themeColor : QColor::fromRgba(m_color));
}

} // namespace tapeline
