// SPDX-License-Identifier: MIT
// Ends with 0 when the program and Qt's library mean the same application object.
#include <QtCore/QCoreApplication>

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    return QCoreApplication::instance() == &application ? 0 : 1;
}
