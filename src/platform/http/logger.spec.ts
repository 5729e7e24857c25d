import { Writable } from 'node:stream';
import { createLogger } from './logger';

describe('the log', () => {
  const logged = (write: (logger: ReturnType<typeof createLogger>) => void): string => {
    const lines: string[] = [];
    const sink = new Writable({
      write(chunk: Buffer, _encoding, done) {
        lines.push(chunk.toString());
        done();
      },
    });
    write(createLogger('info', sink));
    return lines.join('');
  };

  it('never holds what opens a door', () => {
    const text = logged((logger) =>
      logger.info({ body: { password: 'clave-secreta', token: 'ficha-secreta' } }, 'x'),
    );
    expect(text).toContain('[redacted]');
    expect(text).not.toContain('secreta');
  });

  it('keeps names searched for out of addresses', () => {
    const text = logged((logger) =>
      logger.info({ req: { method: 'GET', url: '/api/v1/people?q=Quispe', headers: {} } }, 'x'),
    );
    expect(text).toContain('/api/v1/people');
    expect(text).not.toContain('Quispe');
  });

  it('never quotes the row of a database error', () => {
    const error = Object.assign(new Error('Key (name)=(Rosa Quispe) exists'), {
      query: 'INSERT …',
      parameters: ['Rosa Quispe'],
      code: '23505',
    });
    const text = logged((logger) => logger.error({ err: error }, 'request failed'));
    expect(text).toContain('23505');
    expect(text).not.toContain('Quispe');
  });
});
