import type { FaultLog } from './fault-log';

/**
 * Runs `work` every so often and whenever it is hurried, one run at a time; hurrying a run that is
 * under way makes it run once more. A fault is reported and the next run tries again.
 */
export class Ticker {
  private timer: NodeJS.Timeout | null = null;
  private due = Infinity;
  private current: Promise<void> | null = null;
  private again = false;
  private stopped = true;

  constructor(
    private readonly name: string,
    private readonly every: number,
    private readonly work: () => Promise<unknown>,
    private readonly faults: FaultLog,
  ) {}

  start(): void {
    this.stopped = false;
    this.hurry(0);
  }

  /** Runs within `within` milliseconds; calls that come closer together share one run. */
  hurry(within: number): void {
    if (this.stopped) return;
    if (this.current) {
      this.again = true;
      return;
    }
    const due = performance.now() + within;
    if (this.timer && this.due <= due) return;
    if (this.timer) clearTimeout(this.timer);
    this.due = due;
    this.timer = setTimeout(() => this.run(), within);
    this.timer.unref();
  }

  /** No further run; waits for the one under way. */
  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    await this.current;
  }

  private run(): void {
    this.timer = null;
    this.again = false;
    this.current = this.work()
      .then(
        () => undefined,
        (error: unknown) => this.faults.report(this.name, error),
      )
      .finally(() => {
        this.current = null;
        this.hurry(this.again ? 0 : this.every);
      });
  }
}
