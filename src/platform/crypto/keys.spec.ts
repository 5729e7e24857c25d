import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { sealingThrough } from './ambient-seal';
import { KeyServiceDown } from './key-service';
import { keyServicesOf } from './key-service-settings';
import { Keyring } from './keyring';
import { OpenKeys, parseJson } from './open-keys';
import { ProtectedText } from './protected-text';
import { createRecoveryKey, openRecovery, wrapForRecovery } from './recovery';
import { sealable, sealableBytes } from './sealed-string';

const ID = '01a216c5-a8a5-746c-af70-e02cc726f72d';
const keyring = new Keyring(new Map([['k1', Buffer.alloc(32, 1)]]));

/** Keys of a transaction whose actor may have these. */
const holding = (keys: Record<string, Buffer>): OpenKeys =>
  new OpenKeys((ids) =>
    Promise.resolve(new Map(ids.filter((id) => keys[id]).map((id) => [id, keys[id]!]))),
  );

describe('what a transaction writes and reads of a sealed case', () => {
  const key = randomBytes(32);
  const writing = holding({});
  writing.sealWith(ID, key);
  const written = <T>(work: () => T): T => sealingThrough(writing, work);
  const row = (text: string) => ({
    note: parseJson(JSON.stringify(written(() => ProtectedText.clear(text).toStored()))),
    nested: parseJson(
      JSON.stringify({ at: 1, texts: [written(() => ProtectedText.clear(text).toStored()), null] }),
    ),
    name: `Señora ${written(() => sealable(text))} Quispe`,
    bytes: written(() => sealableBytes(Buffer.from(text))),
    count: 7,
    day: new Date(0),
  });
  const anyText = fc.string({ unit: 'grapheme' }).map((text) => `a${text}`.normalize('NFC'));

  it('comes back whole to whoever may have the key, wherever in a row it rests', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const rows = [row(text)];
        const reading = holding({ [ID]: key });
        expect(reading.concerns(rows)).toBe(true);
        await reading.openRows(rows);
        expect(rows).toEqual([
          {
            note: { clear: text },
            nested: { at: 1, texts: [{ clear: text }, null] },
            name: `Señora ${text} Quispe`,
            bytes: Buffer.from(text),
            count: 7,
            day: new Date(0),
          },
        ]);
      }),
    );
  });

  it('stays sealed for everybody else, and tells nothing', async () => {
    const rows = [row('lugar secreto')];
    const before = structuredClone(rows);
    await holding({}).openRows(rows);
    expect(rows).toEqual(before);
    expect(JSON.stringify(rows)).not.toContain('secreto');
  });

  it('does not open under the key of another case, nor when it was changed', async () => {
    const other = holding({ [ID]: randomBytes(32) });
    await expect(other.openRows([row('x')])).rejects.toThrow();
  });

  it('refuses to write where the key is out of reach', () => {
    const none = holding({});
    none.sealWith('out of reach');
    expect(() => sealingThrough(none, () => ProtectedText.clear('x').toStored())).toThrow(
      /out of reach/,
    );
  });

  it('leaves ordinary rows alone', () => {
    const rows = [{ a: parseJson('{"clear": "x"}'), b: 'Quispe', c: null, d: Buffer.from('x') }];
    expect(holding({}).concerns(rows)).toBe(false);
  });
});

/** The transit engine's manner: what it encrypts opens for the same associated data alone. */
const vault = (body: Record<string, string>, path: string): [number, object] => {
  if (path.includes('/encrypt/')) {
    const sealed = keyring.sealed(body['plaintext']!, body['associated_data']!);
    return [
      200,
      {
        data: { ciphertext: `vault:v1:${Buffer.from(JSON.stringify(sealed)).toString('base64')}` },
      },
    ];
  }
  try {
    const sealed = JSON.parse(Buffer.from(body['ciphertext']!.split(':')[2]!, 'base64').toString());
    const text = keyring.open(ProtectedText.fromStored({ sealed }), body['associated_data']!);
    return [200, { data: { plaintext: text } }];
  } catch {
    return [400, { errors: ['cipher: message authentication failed'] }];
  }
};
/** The same of AWS's protocol. */
const kms = (body: Record<string, unknown>, _: string, target: string): [number, object] => {
  const { context } = body['EncryptionContext'] as { context: string };
  if (target.endsWith('.Encrypt')) {
    const sealed = keyring.sealed(body['Plaintext'] as string, context);
    return [200, { CiphertextBlob: Buffer.from(JSON.stringify(sealed)).toString('base64') }];
  }
  try {
    const sealed = JSON.parse(Buffer.from(body['CiphertextBlob'] as string, 'base64').toString());
    return [200, { Plaintext: keyring.open(ProtectedText.fromStored({ sealed }), context) }];
  } catch {
    return [400, { __type: 'InvalidCiphertextException' }];
  }
};

describe.each([
  ['Vault', 'vault:', '/transit/amparo', vault],
  ['KMS', 'kms:alias/amparo?endpoint=', '', kms],
] as const)('a key service that speaks as %s does', (_, scheme, path, answer) => {
  let server: Server;
  let url: string;
  beforeAll(async () => {
    process.env['AWS_REGION'] = 'us-east-1';
    process.env['AWS_ACCESS_KEY_ID'] = 'test';
    process.env['AWS_SECRET_ACCESS_KEY'] = 'test';
    server = createServer((request, response) => {
      void read(request).then((body) => {
        const target = String(request.headers['x-amz-target'] ?? '');
        const [status, said] = answer(JSON.parse(body) as never, request.url!, target);
        response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' });
        response.end(JSON.stringify(said));
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    url = `${scheme}http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
  });
  afterAll(() => new Promise((done) => server.close(done)));
  const read = async (request: IncomingMessage): Promise<string> => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    return Buffer.concat(parts).toString();
  };

  it('wraps a key for its case alone', async () => {
    const services = keyServicesOf({ url, token: 't' }, keyring);
    const key = randomBytes(32);
    const wrapped = await services.wrap(key, 'case:1');
    expect(services.isStale(wrapped)).toBe(false);
    expect(await services.unwrap(wrapped, 'case:1')).toEqual(key);
    const moved = await services.unwrap(wrapped, 'case:2').catch((error: Error) => error);
    expect(moved).toBeInstanceOf(Error);
    expect(moved).not.toBeInstanceOf(KeyServiceDown);
  });

  it('closes reading while it is down, and still takes a new emergency', async () => {
    const up = keyServicesOf({ url, token: 't' }, keyring);
    const wrapped = await up.wrap(randomBytes(32), 'case:1');
    const down = keyServicesOf(
      { url: url.replace(/127\.0\.0\.1:\d+/, '127.0.0.1:9'), token: 't' },
      keyring,
    );
    await expect(down.unwrap(wrapped, 'case:1')).rejects.toThrow(KeyServiceDown);
    const key = randomBytes(32);
    const emergency = await down.wrap(key, 'case:2');
    expect(await down.unwrap(emergency, 'case:2')).toEqual(key);
    expect(up.isStale(emergency)).toBe(true);
  });
});

describe('recovery by two custodians', () => {
  const key = randomBytes(32);
  const made = createRecoveryKey();

  it('opens a key with both shares, for the case it is of', () => {
    const kept = wrapForRecovery(made.publicKey, key, 'case:1');
    const open = openRecovery(made.privateKey, made.shares);
    expect(open(kept, 'case:1')).toEqual(key);
    expect(() => open(kept, 'case:2')).toThrow();
  });

  it('opens nothing with one share, or a wrong one', () => {
    const [first, second] = made.shares;
    for (const shares of [
      [first, first],
      [second, second],
      [first, randomBytes(32).toString('base64')],
    ] as [string, string][]) {
      expect(() => openRecovery(made.privateKey, shares)).toThrow();
    }
  });
});
