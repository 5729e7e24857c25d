import fc from 'fast-check';
import { sealedReference } from './break-glass';

const characters = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'];

describe('a reference given by word of mouth', () => {
  it('is read however it is spaced, cased or mixed up with letters that look alike', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...characters), { minLength: 8, maxLength: 8 }),
        fc.boolean(),
        (drawn, dashed) => {
          const reference = `S-${drawn.join('')}`;
          const said = reference
            .toLowerCase()
            .replaceAll('0', 'o')
            .replaceAll('1', 'l')
            .replace('-', dashed ? '-' : ' ');
          expect(sealedReference(said)).toBe(reference);
        },
      ),
    );
  });

  it('is nothing else', () => {
    for (const typed of ['', 'S-', 'MAD-2026-000123', 'S-1234567', 'S-123456789', 'S-1234567U']) {
      expect(sealedReference(typed)).toBeNull();
    }
  });
});
