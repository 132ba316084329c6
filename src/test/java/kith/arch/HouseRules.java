package kith.arch;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/// The rules, for a tree of packages that is laid out like Kith.
final class HouseRules {

    private static final String[] JDK = {
        "java..", "javax..", "org.slf4j..", "org.jspecify..", "jdk.."
    };
    private static final Set<String> THREAD_MAKERS =
            Set.of("ofPlatform", "ofVirtual", "startVirtualThread", "<init>");

    private final String root;

    /// @param root the package that holds the layers
    HouseRules(String root) {
        this.root = root;
    }

    /// All rules by name; each has a fixture that breaks it.
    Map<String, ArchRule> all() {
        var rules = new LinkedHashMap<String, ArchRule>();
        rules.put("base", layer("base"));
        rules.put("model", layer("model", "base", "+org.jxmpp.."));
        rules.put("xmpp", layer("xmpp", "model", "base", "+org.jivesoftware..", "+org.jxmpp.."));
        rules.put(
                "store",
                layer(
                        "store",
                        "model",
                        "base",
                        "+org.h2..",
                        "+org.apache.lucene..",
                        "+org.jxmpp.."));
        rules.put("session", layer("session", "xmpp", "store", "model", "base", "+org.jxmpp.."));
        rules.put(
                "desktop",
                layer(
                        "desktop",
                        "session",
                        "model",
                        "base",
                        "+org.jxmpp..",
                        "+org.freedesktop..",
                        "+de.swiesend..",
                        "+com.google.gson.."));
        rules.put(
                "cli",
                layer(
                        "cli",
                        "session",
                        "model",
                        "base",
                        "+org.jxmpp..",
                        "+picocli..",
                        "+com.google.gson.."));
        rules.put(
                "ui",
                layer(
                        "ui",
                        "session",
                        "model",
                        "base",
                        "+org.jxmpp..",
                        "+javafx..",
                        "+org.fxmisc..",
                        "+org.reactfx..",
                        "+org.kordamp..",
                        "+atlantafx..",
                        "+org.hsluv.."));
        rules.put("widgetsKnowNoModel", widgetsKnowNoModel());
        rules.put("viewModelsSeeNoScene", viewModelsSeeNoScene());
        rules.put("viewsSeeNoSession", viewsSeeNoSession());
        rules.put("screensShareNothingSideways", screensShareNothingSideways());
        rules.put("sqlStaysInStore", onlyIn("store", "java.sql..", "org.h2.."));
        rules.put("luceneStaysInStore", onlyIn("store", "org.apache.lucene.."));
        rules.put("smackStaysInXmpp", onlyIn("xmpp", "org.jivesoftware.."));
        rules.put("javafxStaysInUi", onlyIn("ui", "javafx.."));
        rules.put("nothingRendersHtml", nothingRendersHtml());
        rules.put("threadsAreMadeInBase", threadsAreMadeInBase());
        rules.put("timeIsInjected", timeIsInjected());
        rules.put("platformIsFxLanes", platformIsFxLanes());
        rules.put("noCycles", slices().matching(root + ".(**)").should().beFreeOfCycles());
        return rules;
    }

    /// A layer imports itself, what of the JDK every layer may, and what is listed.
    ///
    /// @param allowed names of layers, or packages of libraries with a plus before them
    private ArchRule layer(String name, String... allowed) {
        var packages =
                Stream.concat(
                                Stream.of(in(name)),
                                Arrays.stream(allowed)
                                        .map(
                                                each ->
                                                        each.startsWith("+")
                                                                ? each.substring(1)
                                                                : in(each)))
                        .toList();
        var permitted = Stream.concat(Arrays.stream(JDK), packages.stream()).toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(in(name))
                .should()
                .dependOnClassesThat(not(resideInAnyPackage(permitted).or(primitives())))
                .allowEmptyShould(true)
                .as(name + " imports only " + List.of(permitted));
    }

    private ArchRule widgetsKnowNoModel() {
        return noClasses()
                .that()
                .resideInAnyPackage(in("ui.widget"), in("ui.fx"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(in("model"), in("session"));
    }

    private ArchRule viewModelsSeeNoScene() {
        return noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..");
    }

    private ArchRule viewsSeeNoSession() {
        return noClasses()
                .that(simpleNameEndingWith("View").or(simpleNameEndingWith("Cell")))
                .and()
                .resideInAPackage(in("ui"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(in("session"));
    }

    /// Only the shell and the chat page put screens together; what all of them show alike stands in
    /// folders that are no screens.
    private ArchRule screensShareNothingSideways() {
        return slices().matching(root + ".ui.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(resideInAnyPackage(in("ui.shell"), in("ui.chat")), always())
                .ignoreDependency(
                        always(),
                        resideInAnyPackage(
                                in("ui.widget"),
                                in("ui.text"),
                                in("ui.fx"),
                                in("ui.presence"),
                                in("ui.keys"),
                                in("ui.form")));
    }

    private ArchRule onlyIn(String layer, String... packages) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackages(in(layer), root, root + ".arch..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .as("only " + layer + " sees " + List.of(packages));
    }

    /// What somebody sends is never markup that is run or laid out as a page: neither by the
    /// toolkit's browser nor by the JDK's (H56 of the reliability rules).
    private ArchRule nothingRendersHtml() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "javafx.scene.web..",
                        "com.sun.webkit..",
                        "netscape.javascript..",
                        "javax.swing.text..")
                .as("H56: nothing renders HTML");
    }

    private ArchRule threadsAreMadeInBase() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(in("base"))
                .should()
                .accessTargetWhere(
                        new DescribedPredicate<JavaAccess<?>>("a thread is made") {
                            @Override
                            public boolean test(JavaAccess<?> access) {
                                var owner = access.getTargetOwner();
                                return owner.isEquivalentTo(Executors.class)
                                        || (owner.isEquivalentTo(Thread.class)
                                                && THREAD_MAKERS.contains(access.getName()));
                            }
                        });
    }

    private ArchRule timeIsInjected() {
        var clocks =
                List.of(
                        Instant.class,
                        LocalDate.class,
                        LocalDateTime.class,
                        ZonedDateTime.class,
                        Date.class);
        return noClasses()
                .should()
                .accessTargetWhere(
                        new DescribedPredicate<JavaAccess<?>>("the time is asked for") {
                            @Override
                            public boolean test(JavaAccess<?> access) {
                                var owner = access.getTargetOwner();
                                boolean asks =
                                        clocks.stream().anyMatch(owner::isEquivalentTo)
                                                && access.getName().equals("now");
                                boolean isDate =
                                        owner.isEquivalentTo(Date.class)
                                                && access.getName().equals("<init>");
                                boolean isSystem =
                                        owner.isEquivalentTo(System.class)
                                                && access.getName().equals("currentTimeMillis");
                                boolean isClock =
                                        (owner.isEquivalentTo(Clock.class)
                                                        || owner.isEquivalentTo(
                                                                InstantSource.class))
                                                && access.getName().startsWith("system");
                                boolean isWiring =
                                        access.getOriginOwner().getPackageName().equals(root);
                                return (asks && access.getTarget().getFullName().endsWith("now()"))
                                        || isDate
                                        || isSystem
                                        || (isClock && !isWiring);
                            }
                        });
    }

    /// What the desktop prefers may be asked anywhere in `ui`; the toolkit's thread and life are
    /// the FX lane's and the start's alone.
    private ArchRule platformIsFxLanes() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(in("ui.fx"), root)
                .should()
                .accessTargetWhere(
                        new DescribedPredicate<JavaAccess<?>>("the toolkit is driven") {
                            @Override
                            public boolean test(JavaAccess<?> access) {
                                return access.getTargetOwner()
                                                .getFullName()
                                                .equals("javafx.application.Platform")
                                        && !access.getName().equals("getPreferences");
                            }
                        });
    }

    private String in(String layer) {
        return root + "." + layer + "..";
    }

    private static DescribedPredicate<JavaClass> primitives() {
        return DescribedPredicate.describe(
                "primitive", type -> type.isPrimitive() || type.isArray());
    }

    private static DescribedPredicate<JavaClass> always() {
        return DescribedPredicate.alwaysTrue();
    }
}
