#include "templatemenu.h"

#include "charttoolbar.h"
#include "templatedialog.h"

#include <QLoggingCategory>
#include <QToolButton>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcTemplates, "tapeline.templates")

} // namespace

TemplateMenu::TemplateMenu(ChartToolBar &bar, Look look, Apply apply, QWidget *chart)
    : QMenu(chart)
    , m_look(std::move(look))
    , m_apply(std::move(apply))
{
    menuAction()->setObjectName(u"chartTemplates"_s);
    connect(this, &QMenu::aboutToShow, this, &TemplateMenu::fill);
    bar.addButton(menuAction(), u"template"_s, ChartToolBar::Side::Right);
    menuAction()->setEnabled(false);
    retranslate();
}

void TemplateMenu::setDocuments(DocumentStore &documents)
{
    m_templates.emplace(documents);
    menuAction()->setEnabled(true);
    if (const QJsonObject look = lookOfNew(); !look.isEmpty())
        m_apply(look);
}

QJsonObject TemplateMenu::lookOfNew() const
{
    const QString name = m_templates ? m_templates->defaultName() : QString();
    const auto look = name.isEmpty() ? Result<QJsonObject>(QJsonObject()) : m_templates->look(name);
    return look ? *look : QJsonObject();
}

void TemplateMenu::fill()
{
    clear();
    const QString usual = m_templates->defaultName();
    for (const QString &name : m_templates->names()) {
        //: In the menu of chart templates: %1 is the look of new charts
        QAction *action = addAction(name == usual ? tr("%1 (new charts)").arg(name) : name);
        action->setData(name);
        connect(action, &QAction::triggered, this, [this, name] { apply(name); });
    }
    addSeparator();
    QAction *manage = addAction(tr("Save or manage templates…"));
    manage->setObjectName(u"manageTemplates"_s);
    connect(manage, &QAction::triggered, this, &TemplateMenu::openDialog);
}

void TemplateMenu::apply(const QString &name)
{
    if (const auto look = m_templates->look(name))
        m_apply(*look);
    else
        qCWarning(lcTemplates) << "a template was not applied:" << look.error().detail;
}

void TemplateMenu::openDialog()
{
    if (!m_dialog) {
        m_dialog = new TemplateDialog(
            *m_templates, m_look, [this](const QString &name) { apply(name); }, parentWidget());
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void TemplateMenu::retranslate()
{
    setTitle(tr("Templates"));
    menuAction()->setToolTip(tr("Give the chart a look that was saved, or save this one"));
}

} // namespace tapeline
