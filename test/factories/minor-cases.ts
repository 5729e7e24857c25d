import type { Client } from '../support/client';

/** Opens such a case at the standing clock of a test (2026-03-02, 09:00 UTC: 10:00 in Madrid). */
export async function openMinorCase(
  client: Client,
  postId: string,
  changes: Record<string, unknown> = {},
): Promise<{ id: string; childId: string }> {
  const { status, body } = await client.post('/minor-cases', {
    postId,
    type: 'unaccompanied_minor',
    person: { givenNames: 'Criatura', firstSurname: 'Inventada', birthDate: '2015-05-14', sex: 2 },
    intakeChannel: 'host_notification',
    country: 'ES',
    childWith: 'alone',
    dangerToLife: false,
    account: 'Llegó al aeropuerto sin compañía.',
    ...changes,
  });
  if (status !== 201) throw new Error(`not opened: ${JSON.stringify(body)}`);
  const { id, personId } = body as { id: string; personId: string };
  return { id, childId: personId };
}

/** Somebody who enters the case, by default as guardian. */
export async function addToCase(
  client: Client,
  caseId: string,
  givenNames: string,
  role = 'guardian',
): Promise<string> {
  const person = { givenNames, firstSurname: 'Inventada', birthDate: '1985-01-01' };
  const { status, body } = await client.post(`/cases/${caseId}/people`, { role, person });
  if (status !== 201) throw new Error(`not added: ${JSON.stringify(body)}`);
  const shown = (await client.get(`/cases/${caseId}`)).body as {
    people: { id: string; personId: string }[];
  };
  return shown.people.find(({ id }) => id === (body as { id: string }).id)!.personId;
}

/** Every question of the instrument in force answered alike, save those named. */
export async function interests(
  client: Client,
  changes: Record<string, unknown> = {},
  but: Record<string, string> = {},
): Promise<Record<string, unknown>> {
  const { body } = await client.get('/interest-instruments/current');
  const { version, content } = body as {
    version: number;
    content: { questions: { code: string }[] };
  };
  const answers = Object.fromEntries(content.questions.map(({ code }) => [code, 'no']));
  return {
    stage: 'full',
    instrumentVersion: version,
    answers: { ...answers, ...but },
    hearing: 'heard',
    maturity: 'partial',
    opinion: 'Quiere vivir con su madre.',
    course: 'reunification',
    reason: 'Su madre puede cuidarla.',
    ...changes,
  };
}

/** Claims and verifies that somebody answers for the child. */
export async function verifiedGuardian(
  client: Client,
  caseId: string,
  personId: string,
  changes: Record<string, unknown> = {},
): Promise<string> {
  const path = `/minor-cases/${caseId}/guardianships`;
  const claimed = await client.post(path, {
    personId,
    ground: 'parental_authority',
    authority: 'RENIEC',
    number: '12345678',
    ...changes,
  });
  const { id } = claimed.body as { id: string };
  const decided = await client.post(
    `${path}/${id}/decision`,
    { decision: 'verified', reason: 'Partida original a la vista.' },
    { 'if-match': '"1"' },
  );
  if (decided.status !== 201) throw new Error(JSON.stringify([claimed.body, decided.body]));
  return id;
}

/** Writes `mark` wherever the case of a child takes text, for tests that look for what may not be found. */
export async function tellOfChild(client: Client, id: string, mark: string): Promise<void> {
  const post = async (path: string, body: object, headers = {}): Promise<{ id: string }> => {
    const answer = await client.post(`/minor-cases/${id}/${path}`, body, headers);
    if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
    return answer.body as { id: string };
  };
  const on = '2026-03-02';
  const version = { 'if-match': '"1"' };
  await post('situations', { childWith: 'alone', dangerToLife: true, situationNote: mark });
  const told = { opinion: mark, reason: `Razón ${mark}` };
  await post('interest-assessments', await interests(client, told));
  const personId = await addToCase(client, id, `Madre ${mark}`);
  const proof = { authority: `Registro ${mark}`, number: mark, note: mark };
  const claim = { personId, ground: 'parental_authority', ...proof };
  const guardianship = await post('guardianships', claim);
  const verified = { decision: 'verified', reason: mark };
  await post(`guardianships/${guardianship.id}/decision`, verified, version);
  const authorisation = await post('travel-authorisations', {
    ...{ kind: 'parental', personId, form: 'notarial', givenOn: on },
    ...{ authority: `Notaría ${mark}`, number: mark, companion: mark },
  });
  await post(`travel-authorisations/${authorisation.id}/revocation`, { reason: mark });
  const care = await post('care-orders', {
    ...{ authority: mark, number: mark, since: on, placement: 'institution', placementNote: mark },
  });
  const hearing = { at: '2026-03-02T08:00:00Z', court: mark };
  const held = await post(`care-orders/${care.id}/hearings`, hearing);
  await post(`care-hearings/${held.id}/note`, { outcome: 'held', note: mark });
  const step = { step: 'request_to_be_heard', takenOn: on, authority: mark, note: mark };
  await post(`care-orders/${care.id}/steps`, step);
  await post(`care-orders/${care.id}/ending`, { outcome: 'other', note: mark });
  const abduction = await post('abductions', {
    ...{ kind: 'removal', takenOn: on, fromCountry: 'PE', toCountry: 'ES' },
    ...{ foreignAuthority: mark, note: mark },
  });
  const decision = { step: 'decision', decision: 'settled', takenOn: on };
  await post(`abductions/${abduction.id}/steps`, { ...decision, authority: mark, note: mark });
  const traced = { source: 'community', institution: mark, askedOn: on, note: mark };
  await post('tracing-steps', traced);
  const found = { personId, relation: 'mother', whereabouts: mark };
  const relative = await post('located-relatives', found);
  await post(`located-relatives/${relative.id}/decision`, { decision: 'verified', proof: mark });
  const suitable = { suitability: 'suitable', institution: mark, report: mark };
  await post(`located-relatives/${relative.id}/assessments`, suitable);
  const home = { relativeId: relative.id, toCountry: 'ES', institution: mark, plan: mark };
  const reunion = await post('reunifications', home);
  await post(`reunifications/${reunion.id}/follow-ups`, { finding: 'safe', note: mark });
}
