# Order flow: who crossed the spread, and what follows from it
set(TAPELINE_FLOW_SOURCES
    flow/bookupdate.h flow/bulkvolume.cpp flow/bulkvolume.h flow/cumulativedelta.cpp flow/cumulativedelta.h
    flow/deltabars.cpp flow/deltabars.h flow/estimateddelta.cpp flow/estimateddelta.h
    flow/flowbar.h flow/flowprint.h flow/flowupdate.h flow/flowrows.cpp flow/flowrows.h flow/footprint.cpp flow/footprint.h
    flow/footprintmarks.cpp flow/footprintmarks.h flow/largeprints.cpp flow/largeprints.h
    flow/growingvpin.cpp flow/growingvpin.h flow/pricegrid.h flow/quotepressure.cpp flow/quotepressure.h flow/relativevolume.cpp
    flow/relativevolume.h flow/rollingslope.cpp flow/rollingslope.h flow/ruleagreement.cpp
    flow/ruleagreement.h flow/sequencedbook.cpp flow/sequencedbook.h flow/sessionprofiles.cpp
    flow/sessionprofiles.h flow/sessionstart.cpp flow/sessionstart.h flow/splitqty.h
    flow/sweepgrouper.cpp flow/sweepgrouper.h flow/swingdivergence.cpp flow/swingdivergence.h flow/tapespeed.cpp flow/tapespeed.h
    flow/tradeclassifier.cpp flow/tradeclassifier.h flow/valuearea.cpp flow/valuearea.h
    flow/volumeprofile.cpp flow/volumeprofile.h flow/vpin.cpp flow/vpin.h)
