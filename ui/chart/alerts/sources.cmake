# Alerts on prices, indicators and drawings
set(chart_alert_sources chart/alerts/alertbell.h)
