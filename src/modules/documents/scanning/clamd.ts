import { connect, type Socket } from 'node:net';
import { Transform, type Readable, type TransformCallback } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** The scanner cannot be asked now: not there, gone in mid-scan, silent, or in trouble of its own. */
export class ScannerAway extends Error {
  readonly code = 'SCANNER_UNAVAILABLE';
  override readonly name = 'ScannerAway';
}

/** `null`: nothing found; otherwise what the scanner calls it. */
export type Verdict = { signature: string | null };

/** Frames of INSTREAM: a length of four bytes and so many bytes; a length of zero ends it. */
class Frames extends Transform {
  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback): void {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(chunk.length);
    this.push(length);
    this.push(chunk);
    done();
  }

  override _flush(done: TransformCallback): void {
    this.push(Buffer.alloc(4));
    done();
  }
}

/** A virus scanner behind a socket, in the words of `clamd` (man clamd, INSTREAM and VERSION). */
export class Clamd {
  /**
   * @param url `tcp://host:port` or `unix:///path`
   * @param patience milliseconds of silence after which the scanner counts as gone
   */
  constructor(
    private readonly url: string,
    private readonly patience = 120_000,
  ) {}

  /**
   * Has `content` looked at while it passes.
   * @throws ScannerAway when there is no verdict; whatever broke the content, as it came
   */
  async scan(content: Readable): Promise<Verdict> {
    const reply = await this.ask('zINSTREAM\0', content);
    const found = /^stream: (.+) FOUND$/.exec(reply)?.[1];
    if (found) return { signature: found.slice(0, 200) };
    if (reply === 'stream: OK') return { signature: null };
    throw new ScannerAway();
  }

  /** E.g. `ClamAV 1.4.6/27700/Wed Nov 25 10:00:00 2026`: the engine and its signatures. */
  async version(): Promise<string> {
    return (await this.ask('zVERSION\0')).slice(0, 200);
  }

  private async ask(command: string, content?: Readable): Promise<string> {
    let broken: Error | null = null;
    content?.once('error', (error) => (broken = error));
    const socket = this.connect();
    try {
      const reply = readReply(socket);
      socket.write(command);
      if (content) await pipeline(content, new Frames(), socket, { end: false });
      return await reply;
    } catch {
      throw broken ?? new ScannerAway();
    } finally {
      content?.destroy();
      socket.destroy();
    }
  }

  private connect(): Socket {
    const { protocol, hostname, port, pathname } = new URL(this.url);
    const socket =
      protocol === 'unix:'
        ? connect({ path: decodeURIComponent(pathname) })
        : connect({ host: hostname, port: Number(port || 3310) });
    socket.setTimeout(this.patience, () => socket.destroy(new ScannerAway()));
    return socket;
  }
}

/** What the scanner says, up to the zero byte that ends it. */
function readReply(socket: Socket): Promise<string> {
  const reply = new Promise<string>((resolve, reject) => {
    let text = '';
    socket.on('data', (data: Buffer) => {
      text += data.toString();
      const end = text.indexOf('\0');
      if (end >= 0) resolve(text.slice(0, end));
    });
    socket.once('error', reject);
    socket.once('close', () => reject(new ScannerAway()));
  });
  // the content may end first; then this end is told by it
  reply.catch(() => undefined);
  return reply;
}
