import 'reflect-metadata';
import { join } from 'node:path';
import { createApi } from './api.module';
import { serve } from './serve';

/** The API and the web application. */
void serve((config, logger) =>
  createApi(config, { logger, webRoot: join(__dirname, '..', 'web') }),
);
