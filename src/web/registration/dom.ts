type Child = Node | string | null | false | undefined;
type Props = Record<
  string,
  string | number | boolean | null | undefined | ((event: Event) => void)
>;

/**
 * An element with its attributes and children. `on…` listens; true is an attribute without a value; what is
 * null, false or absent is left out. Texts are texts: nothing is ever read as markup.
 */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props: Props = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(
    ...children.filter((child) => child !== null && child !== undefined && child !== false),
  );
  return element;
}

/** Ignores what is pressed while the last press is still being worked on; the label stays as it is. */
export function once(work: () => Promise<void>): (event: Event) => void {
  let busy = false;
  return (event) => {
    event.preventDefault();
    if (busy) return;
    busy = true;
    const button =
      event instanceof SubmitEvent ? event.submitter : (event.currentTarget as HTMLElement);
    button?.setAttribute('aria-disabled', 'true');
    void work().finally(() => {
      busy = false;
      button?.removeAttribute('aria-disabled');
    });
  };
}
