#include "filltext.h"
#include "importdialog.h"
#include "importdrop.h"
#include "importform.h"
#include "importoutcome.h"
#include "importtable.h"
#include "theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabWidget>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

// --- parts --------------------------------------------------------------------------------------

void ImportDialog::assemble()
{
    m_pages->addWidget(m_drop);
    m_pages->addWidget(makeWork());
    m_progress->setRange(0, progressSteps);
    m_progress->setTextVisible(false);
    m_import->setProperty("primary", true);
    auto *end = new QHBoxLayout;
    end->setSpacing(10);
    end->addWidget(m_progress, 1);
    end->addWidget(m_stop);
    end->addStretch(1);
    end->addWidget(m_close);
    end->addWidget(m_import);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 14);
    column->setSpacing(12);
    column->addWidget(m_pages, 1);
    column->addLayout(end);
}

QWidget *ImportDialog::makeWork()
{
    auto *page = new QWidget(this);
    auto *head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(m_fileName);
    head->addWidget(m_fileNote, 1);
    head->addWidget(m_other);
    m_fileNote->setProperty("muted", true);
    m_formArea->setWidget(m_form);
    m_formArea->setWidgetResizable(true);
    m_formArea->setFrameShape(QFrame::NoFrame);
    m_formArea->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *right = new QVBoxLayout;
    right->setSpacing(12);
    right->addWidget(m_tabs, 1);
    right->addWidget(m_outcome);
    auto *body = new QHBoxLayout;
    body->setSpacing(18);
    body->addWidget(m_formArea);
    body->addLayout(right, 1);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addLayout(head);
    column->addLayout(body, 1);
    m_tabs->addTab(m_preview, QString());
    m_tabs->addTab(makeLines(), QString());
    m_tabs->setDocumentMode(true);
    return page;
}

QWidget *ImportDialog::makeLines()
{
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_problems, 1);
    column->addWidget(m_saveProblems, 0, Qt::AlignRight);
    return page;
}

// --- what is shown ------------------------------------------------------------------------------

void ImportDialog::setBusy(bool isBusy)
{
    m_progress->setValue(0);
    m_progress->setVisible(isBusy);
    m_stop->setVisible(isBusy);
}

void ImportDialog::showState()
{
    const bool isOpen = m_pages->currentIndex() == 1;
    m_previewModel.show(m_opened, m_form->mapping(), m_file);
    m_problemModel.show(m_file);
    if (!m_isKept)
        m_outcome->setFile(m_opened.get(), m_file.get());
    m_outcome->setOutcome(m_trial);
    m_fileNote->setText(fileText());
    m_import->setVisible(isOpen);
    m_import->setEnabled(isReady());
    const int fresh = m_trial ? m_trial->fresh : 0;
    m_import->setText(fresh > 0 ? tr("Import %n fill(s)", nullptr, fresh) : tr("Import"));
    m_close->setText(m_isKept || !isOpen ? tr("Close") : tr("Cancel"));
    updateTabs();
    const auto [note, isComplaint] = noteText();
    m_outcome->setNote(note, isComplaint);
}

/// What is to be known or done next; whether it is a complaint.
std::pair<QString, bool> ImportDialog::noteText() const
{
    if (m_isKept)
        return { tr("%n fill(s) are in the journal, under import/%1.", nullptr, m_trial->fresh)
                     .arg(m_form->account()),
                 false };
    if (m_pages->currentIndex() == 0)
        return { QString(), false };
    QStringList missing;
    for (const QString &key : m_form->mapping().missing())
        missing.append(key == FillMapping::key(FillField::At) ? tr("a date")
                                                              : tr("a column for “%1”").arg(key));
    if (!missing.isEmpty())
        return { tr("Choose %1.").arg(missing.join(u", "_s)), true };
    if (!m_file)
        return { QString(), false };
    if (const QString question = FillText::question(*m_file); !question.isEmpty())
        return { question, true };
    if (m_file->fills.empty())
        return { tr("No line of the file is a fill."), true };
    if (m_form->account().isEmpty())
        return { tr("Give the account a name."), true };
    if (!m_file->isReady(m_outcome->skipsBad()))
        return { tr("Nothing is taken in while lines are bad, unless they are left out."), true };
    if (m_trial && m_trial->fresh == 0)
        return { tr("All of it is in the journal already."), false };
    return { QString(), false };
}

void ImportDialog::updateTabs()
{
    const QLocale locale;
    const qint64 bad = m_file ? m_file->badLines : 0;
    m_tabs->setTabText(0, tr("Preview"));
    m_tabs->setTabText(1,
                       bad > 0 ? tr("Bad lines: %1").arg(locale.toString(bad)) : tr("Bad lines"));
    m_tabs->setTabIcon(1,
                       bad > 0 ? m_parts.theme.icon(u"warning"_s, Palette::Role::Error) : QIcon());
    m_saveProblems->setEnabled(bad > 0);
}

QString ImportDialog::fileText() const
{
    if (!m_opened)
        return {};
    const FillPreset *preset = m_opened->preset;
    QStringList parts { preset ? tr("%1, %2").arg(preset->broker, preset->form)
                               : tr("form not recognised"),
                        textencoding::name(m_opened->text.encoding) };
    if (m_file) {
        parts.append(tr("%n fill(s)", nullptr, int(m_file->fills.size())));
        if (m_file->otherLines > 0)
            parts.append(tr("%n other line(s)", nullptr, int(m_file->otherLines)));
    }
    return parts.join(u" · "_s);
}

void ImportDialog::restyle()
{
    const Theme &theme = m_parts.theme;
    m_fileName->setFont(theme.font(FontRole::Heading));
    m_formArea->setFixedWidth(theme.scaled(310));
    setMinimumSize(theme.scaled(880), theme.scaled(560));
    updateTabs();
}

void ImportDialog::retranslate()
{
    setWindowTitle(tr("Import fills"));
    m_other->setText(tr("Another file…"));
    m_preview->setAccessibleName(tr("First lines as fills"));
    m_problems->setAccessibleName(tr("Bad lines"));
    m_saveProblems->setText(tr("Save this list…"));
    m_progress->setAccessibleName(tr("Reading the file"));
    m_stop->setText(tr("Stop"));
    showState();
}

} // namespace tapeline
