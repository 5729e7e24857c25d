import 'reflect-metadata';
import { commands } from './cli/program';

/** `npm run cli -- <command>`: only the answer goes to standard output. */
void commands().parseAsync();
