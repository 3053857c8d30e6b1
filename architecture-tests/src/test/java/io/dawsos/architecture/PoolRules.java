package io.dawsos.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;

/** Law 1: one class makes database connections. Constructors, method references, subclasses and injected types are all caught. */
final class PoolRules {

    private static final List<String> POOL_TYPES = List.of(
            "javax.sql.CommonDataSource",
            "com.zaxxer.hikari.HikariConfig",
            "java.sql.Driver",
            "org.postgresql.ds.common.BaseDataSource");
    private static final Set<String> FORBIDDEN_OWNERS = Set.of(
            "java.sql.DriverManager",
            "java.util.ServiceLoader",
            "java.lang.ProcessBuilder",
            "java.lang.Runtime.exec",
            "javax.sql.rowset.RowSetProvider");
    private static final Set<String> REFLECTIVE = Set.of(
            "forName",
            "getConstructor",
            "getDeclaredConstructor",
            "getConstructors",
            "getDeclaredConstructors",
            "newInstance");

    private PoolRules() {}

    /** Nobody but these classes (with their nested ones) may make a pool or a connection. */
    static ArchRule onlyTheseMakeConnections(String... allowed) {
        return noClasses()
                .that(areNot(allowed))
                .should(makeAPool())
                .allowEmptyShould(false)
                .because("the predecessor made pools in four ways and died of it; ConnectionPool is the one way");
    }

    private static DescribedPredicate<JavaClass> areNot(String... allowed) {
        Set<String> names = Set.of(allowed);
        return DescribedPredicate.describe(
                "are not " + names, type -> !names.contains(type.getName().replaceAll("\\$.*", "")));
    }

    private static ArchCondition<JavaClass> makeAPool() {
        return new ArchCondition<>("make a pool or a connection") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaClass parent : type.getAllRawSuperclasses()) {
                    report(events, type, concretePool(parent), "extends " + parent.getName());
                }
                for (JavaClass parent : type.getAllRawInterfaces()) {
                    report(
                            events,
                            type,
                            parent.isAssignableTo("javax.sql.CommonDataSource")
                                    || parent.isAssignableTo("java.sql.Driver"),
                            "implements " + parent.getName());
                }
                type.getAccessesFromSelf().forEach(access -> checkAccess(events, type, access));
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    report(events, type, concretePool(dependency.getTargetClass()), dependency.getDescription());
                }
            }
        };
    }

    private static void checkAccess(ConditionEvents events, JavaClass type, JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String name = access.getName();
        boolean bad = FORBIDDEN_OWNERS.contains(owner.getName())
                || (owner.getName().equals("java.lang.Runtime") && name.equals("exec"))
                || (owner.isAssignableTo("java.sql.Driver") && name.equals("connect"))
                || (owner.getName().equals("java.lang.Class") && REFLECTIVE.contains(name))
                || (owner.isAssignableTo("java.lang.ClassLoader") && name.equals("loadClass"))
                || (owner.getName().equals("java.lang.reflect.Constructor") && name.equals("newInstance"))
                || (name.equals("<init>") && pool(owner))
                || takesUrl(access, owner, name);
        report(events, type, bad, access.getDescription());
    }

    private static boolean takesUrl(JavaAccess<?> access, JavaClass owner, String name) {
        if (!(access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget target)
                || target.getRawParameterTypes().isEmpty()
                || !target.getRawParameterTypes().get(0).isEquivalentTo(String.class)) {
            return false;
        }
        boolean jdbi = owner.getName().equals("org.jdbi.v3.core.Jdbi")
                && Set.of("create", "open").contains(name);
        return jdbi || (name.equals("dataSource") && owner.getPackageName().startsWith("org.flywaydb"));
    }

    private static boolean pool(JavaClass type) {
        return POOL_TYPES.stream().anyMatch(type::isAssignableTo)
                || type.getPackageName().startsWith("com.zaxxer.hikari");
    }

    private static boolean concretePool(JavaClass type) {
        return pool(type)
                && !type.getName().equals("javax.sql.DataSource")
                && !type.getName().equals("java.sql.Driver");
    }

    private static void report(ConditionEvents events, JavaClass type, boolean bad, String what) {
        if (bad) {
            events.add(SimpleConditionEvent.satisfied(type, what));
        }
    }
}
