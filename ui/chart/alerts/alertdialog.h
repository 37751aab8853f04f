#pragma once

#include "alertbook.h"
#include "alertchoices.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace tapeline {

class AlertForm;

/// Makes an alert, or changes one, and says in a sentence what it will do. Deletes itself when it
/// is done.
class AlertDialog : public QDialog
{
    Q_OBJECT

public:
    /// alert: as the fields begin; one with an id is changed. The book must outlive the dialog.
    AlertDialog(AlertBook &book, const AlertChoices &choices, const ChartAlert &alert,
                QWidget *parent = nullptr);

    /// What would be watched; empty while something is wrong.
    QString sentence() const;
    QString complaint() const;

private:
    void update();
    void save();

    AlertBook &m_book;
    const alerttext::DrawingName m_drawingName;
    const bool m_isNew;
    AlertForm *m_form;
    QLabel *m_sentence;
    QLabel *m_complaint;
    QPushButton *m_save;
};

} // namespace tapeline
