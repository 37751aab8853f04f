# Alerts on prices, indicators and drawings
set(chart_alert_sources chart/alerts/alertbell.h chart/alerts/alertchoices.h chart/alerts/alertcommands.cpp
    chart/alerts/alertcommands.h chart/alerts/alertdrawings.cpp chart/alerts/alertdrawings.h
    chart/alerts/alertdialog.cpp chart/alerts/alertdialog.h chart/alerts/alertindicators.cpp
    chart/alerts/alertindicators.h chart/alerts/alertform.cpp
    chart/alerts/alertform.h chart/alerts/alertnews.cpp chart/alerts/alertnews.h chart/alerts/alertpicture.cpp
    chart/alerts/alertpicture.h chart/alerts/alertspanel.cpp chart/alerts/alertspanel.h
    chart/alerts/chartalerts.cpp chart/alerts/chartalerts.h)
