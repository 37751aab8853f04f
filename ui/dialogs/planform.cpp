#include "planform.h"

#include "findingtext.h"
#include "planwords.h"
#include "theme.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>

using namespace Qt::Literals::StringLiterals;

namespace tapeline {

PlanForm::PlanForm(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(3, 1);
    for (const Product product : allProducts)
        addRow(grid, product);
    connect(&theme, &Theme::changed, this, &PlanForm::showResults);
    retranslate();
}

void PlanForm::addRow(QGridLayout *grid, Product product)
{
    const QString word = productWord(product);
    Row &line = row(product);
    line.name = new QLabel(this);
    line.plan = new QComboBox(this);
    line.plan->setObjectName(word + u"Plan");
    for (const Plan plan : plansFor(product))
        line.plan->addItem(planName(plan), static_cast<int>(plan));
    line.name->setBuddy(line.plan);
    line.icon = new QLabel(this);
    line.result = new QLabel(this);
    line.result->setObjectName(word + u"Result");
    line.result->setTextFormat(Qt::PlainText);
    line.result->setWordWrap(true);

    const int at = grid->rowCount();
    grid->addWidget(line.name, at, 0);
    grid->addWidget(line.plan, at, 1);
    grid->addWidget(line.icon, at, 2);
    grid->addWidget(line.result, at, 3);
    connect(line.plan, &QComboBox::activated, this, [this, product] {
        row(product).finding.reset(); // it spoke of another plan
        showResult(product);
        emit edited();
    });
}

PlanSet PlanForm::plans() const
{
    PlanSet plans;
    for (const Product product : allProducts) {
        const Row &line = m_rows[static_cast<std::size_t>(product)];
        plans.set(product, static_cast<Plan>(line.plan->currentData().toInt()));
    }
    return plans;
}

void PlanForm::setPlans(const PlanSet &plans)
{
    for (const Product product : allProducts) {
        QComboBox *box = row(product).plan;
        box->setCurrentIndex(std::max(0, box->findData(static_cast<int>(plans.of(product)))));
    }
}

void PlanForm::setEditable(bool editable)
{
    for (Row &line : m_rows)
        line.plan->setEnabled(editable);
}

QList<QWidget *> PlanForm::fields() const
{
    QList<QWidget *> fields;
    for (const Row &line : m_rows)
        fields.append(line.plan);
    return fields;
}

void PlanForm::showAsking(Product product)
{
    row(product).asking = true;
    row(product).finding.reset();
    showResult(product);
}

void PlanForm::showFindings(const ProbeFindings &findings)
{
    for (const ProbeFinding &finding : findings)
        row(finding.product).finding = finding;
    stopAsking();
}

void PlanForm::stopAsking()
{
    for (Row &line : m_rows)
        line.asking = false;
    showResults();
}

void PlanForm::clearResults()
{
    for (Row &line : m_rows)
        line.finding.reset();
    stopAsking();
}

void PlanForm::showResults()
{
    for (const Product product : allProducts)
        showResult(product);
}

void PlanForm::showResult(Product product)
{
    Row &line = row(product);
    FindingText words;
    if (line.finding)
        words = findingText(*line.finding);
    else if (line.asking)
        words.text = tr("Asking…");
    const int side = m_theme.scaled(16);
    line.icon->setFixedSize(side, side);
    line.icon->setPixmap(
        m_theme.icon(words.icon, words.role).pixmap(QSize(side, side), devicePixelRatioF()));
    line.result->setText(words.text);
    const QString detail = line.finding ? line.finding->detail : QString();
    line.result->setToolTip(detail);
    line.icon->setToolTip(detail);
    line.result->setAccessibleDescription(detail);
    //: %1 is an asset class, %2 what the service said about it
    line.result->setAccessibleName(
        words.text.isEmpty() ? QString() : tr("%1: %2").arg(productTitle(product), words.text));
}

void PlanForm::retranslate()
{
    for (const Product product : allProducts) {
        Row &line = row(product);
        line.name->setText(productTitle(product));
        //: Of a list of plans; %1 is an asset class
        line.plan->setAccessibleName(tr("Plan for %1").arg(productTitle(product)));
    }
    showResults();
}

void PlanForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace tapeline
