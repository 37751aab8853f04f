# Whether data is right: the rules and grades of execution.md I
set(TAPELINE_VALIDATION_SOURCES
    validation/barchecks.cpp validation/barchecks.h validation/barorder.cpp validation/barorder.h
    validation/barplace.cpp validation/barplace.h validation/barvalidator.cpp validation/barvalidator.h
    validation/chainvalidator.cpp validation/chainvalidator.h validation/coverage.cpp validation/coverage.h
    validation/dayvolume.cpp validation/dayvolume.h validation/flatlines.cpp validation/flatlines.h
    validation/issuelist.cpp validation/issuelist.h validation/offmarket.h
    validation/qualitygrade.cpp validation/qualitygrade.h validation/qualityrule.h
    validation/quotechecks.cpp validation/quotechecks.h validation/returnanomalies.cpp validation/returnanomalies.h
    validation/robustwindow.cpp validation/robustwindow.h validation/sizeunits.cpp validation/sizeunits.h
    validation/splitjumps.cpp validation/splitjumps.h validation/streamchecks.cpp validation/streamchecks.h
    validation/symbolrules.cpp validation/symbolrules.h validation/tickvalidator.cpp validation/tickvalidator.h
    validation/timeunits.cpp validation/timeunits.h validation/volumeanomalies.cpp validation/volumeanomalies.h)
