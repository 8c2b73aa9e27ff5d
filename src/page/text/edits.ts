/**
 * Copies mutation records into plain objects, once. Each property of a record is a call into the
 * browser, which is slow in Firefox. Sets name each node once, however many records do.
 */
import { isElement, isText } from './nodes.ts';
import { mayTell } from './watched-attributes.ts';

/** Nodes that were added or removed between two siblings, from one record. */
export interface Shift {
  readonly target: Node;
  /** The siblings at that time; they may stand elsewhere by now. */
  readonly before: Node | null;
  readonly after: Node | null;
  readonly added: readonly Node[];
  readonly removed: readonly Node[];
}

export interface Edits {
  /** Text nodes whose data was changed. */
  readonly rewritten: ReadonlySet<Text>;
  /** Elements of which a watched attribute has changed. */
  readonly attributed: ReadonlySet<Element>;
  readonly shifts: readonly Shift[];
  /** All nodes that any shift has added; `removed` likewise. A node can be in both. */
  readonly added: ReadonlySet<Node>;
  readonly removed: ReadonlySet<Node>;
}

export function readEdits(records: readonly MutationRecord[]): Edits {
  const rewritten = new Set<Text>();
  const attributed = new Set<Element>();
  const shifts: Shift[] = [];
  for (const record of records) {
    const { type, target } = record;
    if (type === 'childList') {
      shifts.push({
        target,
        before: record.previousSibling,
        after: record.nextSibling,
        added: listNodes(record.addedNodes),
        removed: listNodes(record.removedNodes),
      });
    } else if (isText(target)) rewritten.add(target);
    else if (isElement(target) && mayTell(record)) attributed.add(target);
  }
  return gather(rewritten, attributed, shifts);
}

/** The same edits with only some of the shifts. */
export function pickEdits(edits: Edits, shifts: readonly Shift[]): Edits {
  return gather(edits.rewritten, edits.attributed, shifts);
}

function gather(
  rewritten: ReadonlySet<Text>,
  attributed: ReadonlySet<Element>,
  shifts: readonly Shift[],
): Edits {
  const added = new Set(shifts.flatMap((shift) => shift.added));
  const removed = new Set(shifts.flatMap((shift) => shift.removed));
  return { rewritten, attributed, shifts, added, removed };
}

export const isNothing = ({ rewritten, attributed, shifts }: Edits): boolean =>
  rewritten.size + attributed.size + shifts.length === 0;

const NONE: readonly never[] = [];

function listNodes(nodes: NodeList): readonly Node[] {
  const { length } = nodes;
  if (length === 0) return NONE;
  return length === 1 ? [nodes[0]!] : [...nodes];
}
