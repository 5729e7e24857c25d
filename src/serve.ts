import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import { AppConfig, readEnvironment, refuseUnsafeDatabase, StartupError } from './config';
import { createLogger } from './platform/http/logger';

/** Runs one process of the product until it is told to stop, finishing what is in hand. */
export async function serve(
  create: (config: AppConfig, logger: Logger) => Promise<NestFastifyApplication>,
): Promise<void> {
  try {
    const config = AppConfig.parse(readEnvironment());
    await refuseUnsafeDatabase(config);
    const logger = createLogger(config.log.level);
    const app = await create(config, logger);
    stopWhenTold(app);
    await app.listen(config.http.port, config.http.host);
    logger.info({ port: config.http.port }, 'ready');
    // whoever started this process as its child waits for it, if still there
    if (process.connected) process.send?.('ready', () => undefined);
  } catch (error) {
    process.stderr.write(`${explainFailure(error)}\n`);
    process.exit(1);
  }
}

/** What is in hand when the process is told to stop has this many milliseconds to end. */
const GRACE = 25_000;

function stopWhenTold(app: NestFastifyApplication): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), GRACE).unref();
    void app.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  // the process that started this one is gone
  process.on('disconnect', stop);
}

/** One line that a person can act upon; the stack only when nothing better is known. */
export function explainFailure(error: unknown): string {
  if (error instanceof StartupError) return error.message;
  const { code, port, message, stack } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE') return `Port ${port} is taken by another program: set PORT.`;
  if (code === 'ENOSPC') return 'The disk is full. Free some space and start again.';
  if (code === 'ECONNREFUSED') return `A server this needs does not answer: ${message}`;
  return stack ?? String(error);
}
