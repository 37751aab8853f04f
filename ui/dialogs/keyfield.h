#pragma once

#include <QList>
#include <QWidget>

class QLineEdit;
class QToolButton;

namespace tapeline {

class Theme;

/// A field for a secret: hidden while it is typed unless the user looks.
class KeyField : public QWidget
{
    Q_OBJECT

public:
    enum class Problem : quint8 {
        None,
        Empty,
        IllFormed ///< holds what no key holds: spaces, control characters, letters beyond ASCII
    };

    explicit KeyField(const Theme &theme, QWidget *parent = nullptr);

    /// What was typed or pasted, without space around it.
    QString key() const;
    Problem problem() const;
    void clear();
    /// Hides what was typed until the user looks again.
    void conceal();
    /// Shown while nothing is typed: the stored key, masked.
    void setPlaceholder(const QString &text);
    void setAccessibleTexts(const QString &name, const QString &description);
    QLineEdit *edit() const { return m_edit; }
    /// What the keyboard reaches, in order.
    QList<QWidget *> fields() const;

signals:
    void edited();
    void confirmed(); ///< Enter

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void reveal(bool shown);

    const Theme &m_theme;
    QLineEdit *m_edit;
    QToolButton *m_reveal;
};

} // namespace tapeline
