#include "exportdialog.h"

#include "fileprompt.h"
#include "journalfilter.h"
#include "reportpdf.h"
#include "theme.h"

#include <QComboBox>
#include <QDateEdit>
#include <QDir>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStyle>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

using Format = ExportRequest::Format;
using Period = JournalFilter::Period;

ExportDialog::ExportDialog(const Parts &parts, QWidget *parent)
    : QDialog(parent)
    , m_parts(parts)
    , m_exporter(new JournalExporter(parts.journal, writeReportPdf, this))
    , m_about(new QLabel(this))
    , m_accountLabel(new QLabel(this))
    , m_account(new QComboBox(this))
    , m_periodLabel(new QLabel(this))
    , m_period(new QComboBox(this))
    , m_from(new QDateEdit(this))
    , m_toLabel(new QLabel(this))
    , m_to(new QDateEdit(this))
    , m_formatLabel(new QLabel(this))
    , m_format(new QComboBox(this))
    , m_formatNote(new QLabel(this))
    , m_count(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_note(new QLabel(this))
    , m_export(new QPushButton(this))
    , m_cancel(new QPushButton(this))
    , m_close(new QPushButton(this))
{
    setObjectName(u"exportDialog"_s);
    m_account->setObjectName(u"exportAccount"_s);
    m_period->setObjectName(u"exportPeriod"_s);
    m_from->setObjectName(u"exportFrom"_s);
    m_to->setObjectName(u"exportTo"_s);
    m_format->setObjectName(u"exportFormat"_s);
    m_count->setObjectName(u"exportCount"_s);
    m_progress->setObjectName(u"exportProgress"_s);
    m_note->setObjectName(u"exportNote"_s);
    m_export->setObjectName(u"exportStart"_s);
    m_cancel->setObjectName(u"exportCancel"_s);
    m_close->setObjectName(u"exportClose"_s);
    for (QPushButton *button : { m_export, m_cancel, m_close })
        button->setAutoDefault(false);
    m_export->setDefault(true);
    for (const Period period : { Period::All, Period::Today, Period::Week, Period::Month,
                                 Period::Quarter, Period::Year, Period::Range })
        m_period->addItem(QString(), int(period));
    for (const Format format :
         { Format::Page, Format::Print, Format::Trades, Format::Executions, Format::Everything })
        m_format->addItem(QString(), int(format));
    assemble();
    connect(m_period, &QComboBox::currentIndexChanged, this, &ExportDialog::showState);
    connect(m_account, &QComboBox::currentIndexChanged, this, &ExportDialog::showCount);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::showState);
    for (QDateEdit *day : { m_from, m_to })
        connect(day, &QDateEdit::dateChanged, this, &ExportDialog::showCount);
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::askFile);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_exporter->cancel();
        say(tr("Nothing was written."), false);
        showState();
    });
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_exporter, &JournalExporter::progressed, this, [this](qsizetype done, qsizetype all) {
        m_progress->setMaximum(int(all));
        m_progress->setValue(int(done));
    });
    connect(m_exporter, &JournalExporter::finished, this, [this](qsizetype trades) {
        say(tr("%n trade(s) were written to %1.", nullptr, int(trades))
                .arg(QDir::toNativeSeparators(m_file)),
            false);
        showState();
    });
    connect(m_exporter, &JournalExporter::failed, this, [this](const QString &why) {
        say(tr("There is no file: %1.").arg(why), true);
        showState();
    });
    connect(&parts.journal, &Journal::reset, this, &ExportDialog::fillAccounts);
    connect(&parts.journal, &Journal::tradesChanged, this, &ExportDialog::fillAccounts);
    connect(&parts.theme, &Theme::changed, this, &ExportDialog::restyle);
    restyle();
    retranslate();
    fillAccounts();
    say({}, false);
}

void ExportDialog::openExport(const QString &account, QDate from, QDate to)
{
    if (!m_exporter->isRunning()) {
        m_account->setCurrentIndex(std::max(0, m_account->findData(account)));
        const bool isRange = from.isValid() || to.isValid();
        m_period->setCurrentIndex(m_period->findData(int(isRange ? Period::Range : Period::All)));
        const QDate today = m_parts.today();
        m_from->setDate(from.isValid() ? from : QDate(today.year(), 1, 1));
        m_to->setDate(to.isValid() ? to : today);
        say({}, false);
    }
    showState();
    show();
    raise();
    activateWindow();
    m_format->setFocus();
}

// --- parts --------------------------------------------------------------------------------------

void ExportDialog::assemble()
{
    m_export->setProperty("primary", true);
    for (QLabel *text : { m_about, m_formatNote, m_count })
        text->setProperty("muted", true);
    for (QLabel *text : { m_about, m_formatNote, m_note })
        text->setWordWrap(true);
    m_note->setTextInteractionFlags(Qt::TextSelectableByMouse);
    for (QDateEdit *day : { m_from, m_to })
        day->setCalendarPopup(true);
    m_accountLabel->setBuddy(m_account);
    m_periodLabel->setBuddy(m_period);
    m_formatLabel->setBuddy(m_format);
    m_toLabel->setBuddy(m_to);

    auto *range = new QHBoxLayout;
    range->setSpacing(8);
    range->addWidget(m_period);
    range->addWidget(m_from);
    range->addWidget(m_toLabel);
    range->addWidget(m_to);
    range->addStretch(1);
    auto *form = new QGridLayout;
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(10);
    form->setColumnStretch(1, 1);
    form->addWidget(m_formatLabel, 0, 0);
    form->addWidget(m_format, 0, 1, Qt::AlignLeft);
    form->addWidget(m_formatNote, 1, 1);
    form->addWidget(m_accountLabel, 2, 0);
    form->addWidget(m_account, 2, 1, Qt::AlignLeft);
    form->addWidget(m_periodLabel, 3, 0);
    form->addLayout(range, 3, 1);
    form->addWidget(m_count, 4, 1);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(10);
    buttons->addWidget(m_progress, 1);
    buttons->addStretch(0);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_export);
    buttons->addWidget(m_close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 14);
    column->setSpacing(14);
    column->addWidget(m_about);
    column->addLayout(form);
    column->addStretch(1);
    column->addWidget(m_note);
    column->addLayout(buttons);
}

/// The choice stays as long as there is such an account.
void ExportDialog::fillAccounts()
{
    const QString chosen = m_account->currentData().toString();
    {
        const QSignalBlocker quiet(m_account);
        m_account->clear();
        m_account->addItem(tr("All accounts"), QString());
        for (const QString &account : m_parts.journal.accounts())
            m_account->addItem(account, account);
        m_account->setCurrentIndex(std::max(0, m_account->findData(chosen)));
    }
    showCount();
}

// --- work ---------------------------------------------------------------------------------------

void ExportDialog::askFile()
{
    static const std::map<Format, std::pair<QString, QString>> endings {
        { Format::Trades, { u"trades"_s, u"csv"_s } },
        { Format::Executions, { u"executions"_s, u"csv"_s } },
        { Format::Everything, { u"journal"_s, u"json"_s } },
        { Format::Page, { u"report"_s, u"html"_s } },
        { Format::Print, { u"report"_s, u"pdf"_s } },
    };
    const auto &[what, ending] = endings.at(format());
    const QString name
        = u"tapeline-%1-%2.%3"_s.arg(what, m_parts.today().toString(Qt::ISODate), ending);
    //: %1 is an ending of files such as "csv"
    const QString filter = tr("Files of this form (*.%1)").arg(ending);
    m_parts.files.askSave(this, tr("Export the journal"), name, filter,
                          [this](const QString &path) { start(path); });
}

void ExportDialog::start(const QString &file)
{
    if (m_exporter->isRunning())
        return;
    m_file = file;
    ExportRequest request;
    request.format = format();
    request.account = m_account->currentData().toString();
    std::tie(request.from, request.to) = days();
    request.file = file;
    m_progress->setMaximum(0);
    say(tr("Writing…"), false);
    m_exporter->start(request);
    showState();
}

std::pair<QDate, QDate> ExportDialog::days() const
{
    JournalFilter filter;
    filter.period = static_cast<Period>(m_period->currentData().toInt());
    filter.from = m_from->date();
    filter.to = m_to->date();
    return filter.days(m_parts.today());
}

Format ExportDialog::format() const
{
    return static_cast<Format>(m_format->currentData().toInt());
}

// --- what is shown ------------------------------------------------------------------------------

void ExportDialog::say(const QString &text, bool isComplaint)
{
    m_note->setText(text);
    m_note->setProperty("wrong", isComplaint);
    m_note->style()->unpolish(m_note); // its colour is chosen anew
    m_note->style()->polish(m_note);
}

void ExportDialog::showState()
{
    const bool isRunning = m_exporter->isRunning();
    for (QWidget *choice :
         std::initializer_list<QWidget *> { m_account, m_period, m_from, m_to, m_format, m_export })
        choice->setEnabled(!isRunning);
    m_progress->setVisible(isRunning);
    m_cancel->setVisible(isRunning);
    const bool isRange = m_period->currentData().toInt() == int(Period::Range);
    for (QWidget *part : std::initializer_list<QWidget *> { m_from, m_toLabel, m_to })
        part->setVisible(isRange);
    switch (format()) {
    case Format::Page:
        m_formatNote->setText(tr("Figures with their definitions, curves, distributions, calendar "
                                 "and breakdowns as one page for any browser. It fetches "
                                 "nothing."));
        break;
    case Format::Print:
        m_formatNote->setText(tr("The same report on pages of A4."));
        break;
    case Format::Trades:
        m_formatNote->setText(tr("One line a trade, with its notes, tags and figures, for a "
                                 "spreadsheet. Times are UTC."));
        break;
    case Format::Executions:
        m_formatNote->setText(tr("One line a fill, in a form that an import takes in again. Times "
                                 "are UTC."));
        break;
    case Format::Everything:
        m_formatNote->setText(tr("Trades, executions, and all that was ever written about them, "
                                 "for other programs. A backup of the journal itself is a choice "
                                 "of its own."));
        break;
    }
    showCount();
}

void ExportDialog::showCount()
{
    const auto [from, to] = days();
    const QString account = m_account->currentData().toString();
    int count = 0;
    for (const TradeRecord &trade : m_parts.journal.trades()) {
        const QDate day = tradeDay(trade);
        count += (account.isEmpty() || trade.key.account == account)
            && (!from.isValid() || day >= from) && (!to.isValid() || day <= to);
    }
    m_count->setText(tr("%n trade(s)", nullptr, count));
}

void ExportDialog::restyle()
{
    setMinimumSize(m_parts.theme.scaled(560), m_parts.theme.scaled(330));
}

void ExportDialog::retranslate()
{
    setWindowTitle(tr("Export the journal"));
    m_about->setText(tr("A trade counts for the day of its end in New York; one that is open for "
                        "that of its opening."));
    m_accountLabel->setText(tr("&Account"));
    m_periodLabel->setText(tr("&Period"));
    m_toLabel->setText(tr("to"));
    m_formatLabel->setText(tr("&Form"));
    m_from->setAccessibleName(tr("First day"));
    m_to->setAccessibleName(tr("Last day"));
    m_progress->setAccessibleName(tr("Progress of the export"));
    m_export->setText(tr("Export…"));
    m_cancel->setText(tr("Cancel"));
    m_close->setText(tr("Close"));
    const auto setPeriod = [this](Period period, const QString &text) {
        m_period->setItemText(m_period->findData(int(period)), text);
    };
    setPeriod(Period::All, tr("All of the time"));
    setPeriod(Period::Today, tr("Today"));
    setPeriod(Period::Week, tr("This week"));
    setPeriod(Period::Month, tr("This month"));
    setPeriod(Period::Quarter, tr("This quarter"));
    setPeriod(Period::Year, tr("This year"));
    setPeriod(Period::Range, tr("From"));
    const auto setFormat = [this](Format format, const QString &text) {
        m_format->setItemText(m_format->findData(int(format)), text);
    };
    setFormat(Format::Page, tr("Report, web page"));
    setFormat(Format::Print, tr("Report, PDF"));
    setFormat(Format::Trades, tr("Trades, CSV"));
    setFormat(Format::Executions, tr("Executions, CSV"));
    setFormat(Format::Everything, tr("Everything, JSON"));
    showState();
}

void ExportDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace tapeline
