import { inspect } from 'node:util';
import * as fc from 'fast-check';
import { Keyring } from './keyring';
import { ProtectedText } from './protected-text';

const key = (fill: number) => Buffer.alloc(32, fill);

describe('protected texts', () => {
  const keyring = new Keyring(new Map([['k2', key(2)]]));

  it('open again as they were sealed, whatever the script', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(keyring.open(keyring.seal(text, 'account:1'), 'account:1')).toBe(
          text.normalize('NFC'),
        );
      }),
    );
  });

  it('hold nothing readable at rest, and do not open in another place', () => {
    const sealed = keyring.seal('JBSWY3DPEHPK3PXP', 'account:1');
    expect(JSON.stringify(sealed.toStored())).not.toContain('JBSWY3DPEHPK3PXP');
    expect(() => keyring.open(sealed, 'account:2')).toThrow();
    expect(() => sealed.reveal()).toThrow(/opened with its key/);
  });

  it('open after a new key is put in front, and not without their own', () => {
    const sealed = keyring.seal('texto', 'c');
    const rotated = new Keyring(
      new Map([
        ['k3', key(3)],
        ['k2', key(2)],
      ]),
    );
    expect(rotated.open(sealed, 'c')).toBe('texto');
    expect(() => new Keyring(new Map([['k3', key(3)]])).open(sealed, 'c')).toThrow(/no key k2/);
  });

  it('never print themselves', () => {
    const text = ProtectedText.clear('Rosa Quispe');
    expect(`${text} ${inspect({ text })}`).not.toContain('Quispe');
    expect(text.reveal()).toBe('Rosa Quispe');
  });
});
