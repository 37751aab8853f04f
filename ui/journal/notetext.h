#pragma once

#include <QTimer>
#include <QUrl>
#include <QWidget>

#include <optional>

class QLabel;
class QPlainTextEdit;
class QStackedWidget;
class QTextBrowser;
class QToolButton;

namespace tapeline {

class Theme;

/// A text by the user: typed as Markdown, looked at as it is meant. What was typed is handed on
/// when the field is left, after a pause, and by commit(). Nothing is ever loaded for it; links are
/// only offered, with their whole address.
class NoteText : public QWidget
{
    Q_OBJECT

public:
    static constexpr int pauseMs = 1'500;
    static constexpr int longest = 100'000; ///< characters

    /// The theme must outlive it.
    explicit NoteText(const Theme &theme, QWidget *parent = nullptr);

    /// A heading, and what the empty field says.
    void setNames(const QString &name, const QString &prompt);
    QString text() const;
    /// Of another subject, or changed elsewhere. What is being typed is kept.
    void setText(const QString &text);
    /// The same, and nothing that was typed before can be undone into it.
    void restart(const QString &text);
    /// What was handed on last was not taken: this is what the outside has. It is handed on again.
    void setUnwritten(const QString &known);
    /// Hands on what was typed since.
    void commit();
    QPlainTextEdit *field() const { return m_field; }
    bool isPreviewed() const;
    void setPreviewed(bool on);

signals:
    void textChosen(const QString &text);
    /// The user wants to see this page, whose address was shown; http or https.
    void linkRequested(const QUrl &address);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void showPreview();
    void offerLink(const QUrl &address);
    void restyle();
    void retranslate();

    const Theme &m_theme;
    QLabel *m_name;
    QToolButton *m_preview;
    QStackedWidget *m_pages;
    QPlainTextEdit *m_field;
    QTextBrowser *m_shown;
    QWidget *m_offer; ///< of a link that was clicked
    QLabel *m_address;
    QToolButton *m_open;
    QUrl m_link;
    QString m_told; ///< what the outside knows of
    std::optional<QString> m_awaited; ///< handed on, and not come back yet
    QTimer m_pause;
};

} // namespace tapeline
