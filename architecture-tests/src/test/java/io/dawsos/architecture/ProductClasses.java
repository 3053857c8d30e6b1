package io.dawsos.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The classes of the product, and the planted ones that break its rules. */
final class ProductClasses {

    private ProductClasses() {}

    /** All main classes, from directories and jars alike; the tests of this module lie in the same root package and are left out. */
    static JavaClasses product() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("/test-classes/") && !location.contains("-tests.jar"))
                .importPackages("io.dawsos");
    }

    /** Planted violations. */
    static JavaClasses planted() {
        return new ClassFileImporter().importPackages("planted");
    }
}
