import { reconcile, type OnManifest } from './reconcile';

const SURNAMES = [
  ...['Quispe', 'Flores', 'Rodríguez', 'Sánchez', 'Huamán', 'Mamani', 'Condori', 'Vásquez'],
  ...['Chávez', 'Gutiérrez', 'Yupanqui', 'Zegarra', 'Jiménez', 'Bermúdez', 'Llerena', 'Rojas'],
];
const GIVEN = [
  ...['Rosa', 'Juan', 'Milagros', 'Pedro', 'Lucía', 'Wilmer', 'Nélida', 'Óscar', 'Yesenia'],
  ...['Hugo', 'Fabiola', 'Tomás', 'Gladys', 'Iván', 'Beatriz', 'Kevin', 'Sonia', 'Raúl', 'Emma'],
];
const on = (personId: string, givenNames: string, surnames: string, seated = true): OnManifest => {
  const [firstSurname = '', secondSurname = null] = surnames.split(' ');
  return { personId, givenNames, firstSurname, secondSurname, birthDate: null, seated };
};

describe('reconciling a boarding with its manifest', () => {
  it('tells who came, who did not, and who came without being on the list', () => {
    const manifest = [
      on('rosa', 'Rosa', 'Quispe Mamani'),
      on('juan', 'Juan Carlos', 'Flores'),
      on('ana', 'Ana', 'Rojas', false),
    ];
    expect(
      reconcile(manifest, ['QUISPE/ROSA MRS', 'ROJAS/ANA MISS', 'TORRES/LUIS MR', '???', '']),
    ).toEqual({
      boarded: ['rosa'],
      noShow: ['juan'],
      fromWaiting: ['ana'],
      unlisted: [{ givenNames: 'LUIS', firstSurname: 'TORRES', secondSurname: null }],
      unreadable: ['???'],
    });
  });

  it('uses each person and each name once, though two bear the same', () => {
    const manifest = [on('1', 'Rosa', 'Quispe'), on('2', 'Rosa', 'Quispe')];
    expect(reconcile(manifest, ['QUISPE/ROSA MRS'])).toMatchObject({
      boarded: ['1'],
      noShow: ['2'],
    });
    expect(reconcile(manifest, ['QUISPE/ROSA', 'QUISPE/ROSA', 'QUISPE/ROSA'])).toMatchObject({
      boarded: ['1', '2'],
      unlisted: [expect.objectContaining({ firstSurname: 'QUISPE' })],
    });
  });

  it('knows all of a full flight, however the airline spells them', () => {
    const manifest = GIVEN.flatMap((given, i) =>
      SURNAMES.map((surname, j) => on(`${i}-${j}`, given, `${surname} ${SURNAMES[(i + j) % 16]}`)),
    ).slice(0, 300);
    const upper = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();
    const names = manifest.map((p) =>
      upper(`${p.firstSurname} ${p.secondSurname ?? ''}/${p.givenNames} MR`),
    );
    const result = reconcile(manifest, [...names].reverse());
    expect(result.unlisted).toEqual([]);
    expect(new Set(result.boarded).size).toBe(300);
    expect(result.noShow).toEqual([]);
  });
});
