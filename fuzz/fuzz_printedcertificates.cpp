// SPDX-License-Identifier: MIT
#include "core/clixml/object.h"
#include "core/snapshot/foreigntext.h"
#include "core/snapshot/printedcertificates.h"
#include "fuzz/fuzztarget.h"

using namespace kakuin;

// Limits hold, and every thumbprint that is given was legible.
void fuzzOne(const QByteArray &data)
{
    snapshot::PrintedLimits limits;
    limits.certificates = 100;
    limits.lines = 1000;
    limits.lineLength = 500;
    const auto printed = snapshot::printedCertificates(snapshot::textOfBytes(data), limits);
    if (printed.objects.size() > limits.certificates)
        qFatal("more certificates than the limit");
    for (const clixml::Value &value : printed.objects) {
        const clixml::ObjectPtr object = value.object();
        const QString thumbprint = object ? object->property(u"Thumbprint").text() : QString();
        if (!object || (!thumbprint.isEmpty() && thumbprint.size() != 40))
            qFatal("a certificate without its parts");
    }
}
