// SPDX-License-Identifier: MIT
#include "text/authadvicetext.h"

#include "core/base/untrustedtext.h"
#include "text/roletext.h"

namespace kakuin::ui {

using plan::AuthAdvice;
using plan::AuthRecommendation;
using plan::AuthRow;

namespace {

constexpr qsizetype mostNamed = 5;

} // namespace

QString AuthAdviceText::servers(const QList<domain::ServerId> &servers)
{
    QStringList names;
    for (const domain::ServerId &server : servers.mid(0, mostNamed))
        names.append(singleLine(server.name(), 64));
    if (servers.size() > mostNamed)
        names.append(QStringLiteral("… (%1)").arg(servers.size()));
    return RoleText::list(names);
}

QString AuthAdviceText::advice(const AuthRecommendation &recommendation)
{
    switch (recommendation.row) {
    case AuthRow::NotKnown:
        return tr("The Auth configuration could not be read, so nothing is recommended.");
    case AuthRow::Unreachable:
        return tr(
            "Servers did not answer, and it is not known whether they have the certificate. Read them again before "
            "you decide.");
    case AuthRow::BothGone:
        return tr("Replace it at once: neither the Auth certificate in use nor a staged one can be used.");
    case AuthRow::CurrentEnds:
        if (recommendation.lead.count() == 0)
            return tr("Replace it at once: the Auth certificate in use ends before a staged one could take over.");
        return tr("Stage a new one: the Auth certificate in use ends soon, no lasting one is staged, and every server "
                  "has what there is.");
    case AuthRow::CurrentGone:
        return tr("Replace it at once: the Auth certificate in use has expired or is missing. One is staged already; "
                  "publishing that one is the quicker way, if it is the one you want.");
    case AuthRow::CurrentLacking:
        return recommendation.advice.contains(AuthAdvice::ImportNext)
            ? tr("Do not rotate yet. Copy the Auth certificate in use, and the staged one, to the servers that lack "
                 "them.")
            : tr("Do not rotate yet. Copy the Auth certificate in use to the servers that lack it.");
    case AuthRow::NextLacking:
        return tr("Do not rotate again. Copy the staged Auth certificate to the servers that lack it.");
    case AuthRow::Nothing:
        return tr("Nothing needs doing: the Auth certificate in use lasts, or its successor is staged, on every "
                  "server.");
    }
    return {};
}

QString AuthAdviceText::row(AuthRow row)
{
    const auto numbered = [](int number) {
        //: %1: the number of a row
        return tr("Row %1 of the decision table of Microsoft's MonitorExchangeAuthCertificate applies.").arg(number);
    };
    switch (row) {
    case AuthRow::NotKnown:
        return tr("The decision table of Microsoft's MonitorExchangeAuthCertificate cannot be applied.");
    case AuthRow::Unreachable:
        return numbered(0);
    case AuthRow::BothGone:
        return numbered(1);
    case AuthRow::CurrentEnds:
        return numbered(2);
    case AuthRow::CurrentGone:
        return numbered(3);
    case AuthRow::CurrentLacking:
        return numbered(4);
    case AuthRow::NextLacking:
        return numbered(5);
    case AuthRow::Nothing:
        break;
    }
    return tr("No row of the decision table of Microsoft's MonitorExchangeAuthCertificate applies.");
}

QStringList AuthAdviceText::evidence(const AuthRecommendation &recommendation)
{
    if (recommendation.row == AuthRow::NotKnown)
        return {};
    QStringList lines;
    lines << (recommendation.currentDays < 0 ? tr("In use: none that can be used")
                                             : tr("In use: %n days left", nullptr, recommendation.currentDays))
          << (recommendation.nextDays < 0 ? tr("Staged: none that can be used")
                                          : tr("Staged: %n days left", nullptr, recommendation.nextDays));
    if (!recommendation.unreachable.isEmpty())
        lines << tr("Did not answer: %1").arg(servers(recommendation.unreachable));
    if (!recommendation.lackingCurrent.isEmpty())
        lines << tr("Without the one in use: %1").arg(servers(recommendation.lackingCurrent));
    if (!recommendation.lackingNext.isEmpty())
        lines << tr("Without the staged one: %1").arg(servers(recommendation.lackingNext));
    if (recommendation.hasSeveralSites)
        lines << tr("Several sites: it takes longer to reach all of them, and may have to be copied");
    if (recommendation.isHybrid)
        lines << tr("Hybrid, or not known: the Hybrid Configuration Wizard has to run afterwards");
    return lines;
}

} // namespace kakuin::ui
