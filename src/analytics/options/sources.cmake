# What options are worth
set(TAPELINE_OPTIONS_SOURCES
    options/blackscholes.cpp options/blackscholes.h options/chainpricing.cpp options/chainpricing.h
    options/impliedvolatility.cpp options/impliedvolatility.h options/optionchain.h options/optionmodel.cpp options/optionmodel.h
    options/optiontree.cpp options/optiontree.h)
