// SPDX-License-Identifier: MIT
#include "core/clixml/serializedcertificate.h"
#include "fuzz/fuzztarget.h"

using namespace kakuin;

void fuzzOne(const QByteArray &data)
{
    clixml::CertificateBlob blob;
    if (!clixml::readSerializedCertificate(data, blob))
        return;
    clixml::CertificateBlob again;
    if (!clixml::readSerializedCertificate(clixml::writeSerializedCertificate(blob), again))
        qFatal("what was written cannot be read");
}
