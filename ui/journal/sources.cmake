# The journal
set(journal_sources journal/journalcolors.h)

# List, trade, days, calendar

# Dashboards

# Import, export
