#include "importform.h"

#include "filltext.h"
#include "settings.h"
#include "theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QStyle>

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Of the journal's settings: forms by their names, as FillMapping::text().
constexpr auto formsKey = "importForms"_L1;
constexpr auto ownPrefix = "own:"_L1;

const std::array zones { "America/New_York"_L1,
                         "UTC"_L1,
                         "local"_L1,
                         "America/Chicago"_L1,
                         "America/Denver"_L1,
                         "America/Los_Angeles"_L1,
                         "Europe/London"_L1,
                         "Europe/Berlin"_L1,
                         "Asia/Hong_Kong"_L1,
                         "Asia/Tokyo"_L1,
                         "Australia/Sydney"_L1 };

QString brokerOf(const QString &key)
{
    const auto presets = fillPresets();
    const auto found = std::ranges::find(presets, key, &FillPreset::key);
    return found == presets.end() ? QString() : found->broker;
}

void chooseData(QComboBox *box, const QVariant &data)
{
    box->setCurrentIndex(qMax(box->findData(data), 0));
}

} // namespace

ImportForm::ImportForm(const Theme &theme, Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_settings(settings)
    , m_formLabel(new QLabel(this))
    , m_form(new QComboBox(this))
    , m_accountLabel(new QLabel(this))
    , m_account(new QLineEdit(this))
    , m_notation(new QLabel(this))
    , m_zoneLabel(new QLabel(this))
    , m_zone(new QComboBox(this))
    , m_datesLabel(new QLabel(this))
    , m_dates(new QComboBox(this))
    , m_decimalLabel(new QLabel(this))
    , m_decimal(new QComboBox(this))
    , m_feesNegative(new QCheckBox(this))
    , m_ofContract(new QCheckBox(this))
    , m_columnsTitle(new QLabel(this))
    , m_name(new QLineEdit(this))
    , m_save(new QPushButton(this))
    , m_forget(new QPushButton(this))
{
    m_form->setObjectName(u"importFormat"_s);
    m_account->setObjectName(u"importAccount"_s);
    m_zone->setObjectName(u"importZone"_s);
    m_dates->setObjectName(u"importDates"_s);
    m_decimal->setObjectName(u"importDecimal"_s);
    m_feesNegative->setObjectName(u"importFeesNegative"_s);
    m_ofContract->setObjectName(u"importOfContract"_s);
    m_name->setObjectName(u"importFormName"_s);
    m_save->setObjectName(u"saveImportForm"_s);
    m_forget->setObjectName(u"forgetImportForm"_s);
    m_account->setMaxLength(60);
    m_name->setMaxLength(60);
    for (std::size_t choice = 0; choice < m_columns.size(); ++choice) {
        m_columnLabels[choice] = new QLabel(this);
        m_columns[choice] = new QComboBox(this);
        m_columns[choice]->setObjectName(
            u"importColumn%1"_s.arg(FillMapping::key(fieldAt(int(choice))))
            + (choice == fillFieldCount ? u"2"_s : QString()));
    }
    retranslateChoices();
    assemble();
    connectParts();
    connect(&m_theme, &Theme::changed, this, &ImportForm::restyle);
    restyle();
    retranslate();
}

// --- parts --------------------------------------------------------------------------------------

FillField ImportForm::fieldAt(int choice)
{
    return choice == fillFieldCount ? FillField::Fee : FillField(choice);
}

void ImportForm::assemble()
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 8, 0);
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(6);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const auto add = [form](QLabel *label, QWidget *field) {
        label->setBuddy(field);
        form->addRow(label, field);
    };
    add(m_formLabel, m_form);
    add(m_accountLabel, m_account);
    form->addRow(m_notation);
    add(m_zoneLabel, m_zone);
    add(m_datesLabel, m_dates);
    add(m_decimalLabel, m_decimal);
    form->addRow(m_feesNegative);
    form->addRow(m_ofContract);
    form->addRow(m_columnsTitle);
    addColumns(form);
    auto *own = new QHBoxLayout;
    own->setSpacing(6);
    own->addWidget(m_name, 1);
    own->addWidget(m_save);
    own->addWidget(m_forget);
    form->addRow(own);
    for (QComboBox *box : findChildren<QComboBox *>()) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(8);
    }
}

/// Those that most files have come first.
void ImportForm::addColumns(QFormLayout *form)
{
    const auto add = [this, form](int choice) {
        const auto place = std::size_t(choice);
        m_columnLabels[place]->setBuddy(m_columns[place]);
        form->addRow(m_columnLabels[place], m_columns[place]);
    };
    for (int choice = 0; choice < fillFieldCount; ++choice) {
        add(choice);
        if (FillField(choice) == FillField::Fee)
            add(fillFieldCount);
    }
}

void ImportForm::connectParts()
{
    connect(m_form, &QComboBox::activated, this, &ImportForm::chooseForm);
    connect(m_account, &QLineEdit::textChanged, this, &ImportForm::accountChanged);
    const auto tell = [this] {
        if (!m_isFilling)
            emit mappingChanged();
    };
    for (QComboBox *box : { m_zone, m_dates, m_decimal })
        connect(box, &QComboBox::currentIndexChanged, this, tell);
    for (QComboBox *box : m_columns)
        connect(box, &QComboBox::currentIndexChanged, this, tell);
    for (QCheckBox *box : { m_feesNegative, m_ofContract })
        connect(box, &QCheckBox::toggled, this, tell);
    connect(m_save, &QPushButton::clicked, this, &ImportForm::save);
    connect(m_forget, &QPushButton::clicked, this, &ImportForm::forget);
    connect(m_name, &QLineEdit::returnPressed, this, &ImportForm::save);
    connect(m_name, &QLineEdit::textChanged, this,
            [this](const QString &name) { m_save->setEnabled(!name.trimmed().isEmpty()); });
    m_save->setEnabled(false);
}

// --- the file -----------------------------------------------------------------------------------

void ImportForm::setFile(const OpenedFillFile &file)
{
    const QScopedValueRollback filling(m_isFilling, true);
    const QString before = brokerOf(m_preset);
    m_preset = file.preset ? file.preset->key : QString();
    m_header = file.header;
    fillColumns(file.header);
    fillForms();
    chooseData(m_form, m_preset);
    choose(file.mapping);
    if (m_account->text().isEmpty() || m_account->text() == before)
        m_account->setText(brokerOf(m_preset));
    m_forget->hide();
}

void ImportForm::fillForms()
{
    m_form->clear();
    if (m_preset.isEmpty())
        m_form->addItem(tr("By hand"), QString());
    for (const QString &key : fillPresetKeys())
        m_form->addItem(key == "generic"_L1 ? tr("Any table of fills") : brokerOf(key), key);
    const QStringList own = ownNames();
    if (!own.isEmpty())
        m_form->insertSeparator(m_form->count());
    for (const QString &name : own)
        m_form->addItem(name, QString(ownPrefix + name));
}

void ImportForm::fillColumns(const QStringList &header)
{
    for (QComboBox *box : m_columns) {
        box->clear();
        box->addItem(u"–"_s, QString());
        for (qsizetype place = 0; place < header.size(); ++place) {
            const QString number = u"#%1"_s.arg(place + 1);
            const QString name = header[place].isEmpty() ? number : header[place];
            // Of two of one name the second is told by its place
            const bool isSecond = header.indexOf(header[place]) != place;
            box->addItem(isSecond ? QString(name + u' ' + number) : name, isSecond ? number : name);
        }
    }
}

void ImportForm::choose(const FillMapping &mapping)
{
    const QScopedValueRollback filling(m_isFilling, true);
    for (QComboBox *box : m_columns)
        box->setCurrentIndex(0);
    for (const auto &[field, column] : mapping.columns) {
        QComboBox *box = m_columns[std::size_t(field)];
        if (field == FillField::Fee && box->currentIndex() > 0)
            box = m_columns[fillFieldCount];
        const int place = fillColumn(m_header, column);
        box->setCurrentIndex(place + 1);
    }
    if (m_zone->findData(mapping.zone) < 0)
        m_zone->addItem(mapping.zone, mapping.zone);
    chooseData(m_zone, mapping.zone);
    chooseData(m_dates, int(mapping.dates));
    chooseData(m_decimal, int(mapping.decimal));
    m_feesNegative->setChecked(mapping.areFeesNegative);
    m_ofContract->setChecked(mapping.isPriceOfContract);
}

FillMapping ImportForm::mapping() const
{
    FillMapping mapping;
    for (int choice = 0; choice < columnChoices; ++choice) {
        const QString column = m_columns[std::size_t(choice)]->currentData().toString();
        if (!column.isEmpty())
            mapping.columns.emplace_back(fieldAt(choice), column);
    }
    mapping.zone = m_zone->currentData().toString();
    mapping.dates = DateOrder(m_dates->currentData().toInt());
    mapping.decimal = DecimalSign(m_decimal->currentData().toInt());
    mapping.areFeesNegative = m_feesNegative->isChecked();
    mapping.isPriceOfContract = m_ofContract->isChecked();
    return mapping;
}

QString ImportForm::account() const
{
    return m_account->text().trimmed();
}

void ImportForm::askForDates(bool isOpen)
{
    m_datesLabel->setProperty("wrong", isOpen);
    m_datesLabel->style()->unpolish(m_datesLabel); // its colour is chosen anew
    m_datesLabel->style()->polish(m_datesLabel);
    if (isOpen)
        m_dates->setFocus();
}

// --- forms of the user's own --------------------------------------------------------------------

void ImportForm::chooseForm(int index)
{
    const QString key = m_form->itemData(index).toString();
    const bool isOwn = key.startsWith(ownPrefix);
    m_forget->setVisible(isOwn);
    if (!isOwn) {
        if (!key.isEmpty())
            emit presetWanted(key);
        return;
    }
    const QString name = key.sliced(ownPrefix.size());
    const QJsonObject own = m_settings.journalSettings()[formsKey].toObject();
    if (const Result<FillMapping> mapping = FillMapping::parse(own[name].toString())) {
        choose(*mapping);
        m_name->setText(name);
        m_account->setText(name);
        emit mappingChanged();
    }
}

QStringList ImportForm::ownNames() const
{
    return m_settings.journalSettings()[formsKey].toObject().keys();
}

void ImportForm::save()
{
    const QString name = m_name->text().trimmed();
    if (name.isEmpty())
        return;
    QJsonObject settings = m_settings.journalSettings();
    QJsonObject own = settings[formsKey].toObject();
    own[name] = mapping().text();
    settings[formsKey] = own;
    m_settings.setJournalSettings(settings);
    fillForms();
    chooseData(m_form, QString(ownPrefix + name));
    m_forget->show();
}

void ImportForm::forget()
{
    const QString key = m_form->currentData().toString();
    QJsonObject settings = m_settings.journalSettings();
    QJsonObject own = settings[formsKey].toObject();
    own.remove(key.sliced(qMin(ownPrefix.size(), key.size())));
    settings[formsKey] = own;
    m_settings.setJournalSettings(settings);
    fillForms();
    chooseData(m_form, m_preset);
    m_name->clear();
    m_form->setFocus();
    m_forget->hide();
}

// --- looks --------------------------------------------------------------------------------------

void ImportForm::restyle()
{
    for (QLabel *title : { m_notation, m_columnsTitle })
        title->setFont(m_theme.font(FontRole::Strong));
}

void ImportForm::retranslateChoices()
{
    const QScopedValueRollback filling(m_isFilling, true);
    const auto refill = [](QComboBox *box, const auto &fill) {
        const QVariant chosen = box->currentData();
        box->clear();
        fill();
        chooseData(box, chosen);
    };
    refill(m_zone, [this] {
        for (const QLatin1StringView zone : zones)
            m_zone->addItem(zone == "local"_L1     ? tr("This computer's")
                                : zone == zones[0] ? tr("Eastern (New York)")
                                                   : QString(zone).replace(u'_', u' '),
                            QString(zone));
    });
    refill(m_dates, [this] {
        m_dates->addItem(tr("As the file shows"), int(DateOrder::ByFile));
        m_dates->addItem(tr("Month first (12/31)"), int(DateOrder::MonthFirst));
        m_dates->addItem(tr("Day first (31/12)"), int(DateOrder::DayFirst));
    });
    refill(m_decimal, [this] {
        m_decimal->addItem(tr("As the file shows"), int(DecimalSign::ByFile));
        m_decimal->addItem(tr("Point (1,234.5)"), int(DecimalSign::Point));
        m_decimal->addItem(tr("Comma (1.234,5)"), int(DecimalSign::Comma));
    });
}

void ImportForm::retranslate()
{
    m_formLabel->setText(tr("&Form"));
    m_accountLabel->setText(tr("&Account"));
    m_account->setToolTip(tr("What the fills are kept under: import/…"));
    m_notation->setText(tr("Notation"));
    m_zoneLabel->setText(tr("Time &zone"));
    m_zone->setToolTip(tr("Of times that do not name one themselves"));
    m_datesLabel->setText(tr("&Dates"));
    m_decimalLabel->setText(tr("De&cimal sign"));
    m_feesNegative->setText(tr("Fees that were paid are negative"));
    m_ofContract->setText(tr("Prices are of a whole contract"));
    m_columnsTitle->setText(tr("Columns"));
    for (int choice = 0; choice < columnChoices; ++choice) {
        const auto place = std::size_t(choice);
        const QString text
            = choice == fillFieldCount ? tr("Further fee") : FillText::field(FillField(choice));
        m_columnLabels[place]->setText(text);
        m_columns[place]->setAccessibleName(tr("Column: %1").arg(text));
    }
    m_name->setPlaceholderText(tr("Keep this form as…"));
    m_name->setAccessibleName(tr("Name of this form"));
    m_save->setText(tr("Save"));
    m_forget->setText(tr("Forget"));
}

void ImportForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        retranslateChoices();
    }
    QWidget::changeEvent(event);
}

} // namespace tapeline
