import fc from 'fast-check';
import { differenceOf, executionOf } from './indicators';

describe('the execution of an indicator', () => {
  it('recomputes the published table, of which two cells differ', () => {
    const printed: [target: string, obtained: string, execution: string, recomputed: string][] = [
      ['9.9', '7.7', '77.7', '77.8'],
      ['9.48', '9.48', '100', '100.0'],
      ['9.48', '7.76', '81.9', '81.9'],
      ['23.4', '67.5', '288.3', '288.5'],
      ['100', '99.14', '99.1', '99.1'],
      ['17900', '21219', '118.5', '118.5'],
      ['18160', '37368', '205.8', '205.8'],
      ['18182', '18686', '102.8', '102.8'],
      ['1', '4', '400', '400.0'],
      ['8', '3', '37.5', '37.5'],
      ['1', '0', '0', '0.0'],
      ['20', '15', '75.0', '75.0'],
      ['444', '444', '100', '100.0'],
      ['464', '40', '8.6', '8.6'],
      ['580', '553', '95.3', '95.3'],
    ];
    const differing = printed.filter(([target, obtained, execution, recomputed]) => {
      expect(executionOf(obtained, target)).toBe(recomputed);
      return differenceOf(recomputed, execution) !== null;
    });
    expect(differing.map(([, , execution]) => execution)).toEqual(['77.7', '288.3']);
  });

  it('knows none without a target, and never a difference between equals', () => {
    expect(executionOf('5', null)).toBeNull();
    expect(executionOf('5', '0')).toBeNull();
    expect(executionOf(null, '5')).toBeNull();
    fc.assert(
      fc.property(fc.nat(), (n) => {
        expect(differenceOf(String(n), `${n}.00`)).toBeNull();
        expect(executionOf(String(n), '100')).toBe(n.toFixed(1));
      }),
    );
  });
});
