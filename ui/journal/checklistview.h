#pragma once

#include "tradenotes.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace tapeline {

class Theme;

/// What is to be ticked off on a day. Items are added and taken away; the list can be kept for
/// every day to come.
class ChecklistView : public QWidget
{
    Q_OBJECT

public:
    static constexpr int longestItem = 120;
    static constexpr std::size_t mostItems = 30;

    /// The theme must outlive it.
    explicit ChecklistView(const Theme &theme, QWidget *parent = nullptr);

    /// isTemplate: nothing was ticked on this day yet, these are the usual items.
    void setItems(const std::vector<ChecklistItem> &items, bool isTemplate);
    const std::vector<ChecklistItem> &items() const { return m_items; }

signals:
    void itemsChosen(const std::vector<tapeline::ChecklistItem> &items);
    /// These are the usual ones from now on.
    void templateChosen(const QStringList &items);

protected:
    void changeEvent(QEvent *event) override;

private:
    void rebuild();
    QWidget *row(std::size_t index);
    void add();
    void remove(std::size_t index);
    void tell();
    void showProgress();
    void retranslate();
    void restyle();

    const Theme &m_theme;
    QLabel *m_name;
    QPushButton *m_keep;
    QVBoxLayout *m_list;
    QLineEdit *m_field;
    std::vector<ChecklistItem> m_items;
    QList<QWidget *> m_rows;
};

} // namespace tapeline
