package io.dawsos.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.TreeMap;

/** The rules of layers and style, for a tree of packages under a root: the product's, or that of planted violations. */
final class LayerRules {

    private final String root;

    LayerRules(String root) {
        this.root = root;
    }

    private String under(String name) {
        return root + "." + name + "..";
    }

    /** Every rule by its name. */
    Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new TreeMap<>();
        rules.put("domain_is_pure", domainIsPure());
        rules.put("domain_has_no_clock", noMachineClock("domain"));
        rules.put("application_has_no_clock", noMachineClock("application"));
        rules.put(
                "application_sees_no_adapter",
                sees("application", "persistence", "providers", "documents", "web", "bootstrap"));
        rules.put(
                "persistence_sees_no_other_adapter", sees("persistence", "providers", "documents", "web", "bootstrap"));
        rules.put("documents_sees_no_other_adapter", sees("documents", "persistence", "providers", "web", "bootstrap"));
        rules.put("web_sees_no_other_adapter", sees("web", "persistence", "providers", "documents", "bootstrap"));
        rules.put(
                "sql_stays_in_persistence",
                only(
                        "persistence",
                        "java.sql..",
                        "javax.sql..",
                        "org.jdbi..",
                        "org.flywaydb..",
                        "com.zaxxer..",
                        "org.postgresql.."));
        rules.put("http_server_stays_in_web", only("web", "io.javalin..", "org.eclipse.jetty.."));
        rules.put("http_clients_stay_in_providers", only("providers", "java.net.http.."));
        rules.put("guice_stays_in_modules", guiceStaysInModules());
        rules.put(
                "no_field_injection",
                noFields().should().beAnnotatedWith("jakarta.inject.Inject").allowEmptyShould(true));
        rules.put(
                "no_setter_injection",
                noMethods().should().beAnnotatedWith("jakarta.inject.Inject").allowEmptyShould(true));
        rules.put(
                "no_static_state",
                fields().that().areStatic().should().beFinal().allowEmptyShould(true));
        rules.put("no_made_up_names", noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Dto)"));
        rules.put(
                "no_printing",
                noClasses()
                        .that()
                        .resideOutsideOfPackage(root + ".bootstrap.command..")
                        .should()
                        .accessField(System.class, "out")
                        .orShould()
                        .accessField(System.class, "err"));
        rules.put("strict_mathematics", strictMathematics());
        return rules;
    }

    private ArchRule domainIsPure() {
        return classes()
                .that()
                .resideInAPackage(under("domain"))
                .should()
                .onlyDependOnClassesThat(DescribedPredicate.describe(
                        "are of the domain, of JSpecify, or of the JDK without SQL, network, files, threads and clocks",
                        this::pure))
                .because("the domain is pure (law 10)");
    }

    private boolean pure(JavaClass type) {
        JavaClass component = type.getBaseComponentType();
        String name = component.getPackageName();
        boolean domain =
                name.startsWith(root + ".domain") || name.startsWith("org.jspecify") || component.isPrimitive();
        boolean jdk = name.equals("java.lang")
                || name.startsWith("java.lang.annotation")
                || name.equals("java.lang.runtime")
                || name.equals("java.lang.invoke")
                || name.equals("java.math")
                || name.equals("java.nio.charset")
                || name.equals("java.security")
                || name.equals("java.text")
                || name.startsWith("java.time")
                || name.equals("java.util")
                || name.equals("java.util.function")
                || name.equals("java.util.regex")
                || name.equals("java.util.stream");
        boolean bytes = name.equals("java.io")
                && !component.getSimpleName().startsWith("File")
                && !component.getSimpleName().startsWith("RandomAccess");
        boolean impure = component.isEquivalentTo(Thread.class)
                || component.isEquivalentTo(java.time.Clock.class)
                || component.isEquivalentTo(java.util.Random.class)
                || component.isEquivalentTo(ProcessBuilder.class);
        return (domain || jdk || bytes) && !impure;
    }

    private ArchRule noMachineClock(String layer) {
        return noClasses()
                .that()
                .resideInAPackage(under(layer))
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.LocalDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(java.time.ZoneId.class, "systemDefault")
                .orShould()
                .callMethod(java.util.Locale.class, "getDefault")
                .allowEmptyShould(true)
                .because("the same inputs give the same bytes (law 4)");
    }

    private ArchRule sees(String layer, String... others) {
        String[] packages = java.util.Arrays.stream(others).map(this::under).toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(under(layer))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .allowEmptyShould(true);
    }

    private ArchRule only(String layer, String... packages) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackage(under(layer))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages);
    }

    private ArchRule guiceStaysInModules() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(under("bootstrap"))
                .and()
                .haveSimpleNameNotEndingWith("Module")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.google.inject..");
    }

    private ArchRule strictMathematics() {
        return noClasses()
                .that()
                .resideInAnyPackage(under("domain"), under("application"))
                .should(new com.tngtech.archunit.lang.ArchCondition<JavaClass>("call Math where platforms may differ") {
                    @Override
                    public void check(JavaClass type, com.tngtech.archunit.lang.ConditionEvents events) {
                        type.getMethodCallsFromSelf().stream()
                                .filter(call -> call.getTargetOwner().isEquivalentTo(Math.class))
                                .filter(call -> java.util.Set.of(
                                                "sqrt", "pow", "exp", "log", "log1p", "sin", "cos", "cbrt", "random")
                                        .contains(call.getName()))
                                .forEach(call -> events.add(com.tngtech.archunit.lang.SimpleConditionEvent.satisfied(
                                        type, call.getDescription())));
                    }
                })
                .because("platform mathematics must not leak into results (law 4)");
    }
}
