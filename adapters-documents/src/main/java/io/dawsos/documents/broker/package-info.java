/**
 * Statements of brokers, one class for each format. A reader only says what a row of a broker means in our own fields; whether
 * that is a transaction the rules of the application say. May use the package statement, application and domain.
 */
@NullMarked
package io.dawsos.documents.broker;

import org.jspecify.annotations.NullMarked;
