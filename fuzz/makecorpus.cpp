// SPDX-License-Identifier: MIT
#include "core/clixml/certificateblob.h"
#include "core/clixml/serializedcertificate.h"
#include "core/clixml/writer.h"
#include "core/snapshot/archivewriter.h"
#include "core/x509/maker.h"
#include "fuzz/remotingseeds.h"
#include "tests/testkit/randomvalues.h"

#include <QtCore/QBuffer>
#include <QtCore/QDir>

#include <cstdio>

using namespace kakuin;
using namespace Qt::StringLiterals;

namespace {

/// Writes one seed; ends the program when it cannot.
void save(const QDir &root, const QString &target, int number, const QByteArray &seed)
{
    QFile file(root.filePath(QStringLiteral("%1/seed-%2").arg(target).arg(number)));
    if (!root.mkpath(target) || !file.open(QIODevice::WriteOnly) || file.write(seed) != seed.size())
        qFatal("cannot write %s", qPrintable(file.fileName()));
}

QByteArray certificate(int number)
{
    const auto key = x509::PrivateKey::generateRsa(1024);
    x509::CertificateRequest request;
    request.subject = {{u"2.5.4.3"_s, QStringLiteral("EX%1").arg(number), false}};
    request.dnsNames = {u"ex01"_s, u"ex01.contoso.local"_s};
    request.notBeforeUtc = QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC);
    request.notAfterUtc = QDateTime(QDate(2031, 1, 1), QTime(0, 0), Qt::UTC);
    const auto made
        = key.and_then([&request](const x509::PrivateKey &one) { return x509::makeSelfSigned(request, one); });
    return made.value_or(QByteArray());
}

QByteArray zipOf(const QList<QByteArray> &contents)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    snapshot::ArchiveWriter writer(buffer);
    int number = 0;
    for (const QByteArray &content : contents) {
        if (!writer.add(QStringLiteral("folder/%1.xml").arg(++number), content, QDateTime::currentDateTimeUtc()))
            qFatal("cannot write an archive");
    }
    return writer.finish() ? buffer.data() : QByteArray();
}

} // namespace

/// makecorpus FOLDER: seeds for every target, made by the program's own writers, a folder each.
int main(int argc, char **argv)
{
    if (argc != 2) {
        std::fputs("makecorpus FOLDER\n", stderr);
        return 2;
    }
    const QDir root(QString::fromLocal8Bit(argv[1]));
    QList<QByteArray> documents;
    for (int i = 0; i < 30; ++i) {
        testkit::RandomValues random(static_cast<quint32>(i));
        documents.append(clixml::writeDocument({random.value(3), random.value(2)}).value_or(QByteArray()));
        save(root, u"clixml"_s, i, documents.last());
    }
    save(root, u"printedcertificates"_s, 0,
        "[PS] C:\\>Get-ExchangeCertificate -Server EX01 | fl\r\n\r\nServices           : IIS, SMTP\r\nSubject          "
        "  : CN=mai\r\n"
        "                     l\r\nIssuer : CN=CA\r\nThumbprint         : "
            + QByteArray(40, 'A') + "\r\n");
    save(root, u"printedcertificates"_s, 1,
        "Thumbprint                                Services   Subject\n----------                                "
        "--------   -------\n"
            + QByteArray(40, 'B') + "  IP.WS..    CN=mail, O=Con...\n");
    for (int i = 0; i < 4; ++i) {
        clixml::CertificateBlob blob;
        blob.der = certificate(i);
        blob.friendlyName = u"Microsoft Exchange"_s;
        blob.hasPrivateKey = i % 2 == 0;
        blob.keyContainer = u"container"_s;
        blob.keyProvider = u"Microsoft RSA SChannel Cryptographic Provider"_s;
        blob.iisServiceNames = {u"IIS://EX01/W3SVC/1"_s};
        blob.identity = u"EX01\\0000000000000000000000000000000000000000"_s;
        blob.isSigned = i > 1;
        save(root, u"description"_s, i, blob.der);
        save(root, u"serializedcertificate"_s, i, clixml::writeSerializedCertificate(blob));
        save(root, u"nrbf"_s, i, clixml::writeCertificateBlob(blob));
        save(root, u"archive"_s, i, zipOf(documents.mid(i * 3, i + 1)));
    }
    const auto saveAll = [&root](const QString &target, const QList<QByteArray> &seeds) {
        for (qsizetype i = 0; i < seeds.size(); ++i)
            save(root, target, static_cast<int>(i), seeds.at(i));
    };
    saveAll(u"fragment"_s, fuzz::fragmentSeeds());
    saveAll(u"message"_s, fuzz::messageSeeds());
    saveAll(u"outofprocpacket"_s, fuzz::packetSeeds());
    saveAll(u"sealedmessage"_s, fuzz::sealedSeeds());
    saveAll(u"wsmananswer"_s, fuzz::answerSeeds());
    // a protocol's number, then what its server says, the pieces divided by NUL
    const auto talk
        = []<size_t size>(const char(&text)[size]) { return QByteArray(text, static_cast<qsizetype>(size - 1)); };
    saveAll(u"starttls"_s,
        {talk("\0"
              "220-x\r\n220 x\r\n\0"
              "250-x\r\n250 STARTTLS\r\n\0"
              "220 go\r\n"),
            talk("\1* OK x\r\n\0* CAPABILITY\r\nK1 OK\r\n"), talk("\2+OK\r\n\0+OK\r\n"),
            talk("\0"
                 "554 no\r\n")});
    return 0;
}
