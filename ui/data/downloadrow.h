#pragma once

#include "cachecare.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

namespace tapeline {

class DataDesk;
class ElidedLabel;
class Theme;

/// One download: what it is, how far it is, and what can be done with it.
class DownloadRow : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive it.
    DownloadRow(const Theme &theme, DataDesk &desk, QWidget *parent = nullptr);

    void setStatus(const DownloadStatus &status);
    /// In the order the Tab key goes through.
    QList<QWidget *> buttons() const;
    quint64 id() const { return m_status.order.id; }
    QString title() const;
    /// "Paused · 12 of 40 symbols · 1,234 bars".
    QString state() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    QToolButton *addButton(const QString &name);
    QString titleText() const;
    QString stateText() const;
    void toggle();
    void restyle();
    void showAll();

    const Theme &m_theme;
    DataDesk &m_desk;
    DownloadStatus m_status;
    ElidedLabel *m_title;
    QToolButton *m_toggle;
    QToolButton *m_cancel;
    QProgressBar *m_bar;
    QLabel *m_state;
};

} // namespace tapeline
