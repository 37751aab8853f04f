# Option chains: the chain, what it adds up to, strategies, flow
set(options_sources
    options/chainbar.cpp options/chainbar.h options/chainfilterform.cpp options/chainfilterform.h
    options/chainpanel.cpp options/chainpanel.h options/chaintable.cpp options/chaintable.h
    options/chaintableinput.cpp options/expirybar.cpp options/expirybar.h)

# Flow: the prints of options, and what is unusual
list(APPEND options_sources
    options/optionflowbar.cpp options/optionflowbar.h options/optionflowcommands.cpp options/optionflowcommands.h
    options/optionflowpainter.cpp options/optionflowpainter.h
    options/optionflowpanel.cpp options/optionflowpanel.h options/optionflowtext.cpp options/optionflowtext.h
    options/optionflowtotalsbar.cpp options/optionflowtotalsbar.h
    options/optionflowview.cpp options/optionflowview.h options/optionflowviewinput.cpp)

# Strategies: built, looked at and sent
list(APPEND options_sources
    options/candidatesview.cpp options/candidatesview.h options/payoffplot.cpp options/payoffplot.h
    options/scenariosheet.cpp options/scenariosheet.h options/strategyfigures.cpp options/strategyfigures.h
    options/strategylegrow.cpp options/strategylegrow.h options/strategylegsview.cpp options/strategylegsview.h
    options/strategyorderbar.cpp options/strategyorderbar.h options/strategypanel.cpp options/strategypanel.h
    options/whatifbar.cpp options/whatifbar.h)

# What a chain adds up to
list(APPEND options_sources
    options/analysisfigures.cpp options/analysisfigures.h options/analysispanel.cpp options/analysispanel.h
    options/analysisplot.cpp options/analysisplot.h options/analysistext.cpp options/analysistext.h
    options/smileplot.cpp options/smileplot.h options/strikeplot.cpp options/strikeplot.h
    options/surfaceplot.cpp options/surfaceplot.h options/termplot.cpp options/termplot.h)

# What a portfolio reacts to
list(APPEND options_sources
    options/portfoliogreekspanel.cpp options/portfoliogreekspanel.h options/scenariogrid.cpp
    options/scenariogrid.h options/optioncommands.cpp options/optioncommands.h)
