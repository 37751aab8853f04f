#pragma once

#include <QDialog>

namespace tapeline {

class Theme;

/// What this is, whose work it stands on, and under which licences.
class AboutDialog : public QDialog
{
    Q_OBJECT

public:
    explicit AboutDialog(const Theme &theme, QWidget *parent = nullptr);
};

} // namespace tapeline
