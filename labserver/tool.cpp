// SPDX-License-Identifier: MIT
#include "labserver/tool.h"

#include "core/base/whendone.h"
#include "core/shell/powershelltext.h"

#include <QtCore/QFileInfo>
#include <QtCore/QRandomGenerator>

namespace kakuin::labserver {

using namespace Qt::StringLiterals;

namespace {

// For sh: nothing inside single quotes means anything but the quote
QString shellQuoted(const QString &word)
{
    return u'\'' + QString(word).replace(u'\'', u"'\\''"_s) + u'\'';
}

} // namespace

Tool::Tool(ToolLine line, const Secret &password)
    : m_line(std::move(line))
    , m_password(password)
{
}

Tool::~Tool() = default;

Secret Tool::newPassword()
{
    static const QString letters = u"abcdefghijkmnpqrstuvwxyz23456789"_s; // none that looks like another
    constexpr int groups = 4;
    constexpr int lettersInGroup = 4;
    QStringList words;
    for (int i = 0; i < groups; ++i) {
        QString word;
        for (int k = 0; k < lettersInGroup; ++k)
            word += letters.at(QRandomGenerator::system()->bounded(static_cast<int>(letters.size())));
        words.append(word);
    }
    return Secret(words.join(u'-'));
}

QString Tool::sentenceFor(const Error &error)
{
    switch (error.code) {
    case ErrorCode::StorageLocked:
        return u"%1 is open in another program."_s.arg(error.subject);
    case ErrorCode::StorageForeign:
    case ErrorCode::StorageDamaged:
        return u"%1 is no practice organisation, or it is damaged."_s.arg(error.subject);
    case ErrorCode::StorageTooNew:
        return u"%1 was made by a later version."_s.arg(error.subject);
    case ErrorCode::FileUnwritable:
    case ErrorCode::DiskFull:
        return u"%1 cannot be written."_s.arg(error.subject);
    case ErrorCode::FileUnreadable:
        return u"%1 cannot be read."_s.arg(error.subject);
    case ErrorCode::KerberosUnavailable:
        return u"This build has no Kerberos."_s;
    default:
        return u"It does not start: %1 %2"_s.arg(error.subject, error.detail).simplified();
    }
}

void Tool::start()
{
    const bool isTemporary = m_line.file.isEmpty();
    const QString path = isTemporary ? m_folder.filePath(u"practice.kakuinlab"_s) : m_line.file;
    const auto lab = QFileInfo::exists(path) ? lab::LabShell::open(path) : lab::LabShell::create(path, m_line.preset);
    whenDone(lab, this, [this](const Result<std::shared_ptr<lab::LabShell>> &opened) {
        if (opened) {
            serve(*opened);
            return;
        }
        Q_EMIT failed(sentenceFor(opened.error()));
        Q_EMIT ended(CouldNotStart);
    });
}

void Tool::serve(const std::shared_ptr<lab::LabShell> &lab)
{
    LabServer::Options options;
    options.user = m_line.user;
    options.password = m_password;
    options.keytab = m_line.keytab;
    options.endpoint = m_line.endpoint;
    options.port = m_line.port;
    auto started = LabServer::start(lab, options);
    if (!started) {
        Q_EMIT failed(sentenceFor(started.error()));
        Q_EMIT ended(CouldNotStart);
        return;
    }
    m_server = std::move(*started);
    connect(m_server.get(), &LabServer::logged, this, &Tool::printed);
    introduce();
    m_server->setFault(m_line.fault);
}

void Tool::introduce()
{
    const bool isKerberos = !m_line.keytab.isEmpty();
    const QString pin = fingerprintText(m_server->certificateSha256());
    Q_EMIT printed(u"Organisation:  %1"_s.arg(m_server->lab().description().name));
    Q_EMIT printed(u"File:          %1"_s.arg(m_server->lab().path()));
    Q_EMIT printed(u"Address:       %1"_s.arg(m_server->url()));
    if (isKerberos) {
        Q_EMIT printed(u"Sign in with:  Kerberos"_s);
        Q_EMIT printed(u"Check:         kakuin check --url %1"_s.arg(m_server->url()));
    } else {
        Q_EMIT printed(u"Sign in with:  Basic, over HTTPS"_s);
        Q_EMIT printed(u"User:          %1"_s.arg(m_line.user));
        // one that was given is nobody's business here
        Q_EMIT printed(u"Password:      %1"_s.arg(m_line.readsPassword ? u"(the one given)"_s : m_password.text()));
        Q_EMIT printed(u"Pinned SHA-256: %1"_s.arg(pin));
        Q_EMIT printed(u"Check:         %1kakuin check --url %2 --auth basic --user %3 --password-stdin --pin %4"_s.arg(
            m_line.readsPassword ? QString() : u"echo %1 | "_s.arg(m_password.text()), m_server->url(),
            shellQuoted(m_line.user), pin));
    }
    Q_EMIT printed(u"In Kakuin:     Connect, then what stands above; the SHA-256 is under \"More settings\"."_s);
    Q_EMIT printed(u"Ready."_s);
}

void Tool::take(const QString &line)
{
    const QString text = line.trimmed();
    const QString word = text.section(u' ', 0, 0);
    const QString rest = text.section(u' ', 1).trimmed();
    if (word == u"quit") {
        end();
    } else if (!m_server || text.isEmpty()) {
        return; // not there yet, or nothing said
    } else if (word == u"fault") {
        const auto fault = Fault::parse(rest);
        if (fault)
            m_server->setFault(*fault);
        Q_EMIT printed(fault ? u"ok: %1"_s.arg(fault->text()) : u"error: %1"_s.arg(fault.error().detail));
    } else if (word == u"count") {
        Q_EMIT printed(u"%1: %2"_s.arg(rest).arg(m_server->timesRun(rest)));
    } else if (word == u"log") {
        const QStringList log = m_server->log();
        for (const QString &each : log)
            Q_EMIT printed(each);
    } else {
        Q_EMIT printed(u"error: it takes fault, log, count and quit"_s);
    }
}

} // namespace kakuin::labserver
