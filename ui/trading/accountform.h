#pragma once

#include "accountcommand.h"
#include "accountsettings.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace tapeline {

class Theme;
struct PaperAccountView;

/// Asks in place what is needed to make an account, to move money, or to begin anew. What is wrong
/// is said below the fields, and nothing is asked for until it is mended.
class AccountForm : public QWidget
{
    Q_OBJECT

public:
    enum class Kind : quint8 { NewAccount, Deposit, Withdraw, Reset };

    explicit AccountForm(const Theme &theme, QWidget *parent = nullptr);

    /// For an account; names are those that are taken.
    void open(Kind kind, const PaperAccountView *account, const QStringList &names);
    Kind kind() const { return m_kind; }
    /// What was answered: said below the fields, which stay, and can be asked for again.
    void refuse(const QString &why);

signals:
    void accountWanted(const tapeline::AccountSettings &settings);
    void commandWanted(const tapeline::AccountCommand &command);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fillChoices();
    void showFields();
    void accept();
    void ask(const AccountCommand &command);
    void acceptAccount();
    void acceptAmount();
    void restyle();
    void retranslate();

    const Theme &m_theme;
    Kind m_kind = Kind::Deposit;
    QStringList m_names;
    QString m_account;
    Money m_startingCash {};
    QLabel *m_question;
    QFormLayout *m_fields;
    QLineEdit *m_name;
    QLineEdit *m_amount;
    QComboBox *m_commission;
    QComboBox *m_limits;
    QLabel *m_complaint;
    QPushButton *m_ok;
    QPushButton *m_no;
};

} // namespace tapeline
