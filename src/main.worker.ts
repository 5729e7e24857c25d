import 'reflect-metadata';
import { serve } from './serve';
import { createWorker } from './worker.module';

/** The queued work; its port answers health and metrics only. */
void serve((config, logger) => createWorker(config, { logger }));
