# What options are worth
set(TAPELINE_OPTIONS_SOURCES
    options/blackscholes.cpp options/blackscholes.h options/impliedvolatility.cpp options/impliedvolatility.h
    options/optionmodel.cpp options/optionmodel.h options/optiontree.cpp options/optiontree.h options/optionchain.h)
