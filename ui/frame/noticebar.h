#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;

namespace tapeline {

class Theme;

/// A quiet strip with one sentence, and a button where there is something to be done about it.
class NoticeBar : public QWidget
{
    Q_OBJECT

public:
    NoticeBar(const Theme &theme, const QString &objectName, QWidget *parent = nullptr);

    /// Shows the sentence; an empty one hides the strip.
    void setText(const QString &text);
    QString text() const;
    /// An empty text takes the button away.
    void setAction(const QString &text);
    /// Whether the user can send the strip away.
    void setClosable(bool closable);

signals:
    void actionRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QLabel *m_label;
    QPushButton *m_button;
    QToolButton *m_close;
};

} // namespace tapeline
