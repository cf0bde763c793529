// SPDX-License-Identifier: MIT
#include "core/clixml/object.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QTest>

namespace tests::tst_object {

using namespace kakuin::clixml;
using namespace Qt::StringLiterals;

class tst_Object final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void property_ignoresCaseAndPrefersExtended();
    void property_isFoundInTheWrappedObject();
    void property_isNull_whenMissing();
    void typeName_dropsThePrefix();
    void isA_acceptsBothSpellings();
    void builder_startsAnew_afterBuild();
    void enumeration_isShapedAsOnTheWire();
    void list_isAnArrayList();
};

void tst_Object::property_ignoresCaseAndPrefersExtended()
{
    const ObjectPtr object = ObjectBuilder(QStringList())
                                 .adapted(u"Name"_s, Value(u"adapted"_s))
                                 .extended(u"NAME"_s, Value(u"extended"_s))
                                 .adapted(u"Empty"_s, Value())
                                 .build();
    QCOMPARE(object->property(u"name").text(), u"extended"_s);
    QVERIFY(object->hasProperty(u"empty"));
    QVERIFY(object->property(u"empty").isNull());
}

void tst_Object::property_isFoundInTheWrappedObject()
{
    const ObjectPtr inner = ObjectBuilder(QStringList()).adapted(u"Inner"_s, Value(u"in"_s)).build();
    const ObjectPtr outer
        = ObjectBuilder(QStringList()).base(Value(inner)).extended(u"Outer"_s, Value(u"out"_s)).build();
    QCOMPARE(outer->property(u"Inner").text(), u"in"_s);
    QCOMPARE(outer->property(u"Outer").text(), u"out"_s);
}

void tst_Object::property_isNull_whenMissing()
{
    const ObjectPtr object = ObjectBuilder(QStringList()).build();
    QVERIFY(object->property(u"Name").isNull());
    QVERIFY(!object->hasProperty(u"Name"));
}

void tst_Object::typeName_dropsThePrefix()
{
    QCOMPARE(ObjectBuilder(QStringList{u"Deserialized.A.B"_s, u"System.Object"_s}).build()->typeName(), u"A.B"_s);
    QCOMPARE(ObjectBuilder(QStringList{u"A.B"_s}).build()->typeName(), u"A.B"_s);
    QCOMPARE(ObjectBuilder(QStringList()).build()->typeName(), QString());
}

void tst_Object::isA_acceptsBothSpellings()
{
    const ObjectPtr object = ObjectBuilder(QStringList{u"Deserialized.A.B"_s, u"A.Base"_s}).build();
    QVERIFY(object->isA(u"A.B"));
    QVERIFY(object->isA(u"Deserialized.A.Base"));
    QVERIFY(!object->isA(u"B"));
    QVERIFY(!ObjectBuilder(QStringList()).build()->isA(u"A.B"));
}

void tst_Object::builder_startsAnew_afterBuild()
{
    ObjectBuilder builder(QStringList{u"T"_s});
    const ObjectPtr first = builder.adapted(u"A"_s, Value(u"1"_s)).build();
    const ObjectPtr second = builder.adapted(u"B"_s, Value(u"2"_s)).build();
    QVERIFY(!first->hasProperty(u"B"));
    QVERIFY(!second->hasProperty(u"A"));
    QCOMPARE(first->typeNames.get(), second->typeNames.get());
}

void tst_Object::enumeration_isShapedAsOnTheWire()
{
    const ObjectPtr value = ObjectBuilder::enumeration(u"Ns.AllowedServices"_s, u"IMAP, SMTP"_s, 17);
    QCOMPARE(value->typeName(), u"Ns.AllowedServices"_s);
    QVERIFY(value->isA(u"System.Enum"));
    QCOMPARE(Value(value).text(), u"IMAP, SMTP"_s);
    QCOMPARE(Value(value).toInt(), std::optional<qint64>(17));
}

void tst_Object::list_isAnArrayList()
{
    const ObjectPtr list = ObjectBuilder::list({Value(u"a"_s)});
    QVERIFY(list->isA(u"System.Collections.ArrayList"));
    QCOMPARE(list->container, ContainerKind::List);
    QCOMPARE(ObjectBuilder::list({}, u"System.String[]"_s)->typeName(), u"System.String[]"_s);
}

KAKUIN_TEST(tst_Object)

} // namespace tests::tst_object

#include "tst_object.moc"
