#include "aboutdialog.h"

#include "theme.h"

#include <QDialogButtonBox>
#include <QFile>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace tapeline {

namespace {

QPlainTextEdit *licencePage(const QString &path, QWidget *parent)
{
    auto *page = new QPlainTextEdit(parent);
    page->setReadOnly(true);
    QFile file(path);
    if (file.open(QIODevice::ReadOnly))
        page->setPlainText(QString::fromUtf8(file.readAll()));
    return page;
}

QHBoxLayout *titleRow(const Theme &theme, QWidget *parent)
{
    auto *picture = new QLabel(parent);
    const QSize side(theme.scaled(56), theme.scaled(56));
    picture->setPixmap(QIcon(u":/icons/tapeline.svg"_s).pixmap(side, parent->devicePixelRatioF()));
    auto *name = new QLabel(
        //: %1 is the version number
        AboutDialog::tr("Tapeline %1").arg(QLatin1StringView(TAPELINE_VERSION)), parent);
    name->setFont(theme.font(FontRole::Heading));
    auto *purpose = new QLabel(
        AboutDialog::tr("Reads the tape and trades on paper. It never sends a real order."),
        parent);
    purpose->setProperty("muted", true);

    auto *texts = new QVBoxLayout;
    texts->addStretch(1);
    texts->addWidget(name);
    texts->addWidget(purpose);
    texts->addStretch(1);
    auto *row = new QHBoxLayout;
    row->setSpacing(14);
    row->addWidget(picture);
    row->addLayout(texts, 1);
    return row;
}

QString creditsText()
{
    return AboutDialog::
        tr("<p>Tapeline is free software: you may use, study, change and share it under the GNU "
           "General Public License, version 3 or any later version. It comes without any "
           "warranty.</p>"
           "<p>It stands on</p>"
           "<ul><li>Qt %1, under the LGPL version 3 and the GPL version 3</li>"
           "<li>QCustomPlot by Emanuel Eichhammer, under the GPL version 3</li>"
           "<li>Boost, under the Boost Software License</li>"
           "<li>simdjson, under the Apache License 2.0</li>"
           "<li>the typeface Inter by The Inter Project Authors, under the SIL Open Font "
           "License, changed to have figures of one width (Tapeline Sans)</li></ul>")
            .arg(QLatin1StringView(qVersion()));
}

} // namespace

AboutDialog::AboutDialog(const Theme &theme, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"aboutDialog"_s);
    setWindowTitle(tr("About Tapeline"));
    auto *credits = new QLabel(creditsText(), this);
    credits->setWordWrap(true);
    credits->setAlignment(Qt::AlignTop);
    credits->setMargin(theme.scaled(12));

    auto *tabs = new QTabWidget(this);
    tabs->addTab(credits, tr("Credits"));
    tabs->addTab(licencePage(u":/licences/GPL-3.txt"_s, this), tr("Licence of Tapeline"));
    tabs->addTab(licencePage(u":/fonts/OFL.txt"_s, this), tr("Licence of the typeface"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 14);
    column->setSpacing(14);
    column->addLayout(titleRow(theme, this));
    column->addWidget(tabs, 1);
    column->addWidget(buttons);
    resize(theme.scaled(600), theme.scaled(520));
}

} // namespace tapeline
