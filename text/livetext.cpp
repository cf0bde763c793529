// SPDX-License-Identifier: MIT
#include "text/livetext.h"

#include "core/base/untrustedtext.h"
#include "text/errortext.h"
#include "text/expirytext.h"

namespace kakuin::ui {

using domain::LiveService;

namespace {

constexpr qsizetype longestHost = 160;
constexpr qsizetype longestDetail = 240;

} // namespace

QString LiveText::port(const domain::LivePort &port)
{
    switch (port.service) {
    case LiveService::FrontEnd:
        //: %1: "HTTPS 443"; a web site of IIS
        return tr("%1 (Default Web Site)").arg(port.name());
    case LiveService::BackEnd:
        //: %1: "HTTPS 444"; a web site of IIS
        return tr("%1 (Exchange Back End)").arg(port.name());
    case LiveService::WmSvc:
        //: %1: "HTTPS 8172"
        return tr("%1 (Web Management Service)").arg(port.name());
    case LiveService::Smtp:
    case LiveService::Imap:
    case LiveService::Pop:
        break;
    }
    return port.name();
}

QString LiveText::failure(const Error &error)
{
    QString sentence;
    switch (error.code) {
    case ErrorCode::PortClosed:
        return tr("Nothing listens on this port.");
    case ErrorCode::NoAnswer:
        return tr("No answer in time: the server is down, or a firewall is in between.");
    case ErrorCode::HostNameUnknown:
        return tr("This computer finds no address for %1.").arg(singleLine(error.subject, longestHost));
    case ErrorCode::ConnectionLost:
        return tr("The server closed the connection before it had shown a certificate.");
    case ErrorCode::ServiceUnavailable:
        sentence = tr("The service answers, but begins no encryption here.");
        break;
    case ErrorCode::ServiceForeign:
        sentence = tr("What answers there is another service.");
        break;
    case ErrorCode::TlsFailed:
        sentence = tr("No encrypted connection came about.");
        break;
    default:
        return ErrorText::sentence(error);
    }
    const QString detail = singleLine(error.detail, longestDetail);
    //: %1: a sentence, %2: technical text in English
    return detail.isEmpty() ? sentence : tr("%1 (%2)").arg(sentence, detail);
}

QString LiveText::certificate(const domain::ServedCertificate &served, const domain::ServerEntry &entry)
{
    const domain::Certificate *known = entry.find(served.facts.thumbprint);
    const QString name = known == nullptr ? served.facts.subject : known->displayName();
    //: %1: a certificate's name, %2: its thumbprint
    return tr("%1 · %2").arg(singleLine(name, longestHost), served.facts.thumbprint.toGroupedString());
}

QString LiveText::time(const QDateTime &atUtc, const QDateTime &nowUtc)
{
    const bool isOtherDay = nowUtc.isValid() && nowUtc.toLocalTime().date() != atUtc.toLocalTime().date();
    return isOtherDay ? ExpiryText::dayAndTime(atUtc) : ExpiryText::timeOfDay(atUtc);
}

QString LiveText::seen(const domain::LiveReading &reading, const QDateTime &nowUtc)
{
    const QString at = time(reading.atUtc, nowUtc);
    if (!reading.served)
        //: %1: a time, or a day and a time
        return tr("Looked at %1").arg(at);
    //: %1: a time, or a day and a time, %2: "TLSv1.2"
    return tr("Seen at %1 (%2)").arg(at, reading.served->tlsVersion);
}

QString LiveText::line(const domain::LiveReading &reading, const QDateTime &nowUtc)
{
    const QString at = time(reading.atUtc, nowUtc);
    if (!reading.served)
        //: %1: a port, %2: a sentence that says why nothing was seen, %3: a time
        return tr("%1, %3: %2").arg(port(reading.port), failure(reading.served.error()), at);
    //: %1: a port, %2: a thumbprint, %3: a time
    return tr("%1 served %2 at %3").arg(port(reading.port), reading.served->facts.thumbprint.toGroupedString(), at);
}

} // namespace kakuin::ui
