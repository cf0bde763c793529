// SPDX-License-Identifier: MIT
#include "ui/dialogs/certificatepicker.h"

#include "core/base/untrustedtext.h"
#include "models/roles.h"
#include "models/severity.h"
#include "text/expirytext.h"
#include "ui/decoration/theme.h"

#include <QtCore/QEvent>
#include <QtCore/QIdentityProxyModel>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCompleter>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>

namespace kakuin::ui {
namespace {

constexpr int thumbprintDigits = 8;
constexpr int leastCharacters = 24;

/// The choices with their words.
class ChoiceRows final : public QIdentityProxyModel {
public:
    ChoiceRows(models::CertificateChoices &choices, const findings::EvaluationPtr &evaluation, const QDateTime &nowUtc,
        QObject *parent)
        : QIdentityProxyModel(parent)
        , m_choices(choices)
        , m_evaluation(evaluation)
        , m_nowUtc(nowUtc)
    {
        setSourceModel(&choices);
    }

    QVariant data(const QModelIndex &index, int role) const override
    {
        if (!index.isValid())
            return {};
        if (role != Qt::DisplayRole && role != Qt::EditRole && role != Qt::DecorationRole)
            return QIdentityProxyModel::data(index, role);
        const domain::Certificate &one = m_choices.certificate(index.row());
        if (role == Qt::DecorationRole)
            return severityIcon(models::severityOf(one, m_evaluation, m_nowUtc), QApplication::palette());
        // What tells generations of one name apart comes first: the rest may be cut.
        //: one certificate in a list to choose from; %1: a server, %2: a date, %3: its name, %4: eight hex digits
        return CertificatePicker::tr("%1, expires %2: %3 (%4)")
            .arg(singleLine(one.server.name(), 64), ExpiryText::day(one.facts.notAfterUtc),
                QIdentityProxyModel::data(index, Qt::DisplayRole).toString(),
                one.facts.thumbprint.toString().left(thumbprintDigits));
    }

private:
    models::CertificateChoices &m_choices;
    findings::EvaluationPtr m_evaluation;
    QDateTime m_nowUtc;
};

} // namespace

CertificatePicker::CertificatePicker(models::CertificateChoices &choices, const findings::EvaluationPtr &evaluation,
    const QDateTime &nowUtc, QWidget *parent)
    : QComboBox(parent)
    , m_choices(choices)
{
    // Many rows: none of them may be asked for its width.
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(leastCharacters);
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    setMaxVisibleItems(16);
    setModel(new ChoiceRows(choices, evaluation, nowUtc, this));
    if (auto *list = qobject_cast<QListView *>(view()))
        list->setUniformItemSizes(true);
    completer()->setFilterMode(Qt::MatchContains);
    completer()->setCaseSensitivity(Qt::CaseInsensitive);
    completer()->setCompletionMode(QCompleter::PopupCompletion);
    completer()->setCompletionRole(models::FilterTextRole);
    completer()->setMaxVisibleItems(16);
    setCurrentIndex(-1);
    connect(this, &QComboBox::currentIndexChanged, this, [this] {
        restoreText();
        Q_EMIT chosen();
    });
    // After the box's own handler, which may find the index unchanged and leave what was typed.
    connect(this, &QComboBox::activated, this, &CertificatePicker::restoreText, Qt::QueuedConnection);
    connect(lineEdit(), &QLineEdit::editingFinished, this, &CertificatePicker::restoreText, Qt::QueuedConnection);
    retranslate();
}

void CertificatePicker::choose(const domain::CertificateId &id)
{
    setCurrentIndex(id.thumbprint.isNull() ? -1 : m_choices.rowOf(id));
    restoreText();
}

const domain::Certificate *CertificatePicker::certificate() const
{
    return currentIndex() < 0 ? nullptr : &m_choices.certificate(currentIndex());
}

domain::CertificateId CertificatePicker::id() const
{
    return certificate() == nullptr ? domain::CertificateId() : certificate()->id();
}

void CertificatePicker::restoreText()
{
    setEditText(currentIndex() < 0 ? QString() : itemText(currentIndex()));
    lineEdit()->setCursorPosition(0);
    setToolTip(currentText().toHtmlEscaped());
}

void CertificatePicker::changeEvent(QEvent *event)
{
    QComboBox::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CertificatePicker::retranslate()
{
    lineEdit()->setPlaceholderText(tr("Choose a certificate"));
    restoreText();
}

} // namespace kakuin::ui
