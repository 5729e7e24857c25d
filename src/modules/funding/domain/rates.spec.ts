import { readRates, strangeRates, type RateLine } from './rates';

const HEADER = ['currency', 'day', 'pen', 'usd'];
const line = (n: number, day: string, pen: string, usd = '1.1'): RateLine => ({
  line: n,
  currency: 'EUR',
  day,
  pen,
  usd,
});

describe('rates', () => {
  it('are read by line, with every fault at its column', () => {
    const { lines, errors } = readRates([
      HEADER,
      ['EUR', '2026-03-02', '4.0235', '1.0871'],
      ['EUR', '2026-03-02', '4.03', '1.09'],
      ['euro', '2026-02-30', '-4', '1e3'],
      ['USD', '2026-03-02', '3.7', '0.99'],
    ]);
    expect(lines).toHaveLength(4);
    expect(errors.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'csv.3 duplicate',
      'csv.4.currency CURRENCY_FORM',
      'csv.4.day isCivilDate',
      'csv.4.pen RATE_FORM',
      'csv.4.usd RATE_FORM',
      'csv.5 RATE_OF_ITSELF',
    ]);
  });

  it('need their columns, and at least one line', () => {
    expect(readRates([['moneda']]).errors[0]!.code).toBe('RATE_COLUMNS');
    expect(readRates([HEADER]).errors[0]!.code).toBe('empty_file');
    expect(readRates([]).errors[0]!.code).toBe('RATE_COLUMNS');
  });

  it('are strange a fifth away from the one before, by their days and not their lines', () => {
    const known = new Map([['EUR', { pen: '4.00', usd: '1.10' }]]);
    expect(strangeRates([line(2, '2026-03-02', '4.79')], known)).toEqual([]);
    expect(strangeRates([line(2, '2026-03-02', '4.80')], known)).toHaveLength(1);
    expect(strangeRates([line(2, '2026-03-02', '4.1', '0.11')], known)).toHaveLength(1);
    const rising = [line(2, '2026-03-03', '5.50'), line(3, '2026-03-02', '4.70')];
    expect(strangeRates(rising, known)).toEqual([]);
    expect(strangeRates([line(2, '2026-03-02', '9')], new Map())).toEqual([]);
  });
});
