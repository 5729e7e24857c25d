import { disposition } from './serve-content';

describe('the name under which a content is offered', () => {
  it('is true for new readers, harmless for old ones, and never ends the header', () => {
    expect(disposition('attachment', 'Acta "final" año (1).pdf')).toBe(
      `attachment; filename="Acta _final_ a_o (1).pdf"; filename*=UTF-8''Acta%20%22final%22%20a%C3%B1o%20%281%29.pdf`,
    );
    expect(disposition('inline', 'a\r\nSet-Cookie: x=1;"\\%.pdf')).not.toMatch(
      /[\r\n]|"[^;]*"[^;]/,
    );
  });
});
