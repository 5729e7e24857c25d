import { readIncident, Refused } from './api';
import { h } from './dom';
import { exitLeadsTo, leave, leaveByEscape } from './exit';
import { otherLanguage, speak, texts } from './language';
import { confirmView, registerView, type Stage, type View } from './views';

const page = document.getElementById('page')!;
const slug = window.location.pathname.split('/')[2] ?? '';
const token = window.location.hash.slice(1);
// what answers for somebody must not stay in the address for whoever looks at the screen next
if (token) window.history.replaceState(null, '', window.location.pathname);

let draw = (): HTMLElement[] => [h('p', { role: 'status' }, texts().loading)];

/** The bar with the way out and the other language, and below it the view. */
function render(): void {
  speak();
  const t = texts();
  page.replaceChildren(
    h(
      'header',
      {},
      h(
        'button',
        { type: 'button', lang: otherLanguage(), onclick: changeLanguage },
        t.otherLanguage,
      ),
      h('button', { type: 'button', class: 'main', onclick: leave }, t.exit),
    ),
    h('main', {}, ...draw(), h('p', { class: 'quiet' }, t.exitHint)),
  );
  page.querySelector<HTMLElement>('h1')?.focus();
}

/** In the other language, with what was typed. */
function changeLanguage(): void {
  const typed = controls().map((control) => ({ value: control.value, checked: isTicked(control) }));
  speak(otherLanguage());
  render();
  controls().forEach((control, at) => {
    const before = typed[at];
    if (!before) return;
    if (control instanceof HTMLInputElement && control.type === 'checkbox')
      control.checked = before.checked;
    else control.value = before.value;
  });
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
const controls = (): Control[] => [...page.querySelectorAll<Control>('input, select, textarea')];
const isTicked = (control: Control): boolean =>
  control instanceof HTMLInputElement && control.checked;

function show(view: View, stage: Omit<Stage, 'show'>): void {
  draw = () => view({ ...stage, show: (next) => show(next, stage) });
  render();
  window.scrollTo(0, 0);
}

async function start(): Promise<void> {
  leaveByEscape();
  render();
  try {
    const incident = await readIncident(slug);
    exitLeadsTo(incident.exitUrl);
    show(token ? confirmView(token) : registerView(), { slug, incident });
  } catch (error) {
    const gone = error instanceof Refused && error.problem.status === 404;
    draw = () => {
      const { title, detail } = error instanceof Refused && !gone ? error.problem : texts().notHere;
      return [h('h1', { tabindex: -1 }, title), h('p', {}, detail ?? '')];
    };
    render();
  }
}

void start();
