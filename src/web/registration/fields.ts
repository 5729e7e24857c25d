import type { Own, PublicIncident, Told } from './api';
import { h } from './dom';
import { nameOf, texts } from './language';

type TextName =
  | 'givenNames'
  | 'firstSurname'
  | 'secondSurname'
  | 'documentNumber'
  | 'birthDate'
  | 'age'
  | 'phone'
  | 'email'
  | 'partySize';

interface Manner {
  type?: 'text' | 'tel' | 'email' | 'number' | 'date';
  required?: boolean;
}

const ABOUT_YOU: readonly [TextName, Manner][] = [
  ['givenNames', { required: true }],
  ['firstSurname', { required: true }],
  ['secondSurname', {}],
  ['documentNumber', {}],
  ['birthDate', { type: 'date' }],
  ['age', { type: 'number' }],
];
const REACH_YOU: readonly [TextName, Manner][] = [
  ['phone', { type: 'tel' }],
  ['email', { type: 'email' }],
];
const NUMBERS = ['age', 'partySize'];

/** A label, its hint, the control, and room for what is wrong with it. */
function field(name: string, control: HTMLElement, label: string, hint?: string): HTMLElement {
  const hintId = `${name}-hint`;
  control.id = name;
  control.setAttribute('name', name);
  control.setAttribute('autocomplete', 'off');
  control.setAttribute('aria-describedby', `${hint ? `${hintId} ` : ''}${name}-fault`);
  return h(
    'div',
    {},
    h('label', { for: name }, label),
    hint ? h('span', { class: 'hint', id: hintId }, hint) : null,
    control,
    h('span', { class: 'fault', id: `${name}-fault` }),
  );
}

function textField(
  [name, { type = 'text', required }]: [TextName, Manner],
  own?: Own,
): HTMLElement {
  const { field: labels, hint } = texts();
  const value = own?.[name] ?? '';
  const input = h('input', {
    ...{ type, value },
    ...(required ? { 'aria-required': 'true' } : {}),
    ...(type === 'number' ? { min: 0, max: 120, inputmode: 'numeric' } : {}),
  });
  const said = (hint as Partial<Record<TextName, string>>)[name];
  return field(name, input, labels[name] + (required ? '' : ` (${texts().optional})`), said);
}

function choices(
  name: string,
  legend: string,
  items: readonly { code: string; label: string }[],
  chosen: readonly string[] = [],
): HTMLElement {
  return h(
    'fieldset',
    { 'aria-describedby': `${name}-fault` },
    h('legend', {}, legend),
    ...items.map(({ code, label }) =>
      h(
        'label',
        { class: 'choice' },
        h('input', { type: 'checkbox', name, value: code, checked: chosen.includes(code) }),
        label,
      ),
    ),
    h('span', { class: 'fault', id: `${name}-fault` }),
  );
}

/** What is asked of whoever registers, in three short parts; filled in with what they told before. */
export function registrationFields(incident: PublicIncident, own?: Own): HTMLElement[] {
  const t = texts();
  const place = h('textarea', { rows: 3 });
  place.value = own?.place ?? '';
  const region = h(
    'select',
    {},
    h('option', { value: '' }, t.unknown),
    ...incident.places.map((item) =>
      h('option', { value: item.code, selected: item.code === own?.subdivision }, nameOf(item)),
    ),
  );
  return [
    h('h2', {}, t.part.you),
    ...ABOUT_YOU.map((one) => textField(one, own)),
    h('h2', {}, t.part.reach),
    ...REACH_YOU.map((one) => textField(one, own)),
    field('subdivision', region, t.field.subdivision),
    field('place', place, `${t.field.place} (${t.optional})`, t.hint.place),
    h('h2', {}, t.part.needs),
    textField(['partySize', { type: 'number' }], own),
    choices(
      'needs',
      t.field.needs,
      incident.needs.map((code) => ({ code, label: t.need[code] })),
      own?.needs,
    ),
    choices(
      'vulnerability',
      t.field.vulnerability,
      incident.factors.map((factor) => ({ code: factor.code, label: nameOf(factor) })),
      own?.vulnerability,
    ),
  ];
}

/** What the form tells, without what was left empty. */
export function toldBy(form: HTMLFormElement, language: 'es' | 'en'): Told {
  const data = new FormData(form);
  const told: Record<string, unknown> = { language };
  for (const [name, value] of data) {
    if (name === 'needs' || name === 'vulnerability') continue;
    const text = String(value).trim();
    if (text) told[name] = NUMBERS.includes(name) ? Number(text) : text;
  }
  return {
    ...told,
    needs: data.getAll('needs'),
    vulnerability: data.getAll('vulnerability'),
  } as Told;
}

/** Says at each field what is wrong with it, and goes to the first; what has no field is returned. */
export function showFaults(
  form: HTMLFormElement,
  faults: readonly { path: string; message: string }[],
): string[] {
  for (const said of form.querySelectorAll('.fault')) said.textContent = '';
  for (const wrong of form.querySelectorAll('[aria-invalid]'))
    wrong.removeAttribute('aria-invalid');
  const homeless: string[] = [];
  for (const { path, message } of faults) {
    const place = form.querySelector(`#${CSS.escape(path)}-fault`);
    if (!place) homeless.push(message);
    else place.textContent = message;
    form.querySelector(`#${CSS.escape(path)}`)?.setAttribute('aria-invalid', 'true');
  }
  form.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  return homeless;
}

/** What is missing before anything is sent. */
export function missingOf(form: HTMLFormElement): { path: string; message: string }[] {
  return ABOUT_YOU.filter(([, { required }]) => required)
    .filter(([name]) => !String(new FormData(form).get(name) ?? '').trim())
    .map(([name]) => ({ path: name, message: texts().required }));
}
