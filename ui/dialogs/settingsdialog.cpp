#include "settingsdialog.h"

#include "appearancepage.h"
#include "theme.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QListWidget>
#include <QPushButton>
#include <QScreen>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace tapeline {

SettingsDialog::SettingsDialog(const Theme &theme, Settings &settings, QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_list(new QListWidget(this))
    , m_stack(new QStackedWidget(this))
    , m_close(nullptr)
{
    setObjectName(u"settingsDialog"_s);
    m_list->setObjectName(u"settingsPages"_s);
    auto *buttons = new QDialogButtonBox(this);
    m_close = buttons->addButton(QDialogButtonBox::Close);
    m_close->setAutoDefault(false);

    auto *right = new QVBoxLayout;
    right->setContentsMargins(20, 18, 20, 14);
    right->setSpacing(14);
    right->addWidget(m_stack, 1);
    right->addWidget(buttons);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_list);
    row->addLayout(right, 1);

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_list, &QListWidget::currentRowChanged, m_stack, &QStackedWidget::setCurrentIndex);
    addPage(new AppearancePage(theme, settings, this));
    m_list->setCurrentRow(0);
    const auto resizeParts = [this] {
        m_list->setFixedWidth(m_theme.scaled(170));
        setMinimumSize(m_theme.scaled(720), m_theme.scaled(500));
    };
    connect(&theme, &Theme::changed, this, resizeParts);
    resizeParts();
    resize(QSize(theme.scaled(900), theme.scaled(640)).boundedTo(screen()->availableSize()));
    retranslate();
}

void SettingsDialog::addPage(SettingsPage *page)
{
    insertPage(static_cast<int>(m_pages.size()), page);
}

void SettingsDialog::insertPage(int at, SettingsPage *page)
{
    m_pages.insert(at, page);
    m_stack->insertWidget(at, page);
    m_list->insertItem(at, new QListWidgetItem(m_theme.icon(page->icon()), page->title()));
    if (at == 0)
        m_list->setCurrentRow(0);
}

void SettingsDialog::openPage(const QString &id)
{
    for (qsizetype i = 0; i < m_pages.size(); ++i)
        if (m_pages[i]->id() == id)
            m_list->setCurrentRow(static_cast<int>(i));
    open();
}

void SettingsDialog::retranslate()
{
    setWindowTitle(tr("Settings"));
    m_close->setText(tr("Close"));
    m_list->setAccessibleName(tr("Pages"));
    for (int row = 0; row < m_list->count(); ++row)
        m_list->item(row)->setText(m_pages[row]->title());
}

void SettingsDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace tapeline
