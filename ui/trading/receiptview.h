#pragma once

#include <QFrame>
#include <QTimer>

class QLabel;
class QPushButton;
class QTextBrowser;

namespace tapeline {

class Theme;
class TradeDesk;
struct OrderAnswer;
struct OrderLine;

/// The receipt of an order: its life, what each fill rests on and, while it works, why it has not
/// been filled yet, asked anew every second. Opens beside a table and closes by a click elsewhere
/// or Esc; its text can be chosen and copied.
class ReceiptView : public QFrame
{
    Q_OBJECT

public:
    static constexpr int askMs = 1'000;

    /// Both must outlive the view.
    ReceiptView(TradeDesk &desk, const Theme &theme, QWidget *parent = nullptr);

    /// Shows an order of an account, over the widget it was asked from.
    void open(const QString &account, const QString &order, const QWidget &beside);
    /// All that is shown, as plain text.
    QString text() const;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    const OrderLine *order() const;
    void refresh();
    void ask();
    void take(const OrderAnswer &answer);
    void showText();
    void place(const QWidget &beside);
    void restyle();
    void retranslate();

    TradeDesk &m_desk;
    const Theme &m_theme;
    QLabel *m_title;
    QLabel *m_waiting;
    QTextBrowser *m_text;
    QPushButton *m_copy;
    QTimer m_timer;
    QString m_account;
    QString m_order;
    quint64 m_request = 0; ///< of the question that is open
};

} // namespace tapeline
