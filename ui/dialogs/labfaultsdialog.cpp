// SPDX-License-Identifier: MIT
#include "ui/dialogs/labfaultsdialog.h"

#include "core/base/untrustedtext.h"
#include "core/base/whendone.h"
#include "text/errortext.h"
#include "ui/decoration/theme.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/screenroom.h"
#include "ui/widgets/wraplabel.h"

#include <QtCore/QEvent>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QTableWidget>
#include <QtWidgets/QVBoxLayout>

namespace kakuin::ui {
namespace {

enum FaultsColumn { FaultServer, FaultKind, FaultLatency, FaultColumns };
constexpr int longestLatency = 60'000;

const QList<lab::Fault::Kind> &faultKinds()
{
    static const QList<lab::Fault::Kind> all{lab::Fault::Kind::None, lab::Fault::Kind::Unreachable,
        lab::Fault::Kind::RpcError, lab::Fault::Kind::AccessDenied, lab::Fault::Kind::DiesInTheMiddle,
        lab::Fault::Kind::RefusesAuthExport, lab::Fault::Kind::LosesBindings};
    return all;
}

} // namespace

LabFaultsDialog::LabFaultsDialog(lab::LabShell &lab, const QList<domain::ServerId> &servers, QWidget *parent)
    : QDialog(parent)
    , m_lab(lab)
    , m_servers(servers)
    , m_title(new WrapLabel(this, WrapLabel::Look::Heading))
    , m_intro(new WrapLabel(this, WrapLabel::Look::Secondary, Tone::Muted))
    , m_table(new QTableWidget(this))
    , m_message(new MessageBar(this))
    , m_clear(new QPushButton(this))
    , m_close(new QPushButton(this))
{
    setObjectName(QStringLiteral("labFaultsDialog"));
    setWindowModality(Qt::WindowModal);
    m_table->setObjectName(QStringLiteral("faultTable"));
    m_table->setColumnCount(FaultColumns);
    m_table->setRowCount(static_cast<int>(servers.size()));
    m_table->verticalHeader()->hide();
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    // the keyboard goes from box to box, not from cell to cell
    m_table->setFocusPolicy(Qt::NoFocus);
    m_table->horizontalHeader()->setSectionResizeMode(FaultKind, QHeaderView::Stretch);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->setShowGrid(false);
    m_clear->setObjectName(QStringLiteral("clearFaultsButton"));
    m_clear->setAutoDefault(false);
    m_close->setObjectName(QStringLiteral("closeButton"));
    m_close->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metric::dialogMargin, metric::dialogMargin, metric::dialogMargin, metric::dialogMargin);
    layout->setSpacing(metric::related);
    layout->addWidget(m_title);
    layout->addWidget(m_intro);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_message);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_clear);
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    layout->addLayout(buttons);
    const QHash<domain::ServerId, lab::Fault> faults = m_lab.faults();
    m_isFilling = true;
    for (int row = 0; row < m_servers.size(); ++row)
        addRow(row, m_servers.at(row), faults.value(m_servers.at(row)));
    m_isFilling = false;
    connect(m_clear, &QPushButton::clicked, this, &LabFaultsDialog::clearAll);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    retranslate();
    m_table->resizeColumnToContents(FaultServer);
    m_table->setColumnWidth(FaultServer, m_table->columnWidth(FaultServer) + metric::group);
    resizeOnScreen(*this, {640, 440});
}

void LabFaultsDialog::addRow(int row, const domain::ServerId &server, const lab::Fault &fault)
{
    auto *name = new QTableWidgetItem(singleLine(server.name()));
    name->setFlags(Qt::ItemIsEnabled);
    m_table->setItem(row, FaultServer, name);
    auto *kind = new QComboBox(m_table);
    kind->setObjectName(QStringLiteral("faultCombo%1").arg(row));
    for (const lab::Fault::Kind each : faultKinds())
        kind->addItem(QString(), static_cast<int>(each));
    kind->setCurrentIndex(static_cast<int>(faultKinds().indexOf(fault.kind)));
    auto *latency = new QSpinBox(m_table);
    latency->setObjectName(QStringLiteral("latencySpin%1").arg(row));
    latency->setRange(0, longestLatency);
    latency->setSingleStep(100);
    latency->setValue(static_cast<int>(fault.latency.count()));
    latency->setKeyboardTracking(false);
    m_table->setCellWidget(row, FaultKind, kind);
    m_table->setCellWidget(row, FaultLatency, latency);
    connect(kind, &QComboBox::currentIndexChanged, this, [this, row] { apply(row); });
    connect(latency, &QSpinBox::valueChanged, this, [this, row] { apply(row); });
}

void LabFaultsDialog::apply(int row)
{
    if (m_isFilling)
        return;
    const auto *kind = qobject_cast<QComboBox *>(m_table->cellWidget(row, FaultKind));
    const auto *latency = qobject_cast<QSpinBox *>(m_table->cellWidget(row, FaultLatency));
    const lab::Fault fault{
        static_cast<lab::Fault::Kind>(kind->currentData().toInt()), std::chrono::milliseconds(latency->value())};
    m_message->clear();
    whenDone(m_lab.setFault(m_servers.at(row), fault), this, [this](const Result<void> &set) {
        if (!set)
            m_message->setMessage(models::Severity::Expired, ErrorText::full(set.error()));
    });
}

void LabFaultsDialog::clearAll()
{
    for (int row = 0; row < m_servers.size(); ++row) {
        qobject_cast<QComboBox *>(m_table->cellWidget(row, FaultKind))->setCurrentIndex(0);
        qobject_cast<QSpinBox *>(m_table->cellWidget(row, FaultLatency))->setValue(0);
    }
}

QString LabFaultsDialog::text(lab::Fault::Kind kind)
{
    switch (kind) {
    case lab::Fault::Kind::None:
        //: fault of a practice server
        return tr("None");
    case lab::Fault::Kind::Unreachable:
        return tr("Not reachable");
    case lab::Fault::Kind::RpcError:
        return tr("Its service host is stopped");
    case lab::Fault::Kind::AccessDenied:
        return tr("Access is denied");
    case lab::Fault::Kind::DiesInTheMiddle:
        return tr("Lost in the middle of the next change");
    case lab::Fault::Kind::RefusesAuthExport:
        return tr("Does not export the Auth certificate");
    case lab::Fault::Kind::LosesBindings:
        return tr("Its web sites lose their certificates at the next change");
    }
    return {};
}

void LabFaultsDialog::retranslate()
{
    setWindowTitle(tr("Server faults"));
    m_title->setPlainText(tr("Server faults"));
    m_intro->setPlainText(tr("Practise for bad days: each change takes effect at once and stays until you clear it."));
    m_table->setHorizontalHeaderLabels({tr("Server"), tr("Fault"), tr("Delay")});
    m_table->setAccessibleName(tr("Faults of the servers"));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        auto *kind = qobject_cast<QComboBox *>(m_table->cellWidget(row, FaultKind));
        auto *latency = qobject_cast<QSpinBox *>(m_table->cellWidget(row, FaultLatency));
        const QString server = singleLine(m_servers.at(row).name());
        for (int i = 0; i < kind->count(); ++i)
            kind->setItemText(i, text(static_cast<lab::Fault::Kind>(kind->itemData(i).toInt())));
        //: for screen readers; %1 is a server
        kind->setAccessibleName(tr("Fault of %1").arg(server));
        //: for screen readers; %1 is a server
        latency->setAccessibleName(tr("Delay of %1").arg(server));
        //: milliseconds
        latency->setSuffix(tr(" ms"));
    }
    m_clear->setText(tr("Clear all"));
    m_close->setText(tr("Close"));
}

void LabFaultsDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace kakuin::ui
