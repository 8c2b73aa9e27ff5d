/** Builds the dated claims of a card. */
import type { CardClaim } from '../../core/cards/card-content.ts';
import { type Maker, write } from './card-elements.ts';

/** Claims in view at once; the others unfold. */
const CLAIMS_IN_VIEW = 2;
/** If the claims in view are longer together, in UTF-16 code units, only one is shown. */
const GLANCE = 180;

/** How many of the newest claims are shown before unfolding. */
export function countGlance(claims: readonly CardClaim[]): number {
  const newest = claims.slice(0, CLAIMS_IN_VIEW);
  const length = newest.reduce((sum, { text }) => sum + text.text.length, 0);
  return length > GLANCE ? 1 : newest.length;
}

/**
 * Group claims: those of one source and day stand under one dateline. Claims on which sources
 * differ come first, side by side.
 */
export function groupClaims(make: Maker, claims: readonly CardClaim[]): HTMLElement[] {
  const disputed = claims.filter(({ differs }) => differs !== null);
  if (disputed.length < 2) return groupBySource(make, claims);
  const sides = make('div', 'sides');
  for (const claim of disputed) {
    const side = make('div', 'side');
    side.append(...groupBySource(make, [claim]));
    sides.append(side);
  }
  return [
    sides,
    ...groupBySource(
      make,
      claims.filter(({ differs }) => differs === null),
    ),
  ];
}

function groupBySource(make: Maker, claims: readonly CardClaim[]): HTMLElement[] {
  const groups: HTMLElement[] = [];
  let previous: CardClaim | null = null;
  let list = make('ul', 'group');
  for (const claim of claims) {
    if (
      previous?.asOf !== claim.asOf ||
      previous.source !== claim.source ||
      previous.from !== claim.from
    ) {
      list = make('ul', 'group');
      groups.push(buildDateline(make, claim), list);
    }
    list.append(buildClaim(make, claim));
    previous = claim;
  }
  return groups;
}

function buildDateline(make: Maker, { asOf, source, url, aged, from }: CardClaim): HTMLElement {
  const line = make('p', 'dateline');
  const origin = make('span', 'origin', `${asOf} · `);
  line.append(origin);
  if (url) {
    const link = make('a', 'source', source);
    link.href = url;
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
    link.draggable = false;
    origin.append(link);
  } else {
    origin.append(source);
  }
  if (from) line.append(' · ', make('span', 'from', from));
  if (aged) line.append(' ', make('span', 'aged', aged));
  return line;
}

function buildClaim(make: Maker, { saidBy, text, differs }: CardClaim): HTMLLIElement {
  const item = make('li', 'claim');
  if (differs) item.append(make('p', 'differs', differs));
  if (saidBy) item.append(make('p', 'said', saidBy));
  item.append(write(make('p', 'text'), text));
  return item;
}
