/** Ways to make a connection that the rule of the one pool must catch; those that begin with Allowed it must not. */
@org.jspecify.annotations.NullMarked
package planted.pools;
