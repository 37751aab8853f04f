#pragma once

#include "tradenotes.h"

#include <QWidget>

#include <vector>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace tapeline {

class FilePrompt;
class Theme;

/// Files that belong to a trade: added from disk, by drop or from the clipboard as a picture,
/// opened by saving a copy, removed.
class AttachmentsView : public QWidget
{
    Q_OBJECT

public:
    static constexpr qint64 mostBytes = 10'000'000;

    /// Both must outlive it.
    AttachmentsView(FilePrompt &files, const Theme &theme, QWidget *parent = nullptr);

    void setAttachments(const std::vector<TradeAttachment> &attachments);
    /// Writes the bytes of an attachment that copyRequested() asked for; says what went wrong.
    void saveCopy(const QString &path, const QByteArray &bytes);
    void complain(const QString &why);
    QString complaint() const;

signals:
    void addRequested(const QString &name, const QByteArray &bytes);
    void removeRequested(qint64 number);
    /// Wants the bytes, for saveCopy() to this path.
    void copyRequested(qint64 number, const QString &path);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void addFile(const QString &path);
    void pastePicture();
    void rebuild();
    QWidget *row(const TradeAttachment &attachment);
    void retranslate();
    void restyle();

    FilePrompt &m_files;
    const Theme &m_theme;
    QLabel *m_name;
    QPushButton *m_add;
    QPushButton *m_paste;
    QVBoxLayout *m_list;
    QLabel *m_complaint;
    std::vector<TradeAttachment> m_attachments;
    QList<QWidget *> m_rows;
};

} // namespace tapeline
