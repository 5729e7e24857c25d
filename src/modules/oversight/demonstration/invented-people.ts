import { Random, weighted } from './random';

/** The most common first, as in Peru: the leading surnames are borne by one person in thirty. */
const SURNAMES =
  `Quispe Flores Sánchez García Rodríguez Rojas Huamán Mamani Díaz Torres López Ramos Vásquez Chávez Mendoza Castillo
  Espinoza Cruz Pérez Ramírez Gonzales Fernández Condori Gutiérrez Vargas Castro Ruiz Reyes Rivera Silva Álvarez Salazar
  Medina Aguilar Paredes Ortiz Morales Herrera Guevara Romero Delgado Cárdenas Martínez Córdova Vega León Peña Soto
  Jiménez Campos Choque Apaza Valdivia Palomino Huanca Calderón Vilca Carrasco Zapata Cáceres Villanueva Tello Salas
  Bustamante Meza Miranda Núñez Navarro Ponce Zegarra Yupanqui Ticona Cutipa Ccahuana Huayta Poma Ñahui Arce Bravo
  Cabrera Escobar Figueroa Gamarra Hinostroza Ibáñez Jara Lazo Maldonado Neyra Ochoa Pacheco Quiroz Robles Sotelo
  Trujillo Ugarte Valencia Zavala Sullca Taipe Huallpa Inga Chuquimango Lozano Mejía Montoya Portocarrero Puma Ríos
  Alarcón Benavides Cueva Domínguez Echevarría Farfán Huertas Jaramillo Llerena Montes Oré Pizarro Rengifo`.split(
    /\s+/,
  );

const WOMEN =
  `María Rosa Ana Luz Carmen Juana Julia Flor Elizabeth Nelly Gladys Yolanda Sonia Silvia Patricia Diana Karina Jessica
  Milagros Yessenia Katherine Fiorella Lizbeth Wendy Maribel Margarita Teresa Ruth Sandra Vilma Victoria Zoila Olga
  Norma Lucía Gabriela Valeria Camila Daniela Brenda Roxana Rocío Soledad Mercedes Pilar Ángela Cecilia Claudia Edith
  Gloria Hilda Irma Noemí Estefany Xiomara Alessandra Guadalupe Felícitas`.split(/\s+/);

const MEN =
  `José Juan Luis Carlos Jorge Víctor Miguel Julio César Pedro Manuel Jesús Walter David Wilmer Jhon Kevin Edwin Percy
  Freddy Óscar Raúl Roberto Fernando Ricardo Daniel Alex Brayan Cristian Antony Diego Ángel Segundo Santos Hugo Javier
  Marco Antonio Alberto Eduardo Enrique Félix Gilberto Hernán Iván Joel Máximo Néstor Orlando Pablo Richard Samuel
  Teófilo Vicente Wilder Yerson Zenón Abel Ciro Elmer`.split(/\s+/);

const ONSETS = 'b c ch d f g gu h hu j l ll m n ñ p qu r s t v y z'.split(' ');
const VOWELS = 'a e i o u'.split(' ');
const CODAS = ['', '', '', '', 'n', 'r', 's', 'l', 'y'];
const COMMON_SURNAMES = 0.82;
const COMMON_GIVEN = 0.9;
/** How many rare words there are; the rarest is borne by a handful in a million. */
const RARE = 40_000;

/** Half of those abroad are women (figures.md: 52 and 48 per cent). */
const WOMEN_SHARE = 0.52;

/** Migration status of Peruvians abroad, per cent (figures.md, survey). */
const MIGRATION_STATUS = weighted([
  ['permanent_residence', 38.2],
  ['citizenship', 27],
  ['valid_visa', 18.4],
  ['irregular', 16.5],
]);

/** Weight of the rank: the first of 130 comes out at about 3 per cent, the last at 0.4. */
const ranked = (words: readonly string[]) =>
  weighted(words.map((word, rank) => [word, 1 / (rank + 6) ** 0.75] as const));
const commonSurname = ranked(SURNAMES);
const commonWoman = ranked(WOMEN);
const commonMan = ranked(MEN);

/** A rare, pronounceable word, the same for the same number. */
function rareWord(n: number): string {
  const random = new Random(n + 77);
  const syllables = 2 + Math.floor(random.next() * 3);
  const word = Array.from({ length: syllables }, () => {
    const onset = random.pick(ONSETS);
    const vowel = /[gq]u$/.test(onset) ? random.pick(['e', 'i']) : random.pick(VOWELS);
    return onset + vowel + random.pick(CODAS);
  }).join('');
  return word[0]!.toUpperCase() + word.slice(1);
}

const surname = (random: Random): string =>
  random.chance(COMMON_SURNAMES)
    ? commonSurname(random)
    : rareWord(Math.floor(random.next() ** 2 * RARE));

const givenName = (random: Random, woman: boolean): string =>
  random.chance(COMMON_GIVEN)
    ? (woman ? commonWoman : commonMan)(random)
    : rareWord(1_000_000 + Math.floor(random.next() ** 2 * RARE));

export interface InventedPerson {
  givenNames: string;
  firstSurname: string;
  secondSurname: string | null;
  /** Civil date `YYYY-MM-DD`. */
  birthDate: string;
  /** ISO/IEC 5218. */
  sex: 1 | 2;
  migrationStatus: string;
}

const DAY = 86_400_000;

/** Somebody who does not exist, with a name as common as names are in Peru, of age at `at` (epoch ms). */
export function inventPerson(random: Random, at: number): InventedPerson {
  const woman = random.chance(WOMEN_SHARE);
  const given = Array.from({ length: random.chance(0.6) ? 2 : 1 }, () => givenName(random, woman));
  const age = 18 + 52 * random.next() ** 1.6;
  return {
    givenNames: [...new Set(given)].join(' '),
    firstSurname: surname(random),
    secondSurname: random.chance(0.95) ? surname(random) : null,
    birthDate: new Date(at - age * 365.25 * DAY).toISOString().slice(0, 10),
    sex: woman ? 2 : 1,
    migrationStatus: MIGRATION_STATUS(random),
  };
}
