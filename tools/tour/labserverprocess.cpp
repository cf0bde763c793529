// SPDX-License-Identifier: MIT
#include "tools/tour/labserverprocess.h"

#include <QtCore/QFileInfo>

namespace kakuin::tour {

using namespace Qt::StringLiterals;

QString LabServerProcess::path()
{
    const QString built = QStringLiteral(KAKUIN_LAB_SERVER);
    return QFileInfo(built).isExecutable() ? built : QString();
}

LabServerProcess::LabServerProcess(QObject *parent)
    : QObject(parent)
    , m_process(new QProcess)
{
    m_process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    connect(m_process, &QProcess::readyReadStandardOutput, this, &LabServerProcess::read);
}

// Does not wait for the child: it ends when its input ends, even when this program has ended before
LabServerProcess::~LabServerProcess()
{
    m_process->disconnect(this);
    connect(m_process, &QProcess::finished, m_process, &QObject::deleteLater);
    connect(m_process, &QProcess::errorOccurred, m_process, [process = m_process](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            process->deleteLater();
    });
    m_process->closeWriteChannel();
}

void LabServerProcess::start()
{
    m_process->start(path(), {u"--end-with-input"_s});
}

void LabServerProcess::read()
{
    while (!m_isReady && m_process->canReadLine()) {
        const QString line = QString::fromUtf8(m_process->readLine()).trimmed();
        m_isReady = line == u"Ready.";
        const qsizetype colon = line.indexOf(u':');
        if (colon > 0)
            m_values.insert(line.left(colon), line.mid(colon + 1).trimmed());
    }
    if (m_isReady)
        m_process->readAllStandardOutput(); // its log is for people at a terminal
}

} // namespace kakuin::tour
