#pragma once

#include "result.h"
#include "settings.h"

#include <QColor>
#include <QObject>
#include <QString>

#include <array>

namespace tapeline {

/// The colours of one theme, by what they are for. A value, read from one file a theme
/// (resources/themes).
class Palette
{
    Q_GADGET

public:
    /// Surfaces, lines, texts and meanings. In the file a role is spelled with a small first
    /// letter.
    enum class Role : quint8 {
        Window, ///< behind panels
        Panel, ///< content of panels, tables, charts
        Raised, ///< title bars, headers, menus, buttons
        Input, ///< fields that are typed in
        Hover,
        Pressed,
        Border, ///< around controls and menus
        Rule, ///< thin lines between rows and parts
        Text,
        MutedText, ///< labels, units, what is not being looked at
        Accent, ///< the one accent: focus, current, links
        AccentText, ///< on a surface filled with the accent
        Selection,
        SelectionText,
        Grid, ///< lines in a chart
        Crosshair,
        ExtendedHours, ///< shading of pre-market and after hours in a chart
        Warning,
        Error,
        Success,
        Simulated, ///< badges
        Replay,
        RealTime,
        Delayed,
        EndOfDay,
        Stale,
        Link1, ///< link groups
        Link2,
        Link3,
        Link4,
        Link5,
        Link6,
        Up, ///< rising prices, buys; by the up/down scheme
        Down,
        UpTint, ///< surface behind them, for flashes and bars
        DownTint
    };
    Q_ENUM(Role)
    static constexpr int roleCount = static_cast<int>(Role::DownTint) + 1;

    Palette() = default;

    /// Reads a palette file. NotFound without the file, Malformed (with the role in the detail)
    /// when a role is missing or is no colour.
    static Result<Palette> load(const QString &path, UpDownColors scheme);

    QColor color(Role role) const { return m_colors[static_cast<std::size_t>(role)]; }
    bool isDark() const { return m_dark; }

    /// "mutedText" as files and style sheets spell it; nothing when unknown.
    static std::optional<Role> roleNamed(QStringView name);
    static QString nameOf(Role role);

    friend bool operator==(const Palette &, const Palette &) = default;

private:
    std::array<QColor, roleCount> m_colors;
    bool m_dark = true;
};

using ColorRole = Palette::Role;

/// Contrast of two opaque colours, 1 to 21 (WCAG 2.1, "contrast ratio").
double contrastRatio(const QColor &a, const QColor &b);

} // namespace tapeline
