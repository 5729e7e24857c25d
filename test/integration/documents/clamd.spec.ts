import { PassThrough, Readable } from 'node:stream';
import { Clamd, ScannerAway } from '../../../src/modules/documents/scanning/clamd';
import {
  describeWithClamd,
  EICAR,
  openGate,
  SIGNATURE,
  startClamd,
  type TestClamd,
} from '../../support/clamd';

describeWithClamd('a real clamd', () => {
  let daemon: TestClamd;
  let clamd: Clamd;
  beforeAll(async () => {
    daemon = await startClamd();
    clamd = new Clamd(daemon.url);
  });
  afterAll(() => daemon.stop());

  const clean = Buffer.alloc(3_000_000, 'Rosa Quispe declara. ');

  it('finds what its signatures name, in a file of many chunks too, and nothing else', async () => {
    expect(await clamd.version()).toMatch(/^ClamAV \d/);
    expect(await clamd.scan(Readable.from([clean]))).toEqual({ signature: null });
    const found = { signature: `${SIGNATURE}.UNOFFICIAL` };
    expect(await clamd.scan(Readable.from([Buffer.from(EICAR)]))).toEqual(found);
    const buried = [clean, Buffer.from(EICAR), clean];
    expect(await clamd.scan(Readable.from(buried))).toEqual(found);
  });

  it('gives no verdict on content that breaks off', async () => {
    const half = new PassThrough();
    half.write(clean);
    const scanning = clamd.scan(half);
    half.destroy(new Error('the store went away'));
    await expect(scanning).rejects.toThrow('the store went away');
  });

  it('gives no verdict when it ends in mid-scan, is not there, or stays silent', async () => {
    const gate = await openGate(daemon);
    gate.onScan(() => daemon.kill());
    const through = new Clamd(gate.url);
    await expect(through.scan(Readable.from([clean]))).rejects.toThrow(ScannerAway);
    await expect(clamd.scan(Readable.from([clean]))).rejects.toThrow(ScannerAway);
    await daemon.start();
    gate.onScan(() => new Promise(() => undefined));
    const impatient = new Clamd(gate.url, 200);
    await expect(impatient.scan(Readable.from([clean]))).rejects.toThrow(ScannerAway);
    await gate.close();
    expect(await clamd.scan(Readable.from([clean]))).toEqual({ signature: null });
  });
});
