import type { INestApplicationContext } from '@nestjs/common';
import { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock/clock';
import { Posts } from '../network';
import { ImportList } from './acts/import-list';
import { Incidents } from './acts/incidents';
import { Manifests } from './acts/manifests';
import { ReadPersons } from './read-persons';

/** The same family as two lists have it, and people in need of several things. */
const TOWN_HALL = `nombres;apellidos;segundo apellido;documento;edad;lugar;necesidades
Rosa Elena;Quispe;Mamani;40118822;34;Albergue municipal;medical,shelter
Jhon;Quispe;Mamani;;8;Albergue municipal;shelter,minors_alone
Wilmer;Huamán;Flores;41220033;51;Estación de autobuses;food
Carmen;Rojas;Díaz;;67;Albergue municipal;medical
Luis;Torres;;42330044;29;Hotel Central;transport
Milagros;Condori;Apaza;;23;Albergue municipal;documents,transport`;
const CARRIER = `QUISPE/ROSA ELENA MRS
QUISPE/JHON MSTR
ZEGARRA/ANA MISS
FLORES VEGA/JUAN CARLOS MR
TORRES/LUIS MR`;

/** One invented incident for the demonstration: lists that name some twice, and a bus with too few seats. */
export async function loadDemonstrationIncident(app: INestApplicationContext): Promise<void> {
  const system = Actor.system();
  const use = <T>(service: abstract new (...args: never[]) => T): T =>
    app.get<T>(service as never, { strict: false });
  const post = await use(Posts).findByCode(system, 'MAD');
  if (!post) return;
  const { id } = await use(Incidents).prepare(system, {
    ...{ kind: 'natural_disaster', nameEs: 'Inundación en Levante', nameEn: 'Flood in the Levant' },
    ...{ country: 'ES', postIds: [post.id] },
  });
  await use(Incidents).activate(system, id, 'Ríos desbordados (demostración)');
  const lists = use(ImportList);
  await lists.run(system, id, { name: 'Municipio', format: 'table', content: TOWN_HALL });
  await lists.run(system, id, { name: 'Autobuses', format: 'boarding', content: CARRIER });
  const leaves = use(Clock).now().add({ hours: 30 });
  const bus = await use(Manifests).create(system, id, {
    ...{ kind: 'bus', code: 'BUS 7', capacity: 4, origin: 'Valencia', destination: 'Madrid' },
    ...{ destinationCountry: 'ES', departsZone: 'Europe/Madrid', arrivesZone: 'Europe/Madrid' },
    departsAt: leaves.toString(),
    arrivesAt: leaves.add({ hours: 5 }).toString(),
  });
  const { items } = await use(ReadPersons).list(system, id, {
    ...{ limit: 6, count: false, nowhere: false, noPost: false, reached: false },
  });
  await use(Manifests).seat(
    system,
    id,
    bus.id,
    items.map((person) => person.id),
  );
}
