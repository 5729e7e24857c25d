import { SharedReading } from './shared-reading';

/** Readings that end when told, and how many began. */
function readings() {
  const ends: ((fails?: boolean) => void)[] = [];
  const work = () =>
    new Promise<number>((resolve, reject) => {
      const n = ends.length + 1;
      ends.push((fails) => (fails ? reject(new Error(`${n}`)) : resolve(n)));
    });
  return { ends, work };
}

describe('a shared reading', () => {
  it('answers whoever asks meanwhile by the next one, which begins after they asked', async () => {
    const shared = new SharedReading<number>();
    const { ends, work } = readings();
    const first = shared.read('a', work);
    const later = [shared.read('a', work), shared.read('a', work)];
    expect(ends).toHaveLength(1);
    ends[0]!();
    expect(await first).toBe(1);
    await Promise.resolve();
    expect(ends).toHaveLength(2);
    const latest = shared.read('a', work);
    ends[1]!();
    expect(await Promise.all(later)).toEqual([2, 2]);
    await Promise.resolve();
    ends[2]!();
    expect(await latest).toBe(3);
    await Promise.resolve();
    const afresh = shared.read('a', work);
    ends[3]!();
    expect(await afresh).toBe(4);
  });

  it('does not hand one failure to whoever asked later, nor mix what is asked', async () => {
    const shared = new SharedReading<number>();
    const { ends, work } = readings();
    const first = shared.read('a', work);
    const other = shared.read('b', work);
    const later = shared.read('a', work);
    ends[0]!(true);
    await expect(first).rejects.toThrow('1');
    ends[1]!();
    expect(await other).toBe(2);
    ends[2]!();
    expect(await later).toBe(3);
  });
});
