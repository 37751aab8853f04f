#pragma once

#include <QScrollArea>

class QLabel;
class QVBoxLayout;

namespace tapeline {

class DataDesk;
class DownloadRow;
class Theme;

/// The downloads, the newest first.
class DownloadList : public QScrollArea
{
    Q_OBJECT

public:
    /// Both must outlive it.
    DownloadList(const Theme &theme, DataDesk &desk, QWidget *parent = nullptr);

    const QList<DownloadRow *> &rows() const { return m_rows; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void update();
    DownloadRow *rowOf(quint64 id);
    void removeOthers(const QList<DownloadRow *> &wanted);
    void retranslate();

    const Theme &m_theme;
    DataDesk &m_desk;
    QVBoxLayout *m_column;
    QLabel *m_empty;
    QList<DownloadRow *> m_rows;
};

} // namespace tapeline
