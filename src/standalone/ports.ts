import { createServer } from 'node:net';
import { StartupError } from '../config';

/** @throws StartupError when something listens on `port` already, or it needs more rights */
export function assertPortIsFree(port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const why = error.code === 'EADDRINUSE' ? 'is taken by another program' : 'cannot be used';
      reject(
        new StartupError(`Port ${port} ${why}. Choose another, for instance: PORT=3100 npm start`),
      );
    });
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}
