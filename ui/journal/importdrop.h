#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace tapeline {

class Theme;

/// Where a file is dropped or chosen.
class ImportDrop : public QWidget
{
    Q_OBJECT

public:
    explicit ImportDrop(const Theme &theme, QWidget *parent = nullptr);

    /// Why the last file could not be opened; empty takes it back.
    void setComplaint(const QString &why);
    QString complaint() const;

signals:
    void chooseWanted();
    void dropped(const QString &path);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void restyle();
    void retranslate();

    const Theme &m_theme;
    QLabel *m_icon;
    QLabel *m_title;
    QPushButton *m_choose;
    QLabel *m_forms;
    QLabel *m_complaint;
    bool m_isHovered = false;
};

} // namespace tapeline
