interface Reading<T> {
  now: Promise<T>;
  /** For whoever asks while `now` is under way: it begins when that ends. */
  next: Promise<T> | null;
}

/**
 * Answers all who ask the same at once by one reading. Each gets one that began after they had asked, so
 * that what was written before is in it; a hundred open boards cost no more than two readings.
 */
export class SharedReading<T> {
  private readonly readings = new Map<string, Reading<T>>();

  read(key: string, work: () => Promise<T>): Promise<T> {
    const reading = this.readings.get(key);
    if (!reading) return this.begin(key, work);
    const begin = () => this.begin(key, work);
    reading.next ??= reading.now.then(begin, begin);
    return reading.next;
  }

  private begin(key: string, work: () => Promise<T>): Promise<T> {
    const reading: Reading<T> = { now: work(), next: null };
    this.readings.set(key, reading);
    const end = () => {
      if (!reading.next) this.readings.delete(key);
    };
    reading.now.then(end, end);
    return reading.now;
  }
}
