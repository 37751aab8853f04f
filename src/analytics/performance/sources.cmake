# What trades come to: statistics of round trips and of equity, one module behind every screen
set(TAPELINE_PERFORMANCE_SOURCES
    performance/drawdownodds.cpp performance/drawdownodds.h performance/exitsuggestion.cpp performance/exitsuggestion.h
    performance/marketregime.cpp performance/marketregime.h performance/resampling.cpp performance/resampling.h
    performance/resultdistribution.cpp performance/resultdistribution.h performance/resultsums.cpp performance/resultsums.h
    performance/sortedvalues.cpp performance/sortedvalues.h performance/tradebreakdown.cpp performance/tradebreakdown.h
    performance/tradeconfidence.cpp performance/tradeconfidence.h performance/whatif.cpp performance/whatif.h
    performance/breakdowntext.cpp performance/breakdowntext.h performance/statistictext.cpp performance/statistictext.h
    performance/drawdown.cpp performance/drawdown.h performance/equitystatistics.cpp performance/equitystatistics.h
    performance/excursion.cpp performance/excursion.h performance/performancefigures.cpp performance/performancefigures.h
    performance/performancemetric.cpp performance/performancemetric.h
    performance/traderesult.cpp performance/traderesult.h performance/tradestatistics.cpp performance/tradestatistics.h)

# Curves and runs, as plots have them
list(APPEND TAPELINE_PERFORMANCE_SOURCES performance/resultcurve.cpp performance/resultcurve.h
    performance/resultruns.cpp performance/resultruns.h)

# Fills of other brokers' files
list(APPEND TAPELINE_PERFORMANCE_SOURCES
    performance/brokersymbol.cpp performance/brokersymbol.h performance/cashfees.cpp performance/cashfees.h
    performance/csvrecords.cpp performance/csvrecords.h performance/fillfile.cpp performance/fillfile.h
    performance/fillline.cpp performance/fillline.h performance/fillmapping.cpp performance/fillmapping.h
    performance/fillnumbers.cpp performance/fillnumbers.h performance/fillpreset.cpp performance/fillpreset.h
    performance/fillsequence.cpp performance/fillsequence.h
    performance/filltable.cpp performance/filltable.h performance/filltext.cpp performance/filltext.h
    performance/filltimes.cpp performance/filltimes.h performance/textencoding.cpp performance/textencoding.h)

# Reports
list(APPEND TAPELINE_PERFORMANCE_SOURCES
    performance/exporttext.cpp performance/exporttext.h performance/journalexport.cpp performance/journalexport.h
    performance/journalobject.cpp performance/journalobject.h performance/nicestep.h
    performance/performancereport.cpp performance/performancereport.h performance/reporthtml.cpp performance/reporthtml.h
    performance/reportplots.cpp performance/reportplots.h performance/svgcanvas.cpp performance/svgcanvas.h)
