import fc from 'fast-check';
import { codeFrom, isCode, normalCode } from './code';
import { INCIDENT_TRANSITIONS } from './incident-course';
import { readBoardingName, readWholeName } from './listed-name';
import { columnsOf, delimiterOf, readList } from './list-rows';
import { priorityOf } from './priority';
import { giveSeats } from './seats';
import { INCIDENT_STATES, NEEDS } from './vocabulary';

const POLICY = {
  needs: { medical: 50, shelter: 20, food: 15, documents: 5, transport: 10, minors_alone: 60 },
  vulnerability: { pregnant: 30, disability: 20 },
};

describe('priority', () => {
  it('adds the points of open needs and of vulnerability', () => {
    expect(
      priorityOf({ vulnerability: ['pregnant', 'unheard_of'], openNeeds: ['medical'] }, POLICY),
    ).toBe(80);
    expect(priorityOf({ vulnerability: [], openNeeds: [] }, POLICY)).toBe(0);
  });

  it('never falls when a need is added, and counts none twice', () => {
    const needs = fc.subarray([...NEEDS]);
    fc.assert(
      fc.property(needs, fc.constantFrom(...NEEDS), (openNeeds, more) => {
        const before = priorityOf({ vulnerability: [], openNeeds }, POLICY);
        const after = priorityOf({ vulnerability: [], openNeeds: [...openNeeds, more] }, POLICY);
        expect(after).toBeGreaterThanOrEqual(before);
        expect(
          priorityOf({ vulnerability: [], openNeeds: [...openNeeds, ...openNeeds] }, POLICY),
        ).toBe(before);
      }),
    );
  });
});

describe('seats', () => {
  it('go by need, then to whoever has waited longest, and the rest wait', () => {
    const people = [
      { personId: 'a', priority: 0, registeredAt: 1 },
      { personId: 'b', priority: 50, registeredAt: 3 },
      { personId: 'c', priority: 50, registeredAt: 2 },
    ];
    const { seated, waiting } = giveSeats(people, 2);
    expect(seated.map((p) => p.personId)).toEqual(['c', 'b']);
    expect(waiting.map((p) => p.personId)).toEqual(['a']);
    expect(giveSeats(people, -1).waiting).toHaveLength(3);
  });
});

describe('the course of an incident', () => {
  it('reaches every state and leaves none for good', () => {
    const reached = new Set(Object.values(INCIDENT_TRANSITIONS).flat());
    for (const state of INCIDENT_STATES) {
      expect(INCIDENT_TRANSITIONS[state].length).toBeGreaterThan(0);
      if (state !== 'prepared') expect(reached).toContain(state);
    }
  });
});

describe('the code to come back with', () => {
  it('is eight letters that survive being copied by hand', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (digest) => {
        const code = codeFrom(digest);
        expect(isCode(code)).toBe(true);
        expect(normalCode(` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)}`)).toBe(code);
      }),
    );
    expect(normalCode('oi1l-0000')).toBe('01110000');
  });
});

describe('names of lists', () => {
  it.each([
    ['QUISPE/ROSA MRS', ['ROSA', 'QUISPE', null]],
    ['QUISPE MAMANI/JUAN CARLOS MR', ['JUAN CARLOS', 'QUISPE', 'MAMANI']],
    ['FLORES/ANAMRS', ['ANA', 'FLORES', null]],
    ['ROJAS/MIA CHD', ['MIA', 'ROJAS', null]],
    ['QUISPE', null],
    ['A/B/C', null],
  ])('reads %s', (text, expected) => {
    const name = readBoardingName(text);
    expect(name && [name.givenNames, name.firstSurname, name.secondSurname]).toEqual(expected);
  });

  it.each([
    ['Rosa Quispe', ['Rosa', 'Quispe', null]],
    ['Rosa Elena Quispe Mamani', ['Rosa Elena', 'Quispe', 'Mamani']],
    ['Quispe Mamani, Rosa', ['Rosa', 'Quispe', 'Mamani']],
    ['Rosa', null],
  ])('reads %s', (text, expected) => {
    const name = readWholeName(text);
    expect(name && [name.givenNames, name.firstSurname, name.secondSurname]).toEqual(expected);
  });
});

describe('a list', () => {
  const lines = (...rows: string[][]) => rows.map((cells, i) => ({ line: i + 2, cells }));

  it('finds its columns by what others call them', () => {
    expect(
      columnsOf(['Apellidos', 'Nombres', 'Fecha de Nacimiento', 'Nº', 'PASSPORT NUMBER']),
    ).toEqual({ firstSurname: 0, givenNames: 1, birthDate: 2, documentNumber: 4 });
  });

  it('reads a boarding list with the name in one column', () => {
    const { rows, problems } = readList(
      ['Passenger', 'DOB', 'Needs'],
      lines(['QUISPE/ROSA MRS', '03/05/1990', 'medical; food']),
      '2026-03-02',
    );
    expect(problems).toEqual([]);
    expect(rows).toEqual([
      expect.objectContaining({
        ...{ givenNames: 'ROSA', firstSurname: 'QUISPE', birthDate: '1990-05-03' },
        ...{ needs: ['medical', 'food'], asGiven: 'QUISPE/ROSA MRS', line: 2 },
      }),
    ]);
  });

  it('parts its cells by what the header has most of, whatever else the cells hold', () => {
    for (const [content, delimiter] of [
      ['nombres;apellidos;lugar\nRosa;Quispe;Calle Mayor, 3, 2.º', ';'],
      ['nombres,apellidos\nRosa,Quispe', ','],
      ['\uFEFFnombres\tapellidos, ambos\tedad\nRosa\tQuispe\t3', '\t'],
      ['nombre', ','],
    ] as const) {
      expect(delimiterOf(content)).toBe(delimiter);
    }
  });

  it('tells each fault with its line', () => {
    const { problems } = readList(
      ['nombres', 'apellidos', 'edad', 'necesidades', 'fecha de nacimiento'],
      lines(
        ['Rosa', '', '30', '', ''],
        ['Juan', 'Flores', '300', 'gold', '2031-01-01'],
        ['Eva'],
        ['Ana', 'Rojas', '', '', '31/02/1990'],
      ),
      '2026-03-02',
    );
    expect(problems).toEqual([
      { line: 2, column: 'firstSurname', code: 'NAME_UNREADABLE' },
      { line: 3, column: 'birthDate', code: 'birthDate' },
      { line: 3, column: 'age', code: 'AGE_OUT_OF_RANGE' },
      { line: 3, column: 'needs', code: 'NEED_UNKNOWN' },
      { line: 4, column: null, code: 'LINE_WITH_OTHER_COLUMNS' },
      { line: 5, column: 'birthDate', code: 'birthDate' },
    ]);
  });

  it('needs a name somewhere', () => {
    expect(readList(['edad'], [], '2026-03-02').problems).toEqual([
      { line: 1, column: null, code: 'LIST_WITHOUT_NAMES' },
    ]);
  });
});
