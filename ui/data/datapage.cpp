#include "datapage.h"

#include "keptdata.h"
#include "sourcesform.h"

#include <QEvent>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

DataPage::DataPage(const Theme &theme, DataDesk &desk, QWidget *parent)
    : SettingsPage(parent)
    , m_tabs(new QTabWidget(this))
{
    m_tabs->setObjectName(u"dataTabs"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setDrawBase(false);
    m_tabs->addTab(new KeptData(theme, desk, this), {});
    m_tabs->addTab(new SourcesForm(theme, desk, this), {});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_tabs);
    retranslate();
}

QString DataPage::id() const
{
    return u"data"_s;
}

QString DataPage::title() const
{
    return tr("Data");
}

QString DataPage::icon() const
{
    return u"import"_s;
}

void DataPage::retranslate()
{
    m_tabs->setTabText(0, tr("Kept data"));
    m_tabs->setTabText(1, tr("Sources"));
}

void DataPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    SettingsPage::changeEvent(event);
}

} // namespace tapeline
