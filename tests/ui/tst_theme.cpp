#include "fonts.h"
#include "iconset.h"
#include "settings.h"
#include "stylesheet.h"
#include "theme.h"

#include <QApplication>
#include <QFontMetricsF>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double textContrast = 4.5; // WCAG 2.1, 1.4.3
constexpr double graphicContrast = 3.0; // 1.4.11

constexpr ColorRole surfaces[]
    = { ColorRole::Window, ColorRole::Panel,   ColorRole::Raised,   ColorRole::Input,
        ColorRole::Hover,  ColorRole::Pressed, ColorRole::Selection };
constexpr ColorRole texts[]
    = { ColorRole::Text,     ColorRole::MutedText, ColorRole::Accent,    ColorRole::Warning,
        ColorRole::Error,    ColorRole::Success,   ColorRole::Simulated, ColorRole::Replay,
        ColorRole::RealTime, ColorRole::Delayed,   ColorRole::EndOfDay,  ColorRole::Stale,
        ColorRole::Up,       ColorRole::Down };

QImage picture(const QIcon &icon, QSize size = { 32, 32 })
{
    return icon.pixmap(size).toImage().convertToFormat(QImage::Format_ARGB32);
}

/// The colour of the most opaque pixel.
QColor inkOf(const QImage &image)
{
    QColor ink(0, 0, 0, 0);
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixelColor(x, y).alpha() > ink.alpha())
                ink = image.pixelColor(x, y);
    return ink;
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        // The offscreen platform says what it cannot do
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support).*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<Settings>(m_folder->filePath(u"tapeline.ini"_s));
        m_theme = std::make_unique<Theme>(*m_settings);
    }

    void everyTextIsReadable_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<UpDownColors>("scheme");
        for (const char *theme : { "dark", "light" })
            for (const auto scheme :
                 { UpDownColors::GreenRed, UpDownColors::BlueOrange, UpDownColors::Inverted })
                QTest::addRow("%s, scheme %d", theme, static_cast<int>(scheme))
                    << u":/themes/%1.json"_s.arg(QLatin1StringView(theme)) << scheme;
    }

    void everyTextIsReadable()
    {
        QFETCH(const QString, path);
        QFETCH(const UpDownColors, scheme);
        const auto palette = Palette::load(path, scheme);
        QVERIFY(palette);
        QStringList tooClose;
        const auto check = [&](ColorRole front, ColorRole back, double least) {
            const double ratio = contrastRatio(palette->color(front), palette->color(back));
            if (ratio < least)
                tooClose += u"%1 on %2: %3"_s.arg(Palette::nameOf(front), Palette::nameOf(back))
                                .arg(ratio, 0, 'f', 2);
        };
        for (const ColorRole text : texts)
            for (const ColorRole surface : surfaces)
                check(text, surface, textContrast);
        check(ColorRole::AccentText, ColorRole::Accent, textContrast);
        check(ColorRole::SelectionText, ColorRole::Selection, textContrast);
        check(ColorRole::Text, ColorRole::UpTint, textContrast);
        check(ColorRole::Text, ColorRole::DownTint, textContrast);
        check(ColorRole::Up, ColorRole::UpTint, textContrast);
        check(ColorRole::Down, ColorRole::DownTint, textContrast);
        for (int link = 0; link < 6; ++link)
            check(static_cast<ColorRole>(static_cast<int>(ColorRole::Link1) + link),
                  ColorRole::Raised, graphicContrast);
        QVERIFY2(tooClose.isEmpty(), qPrintable(tooClose.join(u", "_s)));
    }

    void contrastOfBlackAndWhite()
    {
        QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrastRatio(Qt::white, Qt::white), 1.0);
        QVERIFY(qAbs(contrastRatio(QColor(0x77, 0x77, 0x77), Qt::white) - 4.48) < 0.01);
    }

    void aPaletteWithoutARoleIsRefused()
    {
        const QString path = m_folder->filePath(u"half.json"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QJsonObject colors { { u"window"_s, u"#000000"_s }, { u"panel"_s, u"no colour"_s } };
        file.write(QJsonDocument(QJsonObject { { u"colors"_s, colors } }).toJson());
        file.close();
        const auto palette = Palette::load(path, UpDownColors::GreenRed);
        QVERIFY(!palette);
        QCOMPARE(palette.error().detail, u"panel"_s);
        QCOMPARE(Palette::load(u"/nowhere"_s, UpDownColors::GreenRed).error().code,
                 Error::Code::NotFound);
    }

    void switchesLive()
    {
        m_settings->setThemeChoice(ThemeChoice::Dark);
        m_theme->applyTo(*qApp);
        QPushButton button(u"Buy"_s);
        button.setIcon(m_theme->icon(u"close"_s));
        button.show();
        const QColor darkText = button.palette().color(QPalette::ButtonText);
        const QColor darkInk = inkOf(picture(button.icon()));
        QSignalSpy changed(m_theme.get(), &Theme::changed);

        m_settings->setThemeChoice(ThemeChoice::Light);

        QCOMPARE(changed.count(), 1);
        QVERIFY(!m_theme->isDark());
        QVERIFY(button.palette().color(QPalette::ButtonText) != darkText);
        QCOMPARE(button.palette().color(QPalette::ButtonText), m_theme->color(ColorRole::Text));
        QVERIFY(inkOf(picture(button.icon())) != darkInk); // the same icon, not set again
    }

    void invertedSwapsUpAndDown()
    {
        const QColor up = m_theme->color(ColorRole::Up);
        const QColor down = m_theme->color(ColorRole::Down);
        m_settings->setUpDownColors(UpDownColors::Inverted);
        QCOMPARE(m_theme->color(ColorRole::Up), down);
        QCOMPARE(m_theme->color(ColorRole::Down), up);
    }

    void lengthsAndFontsFollowTheTextSize()
    {
        const int before = m_theme->font().pixelSize();
        m_settings->setTextSizePercent(150);
        QCOMPARE(m_theme->scaled(20), 30);
        QVERIFY(m_theme->font().pixelSize() > before);
    }

    void theStyleSheetIsFilledIn()
    {
        StyleSheet sheet;
        const QString text = sheet.generate(m_theme->palette(), 100);
        QVERIFY(text.size() > 1'000);
        QVERIFY(!text.contains(u"${"_s));
        // Every picture it names is there
        static const QRegularExpression url(u"url\\(\"([^\"]+)\"\\)"_s);
        int pictures = 0;
        for (auto it = url.globalMatch(text); it.hasNext(); ++pictures)
            QVERIFY(QFile(it.next().captured(1)).size() > 0);
        QVERIFY(pictures > 10);
        QVERIFY(sheet.generate(m_theme->palette(), 150) != text);
    }

    void digitsAreTabular_data()
    {
        QTest::addColumn<FontRole>("role");
        QTest::newRow("text") << FontRole::Text;
        QTest::newRow("small") << FontRole::Small;
        QTest::newRow("strong") << FontRole::Strong;
        QTest::newRow("large") << FontRole::Large;
    }

    void digitsAreTabular()
    {
        QFETCH(const FontRole, role);
        const QFont font = m_theme->font(role);
        QCOMPARE(QFontInfo(font).family(), u"Tapeline Sans"_s);
        const QFontMetricsF metrics(font);
        const qreal width = metrics.horizontalAdvance(u"0000"_s);
        for (const auto &digits : { u"1111"_s, u"4444"_s, u"7171"_s, u"9080"_s })
            QCOMPARE(metrics.horizontalAdvance(digits), width);
    }

    void everyIconIsThere()
    {
        const QStringList files = QDir(u":/icons"_s).entryList({ u"*.svg"_s });
        QVERIFY(files.size() > 25);
        for (const QString &file : files) {
            const QIcon icon = m_theme->icon(file.chopped(4), ColorRole::Accent);
            QVERIFY2(inkOf(picture(icon)).alpha() > 200, qPrintable(file));
        }
        QVERIFY(m_theme->icon(u"no such icon"_s).isNull());
    }

    void iconsAreSharpAtEveryScale()
    {
        const QIcon icon = m_theme->icon(u"settings"_s, ColorRole::Accent);
        for (const qreal ratio : { 1.0, 1.5, 2.0 }) {
            const QPixmap image = icon.pixmap(QSize(16, 16), ratio);
            QCOMPARE(image.width(), qRound(16 * ratio));
            QCOMPARE(inkOf(image.toImage()).rgb(), m_theme->color(ColorRole::Accent).rgb());
        }
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Theme> m_theme;
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
