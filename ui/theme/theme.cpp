#include "theme.h"

#include "deskstyle.h"
#include "settings.h"
#include "stylesheet.h"

#include <QApplication>
#include <QPalette>
#include <QStyleHints>

using namespace Qt::Literals::StringLiterals;

/// Resources in a static library are linked in only when named; the macro wants no namespace around
/// it.
static void initResources()
{
    Q_INIT_RESOURCE(tapeline);
}

namespace tapeline {

namespace {

/// Dark unless the system shows a light palette of its own. Where no desktop says anything (a bare
/// X server), Qt's built-in light palette is no wish of anyone.
bool systemPrefersDark()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    return QGuiApplication::styleHints()->colorScheme() != Qt::ColorScheme::Light;
#else
    if (qEnvironmentVariableIsEmpty("XDG_CURRENT_DESKTOP"))
        return true;
    return QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
#endif
}

QColor blended(const QColor &over, const QColor &under, float share)
{
    const auto mix = [share](float a, float b) { return a * share + b * (1 - share); };
    return QColor::fromRgbF(mix(over.redF(), under.redF()), mix(over.greenF(), under.greenF()),
                            mix(over.blueF(), under.blueF()));
}

QPalette systemPalette(const Palette &palette)
{
    const auto color = [&](ColorRole role) { return palette.color(role); };
    QPalette system;
    system.setColor(QPalette::Window, color(ColorRole::Window));
    system.setColor(QPalette::WindowText, color(ColorRole::Text));
    system.setColor(QPalette::Base, color(ColorRole::Panel));
    system.setColor(QPalette::AlternateBase, color(ColorRole::Raised));
    system.setColor(QPalette::Text, color(ColorRole::Text));
    system.setColor(QPalette::PlaceholderText, color(ColorRole::MutedText));
    system.setColor(QPalette::Button, color(ColorRole::Raised));
    system.setColor(QPalette::ButtonText, color(ColorRole::Text));
    system.setColor(QPalette::BrightText, color(ColorRole::Error));
    system.setColor(QPalette::Highlight, color(ColorRole::Selection));
    system.setColor(QPalette::HighlightedText, color(ColorRole::SelectionText));
    system.setColor(QPalette::ToolTipBase, color(ColorRole::Raised));
    system.setColor(QPalette::ToolTipText, color(ColorRole::Text));
    system.setColor(QPalette::Link, color(ColorRole::Accent));
    system.setColor(QPalette::LinkVisited, color(ColorRole::Accent));
    system.setColor(QPalette::Light, color(ColorRole::Hover));
    system.setColor(QPalette::Midlight, color(ColorRole::Hover));
    system.setColor(QPalette::Mid, color(ColorRole::Border));
    system.setColor(QPalette::Dark, color(ColorRole::Rule));
    system.setColor(QPalette::Shadow, color(ColorRole::Window));

    const QColor disabled = blended(color(ColorRole::MutedText), color(ColorRole::Panel), 0.6F);
    for (const auto role : { QPalette::WindowText, QPalette::Text, QPalette::ButtonText })
        system.setColor(QPalette::Disabled, role, disabled);
    return system;
}

} // namespace

Theme::Theme(const Settings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_systemIsDark(systemPrefersDark())
    , m_styleSheet(std::make_unique<StyleSheet>())
{
    connect(&settings, &Settings::themeChoiceChanged, this, &Theme::reload);
    connect(&settings, &Settings::upDownColorsChanged, this, &Theme::reload);
    connect(&settings, &Settings::textSizePercentChanged, this, &Theme::reload);
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, &Theme::reload);
#endif
    initResources();
    loadBundledFonts();
    reload();
}

Theme::~Theme() = default;

void Theme::applyTo(QApplication &app)
{
    m_app = &app;
    app.setStyle(new DeskStyle);
    style(app);
}

QFont Theme::font(FontRole role) const
{
    return deskFont(role, m_settings.textSizePercent());
}

int Theme::scaled(int pixels) const
{
    return qRound(pixels * m_settings.textSizePercent() / 100.0);
}

QIcon Theme::icon(const QString &name, ColorRole role) const
{
    return m_icons.icon(name, role);
}

bool Theme::wantsDark() const
{
    switch (m_settings.themeChoice()) {
    case ThemeChoice::Dark:
        return true;
    case ThemeChoice::Light:
        return false;
    case ThemeChoice::System:
        break;
    }
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    return systemPrefersDark();
#else
    return m_systemIsDark;
#endif
}

void Theme::reload()
{
    const QString path = wantsDark() ? u":/themes/dark.json"_s : u":/themes/light.json"_s;
    const Result<Palette> palette = Palette::load(path, m_settings.upDownColors());
    if (!palette) {
        qCritical("theme %s is not readable: %s", qUtf8Printable(path),
                  qUtf8Printable(palette.error().detail));
        return;
    }
    m_palette = *palette;
    m_icons.setPalette(m_palette);
    if (m_app)
        style(*m_app);
    emit changed();
}

void Theme::style(QApplication &app)
{
    QApplication::setFont(font());
    QApplication::setPalette(systemPalette(m_palette));
    app.setStyleSheet(m_styleSheet->generate(m_palette, m_settings.textSizePercent()));
}

} // namespace tapeline
