#include "templatedialog.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

TemplateDialog::TemplateDialog(ChartTemplates templates, std::function<QJsonObject()> look,
                               std::function<void(const QString &name)> apply, QWidget *parent)
    : QDialog(parent)
    , m_templates(templates)
    , m_look(std::move(look))
    , m_name(new QLineEdit(this))
    , m_save(new QPushButton(this))
    , m_list(new QListWidget(this))
    , m_apply(new QPushButton(this))
    , m_rename(new QPushButton(this))
    , m_remove(new QPushButton(this))
    , m_default(new QCheckBox(this))
    , m_complaint(new QLabel(this))
    , m_close(new QPushButton(this))
{
    setObjectName(u"templateDialog"_s);
    assemble();
    connect(m_name, &QLineEdit::textChanged, this, &TemplateDialog::updateButtons);
    connect(m_name, &QLineEdit::returnPressed, m_save, &QPushButton::click);
    connect(m_save, &QPushButton::clicked, this, &TemplateDialog::save);
    connect(m_list, &QListWidget::currentTextChanged, this, [this](const QString &name) {
        m_name->setText(name);
        updateButtons();
    });
    connect(m_list, &QListWidget::itemDoubleClicked, m_apply, &QPushButton::click);
    connect(m_apply, &QPushButton::clicked, this,
            [this, apply = std::move(apply)] { apply(chosen()); });
    connect(m_rename, &QPushButton::clicked, this, &TemplateDialog::rename);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        report(m_templates.remove(chosen()));
        fill({});
    });
    connect(m_default, &QCheckBox::clicked, this, [this](bool checked) {
        report(m_templates.setDefault(checked ? chosen() : QString()));
    });
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    retranslate();
    fill({});
    resize(440, 380);
    m_name->setFocus();
}

void TemplateDialog::assemble()
{
    m_name->setObjectName(u"templateName"_s);
    m_save->setObjectName(u"saveTemplate"_s);
    m_list->setObjectName(u"templates"_s);
    m_apply->setObjectName(u"applyTemplate"_s);
    m_rename->setObjectName(u"renameTemplate"_s);
    m_remove->setObjectName(u"removeTemplate"_s);
    m_default->setObjectName(u"defaultTemplate"_s);
    m_close->setObjectName(u"closeTemplates"_s);
    m_complaint->setProperty("complaint", true);
    m_complaint->setWordWrap(true);
    for (QPushButton *button : findChildren<QPushButton *>())
        button->setAutoDefault(false);
    auto *naming = new QHBoxLayout;
    naming->addWidget(m_name, 1);
    naming->addWidget(m_rename);
    naming->addWidget(m_save);
    auto *acting = new QHBoxLayout;
    acting->addWidget(m_apply);
    acting->addWidget(m_remove);
    acting->addStretch(1);
    acting->addWidget(m_default);
    auto *end = new QHBoxLayout;
    end->addWidget(m_complaint, 1);
    end->addWidget(m_close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(18, 16, 18, 14);
    column->setSpacing(10);
    column->addLayout(naming);
    column->addWidget(m_list, 1);
    column->addLayout(acting);
    column->addLayout(end);
}

QString TemplateDialog::chosen() const
{
    const QListWidgetItem *item = m_list->currentItem();
    return item ? item->text() : QString();
}

void TemplateDialog::fill(const QString &chosen)
{
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    m_list->addItems(m_templates.names());
    const auto found = m_list->findItems(chosen, Qt::MatchExactly);
    if (!found.isEmpty())
        m_list->setCurrentItem(found.front());
    updateButtons();
}

void TemplateDialog::updateButtons()
{
    const QString name = m_name->text().trimmed();
    const bool isThere = m_templates.contains(name);
    const bool any = !chosen().isEmpty();
    m_save->setText(isThere ? tr("Update") : tr("Save"));
    m_save->setEnabled(!name.isEmpty());
    m_rename->setEnabled(any && !name.isEmpty() && !isThere);
    for (QWidget *button : std::initializer_list<QWidget *> { m_apply, m_remove, m_default })
        button->setEnabled(any);
    m_default->setChecked(any && m_templates.defaultName() == chosen());
}

void TemplateDialog::save()
{
    const QString name = m_name->text().trimmed();
    report(m_templates.save(name, m_look()));
    fill(name);
}

void TemplateDialog::rename()
{
    const QString name = m_name->text().trimmed();
    report(m_templates.rename(chosen(), name));
    fill(name);
}

void TemplateDialog::report(const Result<void> &result)
{
    m_complaint->setText(result ? QString() : tr("That could not be kept; nothing was changed."));
}

void TemplateDialog::retranslate()
{
    setWindowTitle(tr("Chart templates"));
    m_name->setPlaceholderText(tr("Name of the template"));
    m_name->setAccessibleName(tr("Name of the template"));
    m_list->setAccessibleName(tr("Templates"));
    m_apply->setText(tr("Apply"));
    m_rename->setText(tr("Rename"));
    m_remove->setText(tr("Delete"));
    m_default->setText(tr("For new charts"));
    m_close->setText(tr("Close"));
    updateButtons();
}

void TemplateDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace tapeline
