/** The database: pool, migrations, notifications and the private embedded cluster. */
@NullMarked
package se.lykta.db;

import org.jspecify.annotations.NullMarked;
