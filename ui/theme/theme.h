#pragma once

#include "fonts.h"
#include "iconset.h"
#include "palette.h"

#include <QObject>

#include <memory>

class QApplication;

namespace tapeline {

class Settings;
class StyleSheet;

/// Colours, fonts, icons and style of the desk, following the settings live. Made by the
/// composition root and passed to who draws; those listen to changed() and repaint.
class Theme : public QObject
{
    Q_OBJECT

public:
    /// Reads what the system prefers before the application's own palette hides it: make it right
    /// after QApplication. The settings must outlive it.
    explicit Theme(const Settings &settings, QObject *parent = nullptr);
    ~Theme() override;

    /// Gives the application the desk's style, fonts and palette, now and after every change.
    void applyTo(QApplication &app);

    const Palette &palette() const { return m_palette; }
    QColor color(ColorRole role) const { return m_palette.color(role); }
    bool isDark() const { return m_palette.isDark(); }

    QFont font(FontRole role = FontRole::Text) const;
    /// A length in device-independent pixels, grown with the text size.
    int scaled(int pixels) const;
    QIcon icon(const QString &name, ColorRole role = ColorRole::MutedText) const;

signals:
    void changed();

private:
    void reload();
    void style(QApplication &app);
    bool wantsDark() const;

    const Settings &m_settings;
    const bool m_systemIsDark;
    Palette m_palette;
    IconSet m_icons;
    std::unique_ptr<StyleSheet> m_styleSheet;
    QApplication *m_app = nullptr;
};

} // namespace tapeline
