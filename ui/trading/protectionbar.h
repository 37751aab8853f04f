#pragma once

#include <QFrame>
#include <QHash>

class QLabel;
class QLineEdit;
class QToolButton;

namespace tapeline {

class ElidedLabel;
class FlowLayout;
class Theme;
class TradeDesk;

/// A quiet strip that names the positions no stop would end: "Without a stop: NVDA 100". A click on
/// one asks how far away its stop is to be and sends it; a cross takes the name away until more of
/// it stands open.
class ProtectionBar : public QFrame
{
    Q_OBJECT

public:
    /// Both must outlive the bar.
    ProtectionBar(TradeDesk &desk, const Theme &theme, QWidget *parent = nullptr);

    /// Asks for the stop of a position.
    void protect(const QString &symbol);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Open;

    void makeForm();
    void refresh();
    std::vector<Open> open() const;
    void rebuild(const std::vector<Open> &open);
    void addChip(const Open &open);
    void dismiss(const QString &symbol);
    void showForm();
    void closeForm();
    void showStop();
    void send();
    void restyle();
    void retranslate();

    TradeDesk &m_desk;
    const Theme &m_theme;
    QWidget *m_list;
    FlowLayout *m_flow;
    QLabel *m_heading;
    QWidget *m_form;
    QLabel *m_question;
    QLineEdit *m_distance;
    ElidedLabel *m_outcome;
    QToolButton *m_send;
    QToolButton *m_cancel;
    QList<QWidget *> m_chips;
    QStringList m_shown; ///< what the chips say
    QHash<QString, qint64> m_dismissed; ///< units that stood open then, by symbol
    QString m_asked; ///< the symbol whose stop is being asked for
};

} // namespace tapeline
