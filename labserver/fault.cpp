// SPDX-License-Identifier: MIT
#include "labserver/fault.h"

#include "core/base/untrustedtext.h"
#include "core/shell/powershelltext.h"

#include <QtCore/QRegularExpression>

namespace kakuin::labserver {

using namespace Qt::StringLiterals;

namespace {

using Kind = Fault::Kind;
using Moment = Fault::Moment;

const QList<std::pair<Kind, QString>> &kinds()
{
    static const QList<std::pair<Kind, QString>> list{{Kind::None, u"none"_s}, {Kind::Slow, u"slow"_s},
        {Kind::Drop, u"drop"_s}, {Kind::Cut, u"cut"_s}, {Kind::Password, u"password"_s}, {Kind::Restart, u"restart"_s},
        {Kind::Forget, u"forget"_s}, {Kind::Silent, u"silent"_s}};
    return list;
}

const QList<std::pair<Moment, QString>> &moments()
{
    static const QList<std::pair<Moment, QString>> list{{Moment::Before, u"before"_s}, {Moment::Asked, u"asked"_s},
        {Moment::During, u"during"_s}, {Moment::After, u"after"_s}};
    return list;
}

template <class T>
std::optional<T> known(const QList<std::pair<T, QString>> &list, const QString &word)
{
    for (const auto &[value, name] : list) {
        if (name == word)
            return value;
    }
    return std::nullopt;
}

template <class T>
QString nameOf(const QList<std::pair<T, QString>> &list, T value)
{
    const auto found
        = std::find_if(list.begin(), list.end(), [value](const auto &each) { return each.first == value; });
    return found == list.end() ? QString() : found->second;
}

template <class T>
QString allNames(const QList<std::pair<T, QString>> &list)
{
    QStringList names;
    for (const auto &each : list)
        names.append(each.second);
    return names.join(u", "_s);
}

bool takesTime(Kind kind)
{
    return kind == Kind::Slow || kind == Kind::Restart || kind == Kind::Silent;
}

std::optional<std::chrono::milliseconds> duration(const QString &word)
{
    static const QRegularExpression form(u"^(\\d{1,6})(ms|s|m)$"_s);
    const auto match = form.match(word);
    if (!match.hasMatch())
        return std::nullopt;
    const int number = match.captured(1).toInt();
    const QString unit = match.captured(2);
    return unit == u"ms" ? std::chrono::milliseconds(number)
        : unit == u"s"   ? std::chrono::milliseconds(std::chrono::seconds(number))
                         : std::chrono::milliseconds(std::chrono::minutes(number));
}

Result<void> takeMoment(Fault &fault, const QStringList &words)
{
    const auto moment = known(moments(), words.at(0));
    if (!moment || words.size() != 2)
        return fail(ErrorCode::InvalidArgument, words.at(0),
            u"a fault ends with when it happens: one of %1, and a cmdlet's name or #number"_s.arg(allNames(moments())));
    fault.moment = *moment;
    if (!words.at(1).startsWith(u'#')) {
        fault.command = words.at(1);
        return {};
    }
    fault.number = words.at(1).mid(1).toInt();
    return fault.number > 0 ? Result<void>()
                            : fail(ErrorCode::InvalidArgument, words.at(1), u"pipelines are counted from #1 on"_s);
}

} // namespace

bool Fault::concerns(const shell::Pipeline &pipeline, int count) const
{
    if (number > 0)
        return count == number;
    return std::any_of(pipeline.cmdlets.begin(), pipeline.cmdlets.end(), [this](const shell::Cmdlet &cmdlet) {
        return command.isEmpty() || cmdlet.name().compare(command, Qt::CaseInsensitive) == 0;
    });
}

QString Fault::text() const
{
    QString text = nameOf(kinds(), kind);
    if (lasts.count() > 0)
        text += u" %1ms"_s.arg(lasts.count());
    if (moment != Moment::Now)
        text += u' ' + nameOf(moments(), moment) + u' ' + (number > 0 ? u"#%1"_s.arg(number) : command);
    return text;
}

Result<Fault> Fault::parse(const QString &text)
{
    QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    const QString first = words.isEmpty() ? QString() : words.takeFirst();
    const auto kind = known(kinds(), first);
    if (!kind)
        return fail(ErrorCode::InvalidArgument, first, u"a fault is one of %1"_s.arg(allNames(kinds())));
    Fault fault;
    fault.kind = *kind;
    const auto time = words.isEmpty() ? std::nullopt : duration(words.first());
    if (time && takesTime(*kind)) {
        fault.lasts = *time;
        words.removeFirst();
    }
    if (*kind == Kind::Slow && fault.lasts.count() == 0)
        return fail(ErrorCode::InvalidArgument, first, u"say how much later: slow 200ms"_s);
    if (!words.isEmpty()) {
        if (const auto taken = takeMoment(fault, words); !taken)
            return tl::unexpected<Error>(taken.error());
    }
    return fault;
}

QString logLine(const shell::Pipeline &pipeline)
{
    static const QStringList shown{u"Server"_s, u"Identity"_s, u"Thumbprint"_s, u"Services"_s,
        u"NewCertificateThumbprint"_s, u"PublishCertificate"_s, u"ClearPreviousCertificate"_s};
    constexpr qsizetype longest = 300;
    QList<shell::Cmdlet> cmdlets;
    for (const shell::Cmdlet &cmdlet : pipeline.cmdlets) {
        shell::Cmdlet known(cmdlet.name());
        for (const shell::Parameter &parameter : cmdlet.parameters()) {
            if (shown.contains(parameter.name, Qt::CaseInsensitive))
                known.with(parameter.name, parameter.value);
        }
        cmdlets.append(known);
    }
    return singleLine(shell::toPowerShell(shell::Pipeline(cmdlets)), longest);
}

} // namespace kakuin::labserver
