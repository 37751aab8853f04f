#include "appearancepage.h"

#include "language.h"
#include "settings.h"
#include "theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QSpinBox>

using namespace Qt::Literals::StringLiterals;

namespace tapeline {

AppearancePage::AppearancePage(const Theme &theme, Settings &settings, QWidget *parent)
    : SettingsPage(parent)
    , m_theme(theme)
    , m_settings(settings)
    , m_themeBox(new QComboBox(this))
    , m_colorsBox(new QComboBox(this))
    , m_sample(new QLabel(this))
    , m_sizeBox(new QSpinBox(this))
    , m_languageBox(new QComboBox(this))
    , m_flashBox(new QCheckBox(this))
{
    m_themeBox->setObjectName(u"themeBox"_s);
    m_colorsBox->setObjectName(u"colorsBox"_s);
    m_sizeBox->setObjectName(u"textSizeBox"_s);
    m_languageBox->setObjectName(u"languageBox"_s);
    m_flashBox->setObjectName(u"flashBox"_s);
    m_themeBox->addItems({ {}, {}, {} });
    m_colorsBox->addItems({ {}, {}, {} });
    m_sizeBox->setRange(Settings::textSizePercentMin, Settings::textSizePercentMax);
    m_sizeBox->setSingleStep(5);
    m_sizeBox->setKeyboardTracking(false); // "1" on the way to "120" is no size
    m_sample->setTextFormat(Qt::RichText);

    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(18);
    form->setVerticalSpacing(12);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_themeLabel = addRow(form, m_themeBox);
    m_colorsLabel = addRow(form, m_colorsBox);
    form->addRow(QString(), m_sample);
    m_sizeLabel = addRow(form, m_sizeBox);
    m_languageLabel = addRow(form, m_languageBox);
    form->addRow(QString(), m_flashBox);

    connectSettings();
    retranslate();
}

QLabel *AppearancePage::addRow(QFormLayout *form, QWidget *field)
{
    auto *label = new QLabel(this);
    label->setBuddy(field);
    form->addRow(label, field);
    return label;
}

void AppearancePage::connectSettings()
{
    connect(m_themeBox, &QComboBox::activated, this,
            [this](int row) { m_settings.setThemeChoice(static_cast<ThemeChoice>(row)); });
    connect(m_colorsBox, &QComboBox::activated, this,
            [this](int row) { m_settings.setUpDownColors(static_cast<UpDownColors>(row)); });
    connect(m_sizeBox, &QSpinBox::valueChanged, &m_settings, &Settings::setTextSizePercent);
    connect(m_flashBox, &QCheckBox::toggled, &m_settings, &Settings::setFlashOnChange);
    connect(m_languageBox, &QComboBox::activated, this,
            [this](int row) { m_settings.setLanguage(m_languageBox->itemData(row).toString()); });
    // They can be changed elsewhere too, by a command
    connect(&m_settings, &Settings::themeChoiceChanged, this, &AppearancePage::showSettings);
    connect(&m_settings, &Settings::upDownColorsChanged, this, &AppearancePage::showSettings);
    connect(&m_settings, &Settings::textSizePercentChanged, this, &AppearancePage::showSettings);
    connect(&m_settings, &Settings::flashOnChangeChanged, this, &AppearancePage::showSettings);
    connect(&m_theme, &Theme::changed, this, &AppearancePage::showSample);
}

QString AppearancePage::id() const
{
    return u"appearance"_s;
}

QString AppearancePage::title() const
{
    return tr("Appearance");
}

QString AppearancePage::icon() const
{
    return u"appearance"_s;
}

void AppearancePage::fillLanguages()
{
    m_languageBox->clear();
    m_languageBox->addItem(tr("As the system"), QString());
    for (const QString &code : Language::available()) {
        QString name = QLocale(code).nativeLanguageName();
        name[0] = name[0].toUpper();
        m_languageBox->addItem(name, code);
    }
}

void AppearancePage::showSettings()
{
    const QSignalBlocker quietSize(m_sizeBox);
    const QSignalBlocker quietFlash(m_flashBox);
    m_themeBox->setCurrentIndex(static_cast<int>(m_settings.themeChoice()));
    m_colorsBox->setCurrentIndex(static_cast<int>(m_settings.upDownColors()));
    m_sizeBox->setValue(m_settings.textSizePercent());
    m_flashBox->setChecked(m_settings.flashOnChange());
    m_languageBox->setCurrentIndex(std::max(0, m_languageBox->findData(m_settings.language())));
}

void AppearancePage::showSample()
{
    //: Sample of the colours of rising and falling prices
    m_sample->setText(
        tr("<span style='color:%1'>▲ +1.24 %</span> &nbsp; "
           "<span style='color:%2'>▼ −0.87 %</span>")
            .arg(m_theme.color(ColorRole::Up).name(), m_theme.color(ColorRole::Down).name()));
}

void AppearancePage::retranslate()
{
    m_themeLabel->setText(tr("&Theme"));
    m_themeBox->setItemText(0, tr("As the system"));
    m_themeBox->setItemText(1, tr("Dark"));
    m_themeBox->setItemText(2, tr("Light"));
    m_colorsLabel->setText(tr("&Rising and falling prices"));
    m_colorsBox->setItemText(0, tr("Green and red"));
    m_colorsBox->setItemText(1, tr("Blue and orange (easier to tell apart)"));
    m_colorsBox->setItemText(2, tr("Red and green (East Asian)"));
    m_sizeLabel->setText(tr("Text &size"));
    //: Behind the number of the text size
    m_sizeBox->setSuffix(tr(" %"));
    m_languageLabel->setText(tr("&Language"));
    m_flashBox->setText(tr("&Flash prices when they change"));
    for (const auto &[field, label] : { std::pair<QWidget *, QLabel *>(m_themeBox, m_themeLabel),
                                        { m_colorsBox, m_colorsLabel },
                                        { m_sizeBox, m_sizeLabel },
                                        { m_languageBox, m_languageLabel } })
        field->setAccessibleName(label->text().remove(u'&'));
    fillLanguages();
    showSettings();
    showSample();
}

void AppearancePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    SettingsPage::changeEvent(event);
}

} // namespace tapeline
