import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { DomainError } from '../../../platform/errors/domain-error';
import type { PrintOrder } from './document';

/** Longest that one paper may take to print, and the memory it may use (defaults). */
const TIME_LIMIT_MS = 20_000;
const MEMORY_LIMIT_MB = 256;

interface Answer {
  id: number;
  pdf?: Uint8Array;
  undrawable?: string[];
  failed?: string;
}

interface Waiting {
  resolve(answer: Answer): void;
  reject(error: Error): void;
  timer: NodeJS.Timeout;
}

/**
 * Prints one paper after the other in a thread of its own. A paper that passes its time or memory
 * is refused and the thread replaced; nothing else waits for it.
 */
@Injectable()
export class Printer implements BeforeApplicationShutdown {
  private worker: Worker | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private last = 0;
  private turn: Promise<unknown> = Promise.resolve();

  /**
   * The file. The same order gives the same bytes.
   * @throws DomainError 422 PAPER_NOT_PRINTABLE (characters the font lacks), PAPER_TOO_LONG
   */
  print(order: PrintOrder, timeLimit = TIME_LIMIT_MS): Promise<Buffer> {
    const printed = this.turn.then(() => this.printNow(order, timeLimit));
    this.turn = printed.catch(() => undefined);
    return printed;
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.end(new DomainError('TEMPORARILY_UNAVAILABLE', { status: 503 }));
  }

  private async printNow(order: PrintOrder, timeLimit: number): Promise<Buffer> {
    const answer = await this.ask(order, timeLimit);
    if (answer.undrawable) {
      throw new DomainError('PAPER_NOT_PRINTABLE', {
        params: { characters: answer.undrawable.join(' ') },
      });
    }
    if (!answer.pdf) throw new Error(`a paper could not be printed: ${answer.failed}`);
    return Buffer.from(answer.pdf);
  }

  private ask(order: PrintOrder, timeLimit: number): Promise<Answer> {
    const worker = (this.worker ??= this.begin());
    const id = (this.last += 1);
    return new Promise((resolve, reject) => {
      const tooLong = () => void this.end(new DomainError('PAPER_TOO_LONG'));
      const timer = setTimeout(tooLong, timeLimit);
      this.waiting.set(id, { resolve, reject, timer });
      worker.postMessage({ id, order });
    });
  }

  private begin(): Worker {
    const worker = new Worker(join(__dirname, 'print.worker.js'), {
      workerData: { serves: 'papers' },
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT_MB },
    });
    worker.unref();
    worker.on('message', (answer: Answer) => {
      const waiting = this.waiting.get(answer.id);
      this.waiting.delete(answer.id);
      clearTimeout(waiting?.timer);
      waiting?.resolve(answer);
    });
    worker.on('error', () => this.lose(worker));
    worker.on('exit', () => this.lose(worker));
    return worker;
  }

  /** The thread ended by itself: memory, or a fault. Whoever waits is told. */
  private lose(worker: Worker): void {
    if (this.worker === worker) this.refuse(new DomainError('PAPER_TOO_LONG'));
  }

  private async end(reason: Error): Promise<void> {
    const worker = this.worker;
    this.refuse(reason);
    await worker?.terminate();
  }

  private refuse(reason: Error): void {
    this.worker = null;
    for (const { reject, timer } of this.waiting.values()) {
      clearTimeout(timer);
      reject(reason);
    }
    this.waiting.clear();
  }
}
