// SPDX-License-Identifier: MIT
#include "core/clixml/certificateblob.h"
#include "core/clixml/nrbf.h"
#include "fuzz/fuzztarget.h"

using namespace kakuin;

void fuzzOne(const QByteArray &data)
{
    const auto record = clixml::nrbf::read(data);
    const auto blob = clixml::readCertificateBlob(data);
    if (record && (*record)->members.size() < 0)
        qFatal("a negative size");
    if (blob && clixml::writeCertificateBlob(*blob).isEmpty())
        qFatal("a blob that was read cannot be written");
}
