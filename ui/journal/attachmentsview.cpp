#include "attachmentsview.h"

#include "elidedlabel.h"
#include "filename.h"
#include "fileprompt.h"
#include "theme.h"

#include <QBuffer>
#include <QClipboard>
#include <QDropEvent>
#include <QEvent>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QImage>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSaveFile>
#include <QToolButton>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

AttachmentsView::AttachmentsView(FilePrompt &files, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_files(files)
    , m_theme(theme)
    , m_name(new QLabel(this))
    , m_add(new QPushButton(this))
    , m_paste(new QPushButton(this))
    , m_list(new QVBoxLayout)
    , m_complaint(new QLabel(this))
{
    setAcceptDrops(true);
    m_name->setProperty("muted", true);
    m_add->setObjectName(u"attachFile"_s);
    m_paste->setObjectName(u"attachPicture"_s);
    m_complaint->setObjectName(u"attachComplaint"_s);
    m_complaint->setProperty("wrong", true);
    m_complaint->setWordWrap(true);
    m_complaint->setTextFormat(Qt::PlainText);
    m_complaint->hide();
    auto *head = new QHBoxLayout;
    head->addWidget(m_name, 1);
    head->addWidget(m_add);
    head->addWidget(m_paste);
    for (QPushButton *button : { m_add, m_paste })
        button->setFlat(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(head);
    column->addLayout(m_list);
    column->addWidget(m_complaint);
    connect(m_add, &QPushButton::clicked, this, [this] {
        m_files.askOpen(this, tr("Add a file to the trade"), tr("All files (*)"),
                        [this](const QString &path) { addFile(path); });
    });
    connect(m_paste, &QPushButton::clicked, this, &AttachmentsView::pastePicture);
    connect(&theme, &Theme::changed, this, &AttachmentsView::restyle);
    retranslate();
    restyle();
}

void AttachmentsView::setAttachments(const std::vector<TradeAttachment> &attachments)
{
    if (attachments == m_attachments && !m_rows.isEmpty())
        return;
    m_attachments = attachments;
    rebuild();
}

void AttachmentsView::complain(const QString &why)
{
    m_complaint->setText(why);
    m_complaint->setVisible(!why.isEmpty());
}

QString AttachmentsView::complaint() const
{
    return m_complaint->text();
}

// --- adding ----------------------------------------------------------------------------------

void AttachmentsView::addFile(const QString &path)
{
    const QFileInfo info(path);
    if (info.size() > mostBytes) {
        complain(tr("%1 is larger than 10 MB and was not added. Make it smaller, or keep it "
                    "elsewhere and name it in the notes.")
                     .arg(info.fileName()));
        return;
    }
    QFile file(path);
    if (!info.isFile() || !file.open(QIODevice::ReadOnly)) {
        complain(tr("%1 could not be read and was not added: %2")
                     .arg(info.fileName(), file.errorString()));
        return;
    }
    complain({});
    emit addRequested(info.fileName(), file.readAll());
}

void AttachmentsView::pastePicture()
{
    const QImage image = QGuiApplication::clipboard()->image();
    if (image.isNull()) {
        complain(tr("There is no picture in the clipboard."));
        return;
    }
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    if (png.size() > mostBytes) {
        complain(tr("The picture is larger than 10 MB and was not added."));
        return;
    }
    complain({});
    emit addRequested(tr("Picture %1.png").arg(m_attachments.size() + 1), png);
}

void AttachmentsView::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void AttachmentsView::dropEvent(QDropEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    for (const QUrl &url : urls)
        if (url.isLocalFile())
            addFile(url.toLocalFile());
}

void AttachmentsView::saveCopy(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    const bool isWritten
        = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    complain(isWritten ? QString()
                       : tr("The copy could not be written: %1").arg(file.errorString()));
}

// --- the list --------------------------------------------------------------------------------

void AttachmentsView::rebuild()
{
    for (QWidget *old : std::exchange(m_rows, {})) {
        m_list->removeWidget(old);
        old->hide(); // a button of it may be the one that was clicked
        old->deleteLater();
    }
    for (const TradeAttachment &attachment : m_attachments) {
        m_rows.append(row(attachment));
        m_list->addWidget(m_rows.last());
    }
    restyle();
}

QWidget *AttachmentsView::row(const TradeAttachment &attachment)
{
    // The journal may have come from elsewhere, with names of whatever kind
    const QString plainName = filename::plain(attachment.name);
    auto *line = new QWidget(this);
    auto *name = new ElidedLabel(line);
    name->setObjectName(u"attachmentName"_s);
    //: A file and its size
    name->setText(tr("%1 (%2)").arg(plainName, QLocale().formattedDataSize(attachment.size)));
    auto *save = new QToolButton(line);
    save->setObjectName(u"attachmentSave"_s);
    save->setIcon(m_theme.icon(u"export"_s));
    save->setToolTip(tr("Save a copy"));
    save->setAccessibleName(tr("Save a copy of %1").arg(plainName));
    auto *remove = new QToolButton(line);
    remove->setObjectName(u"attachmentRemove"_s);
    remove->setIcon(m_theme.icon(u"close"_s));
    remove->setToolTip(tr("Remove; it stays in the history"));
    remove->setAccessibleName(tr("Remove %1").arg(plainName));
    for (QToolButton *button : { save, remove })
        button->setFocusPolicy(Qt::TabFocus);
    auto *parts = new QHBoxLayout(line);
    parts->setContentsMargins(0, 0, 0, 0);
    parts->addWidget(name, 1);
    parts->addWidget(save);
    parts->addWidget(remove);
    connect(remove, &QToolButton::clicked, this,
            [this, number = attachment.number] { emit removeRequested(number); });
    connect(save, &QToolButton::clicked, this, [this, plainName, number = attachment.number] {
        m_files.askSave(this, tr("Save a copy"), plainName, tr("All files (*)"),
                        [this, number](const QString &path) { emit copyRequested(number, path); });
    });
    line->show();
    return line;
}

void AttachmentsView::retranslate()
{
    m_name->setText(tr("Files"));
    m_add->setText(tr("Add…"));
    m_add->setToolTip(tr("Add a file of up to 10 MB; it can also be dropped here"));
    m_add->setAccessibleName(tr("Add a file"));
    m_paste->setText(tr("Paste picture"));
    m_paste->setToolTip(tr("Adds the picture in the clipboard"));
    rebuild();
}

void AttachmentsView::restyle()
{
    layout()->setSpacing(m_theme.scaled(2));
    const int side = m_theme.scaled(12);
    for (QWidget *part : findChildren<QWidget *>())
        part->setFont(m_theme.font(FontRole::Small));
    for (QToolButton *button : findChildren<QToolButton *>())
        button->setIconSize({ side, side });
}

void AttachmentsView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace tapeline
