/** Two presses of Escape that come closer together than this leave (milliseconds). */
const TWICE = 1_500;
/** Until the page knows better. */
const NOWHERE = 'about:blank';

let leadsTo = NOWHERE;

export const exitLeadsTo = (address: string): void => void (leadsTo = address);

/**
 * Leaves at once: what was on screen is gone before the other page is there, and that page takes this
 * one's place in the history.
 */
export function leave(): void {
  document.body.replaceChildren();
  window.location.replace(leadsTo);
}

/** Escape, twice, from anywhere on the page. */
export function leaveByEscape(): void {
  let before = Number.NEGATIVE_INFINITY;
  document.addEventListener('keydown', ({ key, timeStamp }) => {
    if (key !== 'Escape') return;
    if (timeStamp - before < TWICE) leave();
    before = timeStamp;
  });
}
