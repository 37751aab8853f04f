#pragma once

#include "dataquality.h"

#include <QFrame>

#include <array>

class QLabel;
class QTreeWidget;
class QTreeWidgetItem;

namespace tapeline {

class Theme;

/// What a grade is made of: its parts, and the issues that were found in plain words. An issue that
/// is chosen is shown in the chart. Closes by a click elsewhere or Esc.
class QualityView : public QFrame
{
    Q_OBJECT

public:
    /// theme must outlive the view.
    QualityView(const Theme &theme, QWidget *parent);

    void setQuality(const QString &symbol, const DataQuality &quality);
    /// Below and within the widget it was asked from.
    void openAt(const QWidget &badge);

signals:
    /// The first bar that an issue names.
    void issueChosen(tapeline::Timestamp time);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    static constexpr std::size_t partCount = 5;

    void retranslate();
    void restyle();
    void showQuality();
    void showIssues();
    void fill(QTreeWidgetItem &item, const QualityIssue &issue) const;
    void fitColumns();
    void fitHeight();
    void moveInto(const QRect &room, QPoint topLeft);
    void choose(const QTreeWidgetItem *item);

    const Theme &m_theme;
    QLabel *m_title;
    QLabel *m_counts;
    std::array<QLabel *, partCount> m_names {};
    std::array<QLabel *, partCount> m_scores {};
    QLabel *m_nothing;
    QTreeWidget *m_issues;
    QLabel *m_note;
    QString m_symbol;
    DataQuality m_quality;
};

} // namespace tapeline
