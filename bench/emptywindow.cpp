// SPDX-License-Identifier: MIT
// What a start is compared with: the least that a Qt Widgets program with a window does.
#include <QtWidgets/QApplication>
#include <QtWidgets/QWidget>

int main(int argc, char *argv[])
{
    QApplication program(argc, argv);
    QWidget window;
    window.resize(1240, 760);
    window.show();
    return QApplication::exec();
}
