#pragma once

#include <QElapsedTimer>
#include <QFrame>
#include <QPointer>

class QLabel;
class QPushButton;
class QScrollArea;

namespace tapeline {

class Theme;
class TicketSummary;
class TradeDesk;

/// Shows exactly what would be sent and asks whether to: over the window, near the mouse, without
/// stopping anything else. Enter sends, Escape does not.
class QuestionBox : public QFrame
{
    Q_OBJECT

public:
    /// Lies over the window; desk and theme must outlive it.
    QuestionBox(const Theme &theme, TradeDesk &desk, QWidget *window);

    /// What would be done, a line each.
    QString text() const;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showQuestion();
    void answerByKey();
    void place();
    QStringList lines() const;
    void retranslate();

    TradeDesk &m_desk;
    QLabel *m_title;
    QLabel *m_lines;
    QScrollArea *m_lineArea;
    QLabel *m_note;
    TicketSummary *m_summary;
    QPushButton *m_send;
    QPushButton *m_dismiss;
    QPointer<QWidget> m_focusBefore;
    quint64 m_number = 0; ///< of the question that is shown
    QElapsedTimer m_shownSince;
};

} // namespace tapeline
