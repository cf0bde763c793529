// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>

/// Namespaces and addresses of WS-Management.    Source: DSP0226; MS-WSMV 2.2
namespace kakuin::remote::wsman {

inline const QString soap = QStringLiteral("http://www.w3.org/2003/05/soap-envelope");
inline const QString addressing = QStringLiteral("http://schemas.xmlsoap.org/ws/2004/08/addressing");
inline const QString management = QStringLiteral("http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd");
inline const QString microsoft = QStringLiteral("http://schemas.microsoft.com/wbem/wsman/1/wsman.xsd");
inline const QString shell = QStringLiteral("http://schemas.microsoft.com/wbem/wsman/1/windows/shell");
inline const QString transfer = QStringLiteral("http://schemas.xmlsoap.org/ws/2004/09/transfer");
inline const QString fault = QStringLiteral("http://schemas.microsoft.com/wbem/wsman/1/wsmanfault");
inline const QString powerShell = QStringLiteral("http://schemas.microsoft.com/powershell");
inline const QString anonymous = QStringLiteral("http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous");

} // namespace kakuin::remote::wsman
