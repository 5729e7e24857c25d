/** Chance that is the same for the same seed (mulberry32), and never secret. */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** A number in [0, 1). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A number between `from` and `to`. */
  between(from: number, to: number): number {
    return from + (to - from) * this.next();
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(items: readonly T[]): T {
    return items[Math.floor(this.next() * items.length)]!;
  }

  /** Digits of a number, e.g. of an invented document. */
  digits(count: number): string {
    return Array.from({ length: count }, () => Math.floor(this.next() * 10)).join('');
  }

  /** A UUIDv7 of that moment (epoch milliseconds). */
  id(at: number): string {
    const time = Math.floor(at).toString(16).padStart(12, '0');
    const tail = Array.from({ length: 4 }, () =>
      Math.floor(this.next() * 0x10000)
        .toString(16)
        .padStart(4, '0'),
    );
    const version = (0x7000 | Math.floor(this.next() * 0x1000)).toString(16);
    const variant = (0x8000 | Math.floor(this.next() * 0x4000)).toString(16);
    return `${time.slice(0, 8)}-${time.slice(8)}-${version}-${variant}-${tail.slice(0, 3).join('')}`;
  }
}

/** Picks one of `items` as often as its weight says. */
export function weighted<T>(items: readonly (readonly [T, number])[]): (random: Random) => T {
  const bounds: number[] = [];
  let total = 0;
  for (const [, weight] of items) bounds.push((total += weight));
  return (random) => {
    const at = random.next() * total;
    let low = 0;
    let high = bounds.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (bounds[middle]! > at) high = middle;
      else low = middle + 1;
    }
    return items[low]![0];
  };
}
