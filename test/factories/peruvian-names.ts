import type { NamedPerson } from '../../src/modules/people/domain/name-keys';

/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The most common first, as in Peru: the leading surnames are borne by one person in thirty. */
const SURNAMES =
  `Quispe Flores Sánchez Rodríguez García Rojas Díaz Huamán Mamani Torres López Vásquez Chávez Ramos Castillo
  Mendoza Espinoza Cruz Pérez Gonzales Ramírez Fernández Castro Ruiz Reyes Gutiérrez Rivera Álvarez Silva Salazar
  Vargas Condori Paredes Ortiz Morales Medina Aguilar Guevara Herrera Cárdenas Romero Martínez Delgado Córdova
  Jiménez Vega Peña León Soto Campos Valdivia Choque Apaza Ccama Huanca Calderón Vilca Palomino Alvarado Benites
  Carrasco Zapata Cáceres Villanueva Tello Salas Bustamante Meza Miranda Núñez Navarro Ponce Zegarra Llanos Yupanqui
  Ticona Cutipa Velásquez Ccahuana Huayta Poma Ñahui Arce Bravo Cabrera Cueva Escobar Figueroa Gamarra Hinostroza
  Ibáñez Jara Lazo Maldonado Neyra Ochoa Pacheco Quiroz Robles Sotelo Trujillo Ugarte Valencia Yauri Zavala Atahualpa
  Pumacahua Sullca Taipe Usca Huallpa Inga Chuquimango Lozano Mejía Montoya Obregón Portocarrero Puma Ríos`.split(
    /\s+/,
  );

const WOMEN =
  `María Rosa Ana Luz Carmen Juana Julia Flor Elizabeth Nelly Gladys Yolanda Sonia Silvia Patricia Diana Karina
  Jessica Milagros Kelly Yessenia Xiomara Jhoselyn Katherine Fiorella Lizbeth Nayeli Wendy Maribel Margarita Teresa
  Esther Ruth Sandra Vilma Victoria Zoila Olga Norma Lucía Gabriela Alessandra Valeria Camila Daniela Brenda Estefany
  Roxana Rocío Soledad Guadalupe Mercedes Pilar Ángela Cecilia Claudia Edith Felícitas Gloria Hilda Irma`.split(
    /\s+/,
  );

const MEN =
  `José Juan Luis Carlos Jorge Víctor Miguel Julio César Pedro Manuel Jesús Walter David Wilmer Jhon Kevin Edwin
  Percy Freddy Óscar Raúl Roberto Fernando Ricardo Daniel Alex Brayan Jhonatan Cristian Antony Diego Ángel Segundo
  Santos Hugo Javier Marco Antonio Alberto Eduardo Enrique Félix Gilberto Hernán Iván Joel Leonel Máximo Néstor Orlando
  Pablo Richard Samuel Teófilo Ulises Vicente Wilder Yerson Zenón Abel Benjamín Ciro Domingo Elmer`.split(
    /\s+/,
  );

const ONSETS = 'b c ch d f g gu h hu j l ll m n ñ p qu r s t v y z'.split(' ');
const VOWELS = 'a e i o u'.split(' ');
const CODAS = ['', '', '', '', 'n', 'r', 's', 'l', 'y'];
const COMMON_SURNAMES = 0.82;
const COMMON_GIVEN = 0.9;
const TAIL = 40_000;

const pick = <T>(random: () => number, items: readonly T[]): T =>
  items[Math.floor(random() * items.length)]!;

/** Rank r with weight 1 / (r + 6)^0.75: the first of 130 comes out at about 3%, the last at 0.4%. */
function ranked<T>(items: readonly T[]): (random: () => number) => T {
  const weights = items.map((_, rank) => 1 / (rank + 6) ** 0.75);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return (random) => {
    let left = random() * total;
    return items[weights.findIndex((weight) => (left -= weight) < 0)] ?? items[0]!;
  };
}

/** A rare, pronounceable word, the same for the same number. */
function rareWord(n: number): string {
  const random = seededRandom(n + 77);
  const syllables = 2 + Math.floor(random() * 3);
  const word = Array.from({ length: syllables }, () => {
    const onset = pick(random, ONSETS);
    const vowel =
      onset === 'qu' || onset === 'gu' ? pick(random, ['e', 'i']) : pick(random, VOWELS);
    return onset + vowel + pick(random, CODAS);
  }).join('');
  return word[0]!.toUpperCase() + word.slice(1);
}

const commonSurname = ranked(SURNAMES);
const commonWoman = ranked(WOMEN);
const commonMan = ranked(MEN);

const surname = (random: () => number): string =>
  random() < COMMON_SURNAMES ? commonSurname(random) : rareWord(Math.floor(random() ** 2 * TAIL));

const givenName = (random: () => number, woman: boolean): string =>
  random() < COMMON_GIVEN
    ? (woman ? commonWoman : commonMan)(random)
    : rareWord(1_000_000 + Math.floor(random() ** 2 * TAIL));

/** An invented person with names as common as they are in Peru. */
export function inventedPerson(random: () => number): NamedPerson & { sex: 1 | 2 } {
  const woman = random() < 0.52;
  const given = Array.from({ length: random() < 0.6 ? 2 : 1 }, () => givenName(random, woman));
  const day = new Date(Date.UTC(1940, 0, 1) + Math.floor(random() * 30_000) * 86_400_000);
  return {
    givenNames: [...new Set(given)].join(' '),
    firstSurname: surname(random),
    secondSurname: random() < 0.95 ? surname(random) : null,
    birthDate: day.toISOString().slice(0, 10),
    sex: woman ? 2 : 1,
  };
}

/** `text` with one letter missing, added, changed or swapped with its neighbour. */
export function misspell(random: () => number, text: string): string {
  const letters = [...text];
  const at = Math.floor(random() * letters.length);
  const other = pick(random, [...'abcdefghijklmnopqrstuvwxyz']);
  const edit = Math.floor(random() * 4);
  if (edit === 0) letters.splice(at, 1);
  else if (edit === 1) letters.splice(at, 0, other);
  else if (edit === 2) letters[at] = other;
  else if (at > 0) letters.splice(at - 1, 2, letters[at]!, letters[at - 1]!);
  return letters.join('');
}
