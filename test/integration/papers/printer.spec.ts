import { toPrintOrder } from '../../../src/modules/papers/pdf/document';
import { Printer } from '../../../src/modules/papers/pdf/printer';
import { toBlocks } from '../../../src/modules/papers/domain/blocks';
import { readPdf } from '../../support/pdf';

const order = (text: string, number: string | null = 'MAD-2026-INF-000001') =>
  toPrintOrder(toBlocks(text), {
    title: 'Prueba',
    postName: 'Consulado General del Perú en Madrid',
    number,
    createdAt: new Date('2026-03-02T12:00:00Z'),
    verification: number
      ? { code: '00000-00000-00000-00000', page: 'https://amparo.example.pe/verificar' }
      : null,
  });

describe('the printer', () => {
  const printer = new Printer();
  afterAll(() => printer.beforeApplicationShutdown());

  it('gives the same bytes for the same order, in one thread and in the next', async () => {
    const text = '# TÍTULO\n\nÑandú, Sut’iqa k’acha, wañuy, müller.\n\n| A | B |\n| 1 | 2 |';
    const first = await printer.print(order(text));
    const other = new Printer();
    const second = await other.print(order(text));
    await other.beforeApplicationShutdown();
    expect(second.equals(first)).toBe(true);
    expect(readPdf(first).pages[0]).toContain('Ñandú, Sut’iqa k’acha, wañuy, müller.');
  });

  it('gives up what takes too long, and prints the next', async () => {
    const long = Array.from({ length: 400 }, () => 'palabra '.repeat(60)).join('\n\n');
    await expect(printer.print(order(long), 1)).rejects.toMatchObject({ code: 'PAPER_TOO_LONG' });
    expect((await printer.print(order('Hola'))).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('says which characters it cannot print', async () => {
    await expect(printer.print(order('Señor 漢字'))).rejects.toMatchObject({
      code: 'PAPER_NOT_PRINTABLE',
      params: { characters: '漢 字' },
    });
  });

  it('marks a draft on every page', async () => {
    const pages = Array.from({ length: 60 }, () => 'Un párrafo.\n\n'.repeat(2)).join('');
    const { pages: printed } = readPdf(await printer.print(order(pages, null)));
    expect(printed.length).toBeGreaterThan(1);
    for (const page of printed) expect(page).toContain('Borrador sin valor oficial');
  });
});
