#pragma once

#include "charttemplates.h"

#include <QDialog>

#include <functional>

class QCheckBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace tapeline {

/// Saves the look of a chart under a name, and looks after those that were saved.
class TemplateDialog : public QDialog
{
    Q_OBJECT

public:
    /// templates must outlive the dialog. look: what the chart looks like now; apply: gives it
    /// another one.
    TemplateDialog(ChartTemplates templates, std::function<QJsonObject()> look,
                   std::function<void(const QString &name)> apply, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void assemble();
    void retranslate();
    void fill(const QString &chosen);
    void updateButtons();
    void save();
    void rename();
    QString chosen() const;
    /// Says what went wrong, or nothing.
    void report(const Result<void> &result);

    ChartTemplates m_templates;
    std::function<QJsonObject()> m_look;
    QLineEdit *m_name;
    QPushButton *m_save;
    QListWidget *m_list;
    QPushButton *m_apply;
    QPushButton *m_rename;
    QPushButton *m_remove;
    QCheckBox *m_default;
    QLabel *m_complaint;
    QPushButton *m_close;
};

} // namespace tapeline
