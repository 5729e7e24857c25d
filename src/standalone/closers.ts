type Close = () => Promise<unknown> | unknown;

interface Opened {
  close: Close;
  patience: number;
}

/** The start was told to stop before it had finished. */
export class Interrupted extends Error {}

/** What was opened, closed in the opposite order exactly once. */
export class Closers {
  private readonly opened: Opened[] = [];
  private closing: Promise<void> | null = null;

  /**
   * @param patience milliseconds after which the next one is closed all the same
   * @throws Interrupted when closing has begun; what was just opened is closed too
   */
  add(close: Close, patience: number): void {
    if (this.closing) {
      this.closing = this.closing.then(() => closeOne({ close, patience }));
      throw new Interrupted();
    }
    this.opened.push({ close, patience });
  }

  get isClosing(): boolean {
    return this.closing !== null;
  }

  /** Resolves when everything is closed, including what was opened meanwhile. */
  async close(): Promise<void> {
    this.closing ??= this.closeAll();
    for (let waited = null; waited !== this.closing;) {
      waited = this.closing;
      await waited;
    }
  }

  private async closeAll(): Promise<void> {
    for (let next = this.opened.pop(); next; next = this.opened.pop()) await closeOne(next);
  }
}

async function closeOne({ close, patience }: Opened): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise((resolve) => {
    timer = setTimeout(resolve, patience);
  });
  // a part that cannot be closed must not keep the others open
  await Promise.race([Promise.resolve().then(close), enough]).catch(() => undefined);
  clearTimeout(timer);
}
