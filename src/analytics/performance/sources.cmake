# What trades come to: statistics of round trips and of equity, one module behind every screen
set(TAPELINE_PERFORMANCE_SOURCES
    performance/drawdown.cpp performance/drawdown.h performance/equitystatistics.cpp performance/equitystatistics.h
    performance/excursion.cpp performance/excursion.h performance/performancemetric.cpp performance/performancemetric.h
    performance/traderesult.cpp performance/traderesult.h performance/tradestatistics.cpp performance/tradestatistics.h)

# Fills of other brokers' files

# Reports
