import type { Client } from '../support/client';
import { upload } from '../support/upload';

/** A text file that says `mark`. */
const letter = (mark: string): Buffer => Buffer.from(`Carta de la persona: ${mark}\n`);

/**
 * Writes `mark` wherever a detention takes text: notes, contacts, lawyers, hearings, consents, papers,
 * files. For tests that look for what may not be found.
 */
export async function tellEverywhere(
  client: Client,
  caseId: string,
  mark: string,
  receiverId: string,
): Promise<void> {
  const at = { occurredAt: '2026-03-02T08:40:00Z' };
  const post = async (path: string, body: object): Promise<{ id: string }> => {
    const answer = await client.post(path, body);
    if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
    return answer.body as { id: string };
  };
  const file = (path: string, body: object) => post(`/cases/${caseId}/${path}`, body);
  const matter = (path: string, body: object) => post(`/detentions/${caseId}/${path}`, body);

  await file('notes', { text: `Nota ${mark}`, ...at });
  await file('reviews', { note: `Revisión ${mark}` });
  await file('people', {
    role: 'relative',
    note: `Parte ${mark}`,
    person: {
      givenNames: `Pariente ${mark}`,
      firstSurname: 'Rojas',
      documents: [{ kind: 'passport', number: documentNumber(mark), issuingState: 'PER' }],
    },
  });
  await file('hand-over-notes', {
    occasion: 'absence',
    receiverId,
    situation: `Situación ${mark}`,
  });
  await file('service-requests', {
    kind: 'consultation',
    desk: 'assistance',
    text: `Consulta ${mark}`,
  });
  await file('papers', { kind: 'visit_record' });
  await matter('contacts', {
    ...{ kind: 'in_person', withWhom: 'detainee', outcome: 'done', ...at },
    nextSteps: `Pasos ${mark}`,
    messagesReceived: `Recado ${mark}`,
    evidence: `Acta ${mark}`,
    // in a sealed case nobody is contacted before it was arranged how, save in danger to life
    dangerToLife: `Peligro ${mark}`,
  });
  await matter('notes-verbales', {
    sentAt: at.occurredAt,
    authority: `Autoridad ${mark}`,
    subject: `Asunto ${mark}`,
  });
  await matter('messages', { direction: 'received', party: 'family', summary: mark, ...at });
  await matter('representatives', {
    ...{ role: 'lawyer', provider: 'pro_bono', name: `Letrada ${mark}` },
    ...{ organisation: `Estudio ${mark}`, contact: `correo ${mark}`, since: '2026-03-02' },
  });
  await matter('hearings', { kind: 'trial', court: `Juzgado ${mark}`, at: '2026-04-01T09:00:00Z' });
  const sent = await upload(client, `/cases/${caseId}/documents`, letter(mark), `${mark}.txt`, {
    kind: 'correspondence',
    title: `Carta ${mark}`,
  });
  if (sent.status !== 201) throw new Error(JSON.stringify(sent.body));
}

/** A number of nine letters and digits that belongs to a mark. */
export const documentNumber = (mark: string): string => `${mark.toUpperCase().slice(0, 3)}482916`;
