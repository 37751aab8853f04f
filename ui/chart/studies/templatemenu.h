#pragma once

#include "charttemplates.h"

#include <QMenu>
#include <QPointer>

#include <functional>
#include <optional>

namespace tapeline {

class ChartToolBar;
class TemplateDialog;

/// The menu of looks a chart can be given, at a button above it.
class TemplateMenu : public QMenu
{
    Q_OBJECT

public:
    using Look = std::function<QJsonObject()>;
    using Apply = std::function<void(const QJsonObject &look)>;

    /// look: what the chart looks like now; apply: gives it another look.
    TemplateMenu(ChartToolBar &bar, Look look, Apply apply, QWidget *chart);

    /// Must outlive it. Gives the chart the look of new ones, where one was chosen.
    void setDocuments(DocumentStore &documents);
    /// Empty where new charts are as the program makes them.
    QJsonObject lookOfNew() const;
    void retranslate();

private:
    void fill();
    void apply(const QString &name);
    void openDialog();

    Look m_look;
    Apply m_apply;
    std::optional<ChartTemplates> m_templates;
    QPointer<TemplateDialog> m_dialog;
};

} // namespace tapeline
