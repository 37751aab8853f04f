#pragma once

#include <QStringList>
#include <QWidget>

class QCompleter;
class QLineEdit;
class QStringListModel;
class QToolButton;

namespace tapeline {

class FlowLayout;
class Theme;

/// Words such as tags, each a button that takes it away, and a field that adds one, offering those
/// used before. Backspace in the empty field takes the last one away.
class WordChips : public QWidget
{
    Q_OBJECT

public:
    static constexpr int longestWord = 60;
    static constexpr qsizetype mostWords = 30;

    /// The theme must outlive it.
    explicit WordChips(const Theme &theme, QWidget *parent = nullptr);

    const QStringList &words() const { return m_words; }
    /// Tells nobody.
    void setWords(const QStringList &words);
    /// Those offered while typing.
    void setKnown(const QStringList &known);
    /// "Tags": of the whole; and what the field says while it is empty.
    void setNames(const QString &name, const QString &prompt);
    /// Takes what was typed and not ended by Return.
    void commit();
    QLineEdit *field() const { return m_field; }

signals:
    void wordsChosen(const QStringList &words);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void add(const QString &text);
    void remove(const QString &word);
    void rebuild();
    void restyle();

    const Theme &m_theme;
    FlowLayout *m_flow;
    QLineEdit *m_field;
    QStringListModel *m_known;
    QStringList m_words;
    QList<QToolButton *> m_chips;
};

} // namespace tapeline
