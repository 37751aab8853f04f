#include "downloaddialog.h"

#include "downloadlist.h"
#include "theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

DownloadDialog::DownloadDialog(const Theme &theme, DataDesk &desk,
                               DownloadForm::Watchlists watchlists, QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_form(new DownloadForm(theme, desk, std::move(watchlists), this))
    , m_title(new QLabel(this))
    , m_list(new DownloadList(theme, desk, this))
    , m_note(new QLabel(this))
    , m_close(new QPushButton(this))
{
    setObjectName(u"downloadDialog"_s);
    m_close->setObjectName(u"closeDownloads"_s);
    for (QPushButton *button : findChildren<QPushButton *>())
        button->setAutoDefault(false);
    assemble();
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(&theme, &Theme::changed, this, &DownloadDialog::restyle);
    restyle();
    retranslate();
    resize(theme.scaled(620), theme.scaled(540));
}

void DownloadDialog::assemble()
{
    m_note->setProperty("muted", true);
    m_note->setWordWrap(true);
    auto *end = new QHBoxLayout;
    end->setSpacing(12);
    end->addWidget(m_note, 1);
    end->addWidget(m_close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 14);
    column->setSpacing(10);
    column->addWidget(m_form);
    column->addSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_list, 1);
    column->addLayout(end);
}

void DownloadDialog::openDownloads()
{
    show();
    raise();
    activateWindow();
    m_form->begin();
}

void DownloadDialog::restyle()
{
    m_title->setFont(m_theme.font(FontRole::Strong));
    m_note->setFont(m_theme.font(FontRole::Small));
    setMinimumSize(m_theme.scaled(560), m_theme.scaled(420));
}

void DownloadDialog::retranslate()
{
    setWindowTitle(tr("Download history"));
    m_title->setText(tr("Downloads"));
    m_note->setText(tr("Downloads go on when this window is closed, and after a restart. What is "
                       "kept already is not asked for again; charts come first."));
    m_close->setText(tr("Close"));
}

void DownloadDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace tapeline
