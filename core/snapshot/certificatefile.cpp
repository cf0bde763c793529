// SPDX-License-Identifier: MIT
#include "core/snapshot/certificatefile.h"

#include "core/x509/reader.h"

namespace kakuin::snapshot {

bool isDer(const QByteArray &head)
{
    return head.size() > 2 && head.at(0) == '\x30' && (static_cast<quint8>(head.at(1)) & 0x80) != 0;
}

Result<QList<domain::CertificateFacts>> readCertificateFile(const QByteArray &bytes)
{
    if (bytes.contains("-----BEGIN PKCS7-----"))
        return x509::readPkcs7(bytes);
    if (bytes.contains("-----BEGIN"))
        return x509::readPem(bytes);
    if (auto one = x509::readDer(bytes))
        return QList<domain::CertificateFacts>{*std::move(one)};
    return x509::readPkcs7(bytes);
}

} // namespace kakuin::snapshot
