#include "sourcesform.h"

#include "datadesk.h"
#include "theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int choices = 3;
constexpr double discrepancyStep = 0.1;

} // namespace

SourcesForm::SourcesForm(const Theme &theme, DataDesk &desk, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_desk(desk)
    , m_yahoo(new QCheckBox(this))
    , m_note(new QLabel(this))
    , m_orderTitle(new QLabel(this))
    , m_discrepancyLabel(new QLabel(this))
    , m_discrepancy(new QDoubleSpinBox(this))
    , m_discrepancyNote(new QLabel(this))
{
    m_yahoo->setObjectName(u"askYahoo"_s);
    m_discrepancy->setObjectName(u"discrepancy"_s);
    m_discrepancy->setRange(DataChoices::leastDiscrepancy, DataChoices::mostDiscrepancy);
    m_discrepancy->setSingleStep(discrepancyStep);
    m_discrepancy->setDecimals(1);
    m_discrepancy->setKeyboardTracking(false);
    m_discrepancyLabel->setBuddy(m_discrepancy);
    for (QLabel *note : { m_note, m_discrepancyNote }) {
        note->setWordWrap(true);
        note->setProperty("muted", true);
    }
    assemble();
    connectParts();
    connect(&theme, &Theme::changed, this, &SourcesForm::restyle);
    restyle();
    retranslate();
}

void SourcesForm::assemble()
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(18);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(2, 1);
    for (std::size_t at = 0; at < m_rows.size(); ++at)
        addRow(grid, at);
    auto *threshold = new QHBoxLayout;
    threshold->setSpacing(18);
    threshold->addWidget(m_discrepancyLabel);
    threshold->addWidget(m_discrepancy);
    threshold->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_yahoo, 0, Qt::AlignLeft);
    column->addWidget(m_note);
    column->addSpacing(12);
    column->addWidget(m_orderTitle);
    column->addLayout(grid);
    column->addSpacing(12);
    column->addLayout(threshold);
    column->addWidget(m_discrepancyNote);
    column->addStretch(1);
}

void SourcesForm::addRow(QGridLayout *grid, std::size_t at)
{
    Row &row = m_rows[at];
    row.name = new QLabel(this);
    row.choice = new QComboBox(this);
    row.choice->setObjectName(u"sourceOrder%1"_s.arg(at));
    row.choice->addItems({ {}, {}, {} });
    row.name->setBuddy(row.choice);
    grid->addWidget(row.name, int(at), 0);
    grid->addWidget(row.choice, int(at), 1);
    connect(row.choice, &QComboBox::activated, this, [this, at](int choice) {
        DataChoices own = m_desk.choices();
        own.order[at] = SourceChoice(choice);
        m_desk.setChoices(own);
    });
}

void SourcesForm::connectParts()
{
    connect(m_yahoo, &QCheckBox::toggled, this, [this](bool on) {
        DataChoices own = m_desk.choices();
        own.data.yahoo = on;
        m_desk.setChoices(own);
    });
    connect(m_discrepancy, &QDoubleSpinBox::valueChanged, this, [this](double percent) {
        DataChoices own = m_desk.choices();
        own.data.discrepancyPercent = percent;
        m_desk.setChoices(own);
    });
    connect(&m_desk, &DataDesk::choicesChanged, this, &SourcesForm::showChoices);
}

void SourcesForm::restyle()
{
    m_orderTitle->setFont(m_theme.font(FontRole::Strong));
    m_note->setFont(m_theme.font(FontRole::Small));
    m_discrepancyNote->setFont(m_theme.font(FontRole::Small));
}

void SourcesForm::showChoices()
{
    const DataChoices &own = m_desk.choices();
    const QSignalBlocker quiet[] { QSignalBlocker(m_yahoo), QSignalBlocker(m_discrepancy) };
    m_yahoo->setChecked(own.data.yahoo);
    m_discrepancy->setValue(own.data.discrepancyPercent);
    for (std::size_t at = 0; at < m_rows.size(); ++at) {
        m_rows[at].choice->setCurrentIndex(int(own.order[at]));
        m_rows[at].choice->setEnabled(own.data.yahoo);
    }
    m_discrepancy->setEnabled(own.data.yahoo);
}

void SourcesForm::retranslate()
{
    m_yahoo->setText(tr("&Ask Yahoo Finance where Massive refuses or is down"));
    m_note->setText(tr(
        "An unofficial source that needs no key: late, without a promise, and it may stop working "
        "any day. It is told which symbols you look at. What comes from it is marked."));
    m_orderTitle->setText(tr("Who is asked for bars"));
    const QStringList names { tr("&Stocks"), tr("&Indices"), tr("&Forex"), tr("&Crypto") };
    const std::array<QString, choices> texts { tr("Massive, then Yahoo Finance"),
                                               tr("Yahoo Finance, then Massive"),
                                               tr("Massive only") };
    for (std::size_t at = 0; at < m_rows.size(); ++at) {
        m_rows[at].name->setText(names[qsizetype(at)]);
        for (int choice = 0; choice < choices; ++choice)
            m_rows[at].choice->setItemText(choice, texts[std::size_t(choice)]);
        //: %1 is an asset class
        m_rows[at].choice->setAccessibleName(
            tr("Who is asked for bars: %1").arg(QString(names[qsizetype(at)]).remove(u'&')));
    }
    m_discrepancyLabel->setText(tr("&Tell me when two prices differ by more than"));
    m_discrepancy->setSuffix(tr(" %"));
    m_discrepancy->setAccessibleName(m_discrepancyLabel->text().remove(u'&'));
    m_discrepancyNote->setText(
        tr("Late prices are compared with those of the same time. Which of two is wrong cannot be "
           "known from them alone."));
    showChoices();
}

void SourcesForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace tapeline
