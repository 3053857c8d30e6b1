package planted.pools;

abstract class OwnDriver implements java.sql.Driver {}
