import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { Clock } from '../clock/clock';

const line = z.object({ day: z.string(), seq: z.number().int(), hash: z.string() });

/**
 * The last head of each day, kept outside the database: whoever rewrote the whole chain would also
 * have to rewrite this file, which belongs on another machine or on write-once storage.
 */
export class AuditHeads {
  private today: { day: string; seq: number; hash: string } | null = null;

  constructor(
    private readonly file: string,
    private readonly clock: Clock,
  ) {}

  /** Notes the newest head; the head of a day is written once the day (UTC) is over. */
  async keep(seq: number, hash: string): Promise<void> {
    const day = this.clock.now().toZonedDateTimeISO('UTC').toPlainDate().toString();
    if (this.today && this.today.day !== day) await this.write();
    this.today = { day, seq, hash };
  }

  /** Writes the newest head, for the end of the process. */
  async write(): Promise<void> {
    if (!this.today) return;
    await mkdir(dirname(this.file), { recursive: true });
    await appendFile(this.file, `${JSON.stringify(this.today)}\n`, { mode: 0o600 });
    this.today = null;
  }

  /** Hash (hex) by place in the chain. */
  async all(): Promise<Map<number, string>> {
    const text = await readFile(this.file, 'utf8').catch(() => '');
    const lines = text.split('\n').filter(Boolean);
    return new Map(lines.map((l) => line.parse(JSON.parse(l))).map(({ seq, hash }) => [seq, hash]));
  }
}
