#pragma once

#include "orderdraft.h"

#include <QWidget>

#include <array>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QFormLayout;
class QLabel;
class QToolButton;

namespace tapeline {

class StepEdit;

/// The fields of an order ticket; those that the type of order does not have are hidden.
class TicketForm : public QWidget
{
    Q_OBJECT

public:
    explicit TicketForm(QWidget *parent = nullptr);

    const OrderDraft &draft() const { return m_draft; }
    void setDraft(const OrderDraft &draft);
    /// Whose ticks steps of prices go by.
    void setSymbol(const QString &symbol) { m_symbol = symbol; }
    /// Sizes that can be had with one click.
    void setSizes(const std::vector<Qty> &sizes);
    /// Puts the keyboard into the first field that wants a number.
    void focusFirst();

signals:
    /// Someone changed a field.
    void edited();
    /// A price field came into view, empty: limit or stop.
    void priceWanted(tapeline::OrderType type);
    void submitted(); ///< Enter in a field

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    /// Fields with a number in them.
    enum Field : quint8 { Size, Stop, Limit, Trail, Offset, Target, Loss };
    static constexpr int fieldCount = Loss + 1;

    void make();
    QWidget *makeSides();
    QWidget *makeSizes();
    QWidget *makeConditions();
    QWidget *sideBySide(QWidget *left, QWidget *right);
    void makeField(Field field);
    void fillTypes();
    void connectFields();
    void connectField(Field field);
    void step(Field field, int steps);
    QString &text(Field field);
    void showDraft();
    void showRows();
    void rewriteNumbers();
    void retranslate();
    void tell();

    OrderDraft m_draft;
    QString m_symbol;
    QLocale m_locale; ///< in which the draft's numbers are written
    QFormLayout *m_form;
    QToolButton *m_buy;
    QToolButton *m_sell;
    QComboBox *m_type;
    QComboBox *m_tif;
    QComboBox *m_sizeBy;
    QWidget *m_sizeButtons;
    QDateEdit *m_until;
    QCheckBox *m_extended;
    QCheckBox *m_reduceOnly;
    QCheckBox *m_postOnly;
    QLabel *m_untilLabel;
    std::array<StepEdit *, fieldCount> m_edits {};
    std::array<QLabel *, fieldCount> m_labels {}; ///< null where the field says what it is
};

} // namespace tapeline
