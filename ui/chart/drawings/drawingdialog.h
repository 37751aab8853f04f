#pragma once

#include "chartcolors.h"
#include "drawing.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;
class QTabWidget;

namespace tapeline {

class ColorButton;
class DrawingDesk;

/// How a drawing looks, what it says, and where it is to the last digit.
class DrawingDialog : public QDialog
{
    Q_OBJECT

public:
    /// The desk must outlive it.
    DrawingDialog(const Drawing &drawing, DrawingDesk &desk, const ChartColors &colors,
                  QWidget *parent = nullptr);

    /// As it was last well chosen.
    const Drawing &drawing() const { return m_drawing; }
    /// What is wrong with what was typed; empty when all is well.
    QString complaint() const;

signals:
    void edited(const tapeline::Drawing &drawing);

private:
    struct PointFields
    {
        QLineEdit *time;
        QLineEdit *price;
    };
    struct LevelFields
    {
        QCheckBox *shown;
        QLineEdit *ratio;
    };

    QWidget *makeStylePage(const ChartColors &colors);
    QWidget *makeLevels();
    QWidget *makeTextPage();
    QWidget *makePointsPage();
    void makeButtons();
    void showStyle(const DrawingStyle &style);
    void onEdited();
    DrawingStyle readStyle(QString &why) const;
    void readPoints(std::vector<DrawingPoint> &points, QString &why) const;
    Drawing read(QString &why) const;

    DrawingDesk &m_desk;
    const Drawing m_before;
    Drawing m_drawing;
    bool m_isFilling = false; ///< fields are set by the program
    QTabWidget *m_pages;
    ColorButton *m_color = nullptr;
    QComboBox *m_width = nullptr;
    QComboBox *m_dash = nullptr;
    ColorButton *m_fillColor = nullptr; ///< null: the tool has none; so with those below
    QSpinBox *m_opacity = nullptr;
    QCheckBox *m_extendLeft = nullptr;
    QCheckBox *m_extendRight = nullptr;
    QComboBox *m_fork = nullptr;
    QSpinBox *m_fontSize = nullptr;
    QPlainTextEdit *m_text = nullptr;
    std::vector<LevelFields> m_levels;
    std::vector<PointFields> m_points;
    QLabel *m_complaint;
    QPushButton *m_ok = nullptr;
};

/// Instants as they are typed in the dialog, Eastern time: "2026-08-13 10:00", with or without
/// seconds or the time of day.
namespace drawinginput {

QString timeText(Timestamp time);
std::optional<Timestamp> time(const QString &text);

} // namespace drawinginput
} // namespace tapeline
