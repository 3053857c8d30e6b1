/** Planted violations of the architecture rules. */
@org.jspecify.annotations.NullMarked
package planted.layers.persistence;
