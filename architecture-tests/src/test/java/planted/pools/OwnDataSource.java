package planted.pools;

abstract class OwnDataSource implements javax.sql.DataSource {}
