/** The table of all measurements. */

export interface Row {
  readonly what: string;
  /** The measured value with its unit. */
  readonly figure: string;
  readonly goal: string;
  readonly met: boolean;
}

/** A row for a ratio or time that must not exceed its goal. */
export function atMost(what: string, value: number, goal: number, unit: string, note = ''): Row {
  const figure = `${format(value)}${unit}${note && `  (${note})`}`;
  return { what, figure, goal: `≤ ${goal}${unit}`, met: value <= goal };
}

/** A row for a ratio that must not be below its goal. */
export function atLeast(what: string, value: number, goal: number, unit: string, note = ''): Row {
  const met = value >= goal;
  return { ...atMost(what, value, goal, unit, note), goal: `≥ ${goal}${unit}`, met };
}

/** A row for a condition that holds or does not. */
export function mustBe(what: string, figure: string, goal: string, met: boolean): Row {
  return { what, figure, goal, met };
}

/** The heading of the table. */
export const HEAD = formatCells('', 'measured', 'goal', 'figure');

export function formatRow({ what, figure, goal, met }: Row): string {
  return formatCells(met ? 'met' : 'MISSED', what, goal, figure);
}

function formatCells(verdict: string, what: string, goal: string, figure: string): string {
  return `${verdict.padEnd(6)}  ${what.padEnd(60)} ${goal.padEnd(10)} ${figure}`;
}

/** Two decimals, one from 10 on, none from 100 on. */
function format(value: number): string {
  if (!Number.isFinite(value)) return 'not measured';
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
