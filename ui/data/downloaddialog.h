#pragma once

#include "downloadform.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace tapeline {

class DownloadList;

/// History that is fetched before it is needed. Closed, it goes on; it stops nothing else.
class DownloadDialog : public QDialog
{
    Q_OBJECT

public:
    /// Theme and desk must outlive it.
    DownloadDialog(const Theme &theme, DataDesk &desk, DownloadForm::Watchlists watchlists,
                   QWidget *parent = nullptr);

    /// To the front, ready to be typed into.
    void openDownloads();
    DownloadForm *form() const { return m_form; }
    DownloadList *list() const { return m_list; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void assemble();
    void restyle();
    void retranslate();

    const Theme &m_theme;
    DownloadForm *m_form;
    QLabel *m_title;
    DownloadList *m_list;
    QLabel *m_note;
    QPushButton *m_close;
};

} // namespace tapeline
