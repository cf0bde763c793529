// SPDX-License-Identifier: MIT
// What a start is compared with: the least that a Qt Widgets program with a window does. With an argument it also shows
// that as a text, so that one sees what the first text of a process costs: finding and loading fonts.
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QWidget>

int main(int argc, char *argv[])
{
    QApplication program(argc, argv);
    QWidget window;
    window.resize(1240, 760);
    if (argc > 1)
        (void)new QLabel(QString::fromLocal8Bit(argv[1]), &window);
    window.show();
    return QApplication::exec();
}
