#pragma once

#include "capabilities.h"
#include "probefinding.h"

#include <QWidget>

#include <array>
#include <optional>

class QComboBox;
class QGridLayout;
class QLabel;

namespace tapeline {

class Theme;

/// A plan to choose for each product, and beside it what the service said about it.
class PlanForm : public QWidget
{
    Q_OBJECT

public:
    explicit PlanForm(const Theme &theme, QWidget *parent = nullptr);

    PlanSet plans() const;
    void setPlans(const PlanSet &plans);
    /// Whether plans can be chosen; results are shown all the same.
    void setEditable(bool editable);
    /// What the keyboard reaches, in order.
    QList<QWidget *> fields() const;

    void showAsking(Product product);
    /// Replaces the results of the products that are named.
    void showFindings(const ProbeFindings &findings);
    /// Takes what was asked for but not answered back.
    void stopAsking();
    void clearResults();

signals:
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Row
    {
        QLabel *name = nullptr;
        QComboBox *plan = nullptr;
        QLabel *icon = nullptr;
        QLabel *result = nullptr;
        std::optional<ProbeFinding> finding;
        bool asking = false;
    };

    Row &row(Product product) { return m_rows[static_cast<std::size_t>(product)]; }
    void addRow(QGridLayout *grid, Product product);
    void showResult(Product product);
    void showResults();
    void retranslate();

    const Theme &m_theme;
    std::array<Row, allProducts.size()> m_rows;
};

} // namespace tapeline
