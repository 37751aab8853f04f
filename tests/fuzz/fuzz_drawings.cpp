#include "drawingset.h"
#include "drawingshape.h"

#include <cstdint>
#include <cstdlib>

using namespace tapeline;

namespace {

/// A minute is a pixel.
class MinutePlane : public DrawingPlane
{
public:
    QPointF placeOf(const DrawingPoint &point) const override
    {
        return { double(toNs(point.time)) / 6e10, yOf(point.price) };
    }
    double yOf(double price) const override { return 400 - price; }
    double priceOf(double y) const override { return 400 - y; }
};

} // namespace

// What can be read can be written, read again, and placed on a chart
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const Result<KeptDrawings> kept
        = drawing::setFromJson(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)));
    if (!kept)
        return 0;
    const Result<KeptDrawings> again = drawing::setFromJson(drawing::toJson(*kept));
    if (!again || again->set != kept->set || again->unread != kept->unread)
        std::abort();
    for (const Drawing &drawing : kept->set.drawings)
        placeDrawing(drawing, MinutePlane(), { 0, 0, 800, 400 }, { 40, 20 });
    return 0;
}
