// SPDX-License-Identifier: MIT
#include "ui/widgets/inputgate.h"

namespace kakuin::ui {

void InputGate::appear(const QDateTime &nowUtc, QPoint pointer, bool needsMovement)
{
    m_sinceUtc = nowUtc;
    m_rest = pointer;
    m_hasMoved = !needsMovement;
}

void InputGate::pause(const QDateTime &nowUtc)
{
    m_sinceUtc = nowUtc;
}

void InputGate::movePointer(QPoint at)
{
    m_hasMoved = m_hasMoved || (at - m_rest).manhattanLength() >= leastMovement;
}

void InputGate::restPointer(QPoint at)
{
    m_rest = at;
}

bool InputGate::isOpen(const QDateTime &nowUtc) const
{
    return m_sinceUtc.isValid() && m_sinceUtc.msecsTo(nowUtc) >= quietTime.count();
}

InputGate::Verdict InputGate::pressPointer(const QDateTime &nowUtc, QPoint at)
{
    movePointer(at);
    const Verdict verdict = pressOther(nowUtc);
    return verdict == Verdict::Counts && !m_hasMoved ? Verdict::PointerAtRest : verdict;
}

InputGate::Verdict InputGate::pressKey(const QDateTime &nowUtc, bool isAutoRepeat)
{
    const Verdict verdict = pressOther(nowUtc);
    return verdict == Verdict::Counts && isAutoRepeat ? Verdict::KeyHeld : verdict;
}

InputGate::Verdict InputGate::pressOther(const QDateTime &nowUtc)
{
    if (isOpen(nowUtc))
        return Verdict::Counts;
    pause(nowUtc);
    return Verdict::TooEarly;
}

} // namespace kakuin::ui
