#pragma once

#include <QWidget>

class QLabel;
class QSlider;

namespace tapeline {

class Theme;
struct PaperAccountView;

/// What equity and open P/L would be if every price moved by so much: a slider from -20 to +20 %.
class ScenarioBox : public QWidget
{
    Q_OBJECT

public:
    explicit ScenarioBox(const Theme &theme, QWidget *parent = nullptr);

    void setAccount(const PaperAccountView *account);
    int percent() const;
    /// What is said, line by line.
    QString text() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void showMove();
    void restyle();
    void retranslate();

    const Theme &m_theme;
    QLabel *m_move;
    QSlider *m_slider;
    QLabel *m_outcome;
    QLabel *m_parts;
    std::shared_ptr<const PaperAccountView> m_account;
};

} // namespace tapeline
