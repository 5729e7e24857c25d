import 'reflect-metadata';
import { runStandalone } from './standalone/standalone';

/** Everything on one machine: PostgreSQL, migrations, demonstration, API, worker, web, mail. */
void runStandalone();
