import fc from 'fast-check';
import { FIRST_CATALOGUE } from '../../migrations/first-catalogue';
import { askedFields as askedByApi } from '../../src/modules/catalogue/domain/answers';
import { catalogueSchema, contentOf } from '../../src/modules/catalogue/domain/content';
import { askedFields as askedOnScreen } from '../../src/web/catalogue/asked';

const CONTENT = catalogueSchema.parse(FIRST_CATALOGUE);
const FORMS = CONTENT.families.flatMap(({ code, types }) =>
  types.map((type) => contentOf(CONTENT, code, type.code)!.fields),
);

describe('skip logic', () => {
  it('asks the same fields on the screen as the API does', () => {
    const formAndAnswers = fc.constantFrom(...FORMS).chain((fields) => {
      const answer = fields.map((field) => {
        const codes = 'options' in field ? field.options.map(({ code }) => code) : ['text'];
        const one = field.kind === 'boolean' ? fc.boolean() : fc.constantFrom(...codes);
        return [field.code, field.kind === 'choices' ? fc.subarray(codes) : one] as const;
      });
      const answers = fc.record(Object.fromEntries(answer), { requiredKeys: [] });
      return fc.record({ fields: fc.constant(fields), answers });
    });
    fc.assert(
      fc.property(formAndAnswers, ({ fields, answers }) => {
        const codes = (asked: { code: string }[]) => asked.map(({ code }) => code);
        expect(codes(askedOnScreen([...fields] as never, answers as never))).toEqual(
          codes(askedByApi(fields, answers as never)),
        );
      }),
    );
  });
});
