# What trades come to: statistics of round trips and of equity, one module behind every screen
set(TAPELINE_PERFORMANCE_SOURCES performance/tradestatistics.h)

# Fills of other brokers' files

# Reports
