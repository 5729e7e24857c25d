import {
  comeBack,
  type Confirmation,
  confirm,
  correct,
  newKey,
  type Own,
  type PublicIncident,
  register,
  Refused,
  say,
} from './api';
import { h, once } from './dom';
import { missingOf, registrationFields, showFaults, toldBy } from './fields';
import { languageNow, nameOf, texts } from './language';

/** What a view is given: the incident, and the way to another view. */
export interface Stage {
  slug: string;
  incident: PublicIncident;
  show: (view: View) => void;
}
/** Draws itself anew whenever the language changes. */
export type View = (stage: Stage) => HTMLElement[];

/** Where refusals are said; read out at once. */
const problemPlace = () => h('div', { role: 'alert' });

function tell(place: HTMLElement, error: unknown, rest: readonly string[] = []): void {
  const { title, detail } =
    error instanceof Refused ? error.problem : { title: texts().server.title, detail: '' };
  place.replaceChildren(
    h(
      'div',
      { class: 'note wrong' },
      h('strong', {}, title),
      ...[detail, ...rest].map((text) => (text ? h('p', {}, text) : null)),
    ),
  );
}

const heading = (text: string) => h('h1', { tabindex: -1 }, text);

/** The form of a registration; `sent` gets what was told. */
function form(
  { incident }: Stage,
  action: string,
  send: (form: HTMLFormElement) => Promise<void>,
  own?: Own,
): HTMLElement {
  const problem = problemPlace();
  const element: HTMLFormElement = h(
    'form',
    {
      novalidate: true,
      onsubmit: once(async () => {
        problem.replaceChildren();
        const missing = missingOf(element);
        showFaults(element, missing);
        if (missing.length > 0) return;
        try {
          await send(element);
        } catch (error) {
          const errors = error instanceof Refused ? (error.problem.errors ?? []) : [];
          const faults = errors.map(({ path, message, code }) => ({
            path,
            message: message ?? code,
          }));
          tell(problem, error, showFaults(element, faults));
        }
      }),
    },
    ...registrationFields(incident, own),
    problem,
    h('button', { class: 'main', type: 'submit' }, action),
  );
  return element;
}

/** First: what this is, the form, and the way back for whoever has a code. */
export function registerView(): View {
  const keyOf = attempts();
  return (stage) => {
    const t = texts();
    return [
      heading(nameOf(stage.incident)),
      h('p', {}, t.intro),
      h(
        'div',
        { class: 'row' },
        h('button', { type: 'button', onclick: () => stage.show(codeView) }, t.haveCode),
      ),
      form(stage, t.send, async (element) => {
        const told = toldBy(element, languageNow());
        const { code } = await register(stage.slug, told, keyOf(told));
        stage.show(registeredView(code));
      }),
    ];
  };
}

/** One key for one content: sent again after a broken connection it counts once, and corrected it is another. */
function attempts(): (told: object) => string {
  let last = { told: '', key: '' };
  return (told) => {
    const content = JSON.stringify(told);
    if (content !== last.told) last = { told: content, key: newKey() };
    return last.key;
  };
}

/** The code, shown once. */
const registeredView =
  (code: string): View =>
  (stage) => {
    const t = texts();
    const shown = `${code.slice(0, 4)}-${code.slice(4)}`;
    return [
      heading(t.registered),
      h('p', {}, t.keepCode),
      h('p', { class: 'code' }, shown),
      h('p', { class: 'quiet' }, t.codeOnce),
      h(
        'div',
        { class: 'row' },
        h(
          'button',
          { class: 'main', type: 'button', onclick: () => stage.show(registerView()) },
          t.another,
        ),
        h('button', { type: 'button', onclick: () => stage.show(ownView(code, null)) }, t.seeMine),
      ),
    ];
  };

/** For whoever comes back. */
const codeView: View = (stage) => {
  const t = texts();
  const problem = problemPlace();
  const input = h('input', {
    type: 'text',
    id: 'code',
    autocomplete: 'off',
    autocapitalize: 'characters',
    spellcheck: 'false',
    'aria-describedby': 'code-hint',
  });
  return [
    heading(t.comeBack),
    h(
      'form',
      {
        novalidate: true,
        onsubmit: once(async () => {
          problem.replaceChildren();
          try {
            const code = input.value;
            const own = await comeBack(stage.slug, code);
            stage.show(ownView(code, own));
          } catch (error) {
            tell(problem, error);
            input.focus();
          }
        }),
      },
      h(
        'div',
        {},
        h('label', { for: 'code' }, t.code),
        h('span', { class: 'hint', id: 'code-hint' }, t.codeHint),
        input,
      ),
      problem,
      h('button', { class: 'main', type: 'submit' }, t.enter),
    ),
    h(
      'div',
      { class: 'row' },
      h('button', { type: 'button', onclick: () => stage.show(registerView()) }, t.noCode),
    ),
  ];
};

/** One's own registration: how one is, and what was told. `own` null: read now. */
const ownView =
  (code: string, own: Own | null, said?: string): View =>
  (stage) => {
    const t = texts();
    const problem = problemPlace();
    if (!own) {
      void comeBack(stage.slug, code).then(
        (read) => stage.show(ownView(code, read)),
        (error: unknown) => tell(problem, error),
      );
      return [heading(t.mine), problem];
    }
    const again = async (what: string) =>
      stage.show(ownView(code, await comeBack(stage.slug, code), what));
    return [
      heading(t.mine),
      said ? h('div', { role: 'status', class: 'note' }, said) : h('div', {}),
      h('p', {}, `${t.stateNow}: `, h('strong', {}, t.state[own.state])),
      h('h2', {}, t.howAreYou),
      stateButtons(problem, async (state) => {
        await say(stage.slug, code, state);
        await again(t.thanks[state]);
      }),
      problem,
      h('h2', {}, t.correct),
      form(
        stage,
        t.save,
        async (element) => {
          await correct(stage.slug, code, own.version, toldBy(element, languageNow()));
          await again(t.saved);
        },
        own,
      ),
    ];
  };

/** By the link of a message: one answer, and nothing about anybody is shown. */
export const confirmView =
  (token: string): View =>
  (stage) => {
    const t = texts();
    const problem = problemPlace();
    return [
      heading(t.howAreYou),
      h('p', {}, t.confirmOnce),
      stateButtons(problem, async (state) => {
        await confirm(token, state);
        stage.show(thankedView(state));
      }),
      problem,
    ];
  };

const thankedView =
  (state: Confirmation): View =>
  (stage) => {
    const t = texts();
    return [
      heading(t.thanks[state]),
      h('p', {}, t.thanksDetail),
      h(
        'div',
        { class: 'row' },
        h('button', { type: 'button', onclick: () => stage.show(codeView) }, t.haveCode),
      ),
    ];
  };

function stateButtons(
  problem: HTMLElement,
  answer: (state: Confirmation) => Promise<void>,
): HTMLElement {
  const t = texts();
  const button = (state: Confirmation) =>
    h(
      'button',
      {
        type: 'button',
        class: state === 'safe' ? 'main' : null,
        onclick: once(async () => {
          problem.replaceChildren();
          await answer(state).catch((error: unknown) => tell(problem, error));
        }),
      },
      t.answer[state],
    );
  return h('div', { class: 'row' }, button('safe'), button('in_need'));
}
