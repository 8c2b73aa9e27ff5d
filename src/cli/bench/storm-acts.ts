/**
 * Storms: many changes that a page makes in one task. All of this runs in a page. Each function is
 * sent as text, so it must not refer to anything outside itself.
 */

/** Markup for a page, and an act that changes it `n` times. */
export interface Storm {
  readonly name: string;
  /** The content of the article before the page is read. */
  readonly markup: (n: number) => string;
  /** Runs in the page, in one task unless it returns a promise. */
  readonly act: (place: HTMLElement, n: number) => void | Promise<void>;
}

const TERM = 'The Nuclear Consultative Group met.';
const times = (n: number, write: (i: number) => string) =>
  Array.from({ length: n }, (_, i) => write(i)).join('');

export const STORMS: readonly Storm[] = [
  {
    name: 'empty elements behind a text',
    markup: () => TERM,
    act(place, n) {
      for (let i = 0; i < n; i++) place.append(document.createElement('i'));
    },
  },
  {
    name: 'empty elements on a page without a term',
    markup: () => 'Nothing of the kind.',
    act(place, n) {
      for (let i = 0; i < n; i++) place.append(document.createElement('i'));
    },
  },
  {
    name: 'empty spans in an empty part',
    markup: () => `<p>${TERM}</p><div></div>`,
    act(place, n) {
      for (let i = 0; i < n; i++) place.lastChild!.appendChild(document.createElement('span'));
    },
  },
  {
    name: 'empty elements, a task each',
    markup: () => TERM,
    async act(place, n) {
      const { port1, port2 } = new MessageChannel();
      for (let i = 0; i < n; i++) {
        await new Promise((resolve) => {
          port1.onmessage = resolve;
          port2.postMessage(null);
        });
        place.append(document.createElement('i'));
      }
      port1.close();
    },
  },
  {
    name: 'comments behind a text',
    markup: () => TERM,
    act(place, n) {
      for (let i = 0; i < n; i++) place.append(document.createComment('x'));
    },
  },
  {
    name: 'links that hold a picture',
    markup: () => TERM,
    act(place, n) {
      for (let i = 0; i < n; i++) {
        const link = document.createElement('a');
        link.append(document.createElement('img'));
        place.append(link);
      }
    },
  },
  {
    name: 'words between empty elements',
    markup: () => TERM,
    act(place, n) {
      for (let i = 0; i < n; i++) place.append(document.createElement('i'), `word ${i} `);
    },
  },
  {
    name: 'blanks in elements of their own',
    markup: () => TERM,
    act(place, n) {
      for (let i = 0; i < n; i++) place.appendChild(document.createElement('b')).append(' ');
    },
  },
  {
    name: 'lines of one cell, parted by divs',
    markup: () => `<p>${TERM}</p><table><tr><td></td><td>x</td></tr></table>`,
    act(place, n) {
      const cell = place.querySelector('td')!;
      for (let i = 0; i < n; i++) {
        cell.append(`Line ${i} of a cell`, document.createElement('div'));
      }
    },
  },
  {
    name: 'rows of a table',
    markup: () => `<p>${TERM}</p><table><tbody></tbody></table>`,
    act(place, n) {
      const body = place.querySelector('tbody')!;
      for (let i = 0; i < n; i++) {
        const row = body.appendChild(document.createElement('tr'));
        for (let k = 0; k < 2; k++) {
          row.appendChild(document.createElement('td')).append(`cell ${i} ${k}`);
        }
      }
    },
  },
  {
    name: 'items put in at the top of a list',
    markup: () => `<p>${TERM}</p><ul></ul>`,
    act(place, n) {
      const list = place.querySelector('ul')!;
      for (let i = 0; i < n; i++) {
        const item = document.createElement('li');
        item.textContent = `Item ${i} of the list`;
        list.prepend(item);
      }
    },
  },
  {
    name: 'items of a list put in reverse order',
    markup: (n) => `<p>${TERM}</p><ul>${times(n, (i) => `<li>Item ${i} of the list</li>`)}</ul>`,
    act(place) {
      const list = place.querySelector('ul')!;
      for (const item of [...list.children]) list.prepend(item);
    },
  },
  {
    name: 'paragraphs rewritten, each with a term',
    markup: (n) => times(n, (i) => `<p>${TERM} It was number ${i}.</p>`),
    act(place) {
      [...place.children].forEach((each, i) => {
        each.textContent = `The USFK spoke of number ${i}.`;
      });
    },
  },
  {
    name: 'paragraphs with a term, removed one by one',
    markup: (n) => times(n, (i) => `<p>${TERM} It was number ${i}.</p>`),
    act(place) {
      while (place.firstChild) place.firstChild.remove();
    },
  },
  {
    name: 'spans of one paragraph, each rewritten',
    markup: (n) => `<p>${TERM} ${times(n, (i) => `<span>word ${i} </span>`)}</p>`,
    act(place) {
      for (const each of place.querySelectorAll('span')) {
        (each.firstChild as Text).data = 'another ';
      }
    },
  },
  {
    name: 'spans of one paragraph, removed one by one',
    markup: (n) => `<p>${TERM} ${times(n, (i) => `<span>word ${i} </span>`)}</p>`,
    act(place) {
      for (const each of place.querySelectorAll('span')) each.remove();
    },
  },
  {
    name: 'terms in spans of one paragraph, removed one by one',
    markup: (n) => `<p>${times(n, (i) => `<span>The USFK, ${i}. </span>`)}</p>`,
    act(place) {
      for (const each of place.querySelectorAll('span')) each.remove();
    },
  },
  {
    name: 'elements wrapped around one another',
    markup: () => `<p>${TERM}</p><p><b>word</b></p>`,
    act(place, n) {
      const home = place.lastElementChild!;
      for (let i = 0; i < n / 10; i++) {
        const around = document.createElement('i');
        around.append(home.firstChild!);
        home.append(around);
      }
    },
  },
  {
    name: 'shadow roots',
    markup: () => TERM,
    act(place, n) {
      for (let i = 0; i < n; i++) {
        const host = place.appendChild(document.createElement('x-item'));
        host.attachShadow({ mode: 'open' }).append(`Item ${i} of a shadow`);
      }
    },
  },
];
